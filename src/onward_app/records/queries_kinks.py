"""Reads for kinks and strengths: their evidence, and what it says, computed each time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.debrief.chips import Chip
from onward.kinks.evidence import Sighting as Seen
from onward.kinks.evidence import Standing, standing
from onward.kinks.gone import Occasion, State, Verdict, verdict
from onward.kinks.kinds import kind_of
from onward_app.records.models import Chance, Debrief, Interview, Kink, Owner, Review, Sighting, Value


@dataclass(frozen=True, slots=True)
class Told:
    """One kink or strength with what its evidence says today."""

    row: Kink
    standing: Standing
    verdict: Verdict
    sightings: tuple[Sighting, ...]
    chances: tuple[Chance, ...]
    reviews: tuple[Review, ...]

    @property
    def chance(self) -> str:
        """When it could have occurred."""
        kind = kind_of(self.row.kind)
        return kind.chance if kind else ""

    @property
    def gone(self) -> bool:
        """Whether the next real interviews say it is likely gone."""
        return self.verdict.state is State.GONE


def kinks(owner: Owner, rows: Iterable[Kink] | None = None) -> list[Told]:
    """Every kink and strength that stands, with four queries whatever their number."""
    found = list(Kink.objects.of(owner).order_by("noticed_on", "pk") if rows is None else rows)
    ids = [row.pk for row in found]
    sightings = _by(
        Sighting.objects.of(owner).filter(kink__in=ids).select_related("interview").order_by("on", "pk"), "kink_id"
    )
    chances = _by(Chance.objects.of(owner).filter(kink__in=ids).order_by("on", "pk"), "kink_id")
    reviews: dict[int, list[Review]] = {}
    for review in Review.objects.of(owner).filter(card__kink__in=ids).select_related("card").order_by("at"):
        reviews.setdefault(review.card.kink_id or 0, []).append(review)
    missing = _without_debrief(owner)
    return [
        _told(row, sightings.get(row.pk, []), chances.get(row.pk, []), reviews.get(row.pk, []), missing)
        for row in found
    ]


def _by(rows: Iterable[Any], name: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, name), []).append(row)
    return found


def _without_debrief(owner: Owner) -> list[date]:
    """Days of interviews that were never replayed."""
    done = set(Debrief.objects.of(owner).exclude(done_at=None).values_list("interview_id", flat=True))
    return [on for pk, on in Interview.objects.of(owner).values_list("pk", "on") if pk not in done]


def _told(
    row: Kink, sightings: list[Sighting], chances: list[Chance], reviews: list[Review], missing: list[date]
) -> Told:
    seen = [Seen(Chip(s.source), s.on, s.interview_id, s.group, s.text) for s in sightings]
    occasions = [Occasion(c.on, c.happened) for c in chances]
    occasions += [Occasion(r.at.date(), happened=len(r.met) == 0, real=False) for r in reviews]
    began = row.working_since
    left = sum(1 for on in missing if began is not None and on > began)
    said = verdict(occasions, practice_began=began, missing=left)
    return Told(row, standing(seen), said, tuple(sightings), tuple(chances), tuple(reviews))


def one(owner: Owner, row: Kink) -> Told:
    """One kink with its evidence."""
    return kinks(owner, [row])[0]


def strengths_first(told: Sequence[Told]) -> list[Told]:
    """Strengths by how well they are known and how often they were seen."""
    rows = [t for t in told if t.row.strength]
    return sorted(rows, key=lambda t: (-t.standing.sources, -len(t.sightings), t.row.pk))


def debriefed(owner: Owner) -> int:
    """How many interviews were replayed."""
    done = Debrief.objects.of(owner).exclude(done_at=None).exclude(interview=None)
    return int(done.values("interview").distinct().count())


def lines(owner: Owner) -> list[Value]:
    """The lines that stand, for the page before an interview."""
    return list(Value.objects.of(owner).filter(line=True, retired_on=None).order_by("set_on", "pk"))
