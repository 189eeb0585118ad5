"""What a transcript may point to."""

from __future__ import annotations

from onward.debrief.answers import SpokenAnswer
from onward.debrief.measures import measure_answer
from onward.kinks.hear import hear_kinks


def kinds(question: str, text: str, seconds: float | None = None) -> list[str]:
    answer = SpokenAnswer(question, text, seconds)
    return [heard.kind for heard in hear_kinks(answer, measure_answer(answer))]


STORY = "Last year a client stopped coming. I called her and moved the appointment. She came back and finished."


def test_a_story_with_an_ending_points_to_nothing() -> None:
    assert kinds("Tell me about a time you fell behind.", STORY, 90) == []


def test_a_claim_where_an_example_was_asked_for_points_to_story() -> None:
    assert kinds("Tell me about a time you fell behind.", "I'm very organized. I always plan ahead.") == ["story"]


def test_a_claim_where_none_was_asked_for_points_to_nothing() -> None:
    assert kinds("What are your strengths?", "I'm very organized. I always plan ahead.") == []


def test_an_example_without_an_ending_points_to_result() -> None:
    assert kinds(
        "Tell me about a time.", "Last year a client stopped coming. I called her and moved the appointment."
    ) == ["result"]


def test_three_minutes_point_to_length_and_many_fillers_to_delivery() -> None:
    assert kinds("Why here?", STORY, 200) == ["length"]
    assert "delivery" in kinds("Why here?", "um, " * 12 + STORY + " and so on" * 10, 60)
