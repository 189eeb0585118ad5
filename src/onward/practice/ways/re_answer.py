"""Answer the very question that went wrong once more."""

from __future__ import annotations

from onward.practice.ways.way import Way

RE_ANSWER = Way(
    key="re_answer",
    name="Answer that question again",
    plain="The question that didn’t go well, in their words. This time with what you know now.",
    lead="Answer it aloud or in writing once more, with what you know now, before you look at anything.",
    instead="Aloud is enough.",
    minutes=2,
    points=(
        "It answers the question as they asked it.",
        "What I wanted to change did not happen.",
        "I would be fine with saying this in the room.",
    ),
    aloud=True,
)
