"""How much a text sounds as if somebody may come to harm, and who: learned by `benchmarks/fit_crisis.py`.

A text is judged sentence by sentence and by every two that stand side by side, so that one plain sentence in a long
note is found; the more sentences there are, the surer one has to be, because each may be wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log

from onward.wording.crisis_features import list_crisis_places
from onward.wording.text_model import TextModel, load_text_model

HARM, OTHERS = "harm", "others"
_LONGER = 0.35  # how much surer, in log odds, for every e-fold of sentences
NOTHING = -30.0
_HOPELESS = 4.0  # a sentence this far below the limit isn't looked at together with its neighbor
_MOST = 400  # characters of one sentence that are looked at
_QUOTED = re.compile(r"[“\"«„][^”\"»“\n]{1,300}[”\"»“]")
_ENDS = re.compile(r"(?:(?<=[.!?…;])|(?<=[.!?…;][\"”»“]))\s+|[\n\t]+")
_STOP = str.maketrans({".": ",", "!": ",", "?": ",", ";": ","})


@dataclass(frozen=True, slots=True)
class Judgment:
    """How much it sounds of harm at most, in log odds, and whether what does speaks of somebody else alone."""

    harm: float
    others: bool = False


def judge_text(text: str, limit: float, model: TextModel | None = None) -> Judgment:
    """The heaviest of a text's parts. Of those past the limit, one about the person outweighs one about others."""
    known = model or load_crisis_model()
    told = list(dict.fromkeys(list_sentences(text)))  # what is said twice is judged once: a long thread quotes itself
    allowed = _LONGER * log(max(1, len(told)))
    judged = [_judge_part(sentence, known, allowed, limit) for sentence in told]
    beside = [
        _judge_part(f"{told[at]} {told[at + 1]}", known, allowed, limit)
        for at, (one, other) in enumerate(pairwise(judged))
        if max(one.harm, other.harm) > limit - _HOPELESS
    ]
    past = [one for one in (*judged, *beside) if one.harm > limit]
    heaviest = max((one.harm for one in (*judged, *beside)), default=NOTHING)
    return Judgment(heaviest, bool(past) and all(one.others for one in past))


def _judge_part(part: str, model: TextModel, allowed: float, limit: float) -> Judgment:
    places = list_crisis_places(part)
    if not places:
        return Judgment(NOTHING)
    harm = model.scorers[HARM].score(places) - allowed
    return Judgment(harm, harm > limit and OTHERS in model.scorers and model.scorers[OTHERS].score(places) > 0)


def list_sentences(text: str) -> list[str]:
    """The sentences of a text. What somebody is quoted with stays in its sentence.

    >>> list_sentences("They said no. I cooked.")
    ['They said no.', 'I cooked.']
    """
    whole = _QUOTED.sub(lambda quote: quote[0][:-2].translate(_STOP) + quote[0][-2:], text)
    return [part.strip()[:_MOST] for part in _ENDS.split(whole) if part.strip()]


@cache
def load_crisis_model() -> TextModel:
    """The model that ships with the program."""
    return load_text_model((files("onward.wording") / "crisis.bin").read_bytes())
