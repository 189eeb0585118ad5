"""Words of harm, and the fixed text that comes up on them: rather too often, and nothing is stored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from onward.wording.span import straighten_quotes


class Concern(Enum):
    """Whom heavy words speak of hurting: nobody, the person themselves, somebody else."""

    NONE = ""
    SELF = "self"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class FixedText:
    """What stands above and below the lines to call; no clinician has signed off on the wording yet."""

    title: str
    opening: str
    checked: str


TITLE = "Need to talk to someone now?"
_CHECKED = (
    "This page is checked here, on your device, for words about hurting {}. Nothing is kept or sent. "
    "Onward tells nobody: no board, employer or agency."
)
FIXED_TEXTS = {
    Concern.SELF: FixedText(
        TITLE,
        "What you wrote sounds heavy. You don’t have to carry it alone, and nothing here has to be done today.",
        _CHECKED.format("yourself"),
    ),
    Concern.OTHERS: FixedText(
        "Before anything else",
        "What you wrote speaks of hurting somebody. If it could happen, go where they are not, and be with somebody "
        "you trust. Whoever answers below listens to anger, too.",
        _CHECKED.format("somebody"),
    ),
}
LATER = "I’m all right, go on to what I wrote"
NO_SERVICE = "Onward is a practice and planning tool, not a crisis service. The people above are there now."

_ENGLISH = (
    r"\b(?:kill(?:ing|ed)?|hang(?:ing)?|shoot(?:ing)?|drown(?:ing)?|poison(?:ing)?)\s+(?:myself|me|my\s+life)\b",
    r"\b(?:hurt(?:ing)?|harm(?:ing)?|cut(?:ting)?|injur(?:e|ing)|starv(?:e|ing))\s+myself\b",
    r"\b(?:end(?:ing)?|tak(?:e|ing))\s+(?:my\s+(?:own\s+)?life|it\s+all)\b",
    r"\bsuicid\w*|\bself[\s-]?harm\w*|\bunaliv\w*|\bkms\b|\boverdos\w*",
    r"\b(?:want(?:ed)?|wish|ready|going|rather|wanna|hope|like)\s+(?:to\s+|i\s+(?:could|would|was|were)\s+|"
    r"i'd\s+)?(?:just\s+)?(?:die|be\s+dead|dead|not\s+(?:exist|be\s+here|wake\s+up)|disappear|never\s+wake\s+up|"
    r"go\s+to\s+sleep\s+and\s+(?:not|never)\s+wake\s+up)\b",
    r"\bdo\s*n[o']?t\s+want\s+to\s+(?:live|be\s+here|be\s+alive|wake\s+up|go\s+on|exist|be\s+around)\b",
    r"\b(?:can\s*not|can't|cannot|couldn't)\s+(?:go\s+on|do\s+this\s+any\s*more|take\s+(?:it|this)\s+any\s*(?:more|"
    r"longer)|live\s+like\s+this|keep\s+(?:going|living))\b",
    r"\b(?:no|any|without\s+a)\s+reason\s+(?:to\s+(?:live|go\s+on|be\s+here|exist)|for\s+living)\b|"
    r"\bnothing\s+(?:left\s+)?to\s+live\s+for\b",
    r"\bnot\s+worth\s+(?:living|being\s+alive|being\s+here)\b|\bno\s+(?:point|way\s+out)\s*(?:in\s+(?:living|"
    r"going\s+on|anything|life)|to\s+(?:life|living|any\s+of\s+it)|any\s*more|$|[.!,])",
    r"\b(?:better|easier|happier)\s+off\s+(?:without\s+me|dead|if\s+i\s+(?:was|were|am|wasn't|weren't)\b)|"
    r"\bwithout\s+me\s+(?:around|here|they'd|everyone)\b",
    r"\b(?:i'?m|i\s+am|feel(?:ing)?)\s+(?:like\s+)?(?:not\s+(?:ok(?:ay)?|safe)|unsafe|suicidal|a\s+burden)\b|"
    r"\bnot\s+safe\s+with\s+myself\b",
    r"\b(?:never\s+been\s+born|say\s+goodbye\s+to\s+(?:everyone|my)|goodbye\s+(?:note|letter)|final\s+(?:note|goodbye)|"
    r"jump(?:ing)?\s+off|step(?:ping)?\s+in\s+front\s+of|crash\s+my\s+car|swallow\s+(?:all|the)\s+(?:my\s+)?pills)\b",
)
_OF_OTHERS = (
    r"\b(?:kill|hurt|shoot|stab|murder)(?:ing)?\s+(?:them|him|her|someone|somebody|people|everyone|everybody|"
    r"my\s+(?:boss|family|kids?|child(?:ren)?|wife|husband|partner|mother|father|manager|coworkers?|colleagues?))\b",
)
_IN_OTHER_LANGUAGES = (
    r"\b(?:mich\s+umbringen|bring(?:e)?\s+mich\s+um|mir\s+(?:et)?was\s+an(?:zu)?tun|selbstmord\w*|suizid\w*|"
    r"mir\s+das\s+leben\s+nehmen)\b",
    r"\b(?:nicht\s+mehr\s+(?:leben|weiterleben|da\s+sein)|will\s+sterben|sterben\s+(?:will|möchte)|lieber\s+tot|"
    r"ohne\s+mich\s+besser|keinen\s+sinn\s+mehr|mich\s+(?:selbst\s+)?verletzen|mich\s+ritzen)\b",
    r"\b(?:me\s+suicider|me\s+tuer|mourir|me\s+faire\s+du\s+mal|en\s+finir|plus\s+envie\s+de\s+vivre|"
    r"ne\s+veux\s+plus\s+vivre|mieux\s+sans\s+moi|plus\s+de\s+raison\s+de\s+vivre)\b",
    r"\b(?:suicidarme|matarme|quitarme\s+la\s+vida|hacerme\s+daño|quiero\s+morir(?:me)?|no\s+quiero\s+(?:vivir|"
    r"seguir\s+viviendo)|mejor\s+sin\s+m[ií]|sin\s+ganas\s+de\s+vivir|acabar\s+con\s+todo)\b",
    r"\b(?:suicidarmi|uccidermi|ammazzarmi|togliermi\s+la\s+vita|farmi\s+(?:del\s+)?male|voglio\s+morire|"
    r"non\s+voglio\s+(?:più\s+)?vivere|meglio\s+senza\s+di\s+me|farla\s+finita)\b",
    r"\b(?:me\s+matar|me\s+suicidar|tirar\s+a\s+minha\s+vida|quero\s+morrer|não\s+quero\s+(?:mais\s+)?viver|"
    r"melhor\s+sem\s+mim|me\s+machucar|acabar\s+com\s+tudo)\b",
    r"\b(?:zelfmoord\w*|zelfdoding|mezelf\s+(?:iets\s+aan\s*(?:te\s+)?doen|van\s+kant\s+maken|verwonden|pijn\s+doen)|"
    r"wil\s+(?:niet\s+meer\s+leven|dood|sterven)|dood\s+wil|beter\s+(?:af\s+)?zonder\s+mij|niet\s+meer\s+leven)\b",
)
_SELF = re.compile("|".join((*_ENGLISH, *_IN_OTHER_LANGUAGES)), re.IGNORECASE)
_OTHERS = re.compile("|".join(_OF_OTHERS), re.IGNORECASE)


def find_concern(text: str) -> Concern:
    """Whether the text speaks of self-harm or of not living (in seven languages), or of harming somebody (in English).

    Then the fixed text comes up instead of anything else. Prefer a false alarm: the page can be dismissed, a miss
    can't be undone. Where it speaks of both, it is the person themselves who is answered.
    """
    plain = straighten_quotes(text)
    if _SELF.search(plain):
        return Concern.SELF
    return Concern.OTHERS if _OTHERS.search(plain) else Concern.NONE


def has_crisis_words(text: str) -> bool:
    """Whether anything in the text is a concern."""
    return find_concern(text) is not Concern.NONE
