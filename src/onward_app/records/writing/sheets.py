"""A spreadsheet of jobs: what bringing it in would do, and doing it, as one change. Reading it is in `csv_rows`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onward import facts
from onward.facts import EVENT_KINDS, explain_refusal
from onward_app import clock
from onward_app.records.models import Change, Event, Opportunity, Owner
from onward_app.records.reading.jobs import job_name_key, map_jobs_by_name
from onward_app.records.reading.rows import load_opportunities
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.csv_rows import CsvRow, CsvTrouble

_ORDER = {str(kind): place for place, kind in enumerate(EVENT_KINDS)}


@dataclass(frozen=True, slots=True)
class CsvPlan:
    """What an import would do: rows to add (and the job each goes to, None for a new one), rows there already,
    and rows that stay out with the reason."""

    added: tuple[tuple[CsvRow, Opportunity | None], ...]
    there: tuple[CsvRow, ...]
    left_out: tuple[CsvTrouble, ...]


def plan_csv(owner: Owner, rows: Iterable[CsvRow]) -> CsvPlan:
    """What `import_csv` would do with these rows. Their order in the file makes no difference."""
    jobs = map_jobs_by_name(owner)
    logs = {fact.id: list(fact.events) for fact in load_opportunities(owner, jobs.values())}
    known = {name: logs[job.pk] for name, job in jobs.items()}
    added: list[tuple[CsvRow, Opportunity | None]] = []
    there: list[CsvRow] = []
    left_out: list[CsvTrouble] = []
    for row in sorted(rows, key=_in_time):
        name = job_name_key(row.employer, row.role)
        events = known.setdefault(name, [])
        new = facts.Event(row.kind, row.on, order=len(events), source="csv")
        if any((event.kind, event.on) == (row.kind, row.on) for event in events):
            there.append(row)
        elif why := explain_refusal(events, new, today=clock.today()):
            left_out.append(CsvTrouble(row.line, f"Line {row.line}: {row.employer}. {why}"))
        else:
            events.append(new)
            added.append((row, jobs.get(name)))
    return CsvPlan(tuple(added), tuple(there), tuple(left_out))


def import_csv(owner: Owner, rows: Iterable[CsvRow]) -> Change:
    """Bring in the rows of a spreadsheet, as one change. Rows that are there already are left alone."""
    plan = plan_csv(owner, rows)
    count = len(plan.added)
    summary = f"Brought in {count} {'row' if count == 1 else 'rows'} from a spreadsheet."
    with open_change(owner, "jobs.import", summary) as change:
        jobs = _jobs_for(change, plan)
        change.make_many([_event(owner, jobs[job_name_key(row.employer, row.role)], row) for row, _ in plan.added])
    return change.record


def _in_time(row: CsvRow) -> tuple[date, int, int]:
    return row.on, _ORDER[row.kind], row.line


def _jobs_for(change: ChangeInProgress, plan: CsvPlan) -> dict[tuple[str, str], Opportunity]:
    jobs = {job_name_key(row.employer, row.role): job for row, job in plan.added}
    names = {job_name_key(row.employer, row.role): (row.employer, row.role) for row, job in plan.added if job is None}
    rows = [Opportunity(owner=change.owner, employer=who, role=what, by_hand=True) for who, what in names.values()]
    made = dict(zip(names, change.make_many(rows), strict=True))
    return {name: job or made[name] for name, job in jobs.items()}


def _event(owner: Owner, job: Opportunity, row: CsvRow) -> Event:
    return Event(owner=owner, opportunity=job, kind=row.kind, on=row.on, source="csv", added_at=clock.now())
