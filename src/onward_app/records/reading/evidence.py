"""Reads for the whole story of a kink: each piece of its evidence, and what isn't known of its interviews."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onward.kinks.gathered import gather_evidence
from onward.kinks.gone import kink_verdict
from onward.kinks.kinds import Kind
from onward.kinks.story import Moment, list_moments
from onward_app import clock
from onward_app.records.facts import Practiced, to_occasions, to_sightings
from onward_app.records.models import Chance, Interview, Kink, Owner, Review, Sighting
from onward_app.records.reading.held import HeldInterview, list_held
from onward_app.records.reading.kinds import map_kinds
from onward_app.records.reading.kinks import SEEN_AT, KinkReport

EARLIER = 8  # interviews from before practice that are asked about


@dataclass(frozen=True, slots=True)
class KinkHistory(KinkReport):
    """One kink or strength with all of its evidence, and what that says today.

    `untold` are interviews since practice began without a replay that weren't asked about yet, and `earlier` some from
    before it, which a later rate could be held against.
    """

    sightings: tuple[Sighting, ...] = ()
    chances: tuple[Chance, ...] = ()
    reviews: tuple[Practiced, ...] = ()
    untold: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()

    @property
    def doubted(self) -> tuple[Chance, ...]:
        """Chances that count as clean though it was seen in the same interview: the person says which it is."""
        began = self.row.working_since
        saw = {one.interview_id for one in self.sightings if one.interview_id and not one.not_mine}
        slipped = {one.interview_id for one in self.chances if one.happened}
        last = {c.interview_id: c for c in self.chances if c.interview_id in saw - slipped and began and c.on > began}
        return tuple(last.values())


def trace_kinks(owner: Owner, rows: Iterable[Kink] | None = None) -> list[KinkHistory]:
    """Every kink and strength that stands from its evidence, with a fixed number of queries whatever their number."""
    found = list(Kink.objects.of(owner).order_by("noticed_on", "pk") if rows is None else rows)
    seen, chances, reviews = _read_evidence(owner, [row.pk for row in found])
    days = {one.pk: one for one in list_held(owner, clock.today()) if one.on < clock.today()}
    named = map_kinds(owner, {row.kind for row in found})
    return [
        _trace_kink(
            row, named.get(row.kind), seen.get(row.pk, []), chances.get(row.pk, []), reviews.get(row.pk, []), days
        )
        for row in found
    ]


_Evidence = tuple[dict[int, list[Sighting]], dict[int, list[Chance]], dict[int, list[Practiced]]]


def _read_evidence(owner: Owner, ids: list[int]) -> _Evidence:
    """By kink what was seen, its chances, and what came of practice, each in order."""
    sightings = Sighting.objects.of(owner).filter(kink__in=ids).annotate(**SEEN_AT)
    seen = _group_by(sightings.order_by("on", "pk"), "kink_id")
    chances = _group_by(Chance.objects.of(owner).filter(kink__in=ids).order_by("on", "pk"), "kink_id")
    reviews: dict[int, list[Practiced]] = {}
    practiced = Review.objects.of(owner).filter(card__kink__in=ids).order_by("at")
    for kink, at, met in practiced.values_list("card__kink", "at", "met"):
        reviews.setdefault(kink, []).append((at, met))
    return seen, chances, reviews


def _group_by(rows: Iterable[Any], name: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, name), []).append(row)
    return found


def _trace_kink(
    row: Kink,
    kind: Kind | None,
    sightings: list[Sighting],
    chances: list[Chance],
    reviews: list[Practiced],
    held: Mapping[int, HeldInterview],
) -> KinkHistory:
    began, noted = row.working_since, {c.interview_id for c in chances if c.interview_id}
    since = [pk for pk, one in held.items() if began and one.on > began and not one.replayed and pk not in noted]
    earlier = [pk for pk, one in held.items() if began and one.on <= began and pk not in noted]
    told = gather_evidence(
        to_sightings(sightings), to_occasions(chances, ()), practices=len(reviews), practice_began=began
    )
    now = kink_verdict(to_occasions(chances, reviews), practice_began=began, missing=len(since))
    return KinkHistory(
        row, kind, replace(told, verdict=now), {one.pk: one for one in sightings},
        tuple(sightings), tuple(chances), tuple(reviews),
        tuple(pk for pk in since if pk not in row.asked), tuple(pk for pk in earlier[-EARLIER:] if pk not in row.asked),
    )  # fmt: skip


def report_kink(owner: Owner, row: Kink) -> KinkHistory:
    """One kink with its evidence."""
    return trace_kinks(owner, [row])[0]


def list_interviews_to_remember(owner: Owner, told: KinkHistory) -> list[tuple[Interview, bool]]:
    """Interviews that a kink's chances aren't known of, newest first, each with whether it was seen there."""
    wanted = [0, *told.untold, *told.earlier]  # 0 is none: a page asks as often whether or not there are any
    rows = Interview.objects.of(owner).filter(pk__in=wanted).select_related("opportunity")
    saw = {one.interview_id for one in told.sightings if not one.not_mine}
    return [(row, row.pk in saw) for row in rows.order_by("-on", "-pk")]


def tell_kink_story(told: KinkHistory) -> tuple[Moment, ...]:
    """Sightings, chances, practice and verdicts on one line of time."""
    return list_moments(
        to_sightings(told.sightings),
        to_occasions(told.chances, told.reviews),
        practice_began=told.row.working_since,
    )


def tell_kink_stories(owner: Owner, rows: Iterable[Kink]) -> dict[int, tuple[Moment, ...]]:
    """The line of time of each of a few kinks, by id, where nothing else is wanted of their evidence."""
    few = list(rows)
    seen, chances, reviews = _read_evidence(owner, [row.pk for row in few])
    return {
        row.pk: list_moments(
            to_sightings(seen.get(row.pk, ())),
            to_occasions(chances.get(row.pk, ()), reviews.get(row.pk, ())),
            practice_began=row.working_since,
        )
        for row in few
    }
