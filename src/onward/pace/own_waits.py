"""The person's own waits: how long answers took after an application, and after a talk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onward.facts import ENDINGS, HEARD, TALKS, Event, Opportunity, Stage
from onward.maths.survival import Waited


def list_own_waits(jobs: Iterable[Opportunity], *, stage: Stage, counted_to: date | None) -> tuple[Waited, ...]:
    """Waits of the kind that `stage` is in: after an application, or after a talk.

    A wait ends with the next answer. One that has none is censored at the day it was closed or ended by the person,
    or at `counted_to`, the last day that somebody vouches for the silence (None: it isn't counted).
    """
    begins = TALKS if stage.rank >= Stage.SCREEN.rank else (Stage.APPLIED,)
    return tuple(
        wait for job in jobs for wait in _of(sorted(job.events, key=lambda e: (e.on, e.order)), begins, counted_to)
    )


def _of(events: list[Event], begins: tuple[Stage, ...], counted_to: date | None) -> Iterable[Waited]:
    for place, event in enumerate(events):
        if event.kind in begins:
            wait = _until(event, events[place + 1 :], counted_to)
            if wait is not None:
                yield wait


def _until(begun: Event, later: list[Event], counted_to: date | None) -> Waited | None:
    answer = next((event.on for event in later if event.kind in HEARD), None)
    if answer is not None:
        return Waited((answer - begun.on).days, heard=True)
    ended = next((event.on for event in later if event.kind in ENDINGS), counted_to)
    return Waited((ended - begun.on).days, heard=False) if ended is not None and ended >= begun.on else None
