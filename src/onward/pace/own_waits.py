"""The person's own waits: how long answers took, in which situation, and how long it has been silent so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onward.facts import HEARD, MY_ENDS, TALKS, Ending, Event, Opportunity, OtherEvent, Stage
from onward.maths.survival import Waited
from onward.pace.situations import Situation, find_situation

_BEGINS = {str(stage): stage for stage in (Stage.APPLIED, *TALKS)}
_ANSWERS = HEARD | {Stage.SIGNED}


@dataclass(frozen=True, slots=True)
class OwnWait:
    """One wait of the person, in its situation. `running`: it is still silent, and nobody has ended it."""

    situation: Situation
    waited: Waited
    running: bool = False


def list_own_waits(
    jobs: Iterable[Opportunity],
    *,
    on: date,
    counted_to: Mapping[int, date],
    through: Collection[int] = frozenset(),
) -> tuple[OwnWait, ...]:
    """Every wait of every job, up to `on`.

    A wait ends with the next answer. Without one it is censored at the day on which the person ended or closed the job,
    or on which somebody vouches for the silence: `counted_to` by a job's id; a job that is not in it isn't counted.
    `through` are the ids of the jobs that came through a person.
    """
    return tuple(
        wait
        for job in jobs
        for wait in _of(sorted((e for e in job.events if e.on <= on), key=lambda e: (e.on, e.order)), on=on,
                        through=job.id in through, silent_to=counted_to.get(job.id))
    )  # fmt: skip


def _of(events: list[Event], *, on: date, through: bool, silent_to: date | None) -> Iterator[OwnWait]:
    for place, event in enumerate(events):
        if event.kind in _BEGINS and event.day_known:
            end, heard, running = _find_end(event, events[place + 1 :], silent_to)
            if end is not None and end >= event.on:
                waited = Waited((end - event.on).days, heard, (on - event.on).days)
                yield OwnWait(find_situation(_BEGINS[event.kind], through=through), waited, running)


def _find_end(begun: Event, later: list[Event], silent_to: date | None) -> tuple[date | None, bool, bool]:
    """When a wait ended (None: that isn't known), whether with an answer, and whether it is still running."""
    closed = None
    for event in later:
        if event.kind in MY_ENDS:
            return closed or event.on, False, False
        if event.kind in _ANSWERS:
            return (event.on if event.day_known and not _is_one_row(begun, event) else None), True, False
        closed = _closed_on(closed, event)
    return closed or silent_to, False, closed is None


def _closed_on(closed: date | None, event: Event) -> date | None:
    """The first day on which the person closed it, unless they opened it again."""
    if event.kind == Ending.CLOSED:
        return closed or event.on
    return None if event.kind == OtherEvent.REOPENED else closed


def _is_one_row(begun: Event, answer: Event) -> bool:
    """Whether both stand on one day of a spreadsheet, as they do where only a year or the last change was kept."""
    return begun.on == answer.on and begun.source == answer.source == "csv"
