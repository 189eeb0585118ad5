"""A kink's story on one line of time: sightings, practice, chances, and the verdicts when they changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from onward.kinks.evidence import Sighting, Status, weigh_evidence
from onward.kinks.gone import State, list_kink_verdicts
from onward.kinks.occasions import KinkOccasion
from onward.wording.counts import join_sentences, spell_times
from onward.wording.days import MONTHS

CLEAN_PRACTICE = "Practiced, clean."
UNCOUNTED = "That was before you began to practice."
NOW = {
    Status.SUSPECTED: "A hunch so far.",
    Status.SUPPORTED: "Now one other source says so.",
    Status.CONFIRMED: "Now others saw it there too.",
}


class MomentSort(StrEnum):
    """What happened at one moment of a kink's story."""

    SEEN = "seen"
    NOT_MINE = "not counted"
    STATUS = "known"
    BEGAN = "practice began"
    PRACTICE = "practice"
    CLEAN = "a clean chance"
    HAPPENED = "it happened"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment: the day, what sort of thing, the words, and the id of the sighting or chance it is, if it is one."""

    on: date
    sort: MomentSort
    words: str
    id: int = 0


def list_moments(
    sightings: Sequence[Sighting], occasions: Iterable[KinkOccasion], *, practice_began: date | None
) -> tuple[Moment, ...]:
    """Everything that is known of a kink in the order of its days."""
    moments = [*_list_sighted(sightings), *_list_tried(occasions, practice_began)]
    if practice_began is not None:
        moments.append(Moment(practice_began, MomentSort.BEGAN, "Practice began."))
    return tuple(sorted(moments, key=lambda m: (m.on, _ORDER.index(m.sort))))


_ORDER = (
    MomentSort.SEEN,
    MomentSort.NOT_MINE,
    MomentSort.STATUS,
    MomentSort.BEGAN,
    MomentSort.PRACTICE,
    MomentSort.CLEAN,
    MomentSort.HAPPENED,
    MomentSort.VERDICT,
)


def _list_sighted(sightings: Sequence[Sighting]) -> Iterator[Moment]:
    status: Status | None = None
    ordered = sorted(sightings, key=lambda s: s.on)
    for n, sighting in enumerate(ordered, 1):
        said = f": “{sighting.text.rstrip().rstrip('.')}”" if sighting.text else ""
        who = f" ({sighting.group})" if sighting.group else ""
        sort, opening = (MomentSort.SEEN, "Seen") if sighting.mine else (MomentSort.NOT_MINE, "Not mine, or can’t know")
        yield Moment(sighting.on, sort, f"{opening}, {sighting.chip}{who}{said}.", sighting.id)
        if not sighting.mine:
            continue
        now = weigh_evidence(ordered[:n]).status
        if now is not status:
            yield Moment(sighting.on, MomentSort.STATUS, NOW[now])
        status = now


def _list_tried(occasions: Iterable[KinkOccasion], practice_began: date | None) -> Iterator[Moment]:
    every = tuple(occasions)
    yield from (_make_moment(one, practice_began) for one in every)
    state: State = State.WORKING
    for occasion, now in list_kink_verdicts(every, practice_began=practice_began):
        if now.state is not state:
            if state is State.RARE:
                change = "It came back. That’s information: working on it."
            else:
                change = "Rare now." if now.state is State.RARE else f"Now {now.state}."
            yield Moment(occasion.on, MomentSort.VERDICT, change)
        state = now.state


def _make_moment(one: KinkOccasion, practice_began: date | None) -> Moment:
    if not one.real:
        return Moment(one.on, MomentSort.PRACTICE, "Practiced, it happened." if one.happened else CLEAN_PRACTICE)
    early = UNCOUNTED if practice_began is not None and one.on <= practice_began else ""
    if one.happened:
        return Moment(one.on, MomentSort.HAPPENED, join_sentences("It happened.", early), one.id)
    clean = "Clean: it could have come up, and didn’t."
    return Moment(one.on, MomentSort.CLEAN, join_sentences(clean, early), one.id)


def gather_moments(line: Sequence[Moment]) -> tuple[Moment, ...]:
    """The same line with practice that follows on practice as one moment on its first day, for reading."""
    told: list[Moment] = []
    for sort, some in groupby(line, key=lambda m: m.sort):
        run = tuple(some)
        told += [_join_practice(run)] if sort is MomentSort.PRACTICE and len(run) > 1 else run
    return tuple(told)


def _join_practice(run: Sequence[Moment]) -> Moment:
    last, slips = run[-1].on, sum(one.words != CLEAN_PRACTICE for one in run)
    until = f"{last.day} {MONTHS[last.month - 1]}" if last != run[0].on else ""
    told = PRACTICED_UNTIL[bool(slips)] if until else PRACTICED[bool(slips)]
    words = told.format(times=spell_times(len(run)), until=until, slips=spell_times(slips))
    return Moment(run[0].on, MomentSort.PRACTICE, words)


PRACTICED = ("Practiced {times}: clean each time.", "Practiced {times}: it happened {slips}.")
PRACTICED_UNTIL = (
    "Practiced {times}, until {until}: clean each time.",
    "Practiced {times}, until {until}: it happened {slips}.",
)
