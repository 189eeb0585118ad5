"""A few lines to oneself, as one would write to a friend. Optional, never read by the program, and can be burnt."""

from __future__ import annotations

from onward.wording.sources import cited

PROMPTS: tuple[str, ...] = (
    "What happened, in two sentences, without a judgment of you?",
    "Who else would that have hurt? It happens to people who are good at what they do.",
    "What would you write to a friend who told you this?",
)
SOBERLY = cited(
    "In one experiment job seekers who wrote to themselves like this felt less bad right afterward. It may do nothing "
    "for you.",
    "kreemers-2020",
)
