"""One job with everything that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onward_app.records.models import Ask, Debrief, Event, Interview, Letter, Opportunity, Owner
from onward_app.records.reading.ask import list_asks_at
from onward_app.records.reading.lately import Lately, list_late_events, list_late_interviews
from onward_app.records.reading.met import NOWHERE
from onward_app.records.reading.rows import list_events


@dataclass(frozen=True, slots=True)
class JobTimeline:
    """All there is of one job."""

    events: tuple[tuple[Event, Letter | None], ...]
    letters: tuple[Letter, ...]  # those that no event shown here comes from
    interviews: tuple[Interview, ...]
    asks: tuple[Ask, ...]
    debriefs: tuple[Debrief, ...]
    lately: Lately  # the same events and interviews, with what the steps want to know of each
    waiting: tuple[Ask, ...]  # asks for advice that are open


def load_timeline(owner: Owner, row: Opportunity, on: date) -> JobTimeline:
    """One job with everything that hangs on it, in a fixed number of queries."""
    late = list_late_events(owner, list_events(owner, opportunity=row).select_related("opportunity"), on)
    events = [one.row for one in late]
    keys = {event.letter for event in events if event.letter}
    there = Q(owner=owner, opportunity=row) | Q(owner=owner, key__in=keys)  # each half by its own index
    found = Letter.objects.filter(there).order_by("at", "id")
    letters = {letter.key: letter for letter in found}
    loose = tuple(letter for key, letter in letters.items() if key not in keys)
    met = list_late_interviews(Interview.objects.of(owner).filter(opportunity=row))
    asks, waiting = list_asks_at(owner, row)
    return JobTimeline(
        tuple((event, letters.get(event.letter)) for event in events),
        loose,
        tuple(one.row for one in reversed(met)),
        tuple(asks),
        tuple(Debrief.objects.of(owner).filter(opportunity=row).order_by("id")),
        Lately(late, met, NOWHERE),
        tuple(waiting),
    )
