"""The checker: what in an ask would hurt before it is sent, why, and what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onward.ask.draft import MOST_WORDS, count_words
from onward.ask.hurts import ALSO, REQUEST, RULES, Hurt
from onward.wording.client_details import find_client_details
from onward.wording.span import straighten_quotes

TOO_MANY_WORDS = 120
__all__ = ["Hurt", "WordingMark", "check_wording", "is_fine_to_send", "repair_wording"]


@dataclass(frozen=True, slots=True)
class WordingMark:
    """`text[start:end]` of what was checked; `why` is a sentence.

    `repair` is a sentence to use instead, "" to leave it out.

    `hint` marks are remarks: the message may go as it is.
    """

    start: int
    end: int
    what: Hurt
    why: str
    repair: str
    hint: bool = False


def check_wording(text: str, *, known: Iterable[str] = ()) -> tuple[WordingMark, ...]:
    """All marks on a message in the order of the text. `known`: names that may be there (you, them, the employer).

    >>> [str(mark.what) for mark in check_wording("Why wasn’t I chosen?")]
    ['argument']
    """
    hurts = tuple(_phrases(text))
    marks = (*hurts, *_questions(text, hurts), *_apologies(text), *_clients(text, known), *_length(text))
    return tuple(sorted(marks, key=lambda m: (m.start, m.end, m.what)))


def is_fine_to_send(marks: Iterable[WordingMark]) -> bool:
    """Whether nothing but hints was marked. The person may send anyway; it is their message."""
    return all(mark.hint for mark in marks)


def repair_wording(text: str, mark: WordingMark) -> str:
    """The text with the sentence around a mark replaced by its repair (or left out).

    Of two questions in one sentence only the second goes.
    """
    ahead = text[: mark.start].rstrip(" ,;")
    if mark.what is Hurt.QUESTIONS and ahead and ahead[-1] not in ".!?\n":
        return f"{ahead}?{text[mark.end :]}"
    start, end = _sentence(text, mark.start, mark.end)
    before, after = text[:start].rstrip(" "), text[end:].lstrip(" ")
    said = "" if mark.repair and mark.repair in before + after else mark.repair  # once is enough
    middle = [part for part in (before, said, after) if part]
    return _join(middle)


def _join(parts: list[str]) -> str:
    joined = parts[0] if parts else ""
    for part in parts[1:]:
        joined += part if joined.endswith("\n") or part.startswith("\n") else f" {part}"
    return joined


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """From the end of the sentence before to the end of this one."""
    before = [m.end() for m in _END.finditer(text, 0, start)]
    after = _END.search(text, max(start, end - 1))
    return (before[-1] if before else 0), (_close(after) if after else len(text))


def _close(end: re.Match[str]) -> int:
    return end.start() if end.group().startswith("\n") else end.end()


def _phrases(text: str) -> Iterator[WordingMark]:
    smooth = straighten_quotes(text)
    for what, pattern, why, repair in RULES:
        for match in pattern.finditer(smooth):
            yield WordingMark(match.start(), match.end(), what, why, repair, hint=what is Hurt.ATTACHMENT)


def _questions(text: str, hurts: tuple[WordingMark, ...]) -> Iterator[WordingMark]:
    """A second question. One that hurts already has its own repair, and is not the one to keep."""
    whole = list(_asked(straighten_quotes(text)))
    asked = [(start, end) for start, end in whole if not any(start <= one.start < end for one in hurts)] or whole[:1]
    for start, end in asked[1:]:
        yield WordingMark(start, end, Hurt.QUESTIONS, _TWO, "")
    if not asked and text.strip():
        yield WordingMark(len(text), len(text), Hurt.NO_QUESTION, _NONE, _ADVICE, hint=True)


def _asked(text: str) -> Iterator[tuple[int, int]]:
    """Where each question begins and ends; a second one in the same sentence, or without its mark, is one too."""
    start = 0
    for end in [*(m.end() for m in _END.finditer(text)), len(text)]:
        begins = start + len(text[start:end]) - len(text[start:end].lstrip())
        sentence = text[begins:end]
        if sentence.rstrip().endswith("?") or REQUEST.match(sentence):
            places = [begins, *(begins + m.start("more") for m in ALSO.finditer(sentence))]
            yield from zip(places, [*places[1:], end], strict=True)
        start = end


def _apologies(text: str) -> Iterator[WordingMark]:
    sorry = list(_SORRY.finditer(straighten_quotes(text)))
    if len(sorry) > 1:
        for match in sorry[1:]:
            yield WordingMark(match.start(), match.end(), Hurt.APOLOGY, _SPIRAL, "")


def _clients(text: str, known: Iterable[str]) -> Iterator[WordingMark]:
    for found in find_client_details(text, known=known):
        why = f"This may point to a client ({found.detail}). {found.suggestion}"
        yield WordingMark(found.start, found.end, Hurt.CLIENT, why, "")


def _length(text: str) -> Iterator[WordingMark]:
    words = count_words(text)
    if words > MOST_WORDS:
        start = list(re.finditer(r"\S+", text))[-1].end()
        what, why = (Hurt.LONG, _LONG) if words > TOO_MANY_WORDS else (Hurt.LONGISH, _LONGISH)
        yield WordingMark(_past(text, MOST_WORDS), start, what, why.format(words=words), "", hint=what is Hurt.LONGISH)


def _past(text: str, words: int) -> int:
    """Where the words beyond the limit begin."""
    found = list(re.finditer(r"[^\W_]+(?:[’'\-][^\W_]+)*", text))
    return found[words].start()


_END = re.compile(r"[.!?](?=\s|$)|\n+")
_SORRY = re.compile(
    r"\b(?:so(?:rry)?\s+sorry|sorry|apolog(?:y|ies|i[sz]e|i[sz]ing)|forgive\s+me|my\s+fault)\b", re.IGNORECASE
)
_ADVICE = "What one thing would you advise me to work on before my next interview?"
_TWO = "One question gets answered more easily than two. Keep the one you’d most like an answer to."
_NONE = "There is no question here yet. One, asked as advice, is enough."
_SPIRAL = "One “sorry” is plenty, and none is fine: asking for advice needs no apology."
_LONG = "It is {words} words. Short messages get read; 90 words are enough."
_LONGISH = "It is {words} words. Around 90 is a good length; it may go as it is."
