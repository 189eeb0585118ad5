"""What was written in the boxes of one answer, as one text; and how the words of a story fall on its beats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onward.practice.ways.way import Way

DONE_AND_CAME = 2  # the last two of four beats: what I did, and what came of it
FEW = 12  # words; a share of fewer says nothing


@dataclass(frozen=True, slots=True)
class Share:
    """Of the words of a story, how many are what I did and what came of it."""

    told: int
    words: int

    @property
    def in_words(self) -> str:
        """“31 of 52 words are what you did and what came of it. More than half is the aim.”."""
        more = "That is more than half." if 2 * self.told > self.words else "More than half is the aim."
        return f"{self.told} of {self.words} words are what you did and what came of it. {more}"


def join_parts(way: Way, parts: Sequence[str]) -> str:
    """One text. Where a way has several boxes each begins with its label; empty ones are left out."""
    said = [(box.label, part.strip()) for box, part in zip(way.boxes, parts, strict=False) if part.strip()]
    if len(way.boxes) == 1:
        return "".join(part for _, part in said)
    return "\n\n".join(f"{label}: {part}" for label, part in said)


def measure_share(way: Way, parts: Sequence[str]) -> Share | None:
    """How the words of a story in beats are shared out; None for other ways, and when too little was written.

    Real answers are long on the situation and short on action and result (Bangerter, Corvalan and Cavin 2014,
    62 interviews); more than half is the house's own aim.
    """
    counts = [len(part.split()) for part in parts]
    if len(way.boxes) <= DONE_AND_CAME or len(counts) != len(way.boxes) or sum(counts) < FEW:
        return None
    return Share(sum(counts[-DONE_AND_CAME:]), sum(counts))
