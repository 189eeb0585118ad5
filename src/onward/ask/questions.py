"""The questions of a message, and which one to keep: the one that asks for advice and looks ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onward.ask.hurt_model import LONGEST
from onward.ask.hurts import REQUEST
from onward.ask.words import ENGLISH, AskWords
from onward.wording.sentences import cut_sentences
from onward.wording.span import Span, straighten_quotes

_WORTH = {"advis": 2, "learn": 2, "futur": 1, "one": 1, "which": 0}
_LOOKS_BACK = ("reaso", "other", "howma", "whowa", "jobsh", "talk", "recon", "decis")
SHORT = 6  # words of a question that goes along with another: “and why that?”
_TAG = re.compile(
    r",\s*(?:right|okay|ok|oder|gell?|ne|hein|non|¿?no|vale|vero|toch|hè|hoor|tá|viu|né|sim)\s?\?$", re.IGNORECASE
)
_CONJUNCTION = re.compile(r"(?:[,;]|\b(?:and|or|und|oder|et|ou|y|o|e|en|of))\s*$", re.IGNORECASE)


def find_questions(text: str, words: AskWords) -> tuple[Span, ...]:
    """Every question with its place; a second one in the same sentence, or without its mark, is one too."""
    smooth = straighten_quotes(text)
    sentences = cut_sentences(smooth)
    found = [part for sentence in sentences for part in _find_asked(sentence, words)]
    asked = [one for one in found if len(found) == 1 or not _is_remark(one, words)]
    if asked:  # beside a question, “it would also be good to know” is another
        stated = [one for one in sentences if words.stated.search(one.text[:LONGEST].lower())]
        asked += [one for one in stated if not any(one.start <= other.start < one.end for other in asked)]
    return tuple(sorted(asked, key=lambda one: one.start))


def pick_best_question(asked: Sequence[Span], words: AskWords) -> Span:
    """The first of those that ask most for advice."""
    return max(asked, key=lambda one: (_rate_question(one.text, words), -one.start))


def says_request(text: str, words: AskWords) -> bool:
    """Whether a message asks for advice without a question mark: “I’d be glad of a tip.”"""
    return bool(words.concepts["advis"].search(text.lower()))


def goes_along(one: Span, kept: Span, words: AskWords) -> bool:
    """Whether a question only goes along with the one to keep: “…, and why that?”, “…, and is there a book?”."""
    if one.start == kept.end and len(one.text.split()) < SHORT:
        return True
    beside = kept.end == one.start or one.end == kept.start
    return beside and len(one.text.split()) < 2 * SHORT and _rate_question(one.text, words) > 0


def _is_remark(one: Span, words: AskWords) -> bool:
    """“Hello Jo, how are you?” is no question to answer, nor is “…, right?”."""
    long = len(one.text.split())
    if _TAG.search(one.text) and _rate_question(one.text, words) < 1:
        return True
    return long < 3 or (long < SHORT and one.start == 0 and _rate_question(one.text, words) < 1)


def _rate_question(question: str, words: AskWords) -> int:
    said = question[:LONGEST].lower()
    ahead = sum(worth for name, worth in _WORTH.items() if words.concepts[name].search(said))
    return ahead - 2 * sum(bool(words.concepts[name].search(said)) for name in _LOOKS_BACK)


def _find_asked(sentence: Span, words: AskWords) -> Iterator[Span]:
    if not _is_asking(sentence.text, words):
        yield from _list_asked(sentence, words)
        return
    found = list(_list_asked(sentence, words)) or [sentence]
    starts = [found[0].start, *(sentence.start + m.start("more") for m in words.more.finditer(sentence.text))]
    if len(found) > 1:
        yield from found
        return
    for start, end in zip(starts, [*starts[1:], sentence.end], strict=True):
        yield Span(start, end, sentence.text[start - sentence.start : end - sentence.start])


def _is_asking(sentence: str, words: AskWords) -> bool:
    if sentence.rstrip().endswith("?"):
        return True
    return bool(REQUEST.match(sentence)) if words.code == ENGLISH else False


def _list_asked(sentence: Span, words: AskWords) -> Iterator[Span]:
    """“Tell me what I did wrong, whether it is too long and which course to take”: several questions in one request."""
    said = sentence.text[:LONGEST]
    begins = words.concepts["askin"].search(said.lower())
    if not begins:
        return
    parts = [m.start() for m in words.listed.finditer(said, begins.end())]
    more = [at for at in parts[1:] if _CONJUNCTION.search(said[:at])]
    if any(said[:at].rstrip()[-1:] != "," for at in more):  # “…, if you like, what …” is one
        starts = [0, *more]
        for start, end in zip(starts, [*starts[1:], len(said)], strict=True):
            yield Span(sentence.start + start, sentence.start + end, said[start:end])
