"""Say it aloud: the question, a breath, and the answer in one's own voice."""

from __future__ import annotations

from onward.practice.ways.way import Step, Way

SAY_ALOUD = Way(
    key="say_aloud",
    name="Say it aloud",
    plain="Answer as you would in the room. You can record it and listen; the recording stays on this computer.",
    minutes=2,
    steps=(
        Step("Read the question once. Breathe. Answer aloud, without notes.", seconds=120),
        Step("Then look at the three points. Which did you say?"),
    ),
    points=("It answers the question that was asked.", "It has an example or a step in it.", "It ends."),
    aloud=True,
)
