"""How often forecasts are said to lean: of people whose forecasts are right on average, and of those off by .2.

    python benchmarks/calibration.py [--people 4000] [--seed 1]

One JSON object a line, looked at after every result from the eighth to the sixtieth, by the product's own rule. `kind` is how
the true chances are spread: 0.2, 0.3 and 0.5 are the same each time, "beta" is Beta(2, 5), "any" is even over 5 to 95 in
100; `said` is as thought, or in whole tens. The last lines play interviews on their days: nos that are half or more
silence, which counts by its chance once it is planned as closed, and, beside it, left out as it was before.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from math import erfc, exp, log, sqrt
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from onward.debrief.calibration import SHOWN_FROM, Forecast, ForecastOutcome
from onward.debrief.lean import LIMIT, SHIFTS, Lean, follow_lean, tell_lean

RESULTS = 60
OFF = 0.2
SPREADS: dict[str, Callable[[Random], float]] = {
    "0.2": lambda _: 0.2,
    "0.3": lambda _: 0.3,
    "0.5": lambda _: 0.5,
    "beta": lambda chance: chance.betavariate(2, 5),
    "any": lambda chance: chance.uniform(0.05, 0.95),
}
PLANNED_CLOSED, MEDIAN, SPREAD, HEARS = 23, 7, 0.8, 0.6  # days and the curve after an interview, evidence §10


def ever_told(pairs: list[tuple[float, float]]) -> tuple[Lean, int]:
    """The first lean that is told at any look from the eighth result on, and at which result (0: never)."""
    for n, lean in enumerate(follow_lean(pairs), 1):
        if n >= SHOWN_FROM and lean is not Lean.NONE:
            return lean, n
    return Lean.NONE, 0


def person(chance: Random, kind: str, off: float, *, tens: bool) -> list[tuple[float, float]]:
    """Sixty forecasts of somebody who says `off` more than the true chance, kept within 0 and 1."""
    pairs = []
    for _ in range(RESULTS):
        low = SPREADS[kind](chance)
        high = min(1.0, low + abs(off))
        true, said = (low, high) if off >= 0 else (high, low)
        pairs.append((round(said, 1) if tens else said, float(chance.random() < true)))
    return pairs


def share_told(chance: Random, kind: str, off: float, people: int, *, tens: bool = False) -> dict[str, object]:
    """How many are told each lean by the sixtieth result."""
    told = [ever_told(person(chance, kind, off, tens=tens)) for _ in range(people)]
    looks = sorted(n for _, n in told if n)
    return {
        "kind": kind, "off_by": off, "tens": tens, "results": RESULTS, "people": people,
        "told_harder": sum(lean is Lean.HARDER for lean, _ in told) / people,
        "told_hopeful": sum(lean is Lean.HOPEFUL for lean, _ in told) / people,
        "median_results": looks[len(looks) // 2] if looks else None,
    }  # fmt: skip


def with_silence(chance: Random, silent: float, people: int, interviews: int) -> dict[str, object]:
    """Unbiased forecasters, one interview in four days, told on any day; `silent` of all nos never come."""
    told = without = 0
    for _ in range(people):
        held = [_interview(chance, 4 * n, silent) for n in range(interviews)]
        days = range(0, 4 * interviews + 60, 4)
        told += any(_told(held, day, counted=True) for day in days)
        without += any(_told(held, day, counted=False) for day in days)
    return {
        "silent_nos": silent, "interviews": interviews, "people": people,
        "told_a_lean": told / people, "told_if_silence_is_left_out": without / people,
    }  # fmt: skip


def _interview(chance: Random, day: int, silent: float) -> tuple[float, int, bool, int]:
    """What was said, the day of the answer (never: 10**9), whether they moved on, and the day of the interview."""
    said = SPREADS["beta"](chance)
    moved_on = chance.random() < said
    answer = day + max(1, round(MEDIAN * exp(SPREAD * chance.gauss(0, 1))))
    return said, answer if moved_on or chance.random() >= silent else 10**9, moved_on, day


def _told(held: list[tuple[float, int, bool, int]], day: int, *, counted: bool) -> bool:
    answered = [(said, float(moved)) for said, answer, moved, _ in held if answer <= day]
    waited = [(said, day - on) for said, answer, _, on in held if answer > day and day - on >= PLANNED_CLOSED]
    late = [Forecast(round(100 * said), ForecastOutcome.SILENCE, _left(days)) for said, days in waited if counted]
    if len(answered) < SHOWN_FROM:
        return False
    return tell_lean([*answered, *((one.share, one.came) for one in late)]) is not Lean.NONE


def _left(days: int) -> float:
    """P(still hears) / P(hears) after so many days of silence."""
    unheard = 0.5 * erfc(log(days / MEDIAN) / (SPREAD * sqrt(2)))
    return unheard / (1 - HEARS + HEARS * unheard)


def rules(chance: Random, people: int) -> Iterator[dict[str, object]]:
    """Other shifts and limits beside the product's, for the choice of them."""
    right = [person(chance, "beta", 0, tens=False) for _ in range(people)]
    wrong = [person(chance, "0.5", OFF, tens=False) for _ in range(people)]
    for shift in (*SHIFTS, 2.0):
        yield {"one_shift": shift, "limit": LIMIT, "false": _by(right, shift), "found_off_by_0.2": _by(wrong, shift)}


def _by(people: list[list[tuple[float, float]]], shift: float) -> float:
    found = 0
    for pairs in people:
        up = down = 1.0
        for n, pair in enumerate(pairs, 1):
            up, down = up * _one(pair, shift), down * _one(pair, -shift)
            if n >= SHOWN_FROM and (up + down) / 2 >= LIMIT:
                found += 1
                break
    return found / len(people)


def _one(pair: tuple[float, float], shift: float) -> float:
    said = min(max(pair[0], 0.05), 0.95)
    odds = said / (1 - said) * exp(shift)
    true = odds / (1 + odds)
    return pair[1] * true / said + (1 - pair[1]) * (1 - true) / (1 - said)


def lines(people: int, seed: int) -> Iterator[dict[str, object]]:
    """Every line that is printed."""
    chance = Random(seed)
    for kind in SPREADS:
        yield share_told(chance, kind, 0, people)
        yield share_told(chance, kind, 0, people, tens=True)
    for kind in SPREADS:
        for off in (OFF, -OFF):
            yield share_told(chance, kind, off, people)
    for silent in (0, 0.5, 0.7):
        yield with_silence(chance, silent, max(1, people // 4), 40)
    yield from rules(chance, people)


def main() -> None:
    """Print one JSON object a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for line in lines(given.people, given.seed):
        print(json.dumps(line))


if __name__ == "__main__":
    main()
