"""A pause lasts until the day that was chosen, and no longer than three months."""

from __future__ import annotations

from datetime import date, timedelta

from onward.recover.pause import AHEAD, LONGEST, TOO_LONG, is_paused, refuse_pause

ON = date(2026, 11, 17)


def test_on_its_day_onward_speaks_again() -> None:
    assert is_paused(ON + timedelta(days=1), ON)
    assert not is_paused(ON, ON)
    assert not is_paused(None, ON)


def test_a_day_that_is_over_or_far_away_is_refused() -> None:
    assert refuse_pause(ON, ON) == AHEAD
    assert refuse_pause(ON + LONGEST, ON) == ""
    assert refuse_pause(ON + LONGEST + timedelta(days=1), ON) == TOO_LONG
