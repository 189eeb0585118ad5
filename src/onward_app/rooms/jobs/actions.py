"""What lies between a form and a write: where to go on from an event, and where a job stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onward.facts import OFFERS, TALKS, THEIR_NOS, OtherEvent, meaning_of, say_happened
from onward.log.following import list_what_may_follow
from onward.log.standing import fold_events
from onward.recover.rejection_day import is_fresh
from onward.values.gate import GATED
from onward.wording.days import capitalize_first, say_day
from onward_app.records.facts import to_event
from onward_app.records.models import Event, Opportunity


@dataclass(frozen=True, slots=True)
class NextKind:
    """Something that may have happened next: its kind, its sentence, and the page that takes it in."""

    kind: str
    said: str
    address: str


def list_next_kinds(row: Opportunity, events: Iterable[Event]) -> list[NextKind]:
    """The few things that can follow from where a job stands, each with its door."""
    now = fold_events(map(to_event, events))
    return [NextKind(kind, say_happened(kind, who="I"), _find_door(row, kind)) for kind in list_what_may_follow(now)]


def _find_door(row: Opportunity, kind: str) -> str:
    """A no, an interview and an offer have pages of their own; the rest is noted with its day."""
    if kind in THEIR_NOS and meaning_of(kind).needs is None:
        return reverse("start:no", query={"job": row.pk})
    if kind in TALKS:
        return reverse("start:interview", query={"job": row.pk, "kind": kind})
    if kind in OFFERS:
        return reverse("start:offer", query={"job": row.pk, "kind": kind})
    return reverse("jobs:event", args=[row.pk], query={"kind": kind})


def find_gate_address(row: Opportunity, *, kind: str, on: date, note: str) -> str:
    """The page that holds up the lines before an accept or a signature; it writes the event itself."""
    said = {"action": str(GATED[kind]), "on": on.isoformat(), **({"note": note} if note else {})}
    return reverse("values:gate", args=[row.pk], query=said)


def is_fresh_no(kind: str, on: date, today: date) -> bool:
    """Whether what was just entered is a no that tonight is for."""
    return kind in THEIR_NOS and is_fresh(on, today)


def describe_standing(row: Opportunity, events: Iterable[Event]) -> str:
    """Where a job stands, in a sentence; of a yes that isn't signed also what goes on. A day that isn't known is not
    said.
    """
    every = list(events)
    kind, day = (row.ended, row.ended_on) if row.ended and row.ended_on else (row.stage, row.stage_on)
    said_yes = max((event.on for event in every if event.kind == OtherEvent.ACCEPTED), default=None)
    is_promised = row.alive and row.stage in OFFERS and said_yes is not None
    if is_promised:
        kind, day = str(OtherEvent.ACCEPTED), said_yes
    if day is None:
        return "Nothing has happened yet."
    vague = any((event.kind, event.on, event.day_known) == (kind, day, False) for event in every)
    what = capitalize_first(say_happened(kind))
    stands = f"{what}." if vague else f"{what} on {say_day(day)}."
    return f"{stands} Until the letter is signed, the search goes on." if is_promised else stands
