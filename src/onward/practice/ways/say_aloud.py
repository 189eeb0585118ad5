"""Say it aloud: the question, a breath, and the answer in one's own voice."""

from __future__ import annotations

from onward.practice.ways.way import Way

SAY_ALOUD = Way(
    key="say_aloud",
    name="Say it aloud",
    plain="Answer as you would in the room. You can record it and listen; the recording stays here.",
    lead="Breathe. Answer aloud, as you would in the room, before you look at anything. About two minutes.",
    instead="Notes, or the answer in writing. Aloud is enough.",
    minutes=2,
    points=("It answers the question that was asked.", "It has an example or a step in it.", "It ends."),
    aloud=True,
)
