"""Words of harm, and what comes up on them: the fixed text where they are plain, one quiet line where it is in doubt.

Found by a small model that ships with the program (`crisis_model`). Nothing is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

# In log odds, chosen so that of the harmless lines of other writers about 5 in 100 are past the first
# and 3 in 100 past the second (docs/crisis-words.md).
DOUBT, SURE = 0.4, 0.8


class Concern(Enum):
    """Whom heavy words speak of hurting: nobody, the person themselves, somebody else; or it is in doubt."""

    NONE = ""
    SELF = "self"
    OTHERS = "others"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class FixedText:
    """What stands above and below the lines to call; no clinician has signed off on the wording yet."""

    title: str
    opening: str
    checked: str


TITLE = "Need to talk to someone now?"
_CHECKED_FOR_SELF = (
    "This page is checked here, on your device, for words about hurting yourself. Nothing is kept or sent. "
    "Onward tells nobody: no board, employer or agency."
)
_CHECKED_FOR_OTHERS = (
    "This page is checked here, on your device, for words about hurting somebody. Nothing is kept or sent. "
    "Onward tells nobody: no board, employer or agency."
)
FIXED_TEXTS = {
    Concern.SELF: FixedText(
        TITLE,
        "What you wrote sounds heavy. You don’t have to carry it alone, and nothing here has to be done today.",
        _CHECKED_FOR_SELF,
    ),
    Concern.OTHERS: FixedText(
        "Before anything else",
        "What you wrote speaks of hurting somebody. If it could happen, go where they are not, and be with somebody "
        "you trust. Whoever answers below listens to anger, too.",
        _CHECKED_FOR_OTHERS,
    ),
}
QUIET_LINE = "If this is about more than the job:"
LATER = "I’m all right, go on to what I wrote"
NO_SERVICE = "Onward is a practice and planning tool, not a crisis service. The people above are there now."


def find_concern(text: str) -> Concern:
    """Whether the text speaks of self-harm, of not living or of harming somebody, in seven languages.

    Where it is plain, the fixed text comes up instead of anything else: it can be dismissed, a miss can’t be undone.
    Where it speaks of both, it is the person themselves who is answered. In doubt there is one quiet line.
    """
    from onward.wording.crisis_model import judge_text  # no page needs it until somebody writes

    judged = judge_text(text, DOUBT)
    if judged.harm <= DOUBT:
        return Concern.NONE
    if judged.harm <= SURE:
        return Concern.DOUBT
    return Concern.OTHERS if judged.others else Concern.SELF


def has_crisis_words(text: str) -> bool:
    """Whether anything in the text is a concern, in doubt too."""
    return find_concern(text) is not Concern.NONE
