"""The rates at which jobs move on from stage to stage: published or judged, and moved by a person's own counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import exp, log
from operator import mul
from statistics import NormalDist

from onward.facts import STAGES, Stage
from onward.maths.lattice import spread_points
from onward.maths.log_beta import LogBeta, log_odds_at_scores, put_on_grid, read_between
from onward.maths.proportion import Beta, log_beta

# The share that moves on from each stage. Evidence §12: p(interview | cold application) Beta(1, 14) [51][52] and
# p(offer | interview) Beta(2, 8) = .2 [53], here split in two steps of strength 10. The rest is judgement, labelled so.
MOVES_ON: dict[Stage, Beta] = {
    Stage.LEAD: Beta(5, 5),  # judgement
    Stage.APPLIED: Beta(1, 14),
    Stage.SCREEN: Beta(5, 5),  # judgement
    Stage.INTERVIEW: Beta(5, 5),  # with FINAL: .5 x .4 = .2
    Stage.FINAL: Beta(4, 6),
    Stage.VERBAL: Beta(9.2, 0.8),  # to signed .92, judgement: no good base rate exists
    Stage.WRITTEN: Beta(9.7, 0.3),  # judgement
}
NEXT: dict[Stage, Stage] = {
    Stage.LEAD: Stage.APPLIED,
    Stage.APPLIED: Stage.INTERVIEW,
    Stage.SCREEN: Stage.INTERVIEW,
    Stage.INTERVIEW: Stage.FINAL,
    Stage.FINAL: Stage.VERBAL,
    Stage.VERBAL: Stage.SIGNED,
    Stage.WRITTEN: Stage.SIGNED,
}
WARM = 3.0  # through a person an application moves on this often, capped; evidence §12 [50], shrunk
PERSON = 0.5  # what a person's rates share: standard deviation on the log-odds; judgement
# Seven points that stand for a normal (Gauss and Hermite): in standard deviations, and their weights.
_NORMAL = (
    *((-3.750440, 0.000548), (-2.366760, 0.030757), (-1.154405, 0.240123), (0.0, 0.457143)),
    *((1.154405, 0.240123), (2.366760, 0.030757), (3.750440, 0.000548)),
)
_LATTICE = 512

_Counts = tuple[tuple[Stage, tuple[float, float]], ...]
Step = tuple[Stage, bool]  # a stage, and whether the job came through a person: after an application that is past
STEPS: tuple[Step, ...] = (
    *((Stage.LEAD, False), (Stage.LEAD, True), (Stage.APPLIED, False), (Stage.APPLIED, True)),
    *((stage, False) for stage in NEXT if stage.rank > Stage.APPLIED.rank),
)


@dataclass(frozen=True, slots=True)
class StageRecord:
    """The person's own counts: for each stage (moved on, ended there), parts included.

    `warm` are those of leads and applications through a person; `moved` are all the others.
    """

    moved: Mapping[Stage, tuple[float, float]] = field(default_factory=dict)
    warm: Mapping[Stage, tuple[float, float]] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Equal counts are the same, so that what follows from them can be kept."""
        return hash((frozenset(self.moved.items()), frozenset(self.warm.items())))

    def counts(self, step: Step) -> tuple[float, float]:
        """The person's counts at a step."""
        stage, warm = step
        return (self.warm if warm else self.moved).get(stage, (0.0, 0.0))

    def belief(self, step: Step, effect: float = 0.0) -> Beta:
        """The labelled prior updated by the person's counts, where their rates share an `effect` on the log-odds."""
        return _make_prior(step, effect).updated(*self.counts(step))

    def log_chance(self, effect: float) -> float:
        """The logarithm of how likely the counts are when the rates share an `effect`."""
        pairs = [(_make_prior(step, effect), self.belief(step, effect)) for step in STEPS]
        return sum(log_beta(after.a, after.b) - log_beta(before.a, before.b) for before, after in pairs)


@dataclass(frozen=True, slots=True, eq=False)
class Rates:
    """What is believed of a person's rates: for a few strengths of what they share, a chance and the rate of each step.

    `signed` is the mean chance of ever being signed from each step, and `spread` what it is at each of 512 points
    spread evenly over all that isn't known.
    """

    chances: tuple[float, ...]
    steps: tuple[Mapping[Step, LogBeta], ...]
    signed: Mapping[Step, float]
    spread: Mapping[Step, tuple[float, ...]]


@cache
def find_rated_stage(stage: Stage) -> Stage:
    """The stage whose figures count for this one: itself, or where nobody has any for it the nearest before it."""
    if stage.rank >= Stage.SIGNED.rank:
        return stage
    return next((before for before in reversed(STAGES[: stage.rank + 1]) if before in MOVES_ON), Stage.LEAD)


@cache
def find_step(stage: Stage, *, warm: bool) -> Step:
    """The step of a stage: through a person or not makes two of what comes before anybody met."""
    rated = find_rated_stage(stage)
    return (rated, warm and rated.rank <= Stage.APPLIED.rank)


def next_step(step: Step) -> Step:
    """The step that a job moves on to."""
    stage, warm = step
    return find_step(NEXT[stage], warm=warm)


def believe_rates(record: StageRecord) -> Rates:
    """What is believed of a person's rates after their own counts.

    The counts move what all rates share as well as each of them, so that much of their own leaves little of either.
    """
    return _believe_rates(*(tuple(sorted(counts.items())) for counts in (record.moved, record.warm)))


@lru_cache(maxsize=8)
def _believe_rates(moved: _Counts, warm: _Counts) -> Rates:
    record = StageRecord(dict(moved), dict(warm))
    told = [log(weight) + record.log_chance(PERSON * at) for at, weight in _NORMAL]
    likely = [exp(one - max(told)) for one in told]
    chances = tuple(one / sum(likely) for one in likely)
    beliefs = [{step: record.belief(step, PERSON * at) for step in STEPS} for at, _ in _NORMAL]
    every = [_multiply_on({step: belief.mean for step, belief in one.items()}) for one in beliefs]
    signed = {step: sum(chance * one[step] for chance, one in zip(chances, every, strict=True)) for step in STEPS}
    steps = tuple({step: put_on_grid(belief) for step, belief in one.items()} for one in beliefs)
    return Rates(chances, steps, signed, _spread_signed(chances, record))


def _make_prior(step: Step, effect: float) -> Beta:
    """The labelled prior of a step, its mean moved on the log-odds by what the person's rates share."""
    stage, warm = step
    usual = MOVES_ON[stage]
    strength = usual.a + usual.b
    mean = usual.mean * WARM if warm and stage is Stage.APPLIED else usual.mean
    if effect:
        mean = _to_share(log(mean / (1 - mean)) + effect)
    return Beta(mean * strength, (1 - mean) * strength)


def _spread_signed(chances: tuple[float, ...], record: StageRecord) -> dict[Step, tuple[float, ...]]:
    """The chance of being signed from each step, at points spread evenly over what the rates share and each rate."""
    effects = [PERSON * at for at, _ in _NORMAL]
    mean = sum(map(mul, chances, effects))
    deviation = sum(chance * (effect - mean) ** 2 for chance, effect in zip(chances, effects, strict=True)) ** 0.5
    ends = [{step: log_odds_at_scores(record.belief(step, effect)) for step in STEPS}
            for effect in (mean - deviation, mean + deviation)]  # fmt: skip
    found = []
    for shared, *own in _spread_scores():
        part = (shared + 1) / 2
        low, high = ({step: read_between(end[step], at) for step, at in zip(STEPS, own, strict=True)} for end in ends)
        found.append(_multiply_on({step: _to_share(low[step] + part * (high[step] - low[step])) for step in STEPS}))
    return {step: tuple(one[step] for one in found) for step in STEPS}


@cache
def _spread_scores() -> list[tuple[float, ...]]:
    normal = NormalDist()
    return [tuple(map(normal.inv_cdf, point)) for point in spread_points(_LATTICE, len(STEPS) + 1)]


def _to_share(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


def _multiply_on(rates: Mapping[Step, float]) -> dict[Step, float]:
    """From the rate of each step the chance of being signed from it."""
    signed: dict[Step, float] = {}
    for step in reversed(STEPS):
        signed[step] = rates[step] * signed.get(next_step(step), 1.0)
    return signed
