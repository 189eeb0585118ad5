"""The three lessons, learned by doing: hopes, normal, values; each with its evidence, to be retired at any time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.recover.elsewhere import StepElsewhere
from onward.recover.rejection_day import RESTART_HOURS, Closed
from onward.wording.counts import say_count
from onward.wording.days import say_day

SHOWN = 5  # steps elsewhere named as evidence, the first ones
RESTART_WITHIN = RESTART_HOURS[-1] // 24  # days by the calendar: whoever chose the third day has all of it
FINISH = "Learned. You can let this one go."


class LessonName(StrEnum):
    """The three lessons of the loop."""

    HOPES = "hopes"
    NORMAL = "normal"
    VALUES = "values"


SAYS: dict[LessonName, str] = {
    LessonName.HOPES: "Don’t pin all hopes on one opportunity.",
    LessonName.NORMAL: "It happens to everyone.",
    LessonName.VALUES: "Never compromise your values.",
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accept: when values were dated, how many live options there were, and how many of them were checked."""

    on: date
    values_dated: date | None
    options: int
    checked: int


@dataclass(frozen=True, slots=True)
class LessonStanding:
    """One lesson with its evidence in words, and what it still takes. `retired` is the person's own word."""

    lesson: LessonName
    says: str
    done: bool
    evidence: tuple[str, ...]
    next: str
    retired: bool = False

    @property
    def over(self) -> bool:
        """Whether it needs nothing more."""
        return self.done or self.retired


def judge_lessons(
    elsewhere: Iterable[StepElsewhere],
    days: Iterable[Closed],
    accepted: Iterable[Accepted],
    *,
    retired: frozenset[LessonName] = frozenset(),
) -> tuple[LessonStanding, ...]:
    """The three lessons on one page, from what was done."""
    return (
        _judge_hopes(tuple(elsewhere), retired=LessonName.HOPES in retired),
        _judge_normal(tuple(days), retired=LessonName.NORMAL in retired),
        _judge_values(tuple(accepted), retired=LessonName.VALUES in retired),
    )


def _judge_hopes(steps: tuple[StepElsewhere, ...], *, retired: bool) -> LessonStanding:
    evidence = tuple(f"{say_day(step.on)}: {step.words}" for step in steps[:SHOWN])
    return _judge_lesson(LessonName.HOPES, done=bool(steps), evidence=evidence, retired=retired)


def _judge_normal(days: tuple[Closed, ...], *, retired: bool) -> LessonStanding:
    done = [day for day in days if _is_closed(day)]
    evidence = tuple(f"{say_day(day.on)}: closed, somebody contacted, back within three days." for day in done)
    return _judge_lesson(LessonName.NORMAL, done=bool(done), evidence=evidence, retired=retired)


def _is_closed(day: Closed) -> bool:
    """A rejection day that was logged, with somebody contacted, and a restart by the third day after it."""
    if not day.contacted or day.restarted_on is None:
        return False
    return 0 <= (day.restarted_on - day.on).days <= RESTART_WITHIN


def _judge_values(accepted: tuple[Accepted, ...], *, retired: bool) -> LessonStanding:
    good = [one for one in accepted if _is_checked(one)]
    evidence = tuple(_accept_words(one) for one in good)
    return _judge_lesson(LessonName.VALUES, done=bool(good), evidence=evidence, retired=retired)


def _accept_words(one: Accepted) -> str:
    dated = say_day(one.values_dated or one.on)
    return say_count(
        one.options,
        "{day}: values dated {dated}, {n} live option checked.",
        "{day}: values dated {dated}, {n} live options checked.",
        day=say_day(one.on),
        dated=dated,
    )


def _is_checked(one: Accepted) -> bool:
    return one.values_dated is not None and one.values_dated <= one.on and one.checked >= one.options


def _judge_lesson(lesson: LessonName, *, done: bool, evidence: tuple[str, ...], retired: bool) -> LessonStanding:
    after = FINISH if done or retired else _TAKES[lesson]
    return LessonStanding(lesson, SAYS[lesson], done, evidence, after, retired)


_TAKES: dict[LessonName, str] = {
    LessonName.HOPES: "Another real step elsewhere while one job looks good: an application, an interview, or a talk "
    "with somebody.",
    LessonName.NORMAL: "One rejection day closed: somebody contacted, and back within three days.",
    LessonName.VALUES: "Values dated before an offer, and every live option checked before you said yes.",
}
