"""A mock round: several questions with a clock, also for somebody without interviews yet."""

from __future__ import annotations

from onward.practice.ways.way import Way

MOCK_ROUND = Way(
    key="mock_round",
    name="Mock round",
    plain="Four questions in a row with a clock, and one that you ask back. No pause to look anything up.",
    lead="A question of a mock round. Answer it aloud, without a pause to look anything up.",
    instead="Aloud is enough.",
    minutes=10,
    points=(
        "Every answer met the question that was asked.",
        "At least two answers were an example with an ending.",
        "I asked a question that I want answered.",
    ),
    aloud=True,
    questions=4,
)
