"""Being oneself: compared with one's own earlier answers, and with nothing else."""

from __future__ import annotations

import pytest

from onward.debrief.genuine import SHOWN_FROM, describe_trend


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([2, 2, 2, 4, 4, 4], "more like yourself than"),
        ([4, 5, 4, 2, 2, 3], "less yourself than"),
        ([3] * 7, "about as much"),
    ],
)
def test_it_is_compared_with_ones_own_earlier_answers_alone(marks: list[float], said: str) -> None:
    words = describe_trend(marks)
    assert said in words
    assert f"than in the {len(marks) - 3} before" in words or f"as in the {len(marks) - 3} before" in words
    assert "people" not in words
    assert "others" not in words


def test_too_few_say_nothing() -> None:
    assert describe_trend([1, 5, 1, 5, 5][: SHOWN_FROM - 1]) == ""
