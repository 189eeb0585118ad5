"""“Need to talk to someone now?”: always there, works offline, the same fixed text as after words of self-harm."""

from __future__ import annotations

from onward.wording.crisis import CHECKED, LINES, NO_SERVICE, OPENING, PROMISE, TITLE, HelpLine

HEAVY_STRETCH = "You’ve had a heavy stretch. Talking to someone, a friend, your doctor or 988, is a fair next step."
FIRST = "You don’t need a reason that is good enough. These people answer, whatever it is."


def list_talk_words() -> tuple[str, str, tuple[HelpLine, ...], str, str]:
    """The title, the first sentence, the ways to reach somebody, that nothing was sent, and what this tool is not."""
    return TITLE, FIRST, LINES, PROMISE, NO_SERVICE


def list_after_words() -> tuple[str, tuple[HelpLine, ...], str]:
    """What comes up on words of self-harm: one sentence, the ways, and that nothing is kept, sent or told."""
    return OPENING, LINES, CHECKED
