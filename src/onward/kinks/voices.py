"""Whose word it is: how many people have surely said it. What may be one person twice is one; rather too few than too
many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onward.debrief.chips import Chip

_TITLES = frozenset({"mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor"})
_ROLES = frozenset(
    {
        "a", "an", "and", "boss", "chief", "chair", "clinical", "committee", "coordinator", "director", "every",
        "executive", "head", "hiring", "hr", "human", "interviewer", "interviewers", "lead", "manager", "of",
        "one", "other", "panel", "person", "program", "recruiter", "resources", "senior", "somebody", "someone",
        "supervisor", "team", "the", "their", "they",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a voice was heard: an interview and its job, None where that isn't known."""

    interview: int | None
    job: int | None = None

    def may_be(self, other: Place) -> bool:
        """Whether the same person may have been at both: the same interview or job, or one that nobody named."""
        if self.interview is None or other.interview is None or self.interview == other.interview:
            return True
        return self.job is not None and self.job == other.job


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice: a name as it compares ("" without one), what it was ("they", "person", "recording"), and where
    heard.
    """

    name: tuple[str, ...]
    sorts: frozenset[str]
    places: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Said:
    """Who said something, as it was noted: the chip, a name or a role or nothing, and where."""

    chip: Chip
    group: str
    place: Place


def count_people(said: Iterable[Said]) -> int:
    """How many have surely said it: the most voices of which no two may be the same. A recording is one voice in all,
    since the person judges each of them."""
    voices = sorted(_list_voices(said), key=_tell_order)
    same = [[_may_be_same(one, other) for other in voices[:place]] for place, one in enumerate(voices)]
    most = 0
    for first in range(len(voices)):
        most = max(most, _count_apart(first, same))
        if most == len(voices):
            break
    return most


def _tell_order(voice: Voice) -> tuple[bool, tuple[str, ...], list[str], list[tuple[int, int]]]:
    """Names first. It only has to be the same each time."""
    places = sorted((place.interview or 0, place.job or 0) for place in voice.places)
    return not voice.name, voice.name, sorted(voice.sorts), places


def _count_apart(first: int, same: Sequence[Sequence[bool]]) -> int:
    """Beginning with one: how many there are of whom each is surely another person than all before. `same` says of each
    voice whether it may be one of those that stand before it in order.
    """
    found = [first]
    for place in range(len(same)):
        if place != first and not any(same[max(place, one)][min(place, one)] for one in found):
            found.append(place)
    return len(found)


def _list_voices(said: Iterable[Said]) -> list[Voice]:
    """Everything under one name is one voice; without one each place is."""
    together: dict[tuple[object, ...], list[Said]] = {}
    for one in said:
        name = _split_name(one)
        together.setdefault((name,) if name else (_sort_of_voice(one.chip), one.place), []).append(one)
    return [
        Voice(
            _split_name(some[0]),
            frozenset(_sort_of_voice(one.chip) for one in some),
            frozenset(one.place for one in some),
        )
        for some in together.values()
    ]


def _sort_of_voice(chip: Chip) -> str:
    return {Chip.RECORDING: "recording", Chip.PERSON: "person"}.get(chip, "they")


def _split_name(said: Said) -> tuple[str, ...]:
    """The words of the name as they compare. A recording has none, and a role is none: it may be anybody there."""
    words = "".join(c if c.isalnum() else " " for c in said.group.casefold()).split()
    named = tuple(word for word in words if word not in _TITLES)
    return () if said.chip is Chip.RECORDING or set(named) <= _ROLES else named


def _may_be_same(one: Voice, other: Voice) -> bool:
    if one.name and other.name:
        return may_be_same_name(one.name, other.name)
    shared = one.sorts & other.sorts
    if not shared:
        return False
    if shared & {"recording", "person"}:
        return True
    return any(here.may_be(there) for here in one.places for there in other.places)


def may_be_same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person’s: “Dana” and “Dana Ruiz”, “D. R.” and “Dana Ruiz”; not “Dana” and “Lee”."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(any(_word_may_be(word, another) for another in rest) for word in short)


def _word_may_be(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))
