"""The if-then plan: the cue, and the first words that follow it."""

from __future__ import annotations

from onward.practice.ways.way import Box, Way

IF_THEN = Way(
    key="if_then",
    name="The if-then plan",
    plain="You see the “if”. Say the “then” before you turn it over.",
    lead="This is the “if”. Say how you would open, from memory; then turn it over.",
    instead="Aloud is enough.",
    minutes=0.5,
    points=("I knew the plan.", "I said the opening words aloud.", "They came within a breath or two."),
    aloud=True,
    boxes=(Box("Your “then”, from memory", "The opening words are enough. Saying them aloud is as good.", rows=3),),
)
