"""Write it out: for the first time, or where speaking isn't possible."""

from __future__ import annotations

from onward.practice.ways.way import Way

WRITE = Way(
    key="write",
    name="Write it out",
    plain="Five or six sentences, as you would say them. No client details: your steps, not the person.",
    lead="Five or six sentences, as you would say them, without looking anything up.",
    minutes=2.5,
    points=("It answers the question that was asked.", "It has an example or a step in it.", "It ends."),
)
