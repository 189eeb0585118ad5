"""Client details in an ask: by the scan in English, elsewhere by a sentence that speaks of a client and of somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onward.ask.hurt_model import list_concepts
from onward.ask.hurts import Hurt
from onward.ask.marks import WordingMark, say_perhaps, say_why
from onward.ask.words import ENGLISH, AskWords
from onward.wording.client_details import find_client_details
from onward.wording.client_patterns import DetailKind
from onward.wording.sentences import cut_sentences
from onward.wording.span import Span

_OF_CLIENTS = {"clien", "medic", "secre"}
_POINTS = {"titled", "capital"}
# Outside a sentence about clients these are everyday words of an ask: when one met, and where.
_EVERYDAY = {
    DetailKind.DATE,
    DetailKind.PLACE,
    DetailKind.FACILITY,
    DetailKind.LINK,
    DetailKind.EMAIL,
    DetailKind.PHONE,
}
_NAME = re.compile(r"[^\W\d_]+")
_AGED = re.compile(
    r"\b\d{1,3}\s(?:ans|años|anni|anos|jaar|Jahre)\b|[A-ZÀ-Þ][a-zà-ÿ]+(?: [A-ZÀ-Þ]\.?)?, (?:de )?\d{1,3}\b|"
    r"\b[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ]\."
)


def find_client_marks(
    text: str, words: AskWords, known: Iterable[str], already: Sequence[WordingMark]
) -> Iterator[WordingMark]:
    """What may point to a client. Who is greeted and who signs are no clients."""
    if words.code == ENGLISH:
        yield from _scan_sentences(text, words, (*known, *_list_writers(text)))
        return
    for one in cut_sentences(text)[1:]:
        marked = any(mark.start < one.end and one.start < mark.end for mark in already)
        if not marked and _speaks_of_client(one, words):
            yield WordingMark(one.start, one.end, Hurt.CLIENT, say_why(Hurt.CLIENT), "")


def _speaks_of_client(one: Span, words: AskWords) -> bool:
    said = set(list_concepts(one.text, words))
    pointed = bool(said & _POINTS) or bool(_AGED.search(one.text))
    return "medic" in said and bool(said & (_OF_CLIENTS - {"medic"})) and pointed


def _scan_sentences(text: str, words: AskWords, known: Iterable[str]) -> Iterator[WordingMark]:
    told = [one for one in cut_sentences(text) if set(list_concepts(one.text, words)) & _OF_CLIENTS]
    for found in find_client_details(text, known=known):
        if any(one.start <= found.start < one.end for one in told):
            why = f"This may point to a client ({found.detail}). {found.suggestion}"
            yield WordingMark(found.start, found.end, Hurt.CLIENT, why, "")
        elif found.detail not in _EVERYDAY:
            yield WordingMark(found.start, found.end, Hurt.CLIENT, say_perhaps(Hurt.CLIENT), "", hint=True)


def _list_writers(text: str) -> Iterator[str]:
    """The names in the first sentence, and in the last ones where they are a signature."""
    sentences = cut_sentences(text)
    for one in sentences[:1]:
        yield from _NAME.findall(one.text.split(",")[0])
        yield from _NAME.findall(one.text.rsplit(",", 1)[-1]) if len(one.text.rsplit(",", 1)[-1].split()) < 4 else ()
    for one in sentences[-2:]:
        ending = one.text.rsplit(",", 1)[-1]
        yield from _NAME.findall(ending) if len(ending.split()) < 5 else ()
