"""Is it gone? A verdict from real chances after practice began; it leads with counts and keeps every chance.

The rule: prior Beta(1, 1) on the rate after practice began, at least three real chances. *Improving* at
P(rate < 25 %) of 0.70, where a practice counts half and all practice at most half the evidence; *likely gone* at
0.90 by real chances only (0 in 8, or 1 in 14). After a recurrence neither is said before three further clean
chances. `benchmarks/kink_gone.py` prints how often the rule is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from onward.maths.proportion import Beta, Interval
from onward.wording.counts import count_noun

RATE = 0.25
GONE_AT = 0.90
IMPROVING_AT = 0.70
CHANCES_NEEDED = 3
CLEAN_AFTER_RECURRENCE = 3
PRACTICE_WEIGHT = 0.5
PRIOR = Beta(1, 1)


class State(StrEnum):
    """Where a kink is. None of them is a grade."""

    NOT_YET = "not worked on yet"
    WORKING = "working on it"
    IMPROVING = "improving"
    GONE = "likely gone"


@dataclass(frozen=True, slots=True)
class KinkOccasion:
    """One occasion on which the kink could have occurred, and whether it did. `real` is False for practice."""

    on: date
    happened: bool
    real: bool = True
    id: int = 0


@dataclass(frozen=True, slots=True)
class KinkVerdict:
    """What the chances say. `gone` and `improving` are the two chances that the rule compares with its limits.

    `came_back` is set when it had been called
    likely gone before and occurred again; `missing` is how many interviews have no debrief.
    """

    state: State
    chances: int = 0
    seen: int = 0
    practices: int = 0
    clean_since: int = 0
    gone: float = 0.0
    improving: float = 0.0
    came_back: bool = False
    came_back_on: date | None = None
    missing: int = 0
    words: str = ""

    @property
    def compatible(self) -> Interval | None:
        """The rates that the real chances go with: the 80 % interval; None before the first."""
        return PRIOR.updated(self.seen, self.chances - self.seen).interval() if self.chances else None


def kink_verdict(occasions: Iterable[KinkOccasion], *, practice_began: date | None, missing: int = 0) -> KinkVerdict:
    """The verdict now, from all occasions that are known, in any order.

    Only those after the day practice began count: what led to the practice is dropped, since a kink is noticed
    because it happened. An interview without a debrief is `missing`, never clean.

    >>> from datetime import timedelta
    >>> began = date(2026, 3, 2)
    >>> clean = [KinkOccasion(began + timedelta(days=n), happened=False) for n in range(1, 3)]
    >>> str(kink_verdict(clean, practice_began=began).state)
    'working on it'
    """
    told = list_kink_verdicts(occasions, practice_began=practice_began)
    last = replace(told[-1][1] if told else _judge((), practice_began), missing=missing)
    return replace(last, words=describe_verdict(last))


def list_kink_verdicts(
    occasions: Iterable[KinkOccasion], *, practice_began: date | None
) -> tuple[tuple[KinkOccasion, KinkVerdict], ...]:
    """Every occasion that counts, by day, with the verdict after it; `in_words` says one of them."""
    if practice_began is None:
        return ()
    counted_ones = sorted((o for o in occasions if o.on > practice_began or not o.real), key=_by_day)
    told: list[tuple[KinkOccasion, KinkVerdict]] = []
    for at, occasion in enumerate(counted_ones, 1):
        before = told[-1][1] if told else KinkVerdict(State.WORKING)
        told.append((occasion, _carried(before, occasion, _judge(counted_ones[:at], practice_began))))
    return tuple(told)


def _by_day(occasion: KinkOccasion) -> tuple[date, bool, bool]:
    """On one day practice comes before the interview, and a clean chance before one where it happened."""
    return (occasion.on, occasion.real, occasion.happened)


def _judge(occasions: Sequence[KinkOccasion], practice_began: date | None) -> KinkVerdict:
    if practice_began is None:
        return KinkVerdict(State.NOT_YET)
    real = [o.happened for o in occasions if o.real]
    practised = [o.happened for o in occasions if not o.real]
    belief = PRIOR.updated(sum(real), len(real) - sum(real))
    gone, improving = belief.below(RATE), _with_practice(belief, practised, len(real)).below(RATE)
    return KinkVerdict(
        state=_state(len(real), gone, improving),
        chances=len(real),
        seen=sum(real),
        practices=len(practised),
        clean_since=_clean_since(real),
        gone=gone,
        improving=improving,
    )


def _with_practice(belief: Beta, practised: Sequence[bool], real: int) -> Beta:
    """The belief with practice in it: each counts half, and all of them together at most as much as what is real."""
    if not practised:
        return belief
    weight = min(PRACTICE_WEIGHT, real / len(practised))
    return belief.updated(weight * sum(practised), weight * (len(practised) - sum(practised)))


def _clean_since(real: Sequence[bool]) -> int:
    """How many real chances in a row, up to the last one, were clean."""
    return next((n for n, happened in enumerate(reversed(real)) if happened), len(real))


def _state(chances: int, gone: float, improving: float) -> State:
    if chances < CHANCES_NEEDED:
        return State.WORKING
    if gone >= GONE_AT:
        return State.GONE
    return State.IMPROVING if improving >= IMPROVING_AT else State.WORKING


def _carried(before: KinkVerdict, occasion: KinkOccasion, now: KinkVerdict) -> KinkVerdict:
    """What the next verdict remembers of the one before: that it was called gone once and came back.

    Then neither word is said before three further clean chances, whatever the rule says.
    """
    again = occasion.real and occasion.happened and before.state is State.GONE
    back, on = again or before.came_back, occasion.on if again else before.came_back_on
    state = State.WORKING if back and now.clean_since < CLEAN_AFTER_RECURRENCE else now.state
    return replace(now, state=state, came_back=back, came_back_on=on)


def describe_verdict(now: KinkVerdict) -> str:
    """A verdict as sentences, counts first."""
    parts = [_counts(now), _meaning(now)]
    if now.missing:
        parts.append(f"{count_noun(now.missing, 'interview')} without a debrief: missing, not counted as clean.")
    return " ".join(part for part in parts if part)


def _counts(now: KinkVerdict) -> str:
    """The counts come first: what was seen, before what it means."""
    if not now.chances:
        return "No real chance yet since practice began." if now.state is not State.NOT_YET else "No practice yet."
    if not now.seen:
        return f"Not seen in {now.chances} of {count_noun(now.chances, 'chance')}."
    since = {0: "", 1: ", clean the last time"}.get(now.clean_since, f", clean in the last {now.clean_since}")
    return f"Seen in {now.seen} of {count_noun(now.chances, 'chance')}{since}."


def _meaning(now: KinkVerdict) -> str:
    if now.state is State.GONE:
        return "Likely gone. You can let this one go."
    if now.state is State.IMPROVING:
        return f"Improving. {count_noun(_clean_needed(now), 'more clean chance')} would say it is likely gone."
    if now.came_back and not now.clean_since:
        return "It came back. That’s information: working on it again."
    if now.chances < CHANCES_NEEDED:
        return "Too few to say." if now.chances else ""
    return "Working on it."


def _clean_needed(now: KinkVerdict) -> int:
    """How many further clean chances the rule asks for before it says likely gone."""
    belief = PRIOR.updated(now.seen, now.chances - now.seen)
    return next(n for n in range(1, 1000) if belief.updated(0, n).below(RATE) >= GONE_AT)
