"""What is cached of an opportunity is a fold over its events, and can always be computed again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from onward.debrief.outcome import find_logged_outcome, find_next_day, stage_of_round
from onward.facts import STAGES
from onward.log import standing
from onward.pace.own_rates import list_reached
from onward.pace.own_waits import find_waits
from onward_app.records.facts import to_event
from onward_app.records.models import Event, Interview, JobWait, Opportunity, Owner
from onward_app.records.writing.marks import refresh_job_marks

CACHED = ("stage", "ended", "stage_on", "ended_on", "first_on", "heard_on", "accepted_on", "reached")
WAIT = ("stage", "through", "begun_on", "days", "heard")
OUTCOME = ("came", "came_on", "came_at", "next_on")  # of an interview


def refresh_opportunities(ids: Iterable[int]) -> None:
    """Recompute what is cached of these opportunities, with a few queries whatever their number."""
    rows = {row.pk: row for row in Opportunity.objects.filter(pk__in=set(ids))}
    log: dict[int, list[standing.Event]] = {pk: [] for pk in rows}
    added: dict[int | None, datetime] = {}
    for event in Event.objects.filter(opportunity_id__in=rows, stands=True).order_by("on", "pk"):
        log[event.opportunity_id].append(to_event(event))
        added[event.pk] = event.added_at
    changed = [row for pk, row in rows.items() if _set_standing(row, log[pk])]
    Opportunity.objects.bulk_create(  # an upsert: far quicker than `bulk_update`, which builds a case for each value
        changed, update_conflicts=True, unique_fields=["id"], update_fields=CACHED, batch_size=200
    )
    _refresh_waits(rows, log)
    _refresh_outcomes(log, added)
    refresh_job_marks(rows.values())


def rebuild_opportunities(owner: Owner) -> int:
    """Recompute every cache of an owner's from the log; returns how many opportunities were looked at."""
    ids = list(Opportunity.objects.filter(owner=owner).values_list("pk", flat=True))
    refresh_opportunities(ids)
    return len(ids)


def _set_standing(row: Opportunity, events: Sequence[standing.Event]) -> bool:
    """Whether that changed anything."""
    before, now = [getattr(row, name) for name in CACHED], standing.fold_events(events)
    row.stage, row.ended = str(now.stage), str(now.ended or "")
    row.stage_on, row.ended_on = now.stage_on, now.ended_on
    row.first_on, row.heard_on, row.accepted_on = now.first_on, now.heard_on, now.accepted_on
    row.reached = ",".join(sorted(list_reached(events), key=STAGES.index))
    return before != [getattr(row, name) for name in CACHED]


def _refresh_waits(rows: Mapping[int, Opportunity], log: Mapping[int, Sequence[standing.Event]]) -> None:
    """The waits of these jobs; what was merged away or taken out of force has none."""
    there: dict[int, list[tuple[object, ...]]] = {pk: [] for pk in rows}
    for job, *said in JobWait.objects.filter(opportunity__in=list(rows)).values_list("opportunity", *WAIT):
        there[job].append(tuple(said))
    wanted = {pk: _list_waits(row, log[pk]) for pk, row in rows.items()}
    changed = [pk for pk in rows if there[pk] != wanted[pk]]
    JobWait.objects.filter(opportunity__in=changed).delete()
    JobWait.objects.bulk_create(
        [
            JobWait(owner_id=rows[pk].owner_id, opportunity_id=pk, **dict(zip(WAIT, said, strict=True)))
            for pk in changed
            for said in wanted[pk]
        ],
        batch_size=100,
    )


def _list_waits(row: Opportunity, events: Sequence[standing.Event]) -> list[tuple[object, ...]]:
    if not row.stands or row.merged_into_id is not None:
        return []
    return [(str(one.stage), bool(row.agency), one.begun, one.days, one.heard) for one in find_waits(events)]


def _refresh_outcomes(log: Mapping[int, Sequence[standing.Event]], added: Mapping[int | None, datetime]) -> None:
    """What came of each interview of these jobs; `added` is when each event was entered."""
    rows, changed = list(Interview.objects.filter(opportunity__in=list(log))), []
    days: dict[int, list[date]] = {}
    for row in rows:
        days.setdefault(row.opportunity_id, []).extend([row.on] * row.stands)
    for row in rows:
        before = [getattr(row, name) for name in OUTCOME]
        came = find_logged_outcome(stage_of_round(row.round), row.on, log[row.opportunity_id])
        row.came, row.came_on, row.came_at = str(came.outcome), came.on, added.get(came.by)
        row.next_on = find_next_day(row.on, days[row.opportunity_id])
        if before != [getattr(row, name) for name in OUTCOME]:
            changed.append(row)
    Interview.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["id"], update_fields=OUTCOME, batch_size=200
    )
