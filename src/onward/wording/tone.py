"""Two tones that get a kind question back: a verdict on oneself, and anger. Neither is ever scored."""

from __future__ import annotations

import re

from onward.wording.span import Span, drop_overlaps, find_spans
from onward.wording.tone_words import ANGER, GLOBAL

WHICH_ANSWER = "Which answer? What words?"
ANGRY = "Angry? Fair. What would you say about them in an interview?"

_SOFT = r"(?:(?:just|so|really|simply|always|such|honestly|clearly|obviously|totally|completely|too)\s+){0,3}"
_ARTICLE = r"(?:an?\s+)?"
_VERDICTS = (
    r"bad|terrible|awful|hopeless|useless|worthless|rubbish|stupid|dumb|pathetic|incompetent|failure|fraud|loser|idiot|"
    r"joke|"
    r"imposter|impostor|disaster|mess|unemployable|unhirable|unhireable|not\s+good\s+enough|no\s+good|not\s+cut\s+out"
)
_GLOBAL = re.compile(
    rf"\b(?:i'?m|i\s+am|i\s+was|i've\s+been)\s+{_SOFT}{_ARTICLE}(?:{_VERDICTS})\b(?:\s+(?:at|in|with)\s+(?:interviews?|"
    r"interviewing|this|talking|everything|people))?"
    r"|\bi\s+(?:always|never|can't\s+ever)\s+\w+(?:\s+\w+){0,3}"
    r"|\bi\s+(?:suck|fail)\s+(?:at|in)\s+\w+"
    r"|\bi\s+(?:can't|cannot|can\s+not|don't\s+know\s+how\s+to|couldn't)\s+(?:do\s+|handle\s+)?interview(?:s|ing)?\b"
    r"|\b(?:nobody|no\s+one|noone)\s+(?:will|would|wants?|is\s+going)\s+(?:to\s+)?(?:ever\s+)?(?:(?:hire|want)\s*)?me\b"
    r"|\bi'?ll\s+never\s+(?:get|find|be|make)\b(?:\s+\w+){0,3}"
    r"|\b(?:everything|it\s+all)\s+(?:was|went)\s+(?:wrong|badly|terribly|awful|terrible)\b"
    r"|\bi\s+(?:blew|ruined|messed\s+up|screwed\s+up|botched)\s+(?:everything|it\s+all|the\s+whole\s+thing)\b|"
    + "|".join(GLOBAL.values()),
    re.IGNORECASE,
)
_ANGER = re.compile(
    r"\b(?:i'?m|i\s+am|so|makes?\s+me)\s+(?:(?:so|really|very|just)\s+)?(?:angry|furious|livid|pissed(?:\s+off)?|"
    r"mad\s+at|fuming|outraged)\b"
    r"|\b(?:assholes?|arseholes?|bastards?|jerks?|idiots|morons|scum|bullshit|liars?|clowns?)\b"
    r"|\b(?:screw|fuck|damn|to\s+hell\s+with)\s+(?:them|him|her|you|this|that)\b|\bfuck(?:ing|ers?)?\b"
    r"|\bi\s+(?:hate|despise)\s+(?:them|him|her|that|this|those)\b"
    r"|\b(?:how\s+dare\s+(?:they|he|she)|waste\s+of\s+my\s+time|wasted\s+my\s+time|they\s+lied|what\s+a\s+joke)\b|"
    + "|".join(ANGER.values()),
    re.IGNORECASE,
)


def find_global_judgment(text: str) -> tuple[Span, ...]:
    """Where the person judges themself as a whole; the answer is `WHICH_ANSWER`, never a score."""
    return drop_overlaps(find_spans(_GLOBAL, text))


def find_anger(text: str) -> tuple[Span, ...]:
    """Where the person is angry; the answer is `ANGRY`."""
    return drop_overlaps(find_spans(_ANGER, text))
