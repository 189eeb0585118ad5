"""The events that letters say happened, in line with the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from onward.notice.linking.values import FilingPlan, PlannedEvent
from onward_app import clock
from onward_app.records.lots import filter_in_lots, lots
from onward_app.records.models import Event, Owner
from onward_app.records.reading.filing import FilingMaterial
from onward_app.records.writing.changes import ChangeInProgress

PLANNED = ("opportunity_id", "on", "also", "day_known", "reason")  # of an event, as letters say it


def file_events(change: ChangeInProgress, plan: FilingPlan, ids: Mapping[str, int], scope: FilingMaterial) -> None:
    """Make what is planned and missing, alter what is another, strike what no letter says any more."""
    there, spare = _list_filed_events(change.owner, scope)
    new: list[Event] = []
    altered: dict[int, list[Any]] = {}
    for job in plan.jobs:
        for planned in job.events if job.name in ids else ():
            known, wanted = there.pop((planned.key, planned.kind), None), _say_planned(ids[job.name], planned)
            if known is None:
                new.append(_make_event(change.owner, ids[job.name], planned))
            elif known[1:] != wanted:
                altered[known[0]] = wanted
    for event in (event for lot in lots(altered) for event in Event.objects.filter(pk__in=lot)):
        change.edit(event, **dict(zip(PLANNED, altered[event.pk], strict=True)))
    _join_told_events(change, plan, scope)
    struck = [*spare, *(pk for pk, *_ in there.values())]
    change.strike_all(event for lot in lots(struck) for event in Event.objects.filter(pk__in=lot))
    change.make_many(_bring_back(change, new))


def _bring_back(change: ChangeInProgress, planned: Sequence[Event]) -> list[Event]:
    """An event that was filed before and taken out since stands again, with all that rests on it: that a no was looked
    at, the day it began, the record of a talk. Returns those that never were.
    """
    rows = Event.objects.filter(owner=change.owner, source="mail", stands=False).order_by("pk")
    some = [rows.filter(letter__in=lot) for lot in lots({one.letter for one in planned})]
    was = {(row.letter, row.kind): row for part in some for row in part}
    for one in planned:
        if (one.letter, one.kind) in was:
            again = {name: getattr(one, name) for name in PLANNED}
            change.edit(was[one.letter, one.kind], stands=True, **again)
    return [one for one in planned if (one.letter, one.kind) not in was]


def _list_filed_events(owner: Owner, scope: FilingMaterial) -> tuple[dict[tuple[str, str], list[Any]], list[int]]:
    """What stands of each letter, and what is there a second time: an undo brought back what was filed anew since."""
    standing = Event.objects.of(owner).filter(source="mail", opportunity__stands=True).order_by()
    rows = {row[2]: row for some in _narrow_to_scope(standing, scope)
            for row in some.values_list("letter", "kind", "pk", *PLANNED)}  # fmt: skip
    there: dict[tuple[str, str], list[Any]] = {}
    spare: list[int] = []
    for _, (letter, kind, *told) in sorted(rows.items()):
        if there.setdefault((letter, kind), told) is not told:
            spare.append(told[0])
    return there, spare


def _narrow_to_scope(events: QuerySet[Event], scope: FilingMaterial) -> Iterator[QuerySet[Event]]:
    """Those of the letters and jobs that were linked, perhaps twice."""
    if scope.keys is None or scope.jobs is None:
        yield events
        return
    yield from (events.filter(letter__in=lot) for lot in lots(scope.keys))
    yield from (events.filter(opportunity__in=lot) for lot in lots(scope.jobs))


def _say_planned(job: int, planned: PlannedEvent) -> list[Any]:
    """What is planned of an event, in the order of `PLANNED`."""
    return [job, planned.on, list(planned.also), planned.day_known, planned.reason or ""]


def _make_event(owner: Owner, opportunity: int, planned: PlannedEvent) -> Event:
    return Event(
        owner=owner,
        opportunity_id=opportunity,
        kind=planned.kind,
        on=planned.on,
        day_known=planned.day_known,
        reason=planned.reason or "",
        source="mail",
        letter=planned.key,
        also=list(planned.also),
        added_at=clock.now(),
    )


def _join_told_events(change: ChangeInProgress, plan: FilingPlan, scope: FilingMaterial) -> None:
    """What the person told stays as it is; the letters that say the same are kept beside it."""
    joined = {one.told: one for job in plan.jobs for one in job.told if one.told is not None}
    told = Event.objects.of(change.owner).exclude(source="mail").order_by()
    some = filter_in_lots(told, "opportunity", scope.jobs)
    for event in (event for rows in some for event in rows):
        if event.pk not in joined and not event.also:
            continue  # of those that no letter joins, the ones that a letter has left
        change.edit(event, also=list(joined[event.pk].also) if event.pk in joined else [])
