"""“Need to talk to someone now?”: always there, works offline, the same fixed text as after words of self-harm."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from onward.wording.crisis import CHECKED, LINES, OPENING, HelpLine
from onward.wording.sources import cited

HEAVY_DAYS = timedelta(days=14)  # evidence §11: low for two weeks; that nos stand for it is judgement
HEAVY_NOS = 3
HEAVY_STRETCH = cited(
    "You’ve had a heavy stretch. Talking to someone, a friend, your doctor or 988, is a fair next step.", "988-lifeline"
)


def is_heavy_stretch(rejection_days: Iterable[date], on: date) -> bool:
    """Whether the last two weeks held three rejection days or more: then talking to somebody is offered, softly."""
    return sum(on - HEAVY_DAYS < day <= on for day in set(rejection_days)) >= HEAVY_NOS


def list_after_words() -> tuple[str, tuple[HelpLine, ...], str]:
    """What comes up on words of self-harm: one sentence, the ways, and that nothing is kept, sent or told."""
    return OPENING, LINES, CHECKED
