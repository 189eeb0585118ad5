"""A quiet opportunity: how long, how likely an answer still is, and when one friendly check is in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from onward.facts import Stage
from onward.maths.proportion import Interval
from onward.pace.own_waits import OwnWait
from onward.pace.situations import Situation, find_situation
from onward.pace.waiting_curve import Curve, learn_curve
from onward.wording.counts import join_sentences, say_about, say_between
from onward.wording.days import capitalize_first, say_day, say_duration

QUIET_DAYS = 14
FLOOR_DAYS = 14  # nothing is closed for planning before, however dark the past
PLAN_CLOSED = 0.10
CHECK_AFTER = 10  # days, when no date was promised
CHECK_BUSINESS_DAYS = (3, 5)  # after a promised date
SECOND_CHECK = 7  # days after the first, at least
CHECK_WINDOW = 7  # days in which a check is in good time
MOST_CHECKS = 2
CARRY_ON = "Carry on as if they won’t answer; they still might."
SOURCE = (
    "After a form the chances begin with the waits of two people (781 applications), after a conversation with "
    "assumed ones, because no published figure is good enough to build on; your own waits move them. "
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

    `checks` are the days on which the person asked where things stand; `through` says that a person stands in between.
    """

    stage: Stage
    since: date
    promised: date | None = None
    checks: tuple[date, ...] = ()
    through: bool = False

    @property
    def situation(self) -> Situation:
        """The situation it waits in."""
        return find_situation(self.stage, through=self.through)

    @property
    def named(self) -> date | None:
        """The day they named, unless something happened after it."""
        return self.promised if self.promised and self.promised >= self.since else None


@dataclass(frozen=True, slots=True)
class Check:
    """When a status check is in order: from `earliest` to about `latest`. None left: `earliest` is None.

    `sentence` says so, with a place for when; on the day `on`, if one is known, silence is `known_to` a day.
    """

    earliest: date | None
    latest: date | None
    sentence: str
    on: date | None = None
    known_to: date | None = None

    @property
    def words(self) -> str:
        """It in a sentence."""
        when = _say_from(self.earliest, self.on, self.known_to) if self.earliest is not None else ""
        return self.sentence.format(when=when)

    def due(self, on: date) -> bool:
        """Whether the day has come."""
        return self.earliest is not None and self.earliest <= on


_NOBODY = Check(None, None, "No talk with anybody there is on record, so there is nobody to check with.")
_ENOUGH = Check(None, None, "You checked twice. That is enough; the rest is theirs.")
_ONCE, _AGAIN = "One friendly check is fine {when}.", "One more check is fine {when}; then stop."


@dataclass(frozen=True, slots=True)
class Silence:
    """How quiet it is. `days` counts only to `counted_to`, the day `counted_by` vouches for.

    `quiet` and `plan_closed` are for planning: nothing is ever marked as a no.
    """

    days: int
    counted_to: date | None
    counted_by: CountedBy
    quiet_on: date
    plan_closed_on: date
    waiting: EmployerWait
    on: date
    curve: Curve = field(repr=False)

    @property
    def chance(self) -> float:
        """The chance of still hearing."""
        return self.curve.still(self.days)

    @property
    def named(self) -> date | None:
        """The day they named, while that counts."""
        return self.waiting.named

    @property
    def check(self) -> Check:
        """When a status check is in order."""
        return plan_status_check(self.waiting, on=self.on, known_to=self.counted_to)

    @property
    def within(self) -> Interval:
        """The 80 % range of the chance."""
        return self.curve.range(self.days)

    @property
    def left(self) -> float:
        """What silence leaves of the chance of an answer: 1 on the first day."""
        return self.curve.left(self.days)

    @property
    def own(self) -> int:
        """How many of the person's own waits are behind the chance."""
        return self.curve.own

    @property
    def quiet(self) -> bool:
        """Whether it is so long that a look at it is in order."""
        return self.counted_to is not None and self.counted_to >= self.quiet_on

    @property
    def plan_closed(self) -> bool:
        """Whether to carry on as if they won't answer."""
        return self.counted_to is not None and self.counted_to >= self.plan_closed_on

    @property
    def is_unknown(self) -> bool:
        """Whether nobody can say of the last two weeks or more that nothing came."""
        known = max(self.counted_to or date.min, find_clock_start(self.waiting))
        return (self.on - known).days >= QUIET_DAYS

    @property
    def plainly(self) -> str:
        """Days, who counted them, and from the day it is given up for planning what to do; without a figure."""
        if self.counted_to is None:
            return "Mail hasn’t been read and you haven’t said, so the silence isn’t counted yet."
        if self.named and not self.days:
            return f"They named {say_day(self.named)}; until then it isn’t silence."
        told = _COUNTED_BY_MAIL if self.counted_by is CountedBy.MAIL else _COUNTED_BY_YOU
        if self.counted_by is not CountedBy.MAIL and self.counted_to == self.on:
            told = _COUNTED_TODAY
        duration = capitalize_first(say_duration(self.days)) if self.days else ""
        days = told[0 if not self.days else 1 if self.named else 2]
        said = days.format(duration=duration, day=say_day(self.counted_to))
        return join_sentences(said, CARRY_ON if self.plan_closed else "")

    @property
    def why(self) -> str:
        """From the day it is quiet, how many such waits still end in an answer; "" before."""
        if self.counted_to is None or not self.quiet:
            return ""
        # “about one in five, between 9 and 30 in 100, from assumed waits and 6 of your own”
        begins = self.curve.begins_with
        told = _STILL_END_OWN if self.own else _STILL_END
        about, between = say_about(self.chance), say_between(self.within)
        return told.format(about=about, between=between, begins=begins, own=f"{self.own:,}")

    @property
    def words(self) -> str:
        """Days, who counted them, and from the day it is quiet what to expect."""
        return f"{self.plainly} {self.why}".strip()

    def check_due(self, on: date) -> bool:
        """Whether a status check is in order: not while what was read last doesn't reach to its day.

        Where nothing was ever counted the calendar decides, since then the person alone knows.
        """
        return self.check.due(min(on, self.counted_to or on))


def measure_silence(
    waiting: EmployerWait,
    *,
    on: date,
    read_to: date | None,
    said_on: date | None = None,
    waits: Iterable[OwnWait] = (),
    learned: Curve | None = None,
) -> Silence:
    """Where one opportunity stands on its waiting curve, counted to the day mail was read or the person said so.

    The curve is `learned` when it is given, as for many jobs that share one, and else the one that `waits` make.
    """
    curve = learned or learn_curve(waiting.situation, waits)
    counted_to, by = count_silence_to(on=on, read_to=read_to, said_on=said_on)
    start = find_clock_start(waiting)
    days = max(0, (counted_to - start).days) if counted_to else 0
    return Silence(
        days, counted_to, by,
        quiet_on=start + timedelta(days=QUIET_DAYS),
        plan_closed_on=start + timedelta(days=max(FLOOR_DAYS, curve.first_day(PLAN_CLOSED))),
        waiting=waiting, on=on, curve=curve,
    )  # fmt: skip


def find_clock_start(waiting: EmployerWait) -> date:
    """The day silence is counted from: a promised date restarts the clock."""
    return max(waiting.since, waiting.promised) if waiting.promised else waiting.since


def count_silence_to(*, on: date, read_to: date | None, said_on: date | None) -> tuple[date | None, CountedBy]:
    """The last day that somebody can vouch for silence, and who: never a day later than `on`."""
    read, said = read_to and min(read_to, on), said_on and min(said_on, on)
    if read and (said is None or read >= said):
        return read, CountedBy.MAIL
    return (said, CountedBy.PERSON) if said else (None, CountedBy.NOTHING)


def plan_status_check(waiting: EmployerWait, *, on: date | None = None, known_to: date | None = None) -> Check:
    """One friendly check, one more at least a week later, then none. After a form alone there is nobody to ask.

    With `on` a day that has come is called “now”, unless silence is `known_to` a day before it only.
    """
    if waiting.stage.rank < Stage.SCREEN.rank:
        return _NOBODY
    checks = sorted(day for day in waiting.checks if day >= waiting.since)
    if len(checks) >= MOST_CHECKS:
        return _ENOUGH
    first = _first_check_window(waiting)
    if not checks:
        return Check(*first, _ONCE, on, known_to)
    again = max(checks[0] + timedelta(days=SECOND_CHECK), first[0])
    return Check(again, again + timedelta(days=CHECK_WINDOW), _AGAIN, on, known_to)


def _say_from(day: date, on: date | None, known_to: date | None) -> str:
    if on is None or day > on:
        return f"from {say_day(day)}"
    return "now" if known_to is None or day <= known_to else "once the mail is read, or you say that nothing came"


def add_business_days(day: date, count: int) -> date:
    """The `count`-th Monday-to-Friday after a day. Holidays are not known here."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _first_check_window(waiting: EmployerWait) -> tuple[date, date]:
    if waiting.named:
        soon, late = (add_business_days(waiting.named, n) for n in CHECK_BUSINESS_DAYS)
        return soon, late
    day = waiting.since + timedelta(days=CHECK_AFTER)
    return day, day + timedelta(days=CHECK_WINDOW)


# Each for no day yet, for days past one that they named, and for days without news
_COUNTED_BY_MAIL = (
    "No day without news yet, counted to {day}, as far as mail was read.",
    "{duration} past the day they named, counted to {day}, as far as mail was read.",
    "{duration} without news, counted to {day}, as far as mail was read.",
)
_COUNTED_BY_YOU = (
    "No day without news yet, counted to {day}, when you last said so.",
    "{duration} past the day they named, counted to {day}, when you last said so.",
    "{duration} without news, counted to {day}, when you last said so.",
)
_COUNTED_TODAY = (
    "No day without news yet, counted to today, as you said.",
    "{duration} past the day they named, counted to today, as you said.",
    "{duration} without news, counted to today, as you said.",
)
_STILL_END = "Waits as long as this one still end in an answer: {about}, {between}, from {begins}."
_STILL_END_OWN = (
    "Waits as long as this one still end in an answer: {about}, {between}, from {begins} and {own} of your own."
)
