"""Runs of words with a capital, and the pieces of them that may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onward.notice.job.names import LEGAL_FORMS
from onward.notice.languages.load import gather_words

_WORD = re.compile(r"\S+")
_MARKS = "\"“”„«»'‘’()[]*,.;:!?…<>_~#|·•–—-"
_NEVER = frozenset(["I", "I'm", "I’m", "I've", "I’ve", "I'll", "I’ll", "I'd", "I’d"])
_SHORT_FOR = re.compile(
    r"(?:Dra?|Dott|Prof|Gebr|St|Ste|Sta|Zn|Co|Inc|INC|Bros|Mt|Ltd|LTD|Corp|Hnos|Ev|"
    r"S\.?p\.?A|S\.?r\.?l|S\.?L|S\.?A|[A-Z])\."
)
_LEGAL = re.compile(r", (\w{2,5})\b")
_MOST = 9  # words of a run
_SHORT = 6  # words of a run of which every piece is looked at


class Word(NamedTuple):
    """A word of a run; `joined` when a little word stands before it: “Kita Regenwiese *der* Stadt Ulm”."""

    start: int
    end: int
    joined: bool


class Piece(NamedTuple):
    """A part of a run that may be a name, and whether it begins and ends where the run does."""

    start: int
    end: int
    first: bool
    last: bool


def find_runs(text: str, start: int, end: int) -> Iterator[list[Word]]:
    """Each run of words with a capital on one line, up to two little words between them allowed."""
    words: list[Word] = []
    joins = 0
    for match in _WORD.finditer(text, start, end):
        raw = match.group()
        bare = raw.strip(_MARKS)
        if words and bare == raw and bare in gather_words("candidates.joins") and joins < 2:
            joins += 1
            continue
        first = match.start() + raw.find(bare)
        if words and text.startswith("  ", match.start() - 2):
            yield words
            words, joins = [], 0
        if words and (not bare or first > match.start() or not _is_capital(bare)):
            yield words
            words, joins = [], 0
        if not bare or not _is_capital(bare):
            continue
        last = first + len(bare)
        if text.startswith(".", last) and _SHORT_FOR.fullmatch(f"{bare}."):
            last += 1
        words.append(Word(first, last, joins > 0))
        joins = 0
        ends = last < match.end() and not _is_before_legal_form(text, last)
        if ends or len(words) == _MOST:
            yield words
            words = []
    if words:
        yield words


def _is_before_legal_form(text: str, end: int) -> bool:
    """“Acme, Inc.” is one name."""
    following = _LEGAL.match(text, end)
    return following is not None and following[1].lower() in LEGAL_FORMS


def _is_capital(bare: str) -> bool:
    """A capital, a number, or a brand such as “eBay”."""
    shaped = bare[0].isupper() or bare[0].isdigit() or any(c.isupper() for c in bare[1:])
    return shaped and bare not in _NEVER


def list_pieces(run: list[Word]) -> Iterator[Piece]:
    """What may be the name in a run: without its first or last word, and from one little word to another."""
    last = len(run) - 1
    short = len(run) <= _SHORT
    begins = [at for at in range(last + 1) if short or at < 2 or run[at].joined]
    stops = [at for at in range(last + 1) if short or at > last - 2 or run[at + 1].joined]
    for a in begins:
        for b in stops:
            if a <= b:
                yield Piece(run[a].start, run[b].end, a == 0, b == last)
