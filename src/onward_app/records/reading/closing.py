"""What a finished replay came to: the strength, what is to work on with its plan, and the cards that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onward_app import clock
from onward_app.records.models import Card, Debrief, Kink, Owner, Sighting


@dataclass(frozen=True, slots=True)
class PracticedNext:
    """A card and the day it comes: tomorrow at the earliest, for today was enough."""

    card: Card
    on: date


@dataclass(frozen=True, slots=True)
class DebriefClosing:
    """What one replay leaves: strengths, kinks, and their cards in the order they come."""

    strengths: tuple[Kink, ...]
    kinks: tuple[Kink, ...]
    cards: tuple[PracticedNext, ...]


def load_closing(owner: Owner, debrief: Debrief, today: date) -> DebriefClosing:
    """What became of a replay."""
    seen = Sighting.objects.of(owner).filter(debrief=debrief, kink__stands=True).select_related("kink").order_by("pk")
    rows = list({one.kink_id: one.kink for one in seen}.values())
    kinks = [row for row in rows if not row.strength]
    cards = Card.objects.of(owner).filter(kink__in=kinks, retired_on=None).select_related("kink").order_by("pk")
    coming = sorted((PracticedNext(card, _find_day(card, today)) for card in cards), key=lambda one: one.on)
    return DebriefClosing(tuple(row for row in rows if row.strength), tuple(kinks), tuple(coming))


def _find_day(card: Card, today: date) -> date:
    tomorrow = today + timedelta(days=1)
    return max(clock.local(card.due_at).date(), tomorrow) if card.due_at else tomorrow
