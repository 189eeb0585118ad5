"""How good forecasts were: the mean log probability, the Brier score, and whether one is surely behind another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log
from random import Random
from typing import Any

from benchmarks.waits.forecasts import Forecasts
from benchmarks.waits.people import Case

CLIPPED = (0.005, 0.995)
RESAMPLED = 2000
SEED = 20


def score_cases(cases: Sequence[Case], forecasts: Forecasts, *, resampled: int = RESAMPLED) -> dict[str, Any]:
    """Log and Brier scores of each forecast, and Onward's paired difference to the best of its rivals."""
    chances = {name: [_clip(say(case)) for case in cases] for name, say in forecasts.named().items()}
    logs = {
        name: [log(p if case.heard else 1 - p) for p, case in zip(said, cases, strict=True)]
        for name, said in chances.items()
    }
    brier = {
        name: _mean([(p - case.heard) ** 2 for p, case in zip(said, cases, strict=True)])
        for name, said in chances.items()
    }
    means = {name: _mean(each) for name, each in logs.items()}
    best = max((name for name in means if name != "onward"), key=lambda name: means[name])
    ahead = [one - other for one, other in zip(logs["onward"], logs[best], strict=True)]
    low, high = bootstrap_range(cases, ahead, resampled=resampled)
    return {
        "log_score": _rounded(means),
        "brier": _rounded(brier),
        "ahead": {"of": best, "by": round(_mean(ahead), 4), "low": round(low, 4), "high": round(high, 4)},
    }


def bootstrap_range(
    cases: Sequence[Case], values: Sequence[float], *, level: float = 0.95, resampled: int = RESAMPLED
) -> tuple[float, float]:
    """The range of a mean over cases when whole applications are drawn anew."""
    sums: dict[int, tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for case, value in zip(cases, values, strict=True):
        total, count = sums[case.application]
        sums[case.application] = (total + value, count + 1)
    pairs, chance = list(sums.values()), Random(SEED)
    means = sorted(_ratio(chance.choices(pairs, k=len(pairs))) for _ in range(resampled))
    out = round((1 - level) / 2 * resampled)
    return means[out], means[-out - 1]


def _ratio(pairs: Sequence[tuple[float, int]]) -> float:
    return sum(total for total, _ in pairs) / sum(count for _, count in pairs)


def _clip(chance: float) -> float:
    return min(max(chance, CLIPPED[0]), CLIPPED[1])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}
