"""Tell the story in four beats: where, what was wanted, what I did, what came of it."""

from __future__ import annotations

from onward.practice.ways.way import Box, Way
from onward.wording.sources import cited

BEATS = (
    Box("Where", "Where was it, and what was your part? One sentence.", rows=2),
    Box("What was wanted", "What had to be done, and what made it hard? One sentence.", rows=2),
    Box("What I did", "What did you do, step by step? Three or four sentences.", rows=5),
    Box("What came of it", "What changed, and how do you know? One or two sentences.", rows=3),
)

STORY_FOUR_BEATS = Way(
    key="story_four_beats",
    name="The story in four beats",
    plain="One example, four short beats. Most of the words belong to the last two.",
    lead=cited(
        "One example, four short beats. Told freely, most stories stay with the situation; the last two beats are "
        "what is missing.",
        "bangerter-2014",
    ),
    minutes=2.5,
    points=(
        "It is one occasion, and your own part is clear.",
        "More than half of the words are what you did and what came of it.",
        "It says what changed, and how you know.",
    ),
    boxes=BEATS,
)
