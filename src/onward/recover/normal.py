"""It happens to everyone: base rates with their sources, the arithmetic done here, and the person's own numbers."""

from __future__ import annotations

from dataclasses import dataclass

from onward.maths.proportion import Beta, beta_tail, chance_of_at_least_one
from onward.pace.tight import NOT_MET, interviews_are_tight
from onward.wording.counts import join_sentences, say_count, say_one_in, say_rate, spell_number
from onward.wording.sources import cited, find_source

OFFERS = Beta(2, 8)  # p(offer | interview), evidence §12 [53]
TYPICAL = 0.20  # the mean of that prior
ENOUGH_TO_SAY = 8


@dataclass(frozen=True, slots=True)
class BaseRate:
    """One thing that is known: a sentence, where it is from, and the key of the field that it is about, if any."""

    words: str
    source: str
    field: str = ""


def chance_of_run(chance: float, nos: int) -> float:
    """The probability of that many nos in a row when each interview has the same chance of a yes."""
    return (1 - chance) ** nos


def list_base_rates(field: str = "") -> tuple[BaseRate, ...]:
    """Base rates that may be printed, read in the source or computed here: those of this field first, of no other."""
    return (*(one for one in _OF_A_FIELD if one.field == field), *_list_general_rates())


def _list_general_rates() -> tuple[BaseRate, ...]:
    some = say_one_in(chance_of_at_least_one(OFFERS.a, OFFERS.b, 5))
    return (
        BaseRate(describe_chance(5), "Arithmetic: 0.8 multiplied five times."),
        BaseRate(describe_chance(10), "Arithmetic: 0.8 multiplied ten times."),
        BaseRate(
            f"Five interviews end in at least one offer for about {some} people, not for all.",
            "Arithmetic on an assumed rate of one offer in five interviews, with its uncertainty.",
        ),
        *_READ,
    )


def describe_own_numbers(*, interviews: int, offers: int, met: int = 0) -> str:
    """The person's own rate, honest about chance; too few are said to be too few.

    `interviews` are decided ones, `met` the jobs where somebody met the person at all, decided or not.
    """
    if not 0 <= offers <= interviews:
        raise ValueError(f"{offers} offers from {interviews} interviews can’t be")
    if interviews == 0:
        return "People have met you, and none of it is decided yet." if met else NOT_MET
    if interviews < ENOUGH_TO_SAY:
        return say_count(
            interviews,
            "{n} interview so far: too few to say anything about you.",
            "{n} interviews so far: too few to say anything about you.",
        )
    said = say_rate(OFFERS.updated(offers, interviews - offers), interviews, *_OWN_RATE)
    return join_sentences(said, _by_luck(interviews, offers))


_OWN_RATE = (
    "Interviews that led to an offer: {about}, {between}, before any interviews of your own.",
    "Interviews that led to an offer: {about}, {between}, from {n} interview.",
    "Interviews that led to an offer: {about}, {between}, from {n} interviews.",
)


def describe_chance(nos: int, *, chance: float = TYPICAL) -> str:
    """How often that many nos in a row happen to somebody with that chance each time."""
    times = spell_number(max(1, round(1 / chance_of_run(chance, nos))))
    return (
        f"Where {_say_interviews(chance)} leads to an offer, {spell_number(nos)} nos in a row come one time in {times}."
    )


def chance_of_as_few(interviews: int, offers: int, *, chance: float = TYPICAL) -> float:
    """P(at most that many offers from so many interviews) at the same chance each time (binomial)."""
    if offers >= interviews:
        return 1.0
    return beta_tail(interviews - offers, offers + 1, 1 - chance)  # the sum itself overflows at a thousand


def _by_luck(interviews: int, offers: int) -> str:
    share = chance_of_as_few(interviews, offers)
    if offers >= interviews * TYPICAL:
        return "That is at least the usual share."
    if not interviews_are_tight(interviews, offers):
        where, times = _say_interviews(TYPICAL), spell_number(round(1 / share))
        if share < 0.5:
            return f"Where {where} leads to an offer, chance alone does that about one time in {times}."
        return f"Where {where} leads to an offer, chance alone does that more often than not."
    return "Chance alone rarely does that, so a second pair of eyes may help more than another try."


def _say_interviews(chance: float) -> str:
    """“one interview in five”, a share in words."""
    return say_one_in(chance).replace(" in ", " interview in ", 1)


_OF_A_FIELD: tuple[BaseRate, ...] = (
    BaseRate(
        cited(
            "In 2025 health care organizations had 40 candidates for each role, those of all industries 73.",
            "smartrecruiters-2025",
        ),
        find_source("smartrecruiters-2025").where,
        "behavioral_health",
    ),
    BaseRate(
        cited(
            "At 27 centers that treat substance use in the US one counselor in three left within a year, most by their "
            "own choice. What is filled today may be open again.",
            "eby-2010",
        ),
        find_source("eby-2010").where,
        "behavioral_health",
    ),
)
_READ: tuple[BaseRate, ...] = (
    BaseRate(
        cited("In North America 71 in 100 candidates never got any reason for a no.", "talent-board-2022"),
        find_source("talent-board-2022").where,
    ),
    BaseRate(
        cited(
            "Some nos are not about anything you did: of made-up applications of college-educated women for "
            "administrative "
            "jobs, those with an age of 50 and over were called back less often.",
            "farber-2017",
        ),
        find_source("farber-2017").where,
    ),
    BaseRate(
        cited(
            "Most of the research fellowships that one young scientist tried for are won about 15 times in 100. By "
            "that, she wrote, six hours go into what is turned down for every hour on what wins.",
            "stefan-2010",
        ),
        find_source("stefan-2010").where,
    ),
)
