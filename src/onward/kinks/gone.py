"""Is it gone? A verdict from real chances; it leads with counts, and every chance stays on the line of time.

It takes the occasions that are known and the day practice began, and gives a state, counts, and sentences:

- *Rare now*: P(rare now) is at least `RARE_AT` by the chances since practice began, which `onward.maths.tracing`
  follows so that what is long ago fades: clean in 8 of 8, or in 12 after four early slips.
- *Improving*: it is at least `IMPROVING_AT`, clean in 7 of 7; or, where chances from before practice are known, clean
  ones among them, it happens less often than then by `LESS_OFTEN_AT`.
- After a recurrence neither is said before `CLEAN_AFTER_RECURRENCE` further clean chances.

Practice counts toward neither: it goes well also where nothing has changed. Further chances of one interview count
less. `benchmarks/kink_gone.py` compares rules and prints how often this one is wrong.
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
from onward.wording.counts import join_sentences, say_count

RARE_AT = 0.925  # 0 in 8 reaches it, 0 in 7 doesn't
IMPROVING_AT = 0.907  # 0 in 7
LESS_OFTEN_AT = 0.97  # P(rate now < rate before)
CHANCES_NEEDED = 3
CLEAN_AFTER_RECURRENCE = 3
PRIOR = Beta(1, 1)
FAR = 50  # chances ahead; nobody plans on more interviews
ASSUMES = "This takes for granted that interviews without a replay went like those with one."


class State(StrEnum):
    """Where a kink is. None of them is a grade."""

    NOT_YET = "not worked on yet"
    WORKING = "working on it"
    IMPROVING = "improving"
    RARE = "rare now"


@dataclass(frozen=True, slots=True)
class KinkVerdict:
    """What the chances say: `p_rare` is P(rare now), `less_often` P(rate now < rate before), None where it isn't known.

    `came_back` is set when it had been called rare before and occurred again; `before` is what is known from before
    practice began; `missing` is how many interviews have no debrief; `weight` is what the chances count in which it
    happened, and those in which it didn't.
    """

    state: State
    chances: int = 0
    seen: int = 0
    practices: int = 0
    clean_since: int = 0
    p_rare: float = 0.0
    less_often: float | None = None
    came_back: bool = False
    came_back_on: date | None = None
    missing: int = 0
    words: str = ""
    before: Before = NOTHING_BEFORE
    weight: tuple[float, float] = (0.0, 0.0)

    @property
    def compatible(self) -> Interval | None:
        """The rates that the real chances go with, by what they count: the 80 % interval; None before the first."""
        return PRIOR.updated(*self.weight).interval() if self.chances else None


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
    earlier, later = split_occasions(every, practice_began)
    now = replace(judge_occasions(every, practice_began=practice_began), missing=missing)
    needed = _count_clean_needed(earlier, [one for one in later if one.real], now)
    return replace(now, words=describe_verdict(now, clean_needed=needed))


def judge_occasions(occasions: Iterable[KinkOccasion], *, practice_began: date | None) -> KinkVerdict:
    """The verdict as the occasions alone have it: no interview is missing from it, and it has no words."""
    earlier, later = split_occasions(occasions, practice_began)
    verdicts = _list_verdicts(earlier, later, practice_began)
    return verdicts[-1][1] if verdicts else _verdict_without_chances(earlier, practice_began)


def list_kink_verdicts(
    occasions: Iterable[KinkOccasion], *, practice_began: date | None
) -> tuple[tuple[KinkOccasion, KinkVerdict], ...]:
    """Every occasion since practice began, by day, with the verdict after it; `describe_verdict` says one of them."""
    earlier, later = split_occasions(occasions, practice_began)
    return _list_verdicts(earlier, later, practice_began)


def _list_verdicts(
    earlier: Sequence[KinkOccasion], later: Sequence[KinkOccasion], practice_began: date | None
) -> tuple[tuple[KinkOccasion, KinkVerdict], ...]:
    by_rule = _verdicts_by_rule(earlier, [one for one in later if one.real])
    now, verdicts, practices = _verdict_without_chances(earlier, practice_began), [], 0
    for occasion in later:
        practices += not occasion.real
        after = _remember_recurrence(now, occasion, next(by_rule)) if occasion.real else now
        now = replace(after, practices=practices)
        verdicts.append((occasion, now))
    return tuple(verdicts)


def _verdict_without_chances(earlier: Sequence[KinkOccasion], practice_began: date | None) -> KinkVerdict:
    return KinkVerdict(State.WORKING if practice_began else State.NOT_YET, before=count_occasions(earlier))


def _rare_after_each(
    earlier: Sequence[KinkOccasion], real: Sequence[KinkOccasion], *, clean: int = 0
) -> Iterator[float]:
    """P(rare now) after each real chance, and after `clean` more. What is known from before may only delay it."""
    chances = [*weigh_chances(real), *((False, 1.0),) * clean]
    if not count_occasions(earlier).compares:
        return follow_rare(chances)
    return map(min, follow_rare(chances), follow_rare(chances, before=sum_weights(weigh_chances(earlier))))


def _verdicts_by_rule(earlier: Sequence[KinkOccasion], real: Sequence[KinkOccasion]) -> Iterator[KinkVerdict]:
    """The verdict after each real chance, by the rule alone."""
    before, weighed = count_occasions(earlier), weigh_chances(real)
    rate_before = PRIOR.updated(*sum_weights(weigh_chances(earlier)))
    seen = clean_since = 0
    for chances, (occasion, rare) in enumerate(zip(real, _rare_after_each(earlier, real), strict=True), 1):
        seen, clean_since = seen + occasion.happened, 0 if occasion.happened else clean_since + 1
        weight = sum_weights(weighed[:chances])
        less_often = PRIOR.updated(*weight).chance_below(rate_before) if before.compares else None
        yield KinkVerdict(
            state=_choose_state(chances, rare, less_often),
            chances=chances,
            seen=seen,
            clean_since=clean_since,
            p_rare=rare,
            less_often=less_often,
            before=before,
            weight=weight,
        )


def _choose_state(chances: int, rare: float, less_often: float | None) -> State:
    if chances < CHANCES_NEEDED:
        return State.WORKING
    if rare >= RARE_AT:
        return State.RARE
    better = rare >= IMPROVING_AT or (less_often is not None and less_often >= LESS_OFTEN_AT)
    return State.IMPROVING if better else State.WORKING


def _remember_recurrence(previous: KinkVerdict, occasion: KinkOccasion, now: KinkVerdict) -> KinkVerdict:
    """The verdict with what is remembered of the one before it: that it was called rare once and came back.

    Then neither word is said before three further clean chances, whatever the rule says.
    """
    again = occasion.happened and previous.state is State.RARE
    back, on = again or previous.came_back, occasion.on if again else previous.came_back_on
    state = State.WORKING if back and now.clean_since < CLEAN_AFTER_RECURRENCE else now.state
    return replace(now, state=state, came_back=back, came_back_on=on)


def _count_clean_needed(earlier: Sequence[KinkOccasion], real: Sequence[KinkOccasion], now: KinkVerdict) -> int | None:
    """How many further clean chances the rule asks for before it says rare now; None where it isn't improving, or not
    that soon.

    After a recurrence no more are asked for: what is improving has its three clean chances already.
    """
    if now.state is not State.IMPROVING:
        return None
    ahead = list(_rare_after_each(earlier, real, clean=FAR))[now.chances :]
    return next((clean for clean, rare in enumerate(ahead, 1) if rare >= RARE_AT), None)


def describe_verdict(now: KinkVerdict, *, clean_needed: int | None = None) -> str:
    """A verdict as sentences, counts first."""
    parts = [_say_counts(now), _say_meaning(now, clean_needed)]
    if now.missing:
        parts.append(say_count(now.missing, *UNTOLD))
    return " ".join(part for part in parts if part)


UNTOLD = (
    "{n} interview without a debrief: missing, not counted as clean.",
    "{n} interviews without a debrief: missing, not counted as clean.",
)
NEEDED = (
    "{n} more clean chance would say it is rare now.",
    "{n} more clean chances would say it is rare now.",
)
SEEN = (  # by how often it was clean since
    ("Seen in {seen} of {n} chance.", "Seen in {seen} of {n} chances."),
    ("Seen in {seen} of {n} chance, clean the last time.", "Seen in {seen} of {n} chances, clean the last time."),
    (
        "Seen in {seen} of {n} chance, clean in the last {clean}.",
        "Seen in {seen} of {n} chances, clean in the last {clean}.",
    ),
)


def _say_counts(now: KinkVerdict) -> str:
    """The counts come first: what was seen, before what it means."""
    if now.state is State.RARE and now.seen:
        since = f"seen in {now.seen} of {now.chances}, not in the last {now.clean_since}"
        return f"Rare now: {since}; it may still come up."
    if now.state is State.RARE:
        return f"Rare now: not seen in {now.chances} of {now.chances}; it may still come up."
    if not now.chances:
        return "No real chance yet since practice began." if now.state is not State.NOT_YET else "No practice yet."
    if not now.seen:
        return say_count(now.chances, "Not seen in {n} of {n} chance.", "Not seen in {n} of {n} chances.")
    return say_count(now.chances, *SEEN[min(now.clean_since, 2)], seen=now.seen, clean=now.clean_since)


def _say_meaning(now: KinkVerdict, clean_needed: int | None) -> str:
    if now.state is State.RARE:
        return ""
    if now.state is State.IMPROVING:
        was = f"It was {now.before.seen} of {now.before.chances} before you worked on it."
        more = say_count(clean_needed, *NEEDED) if clean_needed else ""
        return join_sentences("Improving.", was if now.before.compares else "", more)
    if now.came_back and not now.clean_since:
        return "It came back. That’s information: working on it again."
    if now.chances < CHANCES_NEEDED:
        return "Too few to say." if now.chances else ""
    return "Working on it."
