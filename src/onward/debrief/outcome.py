"""What came of one interview: the first thing after it that says so. The rest of the log is about later ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onward.debrief.calibration import ForecastOutcome
from onward.facts import ENDINGS, MY_ENDS, STAGES, TALKS, THEIR_NOS, OtherEvent, Stage, stages_from
from onward.log.standing import Event

# What a round is called, and its stage: “screen” and “phone” are both a screen
ROUNDS = {word: stage for stage in TALKS for word in (str(stage), stage.means.round or str(stage))}
# The kinds of entries that may say what came of an interview of whatever round: no other needs to be read for it.
MAY_SAY = frozenset({*stages_from(TALKS[0]), *ENDINGS, OtherEvent.REOPENED} - {TALKS[0]})


@dataclass(frozen=True, slots=True)
class InterviewOutcome:
    """What came of an interview, the day it was known (None while it is open), and the entry that says so, if one
    does.
    """

    outcome: ForecastOutcome = ForecastOutcome.OPEN
    on: date | None = None
    by: int | None = None


def stage_of_round(round_: str) -> Stage:
    """The stage that a round belongs to; one that isn't named is an interview."""
    return ROUNDS.get(round_.strip().casefold(), Stage.INTERVIEW)


def find_interview_outcome(
    stage: Stage, on: date, log: Sequence[Event], later: Iterable[date], *, today: date
) -> InterviewOutcome:
    """What came of an interview of this stage on this day.

    `log` is in order; `later` are the days of other interviews of the same job. A further stage or interview means
    that they asked on. An ending that was reopened says nothing: what came after it does.
    """
    return settle_outcome(find_logged_outcome(stage, on, log), find_next_day(on, later), today=today)


def find_logged_outcome(stage: Stage, on: date, log: Sequence[Event]) -> InterviewOutcome:
    """What the log alone says came of it, whatever day it is."""
    every = (came for at, entry in enumerate(log) if (came := _tell_outcome(stage, on, entry, log[at + 1 :])))
    return min(every, key=_day, default=InterviewOutcome())


def find_next_day(on: date, later: Iterable[date]) -> date | None:
    """The day of the next of these interviews."""
    return min((day for day in later if day > on), default=None)


def settle_outcome(logged: InterviewOutcome, next_on: date | None, *, today: date) -> InterviewOutcome:
    """The outcome where the next interview of the job is on that day: who is asked to one knows it today at the
    latest.
    """
    if next_on is None:
        return logged
    return min(logged, InterviewOutcome(ForecastOutcome.MOVED_ON, min(next_on, today)), key=_day)


def _day(came: InterviewOutcome) -> date:
    return came.on or date.max


def _tell_outcome(stage: Stage, on: date, entry: Event, after: Sequence[Event]) -> InterviewOutcome | None:
    if entry.on < on:
        return None
    if entry.kind in STAGES:
        further = Stage(entry.kind).rank > stage.rank
        return InterviewOutcome(ForecastOutcome.MOVED_ON, entry.on, entry.id) if further else None
    if entry.kind not in ENDINGS or any(one.kind == OtherEvent.REOPENED for one in after):
        return None
    if entry.kind in MY_ENDS:
        came = ForecastOutcome.WITHDREW
    else:
        came = ForecastOutcome.NO if entry.kind in THEIR_NOS else ForecastOutcome.SILENCE
    return InterviewOutcome(came, entry.on, entry.id)
