"""Which other programs changed something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from onward_app.records.models import Change, Owner


@dataclass(frozen=True, slots=True)
class ProgramSeen:
    """A program by what it calls itself, how many changes it made, and when the last."""

    name: str
    changes: int
    last: datetime


def list_programs(owner: Owner) -> list[ProgramSeen]:
    """Every program that changed something, the last one first."""
    rows = Change.objects.filter(owner=owner, by="program").order_by().values_list("program")
    told = rows.annotate(Count("pk"), Max("at"))
    return sorted((ProgramSeen(*row) for row in told), key=lambda one: one.last, reverse=True)
