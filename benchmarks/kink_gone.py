"""How often "rare now" and "improving" are wrong, how fast they see a real change, and what other rules would do.

    python benchmarks/kink_gone.py [--trials 1000] [--seed 1]

One JSON object a line; the rule is the product's own, `onward.kinks.gone.list_kink_verdicts`. Twelve looks are counted
exactly, over all 4,096 searches; longer ones are played. `before` says what is known from before practice began:
"five, two seen" are five chances in which it happened at least twice, or nobody had noticed it; "sightings only" is that it happened twice, and no
clean chance is known.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import product
from math import comb
from pathlib import Path
from random import Random
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from onward.kinks.gone import CLEAN_AFTER_RECURRENCE, PRIOR, State, list_kink_verdicts
from onward.kinks.occasions import KinkOccasion
from onward.maths.proportion import Beta

LOOKS = (12, 24, 40)
RATES = (0.25, 0.3, 0.4, 0.5, 0.6)
FALLS = ((0.5, 0.1), (0.6, 0.05), (0.6, 0.1), (0.4, 0.0))
RHO, TOGETHER = 0.3, 3  # chances of one interview: how alike, and how many
BEGAN = date(2026, 1, 1)
Told = tuple[State, ...]


def binomial(seen: int, chances: int, rate: float) -> float:
    """P(seen of chances)."""
    return comb(chances, seen) * rate**seen * (1 - rate) ** (chances - seen)


def befores(kind: str, rate: float) -> list[tuple[float, int, int]]:
    """What is known from before, as (chance, seen, chances), given that the kink was noticed."""
    if kind == "nothing":
        return [(1.0, 0, 0)]
    if kind == "sightings only":
        return [(1.0, 2, 2)]
    chances, least = {"three, one seen": (3, 1), "five, two seen": (5, 2), "eight, two seen": (8, 2)}[kind]
    found = [(binomial(seen, chances, rate), seen, chances) for seen in range(least, chances + 1)]
    total = sum(chance for chance, *_ in found)
    return [(chance / total, seen, n) for chance, seen, n in found]


KINDS = ("nothing", "sightings only", "three, one seen", "five, two seen", "eight, two seen")


def occasions(real: Sequence[bool], seen: int = 0, before: int = 0, *, practices: int = 0) -> list[KinkOccasion]:
    """A search as the product knows it: what came before practice began, then a chance a day with clean practice."""
    earlier = [KinkOccasion(BEGAN - timedelta(days=n), n < seen) for n in range(before)]
    days = [BEGAN + timedelta(days=n) for n in range(1, len(real) + 1)]
    clean = [KinkOccasion(day, happened=False, real=False) for day in days for _ in range(practices)]
    return [*earlier, *clean, *(KinkOccasion(day, happened) for day, happened in zip(days, real, strict=True))]


def states(every: Sequence[KinkOccasion]) -> Told:
    """The state after each real chance, by the product's own rule."""
    return tuple(now.state for one, now in list_kink_verdicts(every, practice_began=BEGAN) if one.real)


@cache
def known_states(real: tuple[bool, ...], seen: int, before: int) -> Told:
    """The same for a plain search."""
    return states(occasions(real, seen, before))


def exactly(kind: str, rate: float, after: float, looks: int, said: Callable[[Told], bool]) -> float:
    """How often it is said at some look, over all searches there are."""
    total = 0.0
    for chance, seen, before in befores(kind, rate):
        for real in product((False, True), repeat=looks):
            if said(known_states(real, seen, before)):
                total += chance * after ** sum(real) * (1 - after) ** (looks - sum(real))
    return round(total, 4)


def says_improving(told: Told) -> bool:
    """Whether the word was said at some look."""
    return State.IMPROVING in told


def says_either(told: Told) -> bool:
    """Whether improving or rare now was said at some look."""
    return State.IMPROVING in told or State.RARE in told


def improving() -> Iterator[dict[str, object]]:
    """What is said where nothing changed, and where the rate fell, by what is known from before."""
    for kind in KINDS:
        for rate in RATES:
            yield {
                "improving": "nothing changed", "true_rate": rate, "before": kind, "looks": 12,
                "said_improving": exactly(kind, rate, rate, 12, says_improving),
                "said_either": exactly(kind, rate, rate, 12, says_either),
            }  # fmt: skip
        for before, after in FALLS[:2]:
            yield {
                "improving": "it fell", "from": before, "to": after, "before": kind, "looks": 10,
                "said_improving": exactly(kind, before, after, 10, says_improving),
                "said_either": exactly(kind, before, after, 10, says_either),
            }  # fmt: skip


def most_by_any_rule() -> dict[str, object]:
    """Without chances known from before: the most a rule finds of .1 in 10 if .15 of .25 may be told (Neyman, Pearson)."""
    left, found = 0.15, 0.0
    for seen in range(11):
        part = min(1.0, left / binomial(seen, 10, 0.25))
        found, left = found + part * binomial(seen, 10, 0.1), left - part * binomial(seen, 10, 0.25)
        if left <= 0:
            break
    return {
        "improving": "no rule finds more",
        "before": "nothing",
        "to": 0.1,
        "looks": 10,
        "said_improving": round(found, 4),
    }


def plain(chance: Random, rate: float, looks: int) -> tuple[list[KinkOccasion], list[bool]]:
    """One chance in each interview, with two clean practices before it."""
    real = [chance.random() < rate for _ in range(looks)]
    return occasions(real, practices=2), real


def clustered(chance: Random, rate: float, looks: int, *, known: bool) -> tuple[list[KinkOccasion], list[bool]]:
    """Three chances in each interview that resemble each other; `known`: the product is told which interview."""
    strength = (1 - RHO) / RHO
    real: list[bool] = []
    while len(real) < looks:
        rated = chance.betavariate(rate * strength, (1 - rate) * strength)
        real += [chance.random() < rated for _ in range(TOGETHER)]
    made = [
        KinkOccasion(BEGAN + timedelta(days=n + 1), slip, interview=n // TOGETHER if known else None)
        for n, slip in enumerate(real[:looks])
    ]
    return made, real[:looks]


def undebriefed(
    chance: Random, rate: float, looks: int, *, missing: float, answered: float
) -> tuple[list[KinkOccasion], list[bool]]:
    """Of the interviews where it happened a share has no debrief; of those a share is told when asked once."""
    real = []
    while len(real) < looks:
        slip = chance.random() < rate
        if not slip or chance.random() >= missing or chance.random() < answered:
            real.append(slip)
    return occasions(real), real


def gone(
    trials: int, chance: Random, how: str, make: Callable[..., tuple[list[KinkOccasion], list[bool]]], **given: object
) -> Iterator[dict[str, object]]:
    """Nothing changed: how often "rare now" is said by 12, 24 and 40 chances, and by the rule that had no fading."""
    for rate in RATES[:4]:
        ours = dict.fromkeys(LOOKS, 0)
        old = dict.fromkeys(LOOKS, 0)
        for _ in range(trials):
            every, real = make(chance, rate, LOOKS[-1], **given)
            told, before = states(every), without_fading(real)
            for looks in LOOKS:
                ours[looks] += State.RARE in told[:looks]
                old[looks] += any(before[:looks])
        yield {
            "rare_now": "nothing changed", "how": how, **given, "true_rate": rate, "trials": trials,
            "said_by": {str(n): ours[n] / trials for n in LOOKS},
            "said_without_fading": {str(n): old[n] / trials for n in LOOKS},
        }  # fmt: skip


def without_fading(real: Sequence[bool]) -> list[bool]:
    """The rule of before: Beta(1, 1), every chance alike for ever, P(rate < .25) of at least .90."""
    return _with_recurrence(real, [PRIOR.updated(k, n - k).below(0.25) >= 0.9 for n, k in _counts(real)])


def faded(keep: float) -> Callable[[Sequence[bool]], list[bool]]:
    """Every chance counts `keep` times what it did one chance ago; said from where 0 in 8 stands."""
    limit = Beta(1, 1 + sum(keep**n for n in range(8))).below(0.25)

    def rule(real: Sequence[bool]) -> list[bool]:
        seen = clean = 0.0
        said = []
        for happened in real:
            seen, clean = seen * keep + happened, clean * keep + (not happened)
            said.append(Beta(1 + seen, 1 + clean).below(0.25) >= limit - 1e-12)
        return _with_recurrence(real, said)

    return rule


def in_a_row(length: int) -> Callable[[Sequence[bool]], list[bool]]:
    """Clean in the first eight, or in so many in a row."""

    def rule(real: Sequence[bool]) -> list[bool]:
        said, row = [], 0
        for n, happened in enumerate(real, 1):
            row = 0 if happened else row + 1
            said.append(row >= (8 if row == n else length))
        return said

    return rule


def traced(real: Sequence[bool]) -> list[bool]:
    """The product's own."""
    return [state is State.RARE for state in states(occasions(real))]


def _counts(real: Sequence[bool]) -> Iterator[tuple[int, int]]:
    seen = 0
    for n, happened in enumerate(real, 1):
        seen += happened
        yield n, seen


def _with_recurrence(real: Sequence[bool], said: Sequence[bool]) -> list[bool]:
    """After it was said and came back, three clean chances first."""
    told: list[bool] = []
    back, row = False, 0
    for happened, now in zip(real, said, strict=True):
        back = back or bool(happened and told and told[-1])
        row = 0 if happened else row + 1
        told.append(now and len(told) >= 2 and not (back and row < CLEAN_AFTER_RECURRENCE))
    return told


RULES: dict[str, Callable[[Sequence[bool]], list[bool]]] = {
    "traced (the product)": traced,
    "no fading": without_fading,
    "fading by .97 a chance": faded(0.97),
    "fading by .95 a chance": faded(0.95),
    "fading by .90 a chance": faded(0.90),
    "12 in a row": in_a_row(12),
    "14 in a row": in_a_row(14),
}


def rules(trials: int, seed: int) -> Iterator[dict[str, object]]:
    """Each rule on the same searches: wrong by 12, 24, 40 looks; a fall seen by 12 and 24; four early slips, then clean."""
    for name, rule in RULES.items():
        chance = Random(seed)
        wrong = {}
        for rate in (0.25, 0.4):
            told = [rule([chance.random() < rate for _ in range(40)]) for _ in range(trials)]
            wrong[str(rate)] = {str(n): sum(any(one[:n]) for one in told) / trials for n in LOOKS}
        fell = [rule([chance.random() < 0.05 for _ in range(24)]) for _ in range(trials)]
        slips = [rule([True] * 4 + [chance.random() < 0.05 for _ in range(24)]) for _ in range(trials)]
        needed = rule([True] * 4 + [False] * 60)
        yield {
            "rule": name, "wrong_by": wrong,
            "fell_to_0.05_seen_by": {str(n): sum(any(one[:n]) for one in fell) / trials for n in (12, 24)},
            "four_slips_then_0.05_seen_by": {str(n): sum(any(one[:n]) for one in slips) / trials for n in (16, 20, 28)},
            "clean_needed_after_four_slips": needed.index(True) - 3 if True in needed else None,
        }  # fmt: skip


def changed(trials: int, chance: Random) -> Iterator[dict[str, object]]:
    """The rate really fell: how often "rare now" is said within twelve chances, and after how many."""
    for before, after in FALLS:
        told = [states(occasions([chance.random() < after for _ in range(12)])) for _ in range(trials)]
        called = [one.index(State.RARE) + 1 for one in told if State.RARE in one]
        yield {
            "rare_now": "it fell", "from": before, "to": after, "looks": 12, "trials": trials,
            "said": len(called) / trials, "median_looks": median(called) if called else None,
        }  # fmt: skip


def recurred(clean: int) -> dict[str, object]:
    """Said after `clean` chances, then it happened once: how many clean chances until it is said again."""
    told = states(occasions([False] * clean + [True] + [False] * 40))
    return {
        "recurrence_after": clean, "state_at_once": str(told[clean]),
        "clean_until_said_again": told[clean + 1 :].index(State.RARE) + 1,
    }  # fmt: skip


def lines(trials: int, seed: int) -> Iterator[dict[str, object]]:
    """Every line that is printed."""
    chance = Random(seed)
    yield from improving()
    yield most_by_any_rule()
    yield from gone(trials, chance, "one chance an interview", plain)
    yield from gone(trials, chance, "three alike in an interview", clustered, known=True)
    yield from gone(trials, chance, "three alike in an interview", clustered, known=False)
    for missing in (0.5, 0.7):
        for answered in (0.0, 0.5):
            yield from gone(trials, chance, "debriefs missing", undebriefed, missing=missing, answered=answered)
    yield from changed(trials, chance)
    yield from (recurred(clean) for clean in (8, 11, 14))
    yield from rules(trials, seed)


def main() -> None:
    """Print one JSON object a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for line in lines(given.trials, given.seed):
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
