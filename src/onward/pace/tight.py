"""Where the search is tight, before anybody meets the person or in interviews; said only when the counts allow it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onward.maths.proportion import Beta
from onward.wording.counts import say_rate

APPLICATIONS = Beta(1, 14)  # p(interview | application), evidence §12 [51][52]
INTERVIEWS = Beta(2, 8)  # p(offer | interview), evidence §12 [53]
SURE = 0.90  # P(rate < prior mean) and
LEAST = 8  # at least so many, evidence §10
SOURCE = (
    "Said only from eight decided on, and when it is nine in ten likely that the rate is below the usual one (about one "
    "interview in 15 applications, one offer in five interviews). What is long silent counts as decided."
)
NOT_MET = "Nobody has met you yet, so this isn’t about how you interview."


class Spot(StrEnum):
    """The tight spot, if the counts show one."""

    APPLICATIONS = "applications"
    INTERVIEWS = "interviews"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Tight:
    """Which spot, in words, and what to do about it."""

    spot: Spot
    words: str
    offers: tuple[str, ...] = ()


def judge_tight_spot(*, applications: int, interviewed: int, interviews: int, offers: int) -> Tight:
    """Counts of decided applications (and how many led to an interview) and decided interviews (and to an offer)."""
    if _is_tight(APPLICATIONS, interviewed, applications):
        return Tight(Spot.APPLICATIONS, _applications(applications, interviewed), _APPLICATIONS)
    if _is_tight(INTERVIEWS, offers, interviews):
        said = say_rate(INTERVIEWS.updated(offers, interviews - offers), interviews, one="interview")
        return Tight(Spot.INTERVIEWS, f"Interviews look like the tight spot. Led to an offer: {said}.", _INTERVIEWS)
    return Tight(Spot.NONE, NOT_MET if applications and not interviewed and not interviews else _TOO_FEW)


def _is_tight(prior: Beta, hits: int, n: int) -> bool:
    return n >= LEAST and prior.updated(hits, n - hits).below(prior.mean) >= SURE


def _applications(n: int, interviewed: int) -> str:
    said = say_rate(APPLICATIONS.updated(interviewed, n - interviewed), n, one="application")
    start = f"{NOT_MET} " if not interviewed else ""
    return f"{start}Applications look like the tight spot. Led to an interview: {said}."


_TOO_FEW = "Too few to say where it is tight, and that is fine."
_APPLICATIONS = (
    "Replay three applications as their reader would see them.",
    "Have one conversation with a person who does this work.",
)
_INTERVIEWS = ("Practice out loud the questions that came.", "Ask one person to hear you out and say what they saw.")
