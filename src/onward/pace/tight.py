"""Where the search is tight, before anybody meets the person or in interviews; said only when the counts allow it.

It is looked at after every result, so the rule is a sequential one: so many decided, and no more than so many of them
went on. The limits spend at most one chance in twenty on somebody who is exactly usual, however often one looks:
`onward.maths.looks` counts that exactly, `benchmarks/tight.py` prints it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onward.maths.looks import is_at_limit
from onward.maths.proportion import Beta
from onward.wording.counts import join_sentences, say_rate
from onward.wording.sources import cited

APPLICATIONS = Beta(1, 14)  # p(interview | application), evidence §12 [51][52]
INTERVIEWS = Beta(2, 8)  # p(offer | interview), evidence §12 [53]
# From so many decided on, none, one, two … that went on are few. Past the last pair nothing new is said.
APPLICATION_LIMITS = (61, 94, 119, 142, 165, 189, 212, 235, 258, 281, 304, 328, 351, 374)
INTERVIEW_LIMITS = (22, 26, 30, 56, 66, 76, 84, 93, 102, 110, 118, 127, 135, 143)
SOURCE = cited(
    "Said only when so few went on that at most one search in twenty that goes exactly as usual is ever told so, "
    "however often one looks (usual: about one interview in 15 applications, one offer in five interviews; both are "
    "assumptions). What is long silent counts as decided. What you ended yourself says nothing and isn’t counted.",
    "careerplug-2020",
    "jobvite-2018",
)
NOT_MET = "Nobody has met you yet, so this isn’t about how you interview."
UNMET = f"{NOT_MET} One conversation with a person who does this work?"
UNMET_FROM = 5  # applications that ended or went silent without a meeting; judgement


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


def judge_tight_spot(*, applications: int, interviewed: int, interviews: int, offers: int, met: int = 0) -> Tight:
    """Counts of decided applications (and how many led to an interview) and decided interviews (and to an offer).

    `met` are the jobs where somebody met the person at all, decided or not.
    """
    unmet = not (met or interviewed or interviews)
    if is_at_limit(APPLICATION_LIMITS, interviewed, applications):
        return Tight(Spot.APPLICATIONS, _say_applications(applications, interviewed, unmet=unmet), _APPLICATIONS)
    if interviews_are_tight(interviews, offers):
        said = say_rate(INTERVIEWS.updated(offers, interviews - offers), interviews, *_FEW_OFFERS)
        return Tight(Spot.INTERVIEWS, said, _INTERVIEWS)
    if applications and unmet:
        return Tight(Spot.NONE, NOT_MET)
    enough = applications >= APPLICATION_LIMITS[0] or interviews >= INTERVIEW_LIMITS[0]
    return Tight(Spot.NONE, _NOT_TIGHT if enough else _TOO_FEW)


def interviews_are_tight(interviews: int, offers: int) -> bool:
    """Whether so many decided interviews with so few offers are said to be few."""
    return is_at_limit(INTERVIEW_LIMITS, offers, interviews)


def _say_applications(n: int, interviewed: int, *, unmet: bool) -> str:
    said = say_rate(APPLICATIONS.updated(interviewed, n - interviewed), n, *_FEW_INTERVIEWS)
    return join_sentences(NOT_MET if unmet else "", said)


_FEW_OFFERS = (
    "Interviews look like the tight spot. Led to an offer: {about}, {between}, before any interviews of your own.",
    "Interviews look like the tight spot. Led to an offer: {about}, {between}, from {n} interview.",
    "Interviews look like the tight spot. Led to an offer: {about}, {between}, from {n} interviews.",
)
_FEW_INTERVIEWS = (
    "Applications look like the tight spot. Led to an interview: {about}, {between}, before any applications of your "
    "own.",
    "Applications look like the tight spot. Led to an interview: {about}, {between}, from {n} application.",
    "Applications look like the tight spot. Led to an interview: {about}, {between}, from {n} applications.",
)
_TOO_FEW = "Too few to say where it is tight, and that is fine."
_NOT_TIGHT = "The counts show no tight spot."
_APPLICATIONS = (
    "Replay three applications as their reader would see them.",
    "Have one conversation with a person who does this work.",
)
_INTERVIEWS = ("Practice out loud the questions that came.", "Ask one person to hear you out and say what they saw.")
