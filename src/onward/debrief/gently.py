"""What the script says back: to a verdict on oneself, to anger, to client details, and to too much replaying."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from onward.debrief.screens import Entry, Screen
from onward.wording.client_details import find_client_details
from onward.wording.span import Span
from onward.wording.tone import ANGRY, WHICH_ANSWER, find_anger, find_global_judgment

OPENINGS = 3
MINUTES_IN_ALL = 30
MINUTES_PLANNED = 20
MINUTES_A_SITTING = 25
LESSON = "You have the lesson. More replaying rarely adds one."
NEARLY = "That’s 20 minutes, what a replay takes. This screen still, if you like; the rest can wait for another day."
ENOUGH = "That’s 25 minutes, enough for one sitting. What you wrote is kept; it can wait for another day."


class NoticeTopic(StrEnum):
    """What a notice is about."""

    SPECIFIC = "which answer"
    ANGER = "anger"
    CLIENT = "client details"


@dataclass(frozen=True, slots=True)
class GentleNotice:
    """Something said back beside a field. It never blocks: the person may leave the words as they are."""

    field: str
    about: NoticeTopic
    sentence: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SittingTimes:
    """One time a debrief was open."""

    opened: datetime
    left: datetime

    @property
    def minutes(self) -> float:
        """How long it was open; a clock that went backwards counts as nothing."""
        return max(self.left - self.opened, timedelta()).total_seconds() / 60


def find_notices(screen: Screen, given: Mapping[str, str], *, known: Iterable[str] = ()) -> tuple[GentleNotice, ...]:
    """What to say back to one screen's words. `known` are names that may stand there: the person's, the employer's."""
    names = tuple(known)
    free = [f.name for f in screen.fields if f.entry in (Entry.TEXT, Entry.LINE)]
    return tuple(notice for name in free for notice in _notices(name, given.get(name, ""), names))


def _notices(field: str, text: str, known: Sequence[str]) -> Iterable[GentleNotice]:
    if spans := find_global_judgment(text):
        yield GentleNotice(field, NoticeTopic.SPECIFIC, WHICH_ANSWER, spans)
    if spans := find_anger(text):
        yield GentleNotice(field, NoticeTopic.ANGER, ANGRY, spans)
    if details := find_client_details(text, known=known):
        where = tuple(Span(d.start, d.end, d.text) for d in details)
        yield GentleNotice(field, NoticeTopic.CLIENT, " ".join(dict.fromkeys(d.suggestion for d in details)), where)


def brake_replaying(sittings: Sequence[SittingTimes]) -> str | None:
    """The line that ends the replaying: at the third opening of one interview, or past 30 minutes in all.

    `sittings` hold all of this interview, the one now open among them.
    """
    if len(sittings) >= OPENINGS or sum(s.minutes for s in sittings) > MINUTES_IN_ALL:
        return LESSON
    return None


def suggest_pause(sitting: SittingTimes) -> str | None:
    """The line that closes one sitting: said at 20 minutes, and plainly at 25."""
    if sitting.minutes >= MINUTES_A_SITTING:
        return ENOUGH
    return NEARLY if sitting.minutes >= MINUTES_PLANNED else None
