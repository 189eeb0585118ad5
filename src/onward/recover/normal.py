"""It happens to everyone: base rates with their sources, the arithmetic done here, and the person's own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb

from onward.maths.proportion import Beta, at_least_one
from onward.wording.counts import counted, number, one_in, rate

OFFERS = Beta(2, 8)  # p(offer | interview), evidence §12 [53]
TYPICAL = 0.20  # the mean of that prior
ENOUGH_TO_SAY = 8


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known: a sentence, where it is from, and its number in the evidence."""

    words: str
    source: str
    evidence: str


def run_of_nos(chance: float, nos: int) -> float:
    """The probability of that many nos in a row when each interview has the same chance of a yes."""
    return (1 - chance) ** nos


def facts() -> tuple[Fact, ...]:
    """Base rates that may be printed: read in the source, or computed in this module."""
    some = one_in(at_least_one(OFFERS.a, OFFERS.b, 5))
    return (
        Fact(by_chance(5), "Arithmetic: 0.8 multiplied five times.", "§5 [C]"),
        Fact(by_chance(10), "Arithmetic: 0.8 multiplied ten times.", "§5 [C]"),
        Fact(
            f"Five interviews end in at least one offer for about {some} people, not for all.",
            "Arithmetic on an assumed rate of one offer in five interviews, with its uncertainty.",
            "§5 [C]",
        ),
        *_READ,
    )


def own_numbers(*, interviews: int, offers: int) -> str:
    """The person's own rate, honest about chance; too few are said to be too few."""
    if not 0 <= offers <= interviews:
        raise ValueError(f"{offers} offers from {interviews} interviews can’t be")
    if interviews == 0:
        return "Nobody has met you yet, so this isn’t about how you interview."
    if interviews < ENOUGH_TO_SAY:
        return f"{counted(interviews, 'interview').capitalize()} so far: too few to say anything about you."
    said = rate(OFFERS.updated(offers, interviews - offers), interviews, one="interview")
    return f"Interviews that led to an offer: {said}. {_by_luck(interviews, offers)}"


def by_chance(nos: int, *, chance: float = TYPICAL) -> str:
    """How often that many nos in a row happen to somebody with that chance each time."""
    times = number(max(1, round(1 / run_of_nos(chance, nos))))
    return f"{number(nos).capitalize()} in a row happen to a {round(100 * chance)} % candidate one time in {times}."


def as_few_by_chance(interviews: int, offers: int, *, chance: float = TYPICAL) -> float:
    """P(at most that many offers from so many interviews) at the same chance each time (binomial)."""
    return sum(comb(interviews, k) * chance**k * (1 - chance) ** (interviews - k) for k in range(offers + 1))


def _by_luck(interviews: int, offers: int) -> str:
    share = as_few_by_chance(interviews, offers)
    if offers >= interviews * TYPICAL:
        return "That is at least the usual share."
    if share >= 0.05:
        often = f"about one time in {number(round(1 / share))}" if share < 0.5 else "more often than not"
        return f"Chance alone does that to a 20 % candidate {often}."
    return "Chance alone rarely does that, so a second pair of eyes may help more than another try."


_READ: tuple[Fact, ...] = (
    Fact(
        "In North America 71 in 100 candidates never got any reason for a no.",
        "Talent Board 2022, reported by ERE, 14 September 2022.",
        "§3 [22]",
    ),
    Fact(
        "Some nos are not about anything you did: résumés of applicants of 50 and over got fewer calls back.",
        "Farber, Silverman and von Wachter, NBER working paper 21689.",
        "§5 [70]",
    ),
    Fact(
        "One scientist counted six hours spent on bids that were turned down for every hour on one that won.",
        "Melanie Stefan, Nature 468, 2010.",
        "§5 [67]",
    ),
)
