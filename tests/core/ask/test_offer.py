"""When an ask is offered, and when it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.ask.offer import AskOccasion, AskState, decide_offer

NO = date(2026, 3, 3)
SPOKE = AskOccasion(NO, spoke=True)


def day(n: int) -> date:
    return NO + timedelta(days=n)


@pytest.mark.parametrize("n", [1, 2, 5, 7])
def test_it_is_offered_from_the_morning_after_for_a_week(n: int) -> None:
    now = decide_offer(SPOKE, day(n))
    assert now.state is AskState.NOW
    assert now.suggested
    assert (now.opens, now.best_until, now.closes) == (day(1), day(2), day(7))


def test_not_on_the_day_itself_nor_on_any_rejection_day() -> None:
    assert decide_offer(SPOKE, NO).state is AskState.LATER
    assert "Tomorrow" in decide_offer(SPOKE, NO).reason
    opened_later = replace(SPOKE, rejection_day=True)
    assert decide_offer(opened_later, day(4)).state is AskState.LATER


def test_after_a_form_alone_it_is_not_suggested_and_says_why() -> None:
    form = decide_offer(AskOccasion(NO, spoke=False), day(1))
    assert form.state is AskState.FORM_ONLY
    assert "hardly anybody could answer" in form.reason


def test_once_asked_there_is_no_second_ask() -> None:
    assert decide_offer(replace(SPOKE, asked_on=day(1)), day(2)).state is AskState.ASKED


def test_suspected_discrimination_puts_the_ask_away_whatever_else_holds() -> None:
    suspected = AskOccasion(NO, spoke=True, asked_on=day(1), discrimination=True, rejection_day=True)
    assert decide_offer(suspected, day(2)).state is AskState.APART


def test_silence_that_was_closed_is_not_chased() -> None:
    assert decide_offer(replace(SPOKE, by_silence=True), day(1)).state is AskState.SILENT


def test_after_a_week_it_is_let_go() -> None:
    assert decide_offer(SPOKE, day(8)).state is AskState.TOO_LATE


@given(st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.integers(0, 400))
def test_it_is_only_ever_suggested_inside_the_window_after_a_conversation(
    spoke: bool, silence: bool, quiet: bool, suspected: bool, n: int
) -> None:
    occasion = AskOccasion(NO, spoke, by_silence=silence, rejection_day=quiet, discrimination=suspected)
    now = decide_offer(occasion, day(n))
    assert now.reason
    if now.suggested:
        assert spoke
        assert not any((silence, quiet, suspected))
        assert 1 <= n <= 7
