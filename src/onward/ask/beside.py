"""What an ask doesn’t need: a question that looks back, and a sentence that plays no part in an ask.

A good ask has few parts: thanks, that one accepts it, one question that looks ahead, a way out. What hurts only between
the lines looks like a story, and no word of it shows whether it hurts. So where nothing else is marked, of the
sentences that play no part the one most like those that hurt is pointed at, to be read once with other eyes.
"""

from __future__ import annotations

from collections.abc import Iterator

from onward.ask.hurt_model import LONGEST, MOST_SENTENCES, judge_sentences, list_concepts, load_levels
from onward.ask.hurts import Hurt
from onward.ask.marks import WordingMark, say_perhaps
from onward.ask.words import AskWords
from onward.wording.sentences import cut_sentences
from onward.wording.span import straighten_quotes

PARTS = frozenset({"thank", "optio"})  # thanks, and a way out
AHEAD = frozenset({"advis", "learn"})  # what the one question is about
LEARNS = AHEAD | {"futur", "liked"}  # “What did you enjoy learning?” looks back and harms nobody
FEW = 4  # words: fewer are a greeting or a name


def find_backward_questions(text: str, words: AskWords) -> Iterator[WordingMark]:
    """The questions that look back at the decision (“Was it decided before?”), as questions to the person."""
    for one in cut_sentences(text)[:MOST_SENTENCES]:
        asks = one.text.rstrip().endswith("?") and words.back.search(straighten_quotes(one.text[:LONGEST]).lower())
        if asks and not LEARNS & set(list_concepts(one.text, words)):
            why = say_perhaps(Hurt.BACKWARD)
            yield WordingMark(one.start, one.end, Hurt.BACKWARD, why, words.say["advice"], hint=True)


def find_beside(text: str, words: AskWords) -> Iterator[WordingMark]:
    """Of the sentences that play no part in an ask the one that is most like those that hurt, where it is like them."""
    judged = [one for one in judge_sentences(text, words) if not plays_part(text[one.start : one.end], words)]
    most = max(judged, key=lambda one: one.score, default=None)
    if most is not None and most.score >= load_levels().look:
        yield WordingMark(most.start, most.end, Hurt.BESIDE, say_perhaps(Hurt.BESIDE), "", hint=True)


def plays_part(sentence: str, words: AskWords) -> bool:
    """Whether a sentence is thanks, a question for advice, a way out, or too short to say anything.

    >>> from onward.ask.words import load_ask_words
    >>> plays_part("Thank you for the tour.", load_ask_words("en")), plays_part("We had a cake.", load_ask_words("en"))
    (True, False)
    """
    spoken = set(list_concepts(sentence, words))
    ahead = "asks" in spoken and bool(spoken & AHEAD)
    return len(sentence.split()) < FEW or bool(spoken & PARTS) or ahead
