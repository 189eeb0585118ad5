"""Is it gone? A verdict from real chances; it leads with counts, and every chance stays on the line of time.

*Rare now* (the state `GONE`): P(rare now) of at least `GONE_AT` by the chances since practice began, followed by
`onward.maths.tracing`, where what is long ago fades: clean in 8 of 8, or in 12 after four early slips. *Improving*:
P(rare
now) of at least `IMPROVING_AT`, clean in 7 of 7; or, where chances from before practice are known, clean ones among
them, by 97 in 100 it happens less often than then. Practice counts toward neither: it goes well also where nothing has
changed. Further chances of one interview count less. After a recurrence neither is said before three further clean
chances. `benchmarks/kink_gone.py` compares rules and prints how often this one is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onward.kinks.occasions import (
    NOTHING_BEFORE,
    Before,
    KinkOccasion,
    count_occasions,
    split_occasions,
    sum_weights,
    weigh_chances,
)
from onward.maths.proportion import Beta, Interval
from onward.maths.tracing import follow_rare
from onward.wording.counts import count_noun

GONE_AT = 0.925  # 0 in 8 reaches it, 0 in 7 doesn't
IMPROVING_AT = 0.907  # 0 in 7
LESS_OFTEN_AT = 0.97  # P(rate now < rate before)
CHANCES_NEEDED = 3
CLEAN_AFTER_RECURRENCE = 3
PRIOR = Beta(1, 1)
ASSUMES = "This takes for granted that interviews without a replay went like those with one."


class State(StrEnum):
    """Where a kink is. None of them is a grade."""

    NOT_YET = "not worked on yet"
    WORKING = "working on it"
    IMPROVING = "improving"
    GONE = "rare now"


@dataclass(frozen=True, slots=True)
class KinkVerdict:
    """What the chances say: `gone` is P(rare now), `less_often` P(rate now < rate before), None where that isn't known.

    `came_back` is set when it had been called rare before and occurred again; `before` is what is known from before
    practice began; `missing` is how many interviews have no debrief.
    """

    state: State
    chances: int = 0
    seen: int = 0
    practices: int = 0
    clean_since: int = 0
    gone: float = 0.0
    less_often: float | None = None
    came_back: bool = False
    came_back_on: date | None = None
    missing: int = 0
    words: str = ""
    before: Before = NOTHING_BEFORE

    @property
    def compatible(self) -> Interval | None:
        """The rates that the real chances go with: the 80 % interval; None before the first."""
        return PRIOR.updated(self.seen, self.chances - self.seen).interval() if self.chances else None


def kink_verdict(occasions: Iterable[KinkOccasion], *, practice_began: date | None, missing: int = 0) -> KinkVerdict:
    """The verdict now, from all occasions that are known, in any order.

    What came up to the day practice began is what later chances are held against. An interview without a debrief is
    `missing`, never clean.

    >>> from datetime import timedelta
    >>> began = date(2026, 3, 2)
    >>> clean = [KinkOccasion(began + timedelta(days=n), happened=False) for n in range(1, 3)]
    >>> str(kink_verdict(clean, practice_began=began).state)
    'working on it'
    """
    every = tuple(occasions)
    told = list_kink_verdicts(every, practice_began=practice_began)
    now = replace(told[-1][1] if told else _before_any(every, practice_began), missing=missing)
    return replace(now, words=describe_verdict(now, clean_needed=count_clean_needed(every, now, practice_began)))


def list_kink_verdicts(
    occasions: Iterable[KinkOccasion], *, practice_began: date | None
) -> tuple[tuple[KinkOccasion, KinkVerdict], ...]:
    """Every occasion since practice began, by day, with the verdict after it; `describe_verdict` says one of them."""
    every = tuple(occasions)
    earlier, later = split_occasions(every, practice_began)
    real = [one for one in later if one.real]
    judged = iter(_judge(earlier, real))
    now, told, practices = _before_any(every, practice_began), [], 0
    for occasion in later:
        practices += not occasion.real
        now = replace(_carried(now, occasion, next(judged)) if occasion.real else now, practices=practices)
        told.append((occasion, now))
    return tuple(told)


def _before_any(occasions: Iterable[KinkOccasion], practice_began: date | None) -> KinkVerdict:
    earlier, _ = split_occasions(occasions, practice_began)
    return KinkVerdict(State.WORKING if practice_began else State.NOT_YET, before=count_occasions(earlier))


def _follow(earlier: Sequence[KinkOccasion], real: Sequence[KinkOccasion], *, clean: int = 0) -> Iterator[float]:
    """P(rare now) after each real chance, and after `clean` more. What is known from before may only delay it."""
    chances = [*weigh_chances(real), *((False, 1.0),) * clean]
    if not count_occasions(earlier).compares:
        return follow_rare(chances)
    return map(min, follow_rare(chances), follow_rare(chances, before=sum_weights(weigh_chances(earlier))))


def _judge(earlier: Sequence[KinkOccasion], real: Sequence[KinkOccasion]) -> Iterator[KinkVerdict]:
    """The verdict after each real chance, by the rule alone."""
    before, weighed = count_occasions(earlier), weigh_chances(real)
    then = PRIOR.updated(*sum_weights(weigh_chances(earlier)))
    seen = clean_since = 0
    for n, (one, rare) in enumerate(zip(real, _follow(earlier, real), strict=True), 1):
        seen, clean_since = seen + one.happened, 0 if one.happened else clean_since + 1
        now = PRIOR.updated(*sum_weights(weighed[:n])) if before.compares else None
        less_often = now.chance_below(then) if now is not None else None
        yield KinkVerdict(
            _state(n, rare, less_often),
            n,
            seen,
            clean_since=clean_since,
            gone=rare,
            less_often=less_often,
            before=before,
        )


def _state(chances: int, rare: float, less_often: float | None) -> State:
    if chances < CHANCES_NEEDED:
        return State.WORKING
    if rare >= GONE_AT:
        return State.GONE
    better = rare >= IMPROVING_AT or (less_often is not None and less_often >= LESS_OFTEN_AT)
    return State.IMPROVING if better else State.WORKING


def _carried(before: KinkVerdict, occasion: KinkOccasion, now: KinkVerdict) -> KinkVerdict:
    """What the next verdict remembers of the one before: that it was called rare once and came back.

    Then neither word is said before three further clean chances, whatever the rule says.
    """
    again = occasion.happened and before.state is State.GONE
    back, on = again or before.came_back, occasion.on if again else before.came_back_on
    state = State.WORKING if back and now.clean_since < CLEAN_AFTER_RECURRENCE else now.state
    return replace(now, state=state, came_back=back, came_back_on=on)


def count_clean_needed(occasions: Iterable[KinkOccasion], now: KinkVerdict, practice_began: date | None) -> int:
    """How many further clean chances the rule asks for before it says rare now; 0 when it says so, or may not soon."""
    if now.state is not State.IMPROVING:
        return 0
    earlier, later = split_occasions(occasions, practice_began)
    rare = list(_follow(earlier, [one for one in later if one.real], clean=_FAR))[now.chances :]
    return next((n for n, chance in enumerate(rare, 1) if chance >= GONE_AT), 0)


_FAR = 50  # chances ahead; nobody plans on more interviews


def describe_verdict(now: KinkVerdict, *, clean_needed: int = 0) -> str:
    """A verdict as sentences, counts first."""
    parts = [_counts(now), _meaning(now, clean_needed)]
    if now.missing:
        parts.append(f"{count_noun(now.missing, 'interview')} without a debrief: missing, not counted as clean.")
    return " ".join(part for part in parts if part)


def _counts(now: KinkVerdict) -> str:
    """The counts come first: what was seen, before what it means."""
    if now.state is State.GONE:
        seen = f"not seen in {now.chances} of {now.chances}"
        if now.seen:
            seen = f"seen in {now.seen} of {now.chances}, not in the last {now.clean_since}"
        return f"Rare now: {seen}; it may still come up."
    if not now.chances:
        return "No real chance yet since practice began." if now.state is not State.NOT_YET else "No practice yet."
    if not now.seen:
        return f"Not seen in {now.chances} of {count_noun(now.chances, 'chance')}."
    since = {0: "", 1: ", clean the last time"}.get(now.clean_since, f", clean in the last {now.clean_since}")
    return f"Seen in {now.seen} of {count_noun(now.chances, 'chance')}{since}."


def _meaning(now: KinkVerdict, clean_needed: int) -> str:
    if now.state is State.GONE:
        return ""
    if now.state is State.IMPROVING:
        then = (
            f" It was {now.before.seen} of {now.before.chances} before you worked on it." if now.before.compares else ""
        )
        more = f" {count_noun(clean_needed, 'more clean chance')} would say it is rare now." if clean_needed else ""
        return f"Improving.{then}{more}"
    if now.came_back and not now.clean_since:
        return "It came back. That’s information: working on it again."
    if now.chances < CHANCES_NEEDED:
        return "Too few to say." if now.chances else ""
    return "Working on it."
