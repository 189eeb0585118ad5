"""Which rooms have something in them, so that the rail grows with the search."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, Q
from django.db.models.expressions import Combinable

from onward.facts import NOS, OFFERS
from onward_app.records.models import (
    Ask,
    Card,
    Companion,
    Debrief,
    Interview,
    Kink,
    Letter,
    Owner,
    RejectionDay,
    Value,
)
from onward_app.records.reading.prepared import ask_prepared
from onward_app.records.reading.rows import list_open_opportunities, list_opportunities


def list_rooms_in_use(owner: Owner) -> frozenset[str]:
    """The words of the story whose room has something in it, with one query."""
    return tell_rooms(ask_prepared(owner, date.min, ask_rooms))


def ask_rooms(owner: Owner, _: date) -> dict[str, Q | Combinable]:
    """The columns that say so, for a page that asks more of the same kind."""
    debriefs = Debrief.objects.of(owner)
    there: dict[str, Q | Combinable] = {
        "notice": Exists(Letter.objects.filter(owner=owner)),
        "ask": Exists(Ask.objects.of(owner)) | Exists(list_opportunities(owner).filter(ended__in=NOS)),
        "debrief": Exists(Interview.objects.of(owner)) | Exists(debriefs),
        "kinks": Exists(Kink.objects.of(owner)) | Exists(debriefs.exclude(done_at=None)),
        "practice": Exists(Card.objects.of(owner)),
        "pace": Exists(list_open_opportunities(owner)),
        "values": Exists(Value.objects.of(owner))
        | Exists(list_opportunities(owner).filter(ended="", stage__in=OFFERS)),
        "recover": Exists(RejectionDay.objects.of(owner)) | Exists(Companion.objects.of(owner)),
    }
    return {f"in_{word}": any_ for word, any_ in there.items()}


def tell_rooms(used: Mapping[str, Any]) -> frozenset[str]:
    """The words of the rooms of which those columns say that something is in them."""
    return frozenset(name.removeprefix("in_") for name, there in used.items() if name.startswith("in_") and there)
