"""Answer the very question that went wrong once more."""

from __future__ import annotations

from onward.practice.ways.way import Step, Way

RE_ANSWER = Way(
    key="re_answer",
    name="Answer that question again",
    plain="The question that didn’t go well, in their words. This time with what you know now.",
    minutes=2,
    steps=(
        Step("Read the question as they asked it. Answer aloud or in writing.", box=True, seconds=120),
        Step("Then compare: did the thing you wanted to change happen again?"),
    ),
    points=(
        "It answers the question as they asked it.",
        "What I wanted to change did not happen.",
        "I would be fine with saying this in the room.",
    ),
    aloud=True,
)
