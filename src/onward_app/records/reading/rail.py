"""Which rooms have something in them, so that the rail grows with the search."""

from __future__ import annotations

from django.db.models import Exists

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
from onward_app.records.reading.rows import list_open_opportunities, list_opportunities


def list_rooms_in_use(owner: Owner) -> frozenset[str]:
    """The words of the story whose room has something in it, with one query."""
    debriefs = Debrief.objects.of(owner)
    there = {
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
    found = Owner.objects.filter(pk=owner.pk).annotate(**{f"in_{word}": any_ for word, any_ in there.items()})
    used = found.values(*(f"in_{word}" for word in there)).first() or {}
    return frozenset(name.removeprefix("in_") for name, is_used in used.items() if is_used)
