"""Reads for kinks and strengths: what their evidence says, which is kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from onward.kinks.called import name_in_own_words
from onward.kinks.evidence import KinkStanding
from onward.kinks.figures import KinkFigure, list_kink_figures
from onward.kinks.first import COSTS, Candidate, Priority, rank_candidates
from onward.kinks.gathered import GatheredEvidence, evidence_from_json
from onward.kinks.gone import KinkVerdict, State
from onward.kinks.kinds import NOT_MINE, Kind
from onward.kinks.plain import KNOWN, STRENGTH_KNOWN, say_kink_plainly
from onward.kinks.plan import IfThenPlan
from onward.practice.learned import LearnedState, check_learned
from onward.wording.counts import spell_times
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.models import (
    Ask,
    Card,
    Debrief,
    Fit,
    Interview,
    Kink,
    Letter,
    Opportunity,
    Owner,
    Sighting,
    Value,
    name_job,
)
from onward_app.records.reading.kinds import map_kinds
from onward_app.records.reading.practice import load_states
from onward_app.records.reading.waits import flag

FEEDBACK_SHOWN = 5
SEEN_AT = {"job": F("interview__opportunity"), "employer": F("interview__opportunity__employer")}


@dataclass(frozen=True, slots=True)
class KinkReport:
    """One kink or strength with what its evidence says. `quoted` are the sightings that pages quote, by id."""

    row: Kink
    kind: Kind | None
    evidence: GatheredEvidence
    quoted: Mapping[int, Sighting]

    @property
    def standing(self) -> KinkStanding:
        """How well it is known."""
        return self.evidence.standing

    @property
    def verdict(self) -> KinkVerdict:
        """Where it is; its words, and what is missing, are those of the whole story alone."""
        return self.evidence.verdict

    @property
    def called(self) -> str:
        """What the person called it. One that was named after its kind before is called by the first words of it."""
        row = self.row
        if self.kind is None or row.name != self.kind.name:
            return str(row.name)
        first = self.quoted.get(self.evidence.first)
        return name_in_own_words(first.text) if first is not None else str(row.name)

    @property
    def kind_word(self) -> str:
        """Its kind, for the small print: “story”; "" for a hunch without one."""
        named = self.kind is not None and self.called != self.kind.name and not self.row.strength
        return self.kind.name.lower() if self.kind is not None and named else ""

    @property
    def plainly(self) -> str:
        """What came of it in interviews, in plain words without figures."""
        return say_kink_plainly(self.verdict, seen=self.evidence.counts.counting)

    @property
    def known(self) -> str:
        """How well it is known, in plain words."""
        words = STRENGTH_KNOWN if self.row.strength else KNOWN
        return "not counted" if self.apart else words[self.standing.status]

    @property
    def best_seen(self) -> Sighting | None:
        """The evidence to lead with: what others saw before what only the person did, then the newest."""
        return self.quoted.get(self.evidence.best)

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
        return spell_times(self.evidence.counts.counting)

    @property
    def costs(self) -> str:
        """What it costs, by the person's own mark."""
        return COSTS[self.row.cost]

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
        return self.row.kind == NOT_MINE or not self.evidence.counts.counting

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


def report_kinks(owner: Owner, rows: Iterable[Kink] | None = None) -> list[KinkReport]:
    """Every kink and strength that stands, with a fixed number of queries whatever there is of evidence."""
    found = list(Kink.objects.of(owner).order_by("noticed_on", "pk") if rows is None else rows)
    named = map_kinds(owner, {row.kind for row in found})
    told = [(row, named.get(row.kind), evidence_from_json(row.evidence)) for row in found]
    # What was named after its kind is called by its first words, and of a strength the best sighting is told. 0 is
    # none: with it a search asks as often whether or not it has any
    wanted = {one.first for row, kind, one in told if kind is not None and row.name == kind.name}
    wanted |= {one.best for row, _, one in told if row.strength}
    quoted = Sighting.objects.of(owner).annotate(**SEEN_AT).in_bulk([0, *wanted])
    return [KinkReport(*one, quoted) for one in told]


def count_replayed(owner: Owner) -> int:
    """How many interviews of jobs that stand were replayed."""
    done = Debrief.objects.of(owner).filter(interview=OuterRef("pk")).exclude(done_at=None)
    held = Interview.objects.of(owner).filter(Exists(done), opportunity__stands=True, on__lt=clock.today())
    return int(held.count())


def rank_kinks(owner: Owner, told: Sequence[KinkReport]) -> list[tuple[KinkReport, Priority]]:
    """At most two things to fix first, with the factors that put them there."""
    by_id = {one.row.pk: one for one in told if not (one.row.strength or one.apart or one.row.resting)}
    debriefed = count_replayed(owner) if by_id else 0
    candidates = [_to_candidate(one, debriefed) for one in by_id.values()]
    return [(by_id[one.id], one) for one in rank_candidates(candidates)]


def _to_candidate(told: KinkReport, debriefed: int) -> Candidate:
    row, known = told.row, told.evidence
    of = max(debriefed, known.with_chance)
    return Candidate(
        row.pk, row.name, told.standing.status, told.verdict, known.with_chance, of, row.cost, known.sighted
    )


def rank_strengths(told: Sequence[KinkReport]) -> list[KinkReport]:
    """Strengths by how well they are known and how often they were seen."""
    rows = [t for t in told if t.row.strength]
    return sorted(rows, key=lambda t: (-t.evidence.counts.sources, -t.evidence.sightings, t.row.pk))


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
