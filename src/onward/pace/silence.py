"""A quiet opportunity: how long, how likely an answer still is, and when one friendly check is in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from onward.facts import Stage
from onward.maths.proportion import Interval
from onward.maths.survival import Wait, Waited
from onward.wording.counts import say_about, say_between
from onward.wording.days import capitalize_first, say_day, say_duration

# Assumptions, evidence §10 [C]: share that ever hears, median days, spread. Public ghosting figures are per person.
AFTER_APPLICATION = Wait(0.35, 10, 1.0)
AFTER_INTERVIEW = Wait(0.60, 7, 0.8)
AFTER_FINAL = Wait(0.75, 7, 0.8)  # the upper end of the range for interviews
QUIET_DAYS = 14
PLAN_CLOSED = 0.10
CHECK_AFTER = 10  # days, when no date was promised
CHECK_BUSINESS_DAYS = (3, 5)  # after a promised date
SECOND_CHECK = 7  # days after the first, at least
MOST_CHECKS = 2
SOURCE = (
    "The chances come from assumed waits (no published figure is good enough to build on), updated by your own. "
    "The range is what they leave open."
)


class CountedBy(StrEnum):
    """What says that nothing came."""

    MAIL = "mail"
    PERSON = "you"
    NOTHING = "nothing yet"


@dataclass(frozen=True, slots=True)
class EmployerWait:
    """One open opportunity: `since` is the last day something happened, `promised` the day they named, if any.

    `checks` are the days on which the person asked where things stand.
    """

    stage: Stage
    since: date
    promised: date | None = None
    checks: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """When a status check is in order: from `earliest` to about `latest`. None left: `earliest` is None."""

    earliest: date | None
    latest: date | None
    words: str

    def due(self, on: date) -> bool:
        """Whether the day has come."""
        return self.earliest is not None and self.earliest <= on


@dataclass(frozen=True, slots=True)
class Silence:
    """How quiet it is. `days` counts only to `counted_to`, the day `counted_by` vouches for.

    `chance` is that of still hearing, `within` its 80 % range and `own` the number of the person's own waits behind it;
    `quiet` and `plan_closed` are for planning: nothing is ever marked as a no.
    """

    days: int
    counted_to: date | None
    counted_by: CountedBy
    chance: float
    within: Interval
    own: int
    quiet: bool
    quiet_on: date
    plan_closed: bool
    plan_closed_on: date
    check: Check
    words: str

    def check_due(self, on: date) -> bool:
        """Whether a status check is in order: not while what was read last doesn't reach to its day."""
        return self.check.due(min(on, self.counted_to or on))


@dataclass(frozen=True, slots=True)
class Curve:
    """A waiting curve, the 80 % range of the share that hears at all, and how many own waits taught it."""

    wait: Wait
    hears: Interval
    own: int


def measure_silence(
    waiting: EmployerWait,
    *,
    on: date,
    read_to: date | None,
    said_on: date | None = None,
    waits: Iterable[Waited] = (),
    learned: Curve | None = None,
) -> Silence:
    """Where one opportunity stands on its waiting curve, counted to the day mail was read or the person said so.

    The curve is `learned` when it is given, as for many jobs that share one, and else the one that `waits` make.
    """
    learned = learned or learn_curve(waiting.stage, waits)
    counted_to, by = count_silence_to(on=on, read_to=read_to, said_on=said_on)
    start = find_clock_start(waiting)
    days = max(0, (counted_to - start).days) if counted_to else 0
    wait = learned.wait
    closed_on = start + timedelta(days=wait.first_day(PLAN_CLOSED))
    quiet_on = min(start + timedelta(days=QUIET_DAYS), closed_on)
    ends = (replace(wait, hears=share).still(days) for share in (learned.hears.low, learned.hears.high))
    told = Silence(
        days, counted_to, by, wait.still(days), Interval(*ends), learned.own,
        quiet=counted_to is not None and counted_to >= quiet_on, quiet_on=quiet_on,
        plan_closed=counted_to is not None and counted_to >= closed_on, plan_closed_on=closed_on,
        check=plan_status_check(waiting, on=on), words="",
    )  # fmt: skip
    return replace(told, words=_words(told, waiting))


def learn_curve(stage: Stage, waits: Iterable[Waited]) -> Curve:
    """How long an answer takes after a stage: the labelled prior, updated by the person's own waits."""
    own = tuple(waits)
    wait, hears = prior_wait(stage).learned(own)
    return Curve(wait, hears.interval(), len(own))


def prior_wait(stage: Stage) -> Wait:
    """The labelled prior of how long an answer takes after a stage."""
    if stage.rank >= Stage.FINAL.rank:
        return AFTER_FINAL
    return AFTER_INTERVIEW if stage.rank >= Stage.SCREEN.rank else AFTER_APPLICATION


def find_clock_start(waiting: EmployerWait) -> date:
    """The day silence is counted from: a promised date restarts the clock."""
    return max(waiting.since, waiting.promised) if waiting.promised else waiting.since


def count_silence_to(*, on: date, read_to: date | None, said_on: date | None) -> tuple[date | None, CountedBy]:
    """The last day that somebody can vouch for silence, and who: never a day later than `on`."""
    vouched = [(min(day, on), by) for day, by in ((read_to, CountedBy.MAIL), (said_on, CountedBy.PERSON)) if day]
    return max(vouched, key=lambda pair: pair[0]) if vouched else (None, CountedBy.NOTHING)


def plan_status_check(waiting: EmployerWait, *, on: date | None = None) -> Check:
    """One friendly check, one more at least a week later, then none. After a form alone there is nobody to ask.

    With `on` a day that has come is called “now”.
    """
    if waiting.stage.rank < Stage.SCREEN.rank:
        return Check(None, None, "Nobody there has met you yet, so there is nobody to check with.")
    checks = sorted(day for day in waiting.checks if day >= waiting.since)
    if len(checks) >= MOST_CHECKS:
        return Check(None, None, "You checked twice. That is enough; the rest is theirs.")
    if checks:
        again = max(checks[0] + timedelta(days=SECOND_CHECK), _first(waiting)[0])
        return Check(again, again + timedelta(days=7), f"One more check is fine {_from(again, on)}; then stop.")
    earliest, latest = _first(waiting)
    return Check(earliest, latest, f"One friendly check is fine {_from(earliest, on)}.")


def _from(day: date, on: date | None) -> str:
    return "now" if on is not None and day <= on else f"from {say_day(day)}"


def add_business_days(day: date, count: int) -> date:
    """The `count`-th Monday-to-Friday after a day. Holidays are not known here."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _first(waiting: EmployerWait) -> tuple[date, date]:
    if waiting.promised and waiting.promised >= waiting.since:
        soon, late = (add_business_days(waiting.promised, n) for n in CHECK_BUSINESS_DAYS)
        return soon, late
    day = waiting.since + timedelta(days=CHECK_AFTER)
    return day, day + timedelta(days=7)


def _words(told: Silence, waiting: EmployerWait) -> str:
    if told.counted_to is None:
        return "Mail hasn’t been read and you haven’t said, so the silence isn’t counted yet."
    who = "mail was last read" if told.counted_by is CountedBy.MAIL else "you last said so"
    said = f"{_days(told, waiting)}, counted to {say_day(told.counted_to)}, when {who}."
    if not told.quiet:
        return said
    plan = " Plan as if closed; they may still write." if told.plan_closed else ""
    return f"{said}{plan} Waits as long as this one still end in an answer: {_chance(told)}."


def _days(told: Silence, waiting: EmployerWait) -> str:
    named = waiting.promised if waiting.promised and waiting.promised >= waiting.since else None
    if not told.days:
        return f"They named {say_day(named)}, so it isn’t silence before" if named else "No day without news yet"
    return f"{capitalize_first(say_duration(told.days))} {'past the day they named' if named else 'without news'}"


def _chance(told: Silence) -> str:
    """“about one in five, between 9 and 30 in 100, from assumed waits and 6 of your own”."""
    own = f" and {told.own:,} of your own" if told.own else ""
    return f"{say_about(told.chance)}, {say_between(told.within)}, from assumed waits{own}"
