"""Which kinks a change touches: noted row by row, and looked at anew when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from onward_app.records.lots import lots
from onward_app.records.models import Card, Chance, Interview, Kink, Review, Sighting


class KinksTouched:
    """Of which kinks the evidence may be another after a change: by their own rows, and by what theirs rest on."""

    def __init__(self) -> None:
        self._ids: set[int] = set()
        self._cards: set[int] = set()  # of which an answer was given or taken back
        self._moved: set[int] = set()  # interviews that are at another job now: who spoke there may be somebody else

    def note(self, row: Model, before: Mapping[str, Any]) -> None:
        """A row that a change made or edited, with the columns that it set, as they were."""
        if isinstance(row, Kink):
            self._ids.add(row.pk)
        elif isinstance(row, Sighting | Chance | Card):
            self._ids |= {pk for pk in (row.kink_id, before.get("kink_id")) if pk is not None}
        elif isinstance(row, Review):
            self._cards.add(row.card_id)
        elif isinstance(row, Interview) and "opportunity_id" in before:
            self._moved.add(row.pk)

    def refresh(self) -> None:
        """Look at all of them anew."""
        from onward_app.records.writing.evidence import refresh_kinks  # heavy, as weighing evidence is

        ids = set(self._ids)
        for lot in lots(self._cards):
            ids |= set(Card.objects.filter(pk__in=lot).exclude(kink=None).values_list("kink_id", flat=True))
        for lot in lots(self._moved):
            ids |= set(Sighting.objects.filter(interview__in=lot).values_list("kink_id", flat=True))
        refresh_kinks(ids)
