"""What may be meant well: said softly, about a thing that is done, with a way out, or only what a sentence is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import inf

from onward.ask.hurt_model import LONGEST, Judged, judge_sentences
from onward.ask.hurts import Hurt
from onward.ask.marks import WordingMark, say_perhaps
from onward.ask.words import AskWords
from onward.wording.span import straighten_quotes

HARMLESS = 0.0  # log odds: below, the model takes the sentence for one that doesn’t hurt rather than for one that does
BY_TOPIC = frozenset({Hurt.LEGAL, Hurt.GUILT, Hurt.OTHERS})  # one word shows what these are about, not that it hurts
NEAR = 30  # letters between “I’ve” and what it is about
ASKED = frozenset({Hurt.RECONSIDER, Hurt.OTHERS, Hurt.REASONS, Hurt.CHASING})  # what somebody may say they don't ask
OUTRIGHT = 3  # words: a longer phrase tells it all (“my children have cried”), but for the law, which is also a trade


def soften_phrases(phrases: Iterable[WordingMark], text: str, words: AskWords) -> Iterator[WordingMark]:
    """What hurts by its phrase, as a hint where the sentence around it may be meant well: “a lawyer” of one who is."""
    judged = judge_sentences(text, words)
    for mark in phrases:
        around = [one for one in judged if one.start <= mark.start < max(one.end, one.start + 1)]
        harmless = max((one.score for one in around), default=inf) < HARMLESS
        free = any(is_meant_well(mark.what, text[at.start : at.end], mark.start - at.start, words) for at in around)
        soft = free or (harmless and _is_topic(mark, text, around))
        yield replace(mark, why=say_perhaps(mark.what), hint=True) if soft and not mark.hint else mark


def find_soft_kind(sentence: str, words: AskWords) -> str | None:
    """By what a sentence may hurt that says it softly: its first phrase of that sort; None where there is none.

    Thanks for it (“for keeping me in mind”) are none.

    >>> from onward.ask.words import load_ask_words
    >>> find_soft_kind("I was a little surprised.", load_ask_words("en"))
    'reproach'
    """
    smooth = straighten_quotes(sentence[:LONGEST]).lower()
    found = [(match.start(), kind) for kind, phrase in words.perhaps.items() if (match := phrase.search(smooth))]
    said = [(at, kind) for at, kind in found if not words.thanked.search(smooth[:at])]
    return min(said)[1] if said else None


def is_meant_well(what: Hurt, sentence: str, at: int, words: AskWords) -> bool:
    """Whether what hurts at a place of its sentence doesn’t press anybody.

    “Before Friday, but only if it suits you” leaves a way out; “thanks for the quick answer” and “for looking once more
    at the date” are about what is done already (who thanks for another decision asks for it); “I looked again at my
    slides” is about oneself; “I don’t need to know who was chosen” says that one doesn’t ask.
    """
    smooth = straighten_quotes(sentence).lower()
    if what in ASKED and _is_declined(smooth, at, words):
        return True
    done = bool(words.thanked.search(smooth[:at]))
    if what is Hurt.CHASING:
        return done or bool(words.concepts["optio"].search(smooth))
    if what is Hurt.OTHERS:
        return not smooth.rstrip().endswith("?") and bool(words.concepts["neg"].search(smooth[max(0, at - NEAR) : at]))
    elsewhere = done and not words.concepts["decis"].search(smooth, at)
    return what is Hurt.RECONSIDER and (elsewhere or bool(words.own.search(smooth, max(0, at - NEAR))))


def _is_declined(smooth: str, at: int, words: AskWords) -> bool:
    """Whether the words before it say that it isn't asked, and no “but” takes that back.

    >>> from onward.ask.words import load_ask_words
    >>> said = "i'm not asking you to think again"
    >>> _is_declined(said, said.index("think"), load_ask_words("en"))
    True
    """
    if smooth.rstrip().endswith("?"):
        return False
    found = list(words.declined.finditer(smooth, 0, at))
    return bool(found) and not words.concepts["contr"].search(smooth, found[-1].end(), at)


def _is_topic(mark: WordingMark, text: str, around: Iterable[Judged]) -> bool:
    """Whether the phrase only shows what its sentence is about."""
    if mark.what is Hurt.OTHERS and any(text[one.start : one.end].rstrip().endswith("?") for one in around):
        return False  # to ask who was hired is what hurts
    said = len(text[mark.start : mark.end].split())
    return mark.what in BY_TOPIC and (mark.what is Hurt.LEGAL or said < OUTRIGHT)
