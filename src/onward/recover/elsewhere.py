"""A real step elsewhere while one job looked good: what shows that not all hopes are pinned on one opportunity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class GoodTime:
    """From when to when one job looked good (None: it still does), and why, as “had an interview”."""

    employer: str
    since: date
    until: date | None
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something real that was done on a day, or at some time up to another: an application, an interview, a talk.

    `employer` is where, "" for a talk that belongs to no job; `did` is “applied at Oak Hollow”.
    """

    on: date
    employer: str
    did: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class StepElsewhere:
    """A step that was taken while another job looked good, in words."""

    on: date
    words: str


def find_steps_elsewhere(good: Sequence[GoodTime], steps: Iterable[Step]) -> Iterator[StepElsewhere]:
    """Every step taken at another employer while one job looked good, oldest first.

    The steps come in the order of their days, and no more of them are asked for than it takes to find the next one.
    One open job is enough to learn it, as in a county with few: a step that adds a door counts as one beside open
    doors.
    """
    for _, some in groupby(steps, key=attrgetter("on")):
        yield from sorted(_list_elsewhere(good, some), key=lambda one: one.words)


def _list_elsewhere(good: Sequence[GoodTime], steps: Iterable[Step]) -> Iterator[StepElsewhere]:
    for step in steps:
        there = next((one for one in good if _is_elsewhere(step, one)), None)
        if there is not None:
            yield StepElsewhere(step.on, f"{step.did} while {there.employer} {there.why}.")


def _is_elsewhere(step: Step, good: GoodTime) -> bool:
    from onward.notice.job.names import is_same_employer  # heavy, and most pages ask for no steps

    meanwhile = (step.until or step.on) >= good.since and (good.until is None or step.on <= good.until)
    return meanwhile and not is_same_employer(step.employer, good.employer)
