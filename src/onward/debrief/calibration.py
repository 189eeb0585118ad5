"""Forecasts against outcomes: a lean in words when it can be told, a score beside the base rate, a curve from thirty.

Evidence 2: shown from 8 with an answer, shrunk by n / (n + 9) (outcome variance .20, prior spread of a person's bias
.15), a curve from 30. Whether there is a lean at all is looked at after every result, so it is told by an e-value
(`onward.debrief.lean`): of people whose forecasts are right on average at most one in ten is ever told one.
The Brier score (Brier 1950) is compared with always saying the shrunken base rate. Silence counts by its chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from onward.debrief.lean import Lean, tell_lean
from onward.wording.counts import join_sentences, say_count
from onward.wording.days import capitalize_first

SHOWN_FROM = 8
CURVE_FROM = 30
SHRINK = 9
BASE_MEAN = 0.20  # evidence 4: interview to offer, 17 to 28 % in three years; a stated assumption
BASE_STRENGTH = 10
OUTCOME_VARIANCE = 0.20
CLEARLY = 0.12
CLOSE = 0.01  # of the Brier score: less than anybody could notice
BINS = 5


class ForecastOutcome(StrEnum):
    """What became of one interview."""

    MOVED_ON = "moved on"
    NO = "no"
    SILENCE = "silence"  # closed by the person, or so long that they likely won't answer
    WITHDREW = "withdrew"  # the person went, so nobody will know
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was said before the outcome was known (0 to 100), and what came.

    `left` is what silence leaves of the chance: P(still hears now) / P(hears), 0 once nothing can come any more.
    """

    said: int
    outcome: ForecastOutcome
    left: float = 0.0

    @property
    def share(self) -> float:
        """What was said, 0 to 1."""
        return self.said / 100

    @property
    def came(self) -> float:
        """1 or 0 where there was an answer; in silence the chance that it still moves on, if what was said is right."""
        if self.outcome is ForecastOutcome.SILENCE:
            return self.share * min(max(self.left, 0.0), 1.0)
        return float(self.outcome is ForecastOutcome.MOVED_ON)


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

    `gap` is mean(forecast - outcome) with silence counted by its chance, from `low` (all in silence had still moved on)
    to `high` (none did); `bias` is the gap shrunk, `error` its standard error, and positive is more hopeful than what
    came. All of them are None before `SHOWN_FROM` answers, as are the scores; `curve` is empty before `CURVE_FROM`.
    `skill` is 1 - Brier / Brier of always saying `base`.
    """

    n: int
    silent: int
    waiting: int
    base: float
    words: str
    gap: float | None = None
    low: float | None = None
    high: float | None = None
    bias: float | None = None
    error: float | None = None
    lean: Lean = Lean.NONE
    brier: float | None = None
    skill: float | None = None
    curve: tuple[Bin, ...] = ()


def measure_calibration(forecasts: Iterable[Forecast], *, base_mean: float = BASE_MEAN) -> Calibration:
    """Forecasts against outcomes. `base_mean` is the rate assumed before any outcome of one's own."""
    every = tuple(forecasts)
    answered = [f for f in every if f.outcome in _ANSWERED]
    silent = [f for f in every if f.outcome is ForecastOutcome.SILENCE]
    waiting = sum(f.outcome is ForecastOutcome.OPEN for f in every)
    pairs = [(f.share, f.came) for f in (*answered, *silent)]
    # The own rate, shrunk toward the assumed one as if that came from `BASE_STRENGTH` interviews
    n, base = len(answered), (sum(y for _, y in pairs) + BASE_STRENGTH * base_mean) / (len(pairs) + BASE_STRENGTH)
    if n < SHOWN_FROM:
        return Calibration(n, len(silent), waiting, base, _say_too_few(n, len(silent), waiting))
    results = len(pairs)
    gap = _take_mean(p - y for p, y in pairs)
    score, plain = brier_score(pairs), brier_score([(base, y) for _, y in pairs])
    bias = results / (results + SHRINK) * gap
    lean = tell_lean(pairs)
    words = f"{_say_lean(lean, bias)} {_say_usual_rate(score, plain)} {_say_small_print(n, len(silent), waiting, lean)}"
    return Calibration(
        n,
        len(silent),
        waiting,
        base,
        words,
        gap=gap,
        low=gap - sum(1 - f.came for f in silent) / results,
        high=gap + sum(f.came for f in silent) / results,
        bias=bias,
        error=sqrt(OUTCOME_VARIANCE / results),
        lean=lean,
        brier=score,
        skill=1 - score / plain,
        curve=calibration_curve(pairs) if n >= CURVE_FROM else (),
    )


_ANSWERED = (ForecastOutcome.MOVED_ON, ForecastOutcome.NO)


def brier_score(pairs: Sequence[tuple[float, float]]) -> float:
    """The mean squared gap between what was said and what came, both 0 to 1; of what came only by a chance, the
    expected one. Lower is better.
    """
    return _take_mean(y * (1 - p) ** 2 + (1 - y) * p**2 for p, y in pairs)


def calibration_curve(pairs: Sequence[tuple[float, float]]) -> tuple[Bin, ...]:
    """Five equal bands of forecasts; a band without a forecast is left out."""
    bands: list[list[tuple[float, float]]] = [[] for _ in range(BINS)]
    for p, y in pairs:
        bands[min(int(p * BINS), BINS - 1)].append((p, y))
    return tuple(
        Bin(at / BINS, (at + 1) / BINS, len(band), _take_mean(p for p, _ in band), _take_mean(y for _, y in band))
        for at, band in enumerate(bands)
        if band
    )


def _take_mean(numbers: Iterable[float]) -> float:
    every = list(numbers)
    return sum(every) / len(every)


def _say_lean(lean: Lean, bias: float) -> str:
    a_bit, clearly = LEANS[lean]
    return a_bit if abs(bias) < CLEARLY else clearly


LEANS = {
    Lean.HARDER: (
        "So far you’ve been a bit harder on yourself than interviewers were.",
        "So far you’ve been clearly harder on yourself than interviewers were.",
    ),
    Lean.HOPEFUL: (
        "So far you’ve been a bit more hopeful than what came. A great interview can still lose.",
        "So far you’ve been clearly more hopeful than what came. A great interview can still lose.",
    ),
    Lean.NONE: ("So far your forecasts lean to neither side, as far as can be told.",) * 2,
}


def _say_usual_rate(score: float, plain: float) -> str:
    if abs(score - plain) < CLOSE:
        return "Always saying your usual rate would have come about as close."
    return (
        "They came closer than always saying your usual rate."
        if score < plain
        else "Always saying your usual rate would have come closer."
    )


def _say_small_print(n: int, silent: int, waiting: int, lean: Lean) -> str:
    luck = lean is Lean.NONE and n < CURVE_FROM
    return join_sentences(f"n = {n:,}, could be luck." if luck else f"n = {n:,}.", _say_left_out(silent, waiting))


def _say_left_out(silent: int, waiting: int) -> str:
    return join_sentences(
        f"{silent} in silence, counted by the chance that they still answer." if silent else "",
        f"{waiting} still open, not counted." if waiting else "",
    )


def _say_too_few(n: int, silent: int, waiting: int) -> str:
    needed = say_count(
        n,
        "{n} forecast with an answer so far; from {enough} this says something.",
        "{n} forecasts with an answer so far; from {enough} this says something.",
        enough=SHOWN_FROM,
    )
    return join_sentences(capitalize_first(needed), _say_left_out(silent, waiting))
