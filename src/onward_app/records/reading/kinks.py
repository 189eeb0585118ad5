"""Reads for kinks and strengths: their evidence, and what it says, computed each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from onward.debrief.chips import COUNTS, Chip, Counts
from onward.kinks.called import name_in_own_words
from onward.kinks.evidence import KinkStanding, weigh_evidence
from onward.kinks.figures import KinkFigure, list_kink_figures
from onward.kinks.first import COST_WORDS, Candidate, Priority, rank_candidates
from onward.kinks.gone import KinkVerdict, State, kink_verdict
from onward.kinks.kinds import NOT_MINE, Kind
from onward.kinks.plain import KNOWN, STRENGTH_KNOWN, say_kink_plainly
from onward.kinks.plan import IfThenPlan
from onward.kinks.story import Moment, list_moments
from onward.practice.learned import LearnedState, check_learned
from onward.wording.counts import spell_times
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.facts import Practiced, to_occasions, to_sightings
from onward_app.records.models import (
    Ask,
    Card,
    Chance,
    Fit,
    Interview,
    Kink,
    Letter,
    Opportunity,
    Owner,
    Review,
    Sighting,
    Value,
    name_job,
)
from onward_app.records.reading.held import HeldInterview, list_held
from onward_app.records.reading.kinds import map_kinds
from onward_app.records.reading.practice import load_states
from onward_app.records.reading.waits import flag

FEEDBACK_SHOWN = 5
_WEIGHT = {Counts.SELF: 0, Counts.INDEPENDENT: 1, Counts.EMPLOYER: 2}
_SEEN = {"job": F("interview__opportunity"), "employer": F("interview__opportunity__employer")}
EARLIER = 8  # interviews from before practice that are asked about


@dataclass(frozen=True, slots=True)
class KinkReport:
    """One kink or strength with what its evidence says today."""

    row: Kink
    kind: Kind | None
    standing: KinkStanding
    verdict: KinkVerdict
    sightings: tuple[Sighting, ...]
    chances: tuple[Chance, ...]
    reviews: tuple[Practiced, ...]
    with_chance: int = 0  # interviews that had a chance for it, as far as is known
    debriefed: int = 0  # interviews that were replayed
    sighted: int = 0  # interviews in which it was seen and no chance is noted
    untold: tuple[int, ...] = ()  # interviews since practice began without a replay, not asked about yet
    earlier: tuple[int, ...] = ()  # and some from before it, which a later rate could be held against

    @property
    def called(self) -> str:
        """What the person called it. One that was named after its kind before is called by the first words of it."""
        row = self.row
        if self.kind is None or row.name != self.kind.name:
            return str(row.name)
        own = (name_in_own_words(one.text) for one in self.sightings if one.text and not one.not_mine)
        return next(own, str(row.name))

    @property
    def kind_word(self) -> str:
        """Its kind, for the small print: “story”; "" for a hunch without one."""
        named = self.kind is not None and self.called != self.kind.name and not self.row.strength
        return self.kind.name.lower() if self.kind is not None and named else ""

    @property
    def plainly(self) -> str:
        """What came of it in interviews, in plain words without figures."""
        return say_kink_plainly(self.verdict, seen=self.standing.counting)

    @property
    def known(self) -> str:
        """How well it is known, in plain words."""
        words = STRENGTH_KNOWN if self.row.strength else KNOWN
        return "not counted" if self.apart else words[self.standing.status]

    @property
    def best_seen(self) -> Sighting | None:
        """The evidence to lead with: what others saw before what only the person did, then the newest."""
        counting = [one for one in self.sightings if not one.not_mine]
        return max(counting, key=lambda one: (_WEIGHT[COUNTS[Chip(one.source)]], one.on, one.pk), default=None)

    @property
    def chance(self) -> str:
        """When it could have occurred."""
        return self.kind.chance if self.kind else ""

    @property
    def plan(self) -> str:
        """Its if-then plan as one sentence, empty where there is none."""
        row = self.row
        return IfThenPlan(row.name, row.if_they, row.then_i).words if row.if_they and row.then_i else ""

    @property
    def figures(self) -> tuple[KinkFigure, ...]:
        """The figures behind its verdict."""
        return () if self.row.strength or self.apart else list_kink_figures(self.verdict)

    @property
    def times(self) -> str:
        """“once”, “three times”: how often it was seen, of what counts."""
        return spell_times(self.standing.counting)

    @property
    def doubted(self) -> tuple[Chance, ...]:
        """Chances that count as clean though it was seen in the same interview: the person says which it is."""
        began = self.row.working_since
        saw = {one.interview_id for one in self.sightings if one.interview_id and not one.not_mine}
        slipped = {one.interview_id for one in self.chances if one.happened}
        last = {c.interview_id: c for c in self.chances if c.interview_id in saw - slipped and began and c.on > began}
        return tuple(last.values())

    @property
    def costs(self) -> str:
        """What it costs, by the person's own mark."""
        return f"{COST_WORDS[self.row.cost].removeprefix('costs ')} ({self.row.cost} of 3, your own mark)"

    @property
    def working(self) -> bool:
        """Whether it is being worked on now."""
        return self.row.working_since is not None and not self.row.resting

    @property
    def gone(self) -> bool:
        """Whether the next real interviews say it is rare now."""
        return self.verdict.state is State.RARE

    @property
    def apart(self) -> bool:
        """Whether it is “not mine, or can't know”: by its kind, or because nothing that was seen counts."""
        return self.row.kind == NOT_MINE or not self.standing.counting

    @property
    def status(self) -> str:
        """Its status in a word."""
        return "not counted" if self.apart else str(self.standing.status)

    @property
    def state(self) -> str:
        """Where it is, in words: that it came back is said until it is rare again."""
        if self.row.resting:
            return "resting"
        came_back = self.verdict.came_back and self.verdict.state is not State.RARE
        return "came back" if came_back and self.verdict.state is State.WORKING else str(self.verdict.state)


def report_kinks(
    owner: Owner, rows: Iterable[Kink] | None = None, *, held: Sequence[HeldInterview] | None = None
) -> list[KinkReport]:
    """Every kink and strength that stands, with a fixed number of queries whatever their number.

    `held` are the interviews up to today, for a page that has read them.
    """
    found = list(Kink.objects.of(owner).order_by("noticed_on", "pk") if rows is None else rows)
    ids = [row.pk for row in found]
    sightings = Sighting.objects.of(owner).filter(kink__in=ids).annotate(**_SEEN)
    evidence = _group_by(sightings.order_by("on", "pk"), "kink_id")
    chances = _group_by(Chance.objects.of(owner).filter(kink__in=ids).order_by("on", "pk"), "kink_id")
    reviews: dict[int, list[Practiced]] = {}
    practiced = Review.objects.of(owner).filter(card__kink__in=ids).order_by("at")
    for kink, at, met in practiced.values_list("card__kink", "at", "met"):
        reviews.setdefault(kink, []).append((at, met))
    every = list_held(owner, clock.today()) if held is None else held
    days = {one.pk: one for one in every if one.on < clock.today()}
    named = map_kinds(owner, {row.kind for row in found})
    return [
        _make_report(
            row, named.get(row.kind), evidence.get(row.pk, []), chances.get(row.pk, []), reviews.get(row.pk, []), days
        )
        for row in found
    ]


def _group_by(rows: Iterable[Any], name: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, name), []).append(row)
    return found


def _make_report(
    row: Kink,
    kind: Kind | None,
    sightings: list[Sighting],
    chances: list[Chance],
    reviews: list[Practiced],
    held: Mapping[int, HeldInterview],
) -> KinkReport:
    began = row.working_since
    noted = {c.interview_id for c in chances if c.interview_id}
    seen = {s.interview_id for s in sightings if s.interview_id and not s.not_mine} - noted
    since = [pk for pk, one in held.items() if began and one.on > began and not one.replayed and pk not in noted]
    earlier = [pk for pk, one in held.items() if began and one.on <= began and pk not in noted]
    debriefed = sum(one.replayed for one in held.values())
    said = kink_verdict(to_occasions(chances, reviews), practice_began=began, missing=len(since))
    return KinkReport(
        row, kind, weigh_evidence(to_sightings(sightings)), said, tuple(sightings), tuple(chances), tuple(reviews),
        len(noted | seen), max(debriefed, len(noted | seen)), len(seen),
        tuple(pk for pk in since if pk not in row.asked), tuple(pk for pk in earlier[-EARLIER:] if pk not in row.asked),
    )  # fmt: skip


def list_interviews_to_remember(owner: Owner, told: KinkReport) -> list[tuple[Interview, bool]]:
    """Interviews that a kink's chances aren't known of, newest first, each with whether it was seen there."""
    rows = Interview.objects.of(owner).filter(pk__in=[*told.untold, *told.earlier]).select_related("opportunity")
    saw = {one.interview_id for one in told.sightings if not one.not_mine}
    return [(row, row.pk in saw) for row in rows.order_by("-on", "-pk")]


def report_kink(owner: Owner, row: Kink) -> KinkReport:
    """One kink with its evidence."""
    return report_kinks(owner, [row])[0]


def tell_kink_story(told: KinkReport) -> tuple[Moment, ...]:
    """Sightings, chances, practice and verdicts on one line of time."""
    return list_moments(
        to_sightings(told.sightings),
        to_occasions(told.chances, told.reviews),
        practice_began=told.row.working_since,
    )


def rank_kinks(told: Sequence[KinkReport]) -> list[tuple[KinkReport, Priority]]:
    """At most two things to fix first, with the factors that put them there."""
    by_id = {one.row.pk: one for one in told if not (one.row.strength or one.apart or one.row.resting)}
    candidates = [
        Candidate(
            pk,
            one.row.name,
            one.standing.status,
            one.verdict,
            one.with_chance,
            one.debriefed,
            one.row.cost,
            one.sighted,
        )
        for pk, one in by_id.items()
    ]
    return [(by_id[one.id], one) for one in rank_candidates(candidates)]


def rank_strengths(told: Sequence[KinkReport]) -> list[KinkReport]:
    """Strengths by how well they are known and how often they were seen."""
    rows = [t for t in told if t.row.strength]
    return sorted(rows, key=lambda t: (-t.standing.sources, -len(t.sightings), t.row.pk))


def list_kink_cards(owner: Owner, row: Kink) -> list[tuple[Card, LearnedState]]:
    """Its cards that are practised, with whether each is learned: another thing than gone."""
    rows = list(Card.objects.of(owner).filter(kink=row, retired_on=None).order_by("pk"))
    states = load_states(rows)
    return [(card, check_learned(states[card.pk])) for card in rows]


def list_feedback_letters(owner: Owner) -> list[Letter]:
    """Letters with feedback that no sighting was made of yet, newest first."""
    used = {*Sighting.objects.of(owner).exclude(letter="").values_list("letter", flat=True)}
    used |= {*Ask.objects.of(owner).exclude(letter="").values_list("letter", flat=True)}
    rows = Letter.objects.filter(owner=owner, kind="feedback", waiting="", outgoing=False, opportunity__stands=True)
    return list(rows.exclude(key__in=used).select_related("opportunity").order_by("-on", "-pk")[:FEEDBACK_SHOWN])


def list_interviews_held(owner: Owner) -> QuerySet[Interview]:
    """Interviews that were, newest first."""
    rows = Interview.objects.of(owner).filter(on__lte=clock.today(), opportunity__stands=True)
    return rows.select_related("opportunity").order_by("-on", "-pk")


def list_interviews_to_choose(owner: Owner, also: int | None, most: int | None) -> list[tuple[int, str]]:
    """To say where something was seen: the newest, so many at most, by their ids. Before them stands `also`, which is
    chosen already.
    """
    rows = list_interviews_held(owner).order_by(flag(~Q(pk=also or 0)), "-on", "-pk")
    told = rows.values_list("pk", "opportunity__employer", "opportunity__role", "on")[:most]
    return [(pk, f"{name_job(employer, role)}, {say_day(on)}") for pk, employer, role, on in told]


def list_lines(owner: Owner, job: Opportunity | None = None) -> list[Value]:
    """The lines that stand and, for a job, aren't known of it yet: for the page before an interview."""
    rows = Value.objects.of(owner).filter(line=True, retired_on=None).order_by("set_on", "pk")
    if job is not None:
        known = Fit.objects.of(owner).filter(opportunity=job).exclude(mark="unknown").exclude(known="guessed")
        rows = rows.exclude(pk__in=known.values("value"))
    return list(rows)
