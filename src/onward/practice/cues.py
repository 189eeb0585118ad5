"""A card's question on one line. Cards made before said first when it could come up, and quoted the question last."""

from __future__ import annotations

BEFORE, AFTER = "Last time they asked: “", "” What do you say now?"


def read_cue(question: str) -> str:
    """The question alone.

    >>> read_cue("They asked for a time when. Last time they asked: “How do you plan?” What do you say now?")
    'How do you plan?'
    """
    _, quoted, rest = question.partition(BEFORE)
    return " ".join((rest.removesuffix(AFTER) if quoted and rest.endswith(AFTER) else question).split())
