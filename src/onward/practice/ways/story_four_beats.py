"""Tell the story in four beats: where, what was wanted, what I did, what came of it."""

from __future__ import annotations

from onward.practice.ways.way import Step, Way

STORY_FOUR_BEATS = Way(
    key="story_four_beats",
    name="The story in four beats",
    plain="One example, four short beats. Most of the words belong to the last two.",
    minutes=2.5,
    steps=(
        Step("Where was it, and what was your part? One sentence.", box=True),
        Step("What had to be done, and what made it hard? One sentence.", box=True),
        Step("What did you do, step by step? Three or four sentences.", box=True),
        Step("What changed, and how do you know? One or two sentences.", box=True),
    ),
    points=(
        "It is one occasion, and your own part is clear.",
        "More than half of the words are what you did and what came of it.",
        "It says what changed, and how you know.",
    ),
)
