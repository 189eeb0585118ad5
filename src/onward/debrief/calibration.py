"""Forecasts against outcomes: the bias in words, a score beside the base rate, a curve only when there is enough.

Evidence 2: shown from 8 resolved forecasts, shrunk by n / (n + 9) (outcome variance .20, prior spread of a person's
bias .15), a curve from 30. The Brier score (Brier 1950) is compared with always saying the shrunken base rate.
Silence is censored: it is counted apart, never as a loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from onward.wording.counts import count_noun

SHOWN_FROM = 8
CURVE_FROM = 30
SHRINK = 9
BASE_MEAN = 0.20  # evidence 4: interview to offer, 17 to 28 % in three years; a stated assumption
BASE_STRENGTH = 10
OUTCOME_VARIANCE = 0.20
ABOUT_RIGHT = 0.03
BINS = 5


class ForecastOutcome(StrEnum):
    """What became of one interview."""

    MOVED_ON = "moved on"
    NO = "no"
    SILENCE = "silence"  # closed by the person after silence
    WITHDREW = "withdrew"  # the person went, so nobody will know
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was said before the outcome was known (0 to 100), and what came."""

    said: int
    outcome: ForecastOutcome


@dataclass(frozen=True, slots=True)
class Bin:
    """One point of the curve: `n` forecasts from `low` to `high` (0 to 1), their mean, and the share that moved on."""

    low: float
    high: float
    n: int
    said: float
    came: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the forecasts say so far.

    `gap` is mean(forecast - outcome), `bias` that gap shrunk, `error` the standard error of the gap; positive is
    more hopeful than what came. All of them are None before `SHOWN_FROM` resolved, as are the scores; `curve` is
    empty before `CURVE_FROM`. `skill` is 1 - Brier / Brier of always saying `base`.
    """

    n: int
    silent: int
    waiting: int
    gap: float | None
    bias: float | None
    error: float | None
    brier: float | None
    base: float
    skill: float | None
    curve: tuple[Bin, ...]
    words: str


def measure_calibration(forecasts: Iterable[Forecast], *, base_mean: float = BASE_MEAN) -> Calibration:
    """Forecasts against outcomes. `base_mean` is the rate assumed before any outcome of one's own."""
    every = tuple(forecasts)
    resolved = [(f.said / 100, float(f.outcome is ForecastOutcome.MOVED_ON)) for f in every if f.outcome in _RESOLVED]
    silent, waiting = (
        sum(f.outcome is kind for f in every) for kind in (ForecastOutcome.SILENCE, ForecastOutcome.OPEN)
    )
    n, base = len(resolved), _base(resolved, base_mean)
    if n < SHOWN_FROM:
        return Calibration(n, silent, waiting, None, None, None, None, base, None, (), _too_few(n, silent, waiting))
    gap = sum(p - y for p, y in resolved) / n
    score, plain = brier_score(resolved), brier_score([(base, y) for _, y in resolved])
    bias = n / (n + SHRINK) * gap
    return Calibration(
        n,
        silent,
        waiting,
        gap,
        bias,
        sqrt(OUTCOME_VARIANCE / n),
        score,
        base,
        1 - score / plain,
        calibration_curve(resolved) if n >= CURVE_FROM else (),
        f"{_bias_words(bias)} {_base_words(score, plain)} {_small_print(n, silent, waiting)}",
    )


_RESOLVED = (ForecastOutcome.MOVED_ON, ForecastOutcome.NO)


def brier_score(pairs: Sequence[tuple[float, float]]) -> float:
    """The mean squared gap between what was said and what came, both 0 to 1. Lower is better."""
    return sum((p - y) ** 2 for p, y in pairs) / len(pairs)


def calibration_curve(pairs: Sequence[tuple[float, float]]) -> tuple[Bin, ...]:
    """Five equal bands of forecasts; a band without a forecast is left out."""
    bands: list[list[tuple[float, float]]] = [[] for _ in range(BINS)]
    for p, y in pairs:
        bands[min(int(p * BINS), BINS - 1)].append((p, y))
    return tuple(
        Bin(at / BINS, (at + 1) / BINS, len(band), _mean(p for p, _ in band), _mean(y for _, y in band))
        for at, band in enumerate(bands)
        if band
    )


def _mean(numbers: Iterable[float]) -> float:
    every = list(numbers)
    return sum(every) / len(every)


def _base(resolved: Sequence[tuple[float, float]], mean: float) -> float:
    """The person's own rate, shrunk toward the assumed one as if that came from ten interviews."""
    return (sum(y for _, y in resolved) + BASE_STRENGTH * mean) / (len(resolved) + BASE_STRENGTH)


def _bias_words(bias: float) -> str:
    size = "a bit" if abs(bias) < 0.12 else "clearly"
    if bias < -ABOUT_RIGHT:
        return f"So far you’ve been {size} harder on yourself than interviewers were."
    if bias > ABOUT_RIGHT:
        return f"So far you’ve been {size} more hopeful than what came. A great interview can still lose."
    return "So far your forecasts and what came are close."


def _base_words(score: float, plain: float) -> str:
    if score < plain:
        return "Your forecasts told more than always saying your usual rate."
    return "Always saying your usual rate would have come as close."


def _small_print(n: int, silent: int, waiting: int) -> str:
    return f"n = {n}, could be luck.{_apart(silent, waiting)}"


def _apart(silent: int, waiting: int) -> str:
    parts = [f"{silent} ended in silence"] * bool(silent) + [f"{waiting} still open"] * bool(waiting)
    return f" Counted apart: {', '.join(parts)}." if parts else ""


def _too_few(n: int, silent: int, waiting: int) -> str:
    needed = f"{count_noun(n, 'forecast')} with an answer so far; from {SHOWN_FROM} this says something."
    return f"{needed[0].upper()}{needed[1:]}{_apart(silent, waiting)}"
