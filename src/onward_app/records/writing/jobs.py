"""What a person does to jobs by hand: add, edit, say what happened, merge, split, bring a spreadsheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from onward.facts import EVENT_KINDS, OLDEST_YEAR, STAGES, Stage, refusal
from onward.facts import Event as Fact
from onward.wording.days import in_words
from onward_app import clock
from onward_app.records import queries
from onward_app.records.models import (
    Ask,
    Change,
    Debrief,
    Decision,
    Event,
    Fit,
    Gate,
    Hope,
    Interview,
    Letter,
    Opportunity,
    Owner,
    RejectionDay,
    SaidQuiet,
    StatusCheck,
)
from onward_app.records.queries_jobs import by_name, name_key, standing
from onward_app.records.writing.caches import fact
from onward_app.records.writing.changes import Doing, change
from onward_app.records.writing.jobs_csv import LONGEST, NO_HEADER, CsvRow, CsvTrouble, parse_csv

__all__ = [
    "NO_HEADER",
    "CsvPlan",
    "CsvRow",
    "CsvTrouble",
    "Refused",
    "add",
    "add_event",
    "add_interview",
    "add_offer",
    "check",
    "check_instead",
    "edit",
    "import_csv",
    "log",
    "lower_first",
    "merge",
    "parse_csv",
    "plan_csv",
    "split",
    "strike_event",
]

EDITABLE = ("employer", "role", "agency", "place", "link", "notes", "promised_on", "deadline_on")
YEARS_AHEAD = 2
MOVED = (Event, Interview, Ask, Debrief, Fit, Gate, StatusCheck, SaidQuiet, RejectionDay, Decision)


class Refused(Exception):
    """What was said can't be true beside what is known. The message is a sentence; `field` is where it belongs."""

    def __init__(self, sentence: str, *, field: str = "on") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


@dataclass(frozen=True, slots=True)
class CsvPlan:
    """What an import would do: rows to add (and the job each goes to, None for a new one), rows there already,
    and rows that stay out with the reason."""

    added: tuple[tuple[CsvRow, Opportunity | None], ...]
    there: tuple[CsvRow, ...]
    left_out: tuple[CsvTrouble, ...]


def add(
    owner: Owner,
    *,
    employer: str,
    role: str,
    on: date | None = None,
    kind: str = "applied",
    place: str = "",
    link: str = "",
    agency: str = "",
    notes: str = "",
) -> tuple[Opportunity, Change]:
    """A new job with its first event.

    Raises:
        Refused: no employer, a day to come, or a kind that can't come first.
    """
    return _say(owner, "jobs.add", "Added {}.", None, _Said(employer, role, kind, on or clock.today()), place=place,
                link=link, agency=agency, notes=notes)  # fmt: skip


def edit(owner: Owner, row: Opportunity, **fields: Any) -> Change:
    """Set what is known of a job: any of `EDITABLE`.

    Raises:
        Refused: no employer is left, a name that is too long, or a day that can't be meant.
    """
    unknown = set(fields) - set(EDITABLE)
    if unknown:
        raise TypeError(f"not a job's to edit: {sorted(unknown)}")
    employer, role = _names(fields.get("employer", row.employer), fields.get("role", row.role))
    for name in ("promised_on", "deadline_on"):
        _plausible(fields.get(name), name)
    named: dict[str, Any] = {n: value for n, value in (("employer", employer), ("role", role)) if n in fields}
    if any(getattr(row, name) != value for name, value in named.items()):
        named["by_hand"] = True  # what the person named, mail doesn't rename
    with change(owner, "jobs.edit", f"Edited {row.title}.", opportunity=row) as doing:
        doing.edit(row, **{**fields, **named})
    return doing.record


def check(row: Opportunity, *, kind: str, on: date) -> None:
    """Whether this could have happened to this job on that day.

    Raises:
        Refused: with the sentence of `onward.facts.refusal`, or because it is there already.
    """
    _check(standing(row), Fact(kind, on))


def check_instead(row: Opportunity, event: Event, *, kind: str, on: date) -> None:
    """Whether this could have happened to this job if that event of the log were not there.

    Raises:
        Refused: as `check`.
    """
    rows = Event.objects.filter(opportunity=row, stands=True).exclude(pk=event.pk).order_by("on", "id")
    _check([fact(one) for one in rows], Fact(kind, on))


def add_event(owner: Owner, row: Opportunity, *, kind: str, on: date, note: str = "", reason: str = "") -> Change:
    """Say what happened to a job on a day.

    Raises:
        Refused: it can't have happened then.
    """
    check(row, kind=kind, on=on)
    with change(owner, "jobs.event", _summary(row, kind, on), opportunity=row) as doing:
        log(doing, row, kind, on, note=note, reason=reason)
    row.refresh_from_db()
    return doing.record


def strike_event(owner: Owner, row: Opportunity, event: Event) -> Change:
    """Take an event out of force. One that came from a letter stays away when the letter is read again."""
    summary = f"Took “{event.kind}” on {in_words(event.on)} out of {row.title}."
    with change(owner, "jobs.strike", summary, opportunity=row) as doing:
        doing.strike(event)
        for key in filter(None, (event.letter, *event.also)):
            _decide(doing, key, no_event=True)
    row.refresh_from_db()
    return doing.record


def add_interview(
    owner: Owner,
    row: Opportunity | None,
    *,
    on: date,
    employer: str = "",
    role: str = "",
    kind: str = "interview",
    **details: Any,
) -> tuple[Interview, Change]:
    """An interview, of a job that is there or a new one. `details` are `at`, `format`, `people`, `round` …

    It moves the stage on the day it is known of, as an invitation by mail would.

    Raises:
        Refused: the job has ended, or the day is before its application.
    """
    _plausible(on, "on")
    heard = min(on, clock.today())
    known = standing(row) if row is not None else ()
    ahead = any(e.kind in STAGES and Stage(e.kind).rank >= Stage(kind).rank for e in known)
    employer, role = _names(row.employer if row else employer, row.role if row else role)
    if not ahead or (row is not None and row.ended):
        _check(known, Fact(kind, heard))
    with change(owner, "jobs.interview", f"Noted an interview with {employer} on {in_words(on)}.") as doing:
        job = row or doing.make(Opportunity, employer=employer, role=role, by_hand=True)
        event = None if ahead else log(doing, job, kind, heard)
        made = doing.make(Interview, opportunity=job, on=on, event=event, **details)
        _belongs(doing, job)
    job.refresh_from_db()
    return made, doing.record


def add_offer(
    owner: Owner,
    row: Opportunity | None,
    *,
    kind: str,
    on: date,
    employer: str = "",
    role: str = "",
    deadline_on: date | None = None,
) -> tuple[Opportunity, Change]:
    """An offer, verbal or written, of a job that is there or a new one, and the day by which to answer.

    Raises:
        Refused: the job has ended, or the day doesn't fit.
    """
    _plausible(deadline_on, "deadline_on")
    said = _Said(employer, role, kind, on)
    return _say(owner, "jobs.offer", "Noted the offer from {}.", row, said, deadline_on=deadline_on)


def lower_first(one: Opportunity, other: Opportunity) -> tuple[Opportunity, Opportunity]:
    """Which of two survives a merge when nobody says: the one that was there first."""
    return (one, other) if one.pk < other.pk else (other, one)


def merge(owner: Owner, keep: Opportunity, gone: Opportunity) -> Change:
    """Make two jobs one. All that hung on `gone` moves to `keep`, and its id leads there from now on.

    Raises:
        Refused: both are the same.
    """
    if keep.pk == gone.pk:
        raise Refused("That is the same job. Choose another one to merge it with.", field="other")
    with change(owner, "jobs.merge", f"Merged {gone.title} into {keep.title}.", opportunity=keep) as doing:
        _move_letters(doing, Letter.objects.filter(owner=owner, opportunity=gone), keep)
        for letter in Letter.objects.filter(owner=owner, suggested=gone):
            doing.edit(cast("Any", letter), suggested=keep)
        for model in MOVED:
            for item in model.objects.of(owner).filter(opportunity=gone):
                doing.edit(item, opportunity=keep)
        _move_hopes(doing, gone.pk, keep.pk)
        doing.edit(keep, by_hand=True, **_blanks_filled(keep, gone))
        doing.edit(gone, merged_into=keep)
        log(doing, keep, "note", clock.today(), note=f"“{gone.title}” was merged into this one.")
    keep.refresh_from_db()
    return doing.record


def split(owner: Owner, row: Opportunity, event_ids: Collection[int], employer: str, role: str) -> Change:
    """Take some of a job's events, with their letters and interviews, out into a new job.

    Raises:
        Refused: none was chosen, or none would stay.
    """
    employer, role = _names(employer, role)
    mine = list(queries.events(owner, opportunity=row))
    taken = [event for event in mine if event.pk in set(event_ids)]
    if not taken:
        raise Refused("Choose at least one event that belongs to the other job.", field="events")
    if len(taken) == len(mine):
        raise Refused("Leave at least one event here. To rename the whole job, edit it.", field="events")
    made = Opportunity(employer=employer, role=role)
    with change(owner, "jobs.split", f"Split {made.title} out of {row.title}.", opportunity=row) as doing:
        made = doing.make(Opportunity, employer=employer, role=role, by_hand=True)
        _take_along(doing, taken, made)
        doing.edit(row, by_hand=True)
        log(doing, row, "note", clock.today(), note=f"“{made.title}” was split out of this one.")
    row.refresh_from_db()
    return doing.record


def plan_csv(owner: Owner, rows: Iterable[CsvRow]) -> CsvPlan:
    """What `import_csv` would do with these rows. Their order in the file makes no difference."""
    jobs = by_name(owner)
    logs = {fact.id: list(fact.events) for fact in queries.as_facts(owner, jobs.values())}
    known = {name: logs[job.pk] for name, job in jobs.items()}
    added: list[tuple[CsvRow, Opportunity | None]] = []
    there: list[CsvRow] = []
    left_out: list[CsvTrouble] = []
    for row in sorted(rows, key=_in_time):
        name = name_key(row.employer, row.role)
        events = known.setdefault(name, [])
        new = Fact(row.kind, row.on, order=len(events), source="csv")
        if any((event.kind, event.on) == (row.kind, row.on) for event in events):
            there.append(row)
        elif why := refusal(events, new, today=clock.today()):
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
    with change(owner, "jobs.import", summary) as doing:
        jobs = _jobs_for(doing, plan)
        doing.make_many([_event(owner, jobs[name_key(row.employer, row.role)], row) for row, _ in plan.added])
    return doing.record


@dataclass(frozen=True, slots=True)
class _Said:
    employer: str
    role: str
    kind: str
    on: date


def _say(
    owner: Owner, intention: str, summary: str, row: Opportunity | None, said: _Said, **details: Any
) -> tuple[Opportunity, Change]:
    """One event of a job that is there, or of a new one, and what else is known of it; one change."""
    employer, role = _names(row.employer if row else said.employer, row.role if row else said.role)
    _check(standing(row) if row is not None else (), Fact(said.kind, said.on))
    known = {name: value for name, value in details.items() if value}
    title = Opportunity(employer=employer, role=role).title
    with change(owner, intention, summary.format(title)) as doing:
        job = row or doing.make(Opportunity, employer=employer, role=role, by_hand=True, **known)
        if row is not None:
            doing.edit(row, **known)
        log(doing, job, said.kind, said.on)
        _belongs(doing, job)
    job.refresh_from_db()
    return job, doing.record


def _names(employer: str, role: str) -> tuple[str, str]:
    employer, role = " ".join(employer.split()), " ".join(role.split())
    if not employer:
        raise Refused("Say who: the employer’s name, or what you call them.", field="employer")
    for field, name in (("employer", employer), ("role", role)):
        if len(name) > LONGEST:
            raise Refused(f"That is longer than {LONGEST} characters. A shorter name will do.", field=field)
    return employer, role


def _plausible(day: date | None, field: str) -> None:
    """A day that an employer named, or an interview's, lies within a few years."""
    if day is not None and not (OLDEST_YEAR <= day.year <= clock.today().year + YEARS_AHEAD):
        raise Refused(f"That would be the year {day.year}. Check the year.", field=field)


def _check(events: Sequence[Fact], new: Fact) -> None:
    if new.kind not in EVENT_KINDS:
        raise Refused(str(refusal(events, new, today=clock.today())), field="kind")
    if new.kind != "note" and any((e.kind, e.on) == (new.kind, new.on) for e in events):
        raise Refused(f"“{new.kind}” on {in_words(new.on)} is there already.")
    sentence = refusal(events, new, today=clock.today())
    if sentence is not None:
        raise Refused(sentence)


def log(doing: Doing, row: Opportunity, kind: str, on: date, *, note: str = "", reason: str = "") -> Event:
    """One event in a change that is under way; whether it could be is checked before."""
    return doing.make(Event, opportunity=row, kind=kind, on=on, note=note, reason=reason, added_at=clock.now())


def _belongs(doing: Doing, row: Opportunity) -> None:
    doing.record.opportunity = row
    doing.record.save(update_fields=["opportunity"])


def _summary(row: Opportunity, kind: str, on: date) -> str:
    if kind == "rejected":
        return f"Noted the no from {row.title}."
    if kind == "note":
        return f"Wrote a note on {row.title}."
    return f"Noted “{kind}” for {row.title} on {in_words(on)}."


def _decide(doing: Doing, key: str, **fields: Any) -> None:
    """What the person said of one letter: the decision that stands is edited, or one is made."""
    found = Decision.objects.of(doing.owner).filter(key=key).order_by("-id").first()
    if found is None:
        doing.make(Decision, key=key, **fields)
    else:
        doing.edit(found, **fields)


def _move_letters(doing: Doing, letters: Iterable[Letter], to: Opportunity) -> None:
    """Letters follow, and stay there on rereading; those that still wait for a yes stay undecided."""
    for letter in letters:
        if not letter.waiting:
            _decide(doing, letter.key, opportunity=to)
        doing.edit(cast("Any", letter), opportunity=to)


def _move_hopes(doing: Doing, gone: int, keep: int) -> None:
    for hope in Hope.objects.of(doing.owner):
        points: dict[int, Any] = {}
        for pk, share in hope.shares:
            to = keep if pk == gone else pk
            points[to] = points.get(to, 0) + share
        if gone in {pk for pk, _ in hope.shares}:
            doing.edit(hope, shares=[[pk, share] for pk, share in points.items()])


def _blanks_filled(keep: Opportunity, gone: Opportunity) -> dict[str, Any]:
    """What only the other one knew. Notes are kept from both."""
    known = {name: getattr(gone, name) for name in EDITABLE if not getattr(keep, name) and getattr(gone, name)}
    if keep.notes and gone.notes:
        known["notes"] = f"{keep.notes}\n\n{gone.notes}"
    return known


def _take_along(doing: Doing, events: Sequence[Event], to: Opportunity) -> None:
    ids = [event.pk for event in events]
    keys = {key for event in events for key in (event.letter, *event.also) if key}
    for event in events:
        doing.edit(event, opportunity=to)
    for interview in Interview.objects.of(doing.owner).filter(event__in=ids):
        doing.edit(interview, opportunity=to)
        for debrief in Debrief.objects.of(doing.owner).filter(interview=interview):
            doing.edit(debrief, opportunity=to)
    for day in RejectionDay.objects.of(doing.owner).filter(event__in=ids):
        doing.edit(day, opportunity=to)
    _move_letters(doing, Letter.objects.filter(owner=doing.owner, key__in=keys), to)


_ORDER = {kind: place for place, kind in enumerate(EVENT_KINDS)}


def _in_time(row: CsvRow) -> tuple[date, int, int]:
    return row.on, _ORDER[row.kind], row.line


def _jobs_for(doing: Doing, plan: CsvPlan) -> dict[tuple[str, str], Opportunity]:
    jobs = {name_key(row.employer, row.role): job for row, job in plan.added}
    names = {name_key(row.employer, row.role): (row.employer, row.role) for row, job in plan.added if job is None}
    rows = [Opportunity(owner=doing.owner, employer=who, role=what, by_hand=True) for who, what in names.values()]
    made = dict(zip(names, doing.make_many(rows), strict=True))
    return {name: job or made[name] for name, job in jobs.items()}


def _event(owner: Owner, job: Opportunity, row: CsvRow) -> Event:
    return Event(owner=owner, opportunity=job, kind=row.kind, on=row.on, source="csv", added_at=clock.now())
