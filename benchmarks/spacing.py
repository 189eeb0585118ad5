"""When a card comes again: the tables of docs/practice.md, from the schedule itself. `python benchmarks/spacing.py`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from onward.practice.cards import Card, CardReview
from onward.practice.learned import STABLE_DAYS, check_learned
from onward.practice.schedule import CardState, find_due_day, new_state, recall_chance, review_card

START = date(2026, 1, 1)
CARD = Card(1, "?", ("a", "b", "c"), "say_aloud", datetime.combine(START, time(18), UTC))
CLEAR, PARTLY = frozenset({0, 1, 2}), frozenset({0, 1})
WAITS = (5, 7, 10, 14, 21, 30)  # days from the first answer to the interview


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


def before(interview: int) -> list[int]:
    """Days of the answers, all clear, up to an interview so many days after the first."""
    on = START + timedelta(days=interview)
    state, day, days = new_state(CARD), START, []
    while day < on:
        days.append((day - START).days)
        state = answered(state, day, CLEAR)
        day = find_due_day(state, interview=on)
    return days


def table() -> list[str]:
    """Without an interview: day of each clear answer, how long it holds, and whether that is learned."""
    rows = ["| answer | on day | holds about | learned |", "|---|---|---|---|"]
    for number, day, state in path(CLEAR, 6):
        said = "yes" if check_learned(state).yes else "no"
        rows.append(f"| {number} | {day} | {state.stability or 0:.0f} days | {said} |")
    return rows


def bent() -> list[str]:
    """With an interview: on which days a card comes that is answered clearly each time."""
    rows = ["| interview on day | it comes on day | the last one is |", "|---|---|---|"]
    for wait in WAITS:
        days = before(wait)
        rows.append(f"| {wait} | {', '.join(map(str, days))} | {wait - days[-1]} before |")
    return rows


def after_a_pause() -> str:
    """What is left after 60 days of a card that is just learned."""
    state = next(state for _, _, state in path(CLEAR, 10) if (state.stability or 0) >= STABLE_DAYS)
    left = recall_chance(state, (state.reviewed or CARD.made) + timedelta(days=60))
    return f"A card that holds {state.stability or 0:.0f} days would still be had after 60 days about {100 * left:.0f} times in 100."


def main() -> None:
    """Print all of it."""
    print("\n".join([*table(), "", *bent(), "", after_a_pause()]))


if __name__ == "__main__":
    main()
