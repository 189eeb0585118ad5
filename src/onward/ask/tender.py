"""Sentences that were learned to hurt: a mark where it is sure, a question where it may be meant well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onward.ask.hurt_model import MOST_SENTENCES, Judged, judge_sentences, load_levels
from onward.ask.hurts import Hurt
from onward.ask.marks import WordingMark, say_perhaps, say_why
from onward.ask.soft import find_soft_kind, is_meant_well
from onward.ask.words import AskWords
from onward.wording.sentences import cut_sentences
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
    levels = load_levels()
    for one in judge_sentences(text, words):
        if one.score >= levels.maybe:
            said = text[one.start : one.end]
            soft = find_soft_kind(said, words)
            hint = bool(soft) or one.score < levels.sure or is_meant_well(HURTS[one.kind], said, 0, words)
            yield _make_mark(replace(one, kind=soft or one.kind), words, hint=hint)


def find_hurting_phrases(text: str, words: AskWords) -> Iterator[WordingMark]:
    """What hurts for sure, by the phrases of the language."""
    smooth = straighten_quotes(text).lower()
    for kind, phrase in words.phrases.items():
        for match in phrase.finditer(smooth):
            yield _make_mark(Judged(match.start(), match.end(), 0.0, kind), words, hint=False)


def find_soft_sentences(text: str, words: AskWords) -> Iterator[WordingMark]:
    """The sentences that say softly what may hurt, as questions."""
    for one in cut_sentences(text)[:MOST_SENTENCES]:
        kind = find_soft_kind(one.text, words)
        if kind:
            yield _make_mark(Judged(one.start, one.end, 0.0, kind), words, hint=True)


def _make_mark(one: Judged, words: AskWords, *, hint: bool) -> WordingMark:
    what = HURTS[one.kind]
    repair = words.say[REPAIRS[what]] if what in REPAIRS else ""
    return WordingMark(one.start, one.end, what, say_perhaps(what) if hint else say_why(what), repair, hint=hint)
