"""When a card comes again: the figures of docs/practice.md, from the schedule itself.

    python benchmarks/spacing.py

One JSON object a line: each clear answer without an interview; then, for interviews so many days ahead, on which days a
card comes, how often it would come without one, and the chance that it is recalled on the day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from onward.practice.cards import Card, CardReview
from onward.practice.learned import STABLE_DAYS, check_learned
from onward.practice.schedule import CardState, find_due_day, new_state, recall_chance, review_card

START = date(2026, 1, 1)
CARD = Card(1, "?", ("a", "b", "c"), "say_aloud", datetime.combine(START, time(18), UTC))
CLEAR, PARTLY = frozenset({0, 1, 2}), frozenset({0, 1})
WAITS = (5, 7, 10, 14, 21, 30, 60)  # days from the first answer to the interview


def answered(state: CardState, day: date, met: frozenset[int]) -> CardState:
    """The state after an answer on this day's evening."""
    return review_card(state, CardReview(1, datetime.combine(day, time(18), UTC), met))


def path(met: frozenset[int], times: int) -> Iterator[tuple[int, int, CardState]]:
    """Answered on each day it is due: which answer, the day since the first, and the state after it."""
    state, day = new_state(CARD), START
    for number in range(1, times + 1):
        state = answered(state, day, met)
        yield number, (day - START).days, state
        day = find_due_day(state)


def before(days_ahead: int, met: frozenset[int] = CLEAR, *, bent: bool = True) -> tuple[list[int], float]:
    """Days of the answers up to an interview so many days after the first, and the chance to recall it on that day."""
    on = START + timedelta(days=days_ahead)
    state, day, days = new_state(CARD), START, []
    while day < on:
        days.append((day - START).days)
        state = answered(state, day, met)
        day = find_due_day(state, interview=on if bent else None)
    return days, recall_chance(state, datetime.combine(on, time(18), UTC))


def lines() -> Iterator[dict[str, object]]:
    """Every line that is printed."""
    for number, day, state in path(CLEAR, 6):
        yield {
            "answer": number, "on_day": day, "holds_days": round(state.stability or 0), "learned": check_learned(state).yes,
        }  # fmt: skip
    for met, said in ((CLEAR, "clear"), (PARTLY, "partly")):
        for wait in WAITS:
            days, recall = before(wait, met)
            yield {
                "interview_on_day": wait, "answers": said, "comes_on_days": days, "times": len(days),
                "times_without": len(before(wait, met, bent=False)[0]), "recall_on_the_day": round(recall, 3),
            }  # fmt: skip
    state = next(state for _, _, state in path(CLEAR, 10) if (state.stability or 0) >= STABLE_DAYS)
    left = recall_chance(state, (state.reviewed or CARD.made) + timedelta(days=60))
    yield {"holds_days": round(state.stability or 0), "after_days": 60, "recall": round(left, 3)}


def main() -> None:
    """Print one JSON object a line."""
    for line in lines():
        print(json.dumps(line))


if __name__ == "__main__":
    main()
