"""The three lessons, learned by doing: hopes, normal, values; each with its evidence, to be retired at any time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onward.recover.rejection_day import RESTART_HOURS, Closed
from onward.wording.counts import count_noun
from onward.wording.days import say_day

WEEKS = 3
ENOUGH = 3.0  # effective opportunities
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
class WeekOfHope:
    """One week, by its Monday: the effective number of opportunities, None when no points were set.

    `live_final`: whether a final round or an offer was live in it.
    """

    starts: date
    effective: float | None
    live_final: bool = False


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
    weeks: Sequence[WeekOfHope],
    days: Iterable[Closed],
    accepted: Iterable[Accepted],
    *,
    retired: frozenset[LessonName] = frozenset(),
) -> tuple[LessonStanding, ...]:
    """The three lessons on one page, from what was done."""
    return (
        _hopes(weeks, retired=LessonName.HOPES in retired),
        _normal(tuple(days), retired=LessonName.NORMAL in retired),
        _values(tuple(accepted), retired=LessonName.VALUES in retired),
    )


def _hopes(weeks: Sequence[WeekOfHope], *, retired: bool) -> LessonStanding:
    best = _best_run(weeks)
    done = _counts(best)
    evidence = tuple(
        f"{say_day(week.starts)}: {week.effective:.1f} effective opportunities." for week in best if week.effective
    )
    return _learned(LessonName.HOPES, done=done, evidence=evidence, retired=retired)


def _best_run(weeks: Sequence[WeekOfHope]) -> tuple[WeekOfHope, ...]:
    """The longest run of weeks in a row that stayed at three or more; one that counts stands above the others."""
    runs: list[tuple[WeekOfHope, ...]] = [()]
    for week in sorted(weeks, key=lambda w: w.starts):
        if week.effective is None or week.effective < ENOUGH - 1e-9:
            runs.append(())
        elif runs[-1] and week.starts - runs[-1][-1].starts == timedelta(days=7):
            runs[-1] = (*runs[-1], week)
        else:
            runs.append((week,))
    return max(runs, key=lambda run: (_counts(run), len(run)))


def _counts(run: tuple[WeekOfHope, ...]) -> bool:
    return len(run) >= WEEKS and any(week.live_final for week in run)


def _normal(days: tuple[Closed, ...], *, retired: bool) -> LessonStanding:
    done = [day for day in days if _is_closed(day)]
    evidence = tuple(f"{say_day(day.on)}: closed, somebody contacted, back within three days." for day in done)
    return _learned(LessonName.NORMAL, done=bool(done), evidence=evidence, retired=retired)


def _is_closed(day: Closed) -> bool:
    """A rejection day that was logged, with somebody contacted, and a restart by the third day after it."""
    if not day.contacted or day.restarted_on is None:
        return False
    return 0 <= (day.restarted_on - day.on).days <= RESTART_WITHIN


def _values(accepted: tuple[Accepted, ...], *, retired: bool) -> LessonStanding:
    good = [one for one in accepted if _is_checked(one)]
    evidence = tuple(_accept_words(one) for one in good)
    return _learned(LessonName.VALUES, done=bool(good), evidence=evidence, retired=retired)


def _accept_words(one: Accepted) -> str:
    dated = say_day(one.values_dated or one.on)
    return f"{say_day(one.on)}: values dated {dated}, {count_noun(one.options, 'live option')} checked."


def _is_checked(one: Accepted) -> bool:
    return one.values_dated is not None and one.values_dated <= one.on and one.checked >= one.options


def _learned(lesson: LessonName, *, done: bool, evidence: tuple[str, ...], retired: bool) -> LessonStanding:
    after = FINISH if done or retired else _TAKES[lesson]
    return LessonStanding(lesson, SAYS[lesson], done, evidence, after, retired)


_TAKES: dict[LessonName, str] = {
    LessonName.HOPES: "Three weeks in a row with three effective opportunities or more, and a live final or offer in one.",
    LessonName.NORMAL: "One rejection day closed: somebody contacted, and back within three days.",
    LessonName.VALUES: "Values dated before an offer, and every live option checked before you said yes.",
}
