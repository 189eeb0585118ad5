"""The if-then plan: the cue, and the first words that follow it."""

from __future__ import annotations

from onward.practice.ways.way import Box, Step, Way

IF_THEN = Way(
    key="if_then",
    name="The if-then plan",
    plain="You see the “if”. Say the “then” before you turn it over.",
    minutes=0.5,
    steps=(
        Step("Read the “if”. Say aloud how you would open.", seconds=30),
        Step("Turn it over. Was it your “then”?"),
    ),
    points=("I knew the plan.", "I said the opening words aloud.", "They came within a breath or two."),
    aloud=True,
    boxes=(Box("Your “then”, from memory", "The opening words are enough. Saying them aloud is as good.", rows=3),),
)
