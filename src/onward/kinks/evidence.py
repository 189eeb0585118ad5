"""What is known of a kink or a strength, and by whom: suspected, supported, confirmed; and when it is a pattern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.debrief.chips import COUNTS, Chip, Counts
from onward.kinks.voices import Place, Said, count_people
from onward.wording.counts import say_count, spell_number

INTERVIEWS_FOR_A_PATTERN = 3  # evidence 10, multiplicity
SOURCES_FOR_A_PATTERN = 2
NOTHING_COUNTS = "Nothing counts for it: what was seen isn’t yours, or can’t be known."


class Status(StrEnum):
    """How well it is known, by independent sources. Nobody sets it: it follows from the sightings."""

    SUSPECTED = "suspected"
    SUPPORTED = "supported"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Sighting:
    """One piece of evidence.

    `group` is whose word it is: the same group is one source however often it speaks, and a panel is one group.
    `interview` is the interview it was seen in and `job` its job, None when that isn't known. `mine` is False for what
    the person marked “not mine, or can't know”: it stays on the line of time and counts for nothing.
    """

    chip: Chip
    on: date
    interview: int | None = None
    group: str = ""
    text: str = ""
    mine: bool = True
    id: int = 0
    job: int | None = None


@dataclass(frozen=True, slots=True)
class KinkStanding:
    """What the sightings say together: `sources` are independent ones, `interviews` those it was seen in.

    `counting` is how many sightings count at all; with none of them there is nothing to work on.
    """

    status: Status
    sources: int
    interviews: int
    pattern: bool
    words: str
    counting: int = 0


@dataclass(frozen=True, slots=True)
class EvidenceCounts:
    """All of the sightings that their standing rests on: how many count, from how many independent sources and in how
    many interviews, and whether the employer said so.
    """

    counting: int = 0
    sources: int = 0
    interviews: int = 0
    by_employer: bool = False


def weigh_evidence(sightings: Sequence[Sighting]) -> KinkStanding:
    """The status of a kink or strength from its sightings that stand, in any order."""
    return judge_standing(count_evidence(sightings))


def count_evidence(sightings: Iterable[Sighting]) -> EvidenceCounts:
    """What of the sightings that stand has to be known for it; they come in any order."""
    mine = [one for one in sightings if one.mine]
    others = (one for one in mine if COUNTS[one.chip] is not Counts.SELF)
    return EvidenceCounts(
        counting=len(mine),
        sources=count_people(Said(one.chip, one.group, Place(one.interview, one.job)) for one in others),
        interviews=len({one.interview for one in mine if one.interview is not None}),
        by_employer=any(COUNTS[one.chip] is Counts.EMPLOYER for one in mine),
    )


def judge_standing(counts: EvidenceCounts) -> KinkStanding:
    """The status that these counts come to."""
    sources, interviews = counts.sources, counts.interviews
    if sources >= SOURCES_FOR_A_PATTERN or counts.by_employer:
        status = Status.CONFIRMED
    else:
        status = Status.SUPPORTED if sources else Status.SUSPECTED
    pattern = interviews >= INTERVIEWS_FOR_A_PATTERN and sources >= SOURCES_FOR_A_PATTERN
    words = _say_evidence(status, sources, interviews, pattern=pattern) if counts.counting else NOTHING_COUNTS
    return KinkStanding(status, sources, interviews, pattern, words, counts.counting)


def _say_evidence(status: Status, sources: int, interviews: int, *, pattern: bool) -> str:
    seen = say_count(interviews, "seen in {n} interview", "seen in {n} interviews")
    seen = seen if interviews else "not tied to an interview"
    who = {
        Status.SUSPECTED: "So far only you think so. It stays a hunch until somebody or something else shows it",
        Status.SUPPORTED: "One independent source shows it",
        Status.CONFIRMED: "Confirmed by the employer: it was observed there"
        if sources == 1
        else f"Confirmed by {spell_number(sources)} independent sources: it was observed there",
    }[status]
    if pattern:
        pattern_words = f"Three or more interviews and {spell_number(sources)} sources: you may call it a pattern."
    elif interviews < INTERVIEWS_FOR_A_PATTERN:
        pattern_words = "Fewer than three interviews is too few to call it a pattern."
    else:
        pattern_words = "It isn’t a pattern before two independent sources have seen it."
    return f"{who} ({seen}). {pattern_words}"
