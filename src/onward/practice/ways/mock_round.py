"""A mock round: several questions with a clock, also for somebody without interviews yet."""

from __future__ import annotations

from onward.practice.ways.way import Step, Way

MOCK_ROUND = Way(
    key="mock_round",
    name="Mock round",
    plain="Four questions in a row with a clock, and one that you ask back. No pause to look anything up.",
    minutes=10,
    steps=(
        Step("The first question. Answer aloud.", seconds=120),
        Step("The second question.", seconds=120),
        Step("The third question.", seconds=120),
        Step("The fourth question.", seconds=120),
        Step("Now ask them one question of your own.", seconds=60),
    ),
    points=(
        "Every answer met the question that was asked.",
        "At least two answers were an example with an ending.",
        "I asked a question that I want answered.",
    ),
    aloud=True,
    questions=4,
)
