"""What lies between a form and a write: where to go on from an event, and where a job stands."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from onward.facts import THEIR_NOS
from onward.recover.rejection_day import is_fresh
from onward.values.gate import GATED
from onward.wording.days import say_day
from onward_app.records.models import Opportunity


def find_gate_address(row: Opportunity, *, kind: str, on: date, note: str) -> str:
    """The page that holds up the lines before an accept or a signature; it writes the event itself."""
    said = {"action": str(GATED[kind]), "on": on.isoformat(), **({"note": note} if note else {})}
    return reverse("values:gate", args=[row.pk], query=said)


def is_fresh_no(kind: str, on: date, today: date) -> bool:
    """Whether what was just entered is a no that tonight is for."""
    return kind in THEIR_NOS and is_fresh(on, today)


def describe_standing(row: Opportunity) -> str:
    """Where a job stands, in one sentence."""
    if row.ended and row.ended_on:
        return f"It ended on {say_day(row.ended_on)}: {row.ended}."
    if row.stage_on is None:
        return "Nothing has happened yet."
    return f"At “{row.stage}” since {say_day(row.stage_on)}."
