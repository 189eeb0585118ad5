"""What an offer letter says, and what it doesn't: quotes with their place, and never advice. English and German."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onward.values.lines import Line
from onward.values.offer_english import ENGLISH
from onward.values.offer_fields import OfferField, OfferLook, find_fields
from onward.values.offer_german import GERMAN
from onward.wording.chat import is_chat

NOT_AN_OFFER = (
    "This doesn’t read like an offer letter: nothing in it speaks of pay, a start or hours. Bring the letter itself."
)
A_CHAT = "This looks like a chat. Bring the letter itself; what somebody writes in a chat is not in writing yet."
OTHER_LANGUAGE = (
    "Onward reads offer letters in English and German so far, and this one seems to be in another language."
)
READ_ON_ITS_OWN = "The letter’s own words; some may be missed. It is no legal advice. Read it whole before you sign."
ENGLISH_WORDS = "the of to and you your is a for will be this in we our with are by on at or an"
GERMAN_WORDS = (
    "der die das und ist sie wir ihre ihnen ihr mit im am bis ein eine einen den dem des für von nicht auf bei wird "
    "uns du dir zu ab als nach oder"
)
SHORT = (
    "mr mrs ms dr inc no st a.m p.m e.g i.e approx co ltd jan feb dec z.b ca bzw inkl nr abs std d.h fr hr prof evtl"
)
IDLE = (
    "this that they them there their with from have will would must should never more than most least each every week "
    "weekly month monthly daily hour hours writing written letter contract paid about over without only when which "
    "what good time times year years"
)
LINE_MATCH = 5  # letters that two words share to be the same: supervision, supervisor


@dataclass(frozen=True, slots=True)
class OfferQuote:
    """A sentence of the letter that speaks of a field: its words, where it begins and ends, and on which line."""

    field: OfferField
    text: str
    start: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class OfferReading:
    """All quotes in the order of the letter, what isn't in it, and why it may be no offer letter ("" if it is)."""

    quotes: tuple[OfferQuote, ...]
    missing: tuple[OfferField, ...]
    refusal: str = ""

    def of(self, field: OfferField) -> tuple[OfferQuote, ...]:
        """The quotes of one field."""
        return tuple(one for one in self.quotes if one.field is field)


@dataclass(frozen=True, slots=True)
class LineInOffer:
    """What a letter says of one of the person's lines; no quotes where it says nothing."""

    line: Line
    quotes: tuple[OfferQuote, ...]


def read_offer(text: str) -> OfferReading:
    """What each sentence says of what one wants to know."""
    refusal, looks = _refuse_text(text), choose_looks(text)
    found = tuple(
        OfferQuote(field, text[start:end], start, end, text.count("\n", 0, start) + 1)
        for start, end in list_sentences(text)
        for field in find_fields(text[start:end], looks)
    )
    there = {one.field for one in found}
    basic = {OfferField.SALARY, OfferField.START, OfferField.HOURS, OfferField.DEADLINE, OfferField.CONTINGENT}
    missing = tuple(field for field in OfferField if field not in there)
    return OfferReading(found, missing, refusal or ("" if there & basic else NOT_AN_OFFER))


def choose_looks(text: str) -> tuple[OfferLook, ...]:
    """The looks of the language that more of its small words belong to."""
    words = _list_words(text)
    german = sum(word in _GERMAN_WORDS for word in words)
    return GERMAN if german > sum(word in _ENGLISH_WORDS for word in words) else ENGLISH


def find_lines_in_offer(lines: Iterable[Line], text: str) -> tuple[LineInOffer, ...]:
    """For each line the sentences that speak of the same thing; that they keep it is for the person to say."""
    sentences = [(start, end, _list_stems(text[start:end])) for start, end in list_sentences(text)]
    return tuple(LineInOffer(line, tuple(_quote_line(line, text, sentences))) for line in lines)


def _quote_line(line: Line, text: str, sentences: list[tuple[int, int, set[str]]]) -> Iterator[OfferQuote]:
    wanted = _list_stems(line.text)
    field = next(iter(find_fields(line.text, choose_looks(line.text))), OfferField.CONTINGENT)
    for start, end, stems in sentences:
        if wanted & stems:
            yield OfferQuote(field, text[start:end], start, end, text.count("\n", 0, start) + 1)


def _list_stems(text: str) -> set[str]:
    """What its words begin with, without those that say how often, how much, or nothing."""
    words = re.findall(r"[a-z]+", text.casefold().replace("’", "'"))
    return {word[:LINE_MATCH] for word in words if len(word) > 3 and word not in _IDLE}


def list_sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends. A line ends one, too, unless it breaks off in the middle of its words."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if _is_abbreviation(text, match.start()) or _is_ordinal(text, match) or _goes_on(text, match):
            continue
        found.append((start, match.end()))
        start = match.end()
    found.append((start, len(text)))
    return [one for one in (_strip_span(text, *one) for one in found) if one[0] < one[1]]


def _strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _is_abbreviation(text: str, at: int) -> bool:
    word = text[max(0, at - 12) : at].split()[-1:] or [""]
    return text[at] == "." and word[0].casefold().lstrip("(") in _SHORT


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """“Am 1. März”, “das 13. Gehalt”, “bis zum 30.11. Bescheid”: a day or a number, not an end. A list's “1.” begins
    its line.
    """
    before = text[max(0, match.start() - 12) : match.start()]
    if match[0] != "." or not before[-1:].isdigit():
        return False
    if _DAY_AND_MONTH.search(before) and _FEW_WORDS.match(text, match.end()):
        return True
    return bool(_MONTH_AHEAD.match(text, match.end()) or _ORDINAL.search(before))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """A line that was broken by its width: the next begins with a small letter, and this one ends without a stop."""
    after = text[match.end() : match.end() + 1]
    return match[0].startswith(("\n", "\r")) and after.islower() and match[0].count("\n") == 1


def _refuse_text(text: str) -> str:
    if is_chat(text):
        return A_CHAT
    words = _list_words(text)
    known = max(sum(word in small for word in words) for small in (_ENGLISH_WORDS, _GERMAN_WORDS))
    return OTHER_LANGUAGE if len(words) > 40 and known * 12 < len(words) else ""


def _list_words(text: str) -> list[str]:
    return re.findall(r"[a-zäöüßéèàñç]+", text.casefold())


_END = re.compile(r"[.!?](?=\s)|\r?\n\s{0,20}")
_SHORT = frozenset(SHORT.split())
_ORDINAL = re.compile(r"\b(?:am|der|dem|den|des|zum|vom|bis|das|im|spätestens) \d\d?$", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"\b\d\d?\.\d\d?$")
_FEW_WORDS = re.compile(r" \w{1,20}(?: \w{1,20}){0,2}[.!](?=\s|$)")  # no sentence by themselves
_MONTH_AHEAD = re.compile(r" (?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)", re.IGNORECASE)
_ENGLISH_WORDS = frozenset(ENGLISH_WORDS.split())
_GERMAN_WORDS = frozenset(GERMAN_WORDS.split())
_IDLE = frozenset(IDLE.split())
