"""What there is at all in a search, with one question: how Today begins, and what the rail shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, DateField, Exists, IntegerField, JSONField, QuerySet, Subquery
from django.db.models.functions import Coalesce

from onward.facts import Stage, stages_from
from onward_app.records.models import Companion, Hope, Letter, Opportunity, Owner
from onward_app.records.reading.ask import list_signed
from onward_app.records.reading.notice import list_waiting_letters
from onward_app.records.reading.practice import list_skipped
from onward_app.records.reading.prepared import ask_prepared
from onward_app.records.reading.rail import ask_rooms, tell_rooms
from onward_app.records.reading.rows import list_open_opportunities
from onward_app.records.reading.values import list_values


@dataclass(frozen=True, slots=True)
class There:
    """Whether there is any job, an offer is signed, and what it is for hasn't begun; people are named, lines are set,
    and practice was chosen for a rejection day; how many letters wait; the points set last; and the words of the rooms
    with something in them.
    """

    jobs: bool
    signed: bool
    to_begin: bool
    people: bool
    lines: bool
    practice: bool
    letters: int
    hope: Hope | None
    rooms: frozenset[str]


def load_there(owner: Owner, on: date) -> There:
    """All of it on a day."""
    told = ask_prepared(owner, on, _ask_there)
    rooms, hoped_on, shares = tell_rooms(told), told["hoped_on"], told["shares"]
    hope = Hope(owner=owner, on=hoped_on, shares=shares) if hoped_on else None
    there = {name: told[name] for name in ("jobs", "signed", "to_begin", "people", "lines", "practice")}
    return There(
        **{name: bool(is_so) for name, is_so in there.items()}, letters=told["letters"], hope=hope, rooms=rooms
    )


def _ask_there(owner: Owner, on: date) -> dict[str, Any]:
    hopes = Hope.objects.of(owner).order_by("-on", "-id")
    return {
        "jobs": Exists(Opportunity.objects.of(owner)),
        "signed": Exists(list_signed(owner)),
        "to_begin": Exists(list_open_opportunities(owner).filter(stage__in=stages_from(Stage.SIGNED))),
        "people": Exists(Companion.objects.of(owner)),
        "lines": Exists(list_values(owner, on, line=True)),
        "practice": Exists(list_skipped(owner, on)),
        "letters": Coalesce(Subquery(_count_as_column(list_waiting_letters(owner)), IntegerField()), 0),
        "hoped_on": Subquery(hopes.values("on")[:1], DateField()),
        "shares": Subquery(hopes.values("shares")[:1], JSONField()),
        **ask_rooms(owner, on),
    }


def _count_as_column(rows: QuerySet[Letter]) -> QuerySet[Letter, Any]:
    """How many there are, as a column."""
    return rows.order_by().values("owner").annotate(times=Count("pk")).values("times")
