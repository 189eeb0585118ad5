"""Sentences that were learned to hurt: a mark where it is sure, a question where it may be meant well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import inf

from onward.ask.hurt_model import Judged, judge_sentences, load_levels
from onward.ask.hurts import Hurt
from onward.ask.marks import WordingMark, say_perhaps, say_why
from onward.ask.words import AskWords
from onward.wording.span import straighten_quotes

HURTS = {
    "argue": Hurt.ARGUMENT,
    "compare": Hurt.COMPARISON,
    "reproach": Hurt.REPROACH,
    "reconsider": Hurt.RECONSIDER,
    "threat": Hurt.LEGAL,
    "chasing": Hurt.CHASING,
    "apology": Hurt.APOLOGY,
    "client": Hurt.CLIENT,
    "flattery": Hurt.FLATTERY,
    "guilt": Hurt.GUILT,
    "others": Hurt.OTHERS,
    "why": Hurt.REASONS,
}
HARMLESS = 0.0  # log odds: below, the model takes the sentence for one that doesn’t hurt rather than for one that does
BY_TOPIC = frozenset({Hurt.LEGAL, Hurt.GUILT, Hurt.OTHERS})  # one word shows what these are about, not that it hurts
OUTRIGHT = 3  # words: a longer phrase tells it all (“my children have cried”), but for the law, which is also a trade
# Which sentence of the language takes the place of one that hurts; where there is none it is left out.
REPAIRS = {
    Hurt.ARGUMENT: "respect",
    Hurt.COMPARISON: "respect",
    Hurt.REPROACH: "thanks",
    Hurt.RECONSIDER: "respect",
    Hurt.CHASING: "way_out",
    Hurt.FLATTERY: "thanks",
    Hurt.OTHERS: "advice",
    Hurt.REASONS: "advice",
}


def find_hurting_sentences(text: str, words: AskWords) -> Iterator[WordingMark]:
    """The sentences of a message that the model takes to hurt, and as hints those that might."""
    sure, maybe = load_levels()
    for one in judge_sentences(text, words):
        if one.score >= maybe:
            yield _make_mark(one, words, hint=one.score < sure)


def soften_phrases(phrases: Iterable[WordingMark], text: str, words: AskWords) -> Iterator[WordingMark]:
    """What hurts by its phrase, as a hint where the sentence around it sounds harmless: “a lawyer” of one who is."""
    judged = judge_sentences(text, words)
    for mark in phrases:
        around = [one for one in judged if one.start <= mark.start < max(one.end, one.start + 1)]
        harmless = max((one.score for one in around), default=inf) < HARMLESS
        soft = not mark.hint and harmless and _is_topic(mark, text, around)
        yield replace(mark, why=say_perhaps(mark.what), hint=True) if soft else mark


def _is_topic(mark: WordingMark, text: str, around: Iterable[Judged]) -> bool:
    """Whether the phrase only shows what its sentence is about."""
    if mark.what is Hurt.OTHERS and any(text[one.start : one.end].rstrip().endswith("?") for one in around):
        return False  # to ask who was hired is what hurts
    said = len(text[mark.start : mark.end].split())
    return mark.what in BY_TOPIC and (mark.what is Hurt.LEGAL or said < OUTRIGHT)


def find_hurting_phrases(text: str, words: AskWords) -> Iterator[WordingMark]:
    """What hurts for sure, by the phrases of the language."""
    smooth = straighten_quotes(text).lower()
    for kind, phrase in words.phrases.items():
        for match in phrase.finditer(smooth):
            yield _make_mark(Judged(match.start(), match.end(), 0.0, kind), words, hint=False)


def _make_mark(one: Judged, words: AskWords, *, hint: bool) -> WordingMark:
    what = HURTS[one.kind]
    repair = words.say[REPAIRS[what]] if what in REPAIRS else ""
    return WordingMark(one.start, one.end, what, say_perhaps(what) if hint else say_why(what), repair, hint=hint)
