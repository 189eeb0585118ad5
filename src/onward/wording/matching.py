"""Words that are looked for, and where they stand in a text: from their beginning, whatever case and accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST = 12  # words that are looked for at once
READ = 4000  # characters of what was typed; nobody types more to find something
LONGEST = 60  # characters of a word: from there on it is its beginning that counts
AROUND = 50  # characters before the first word that was found
SHOWN = 150  # characters of an excerpt
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
LETTERS = {  # that no accent makes: they are one letter more, and are typed as these
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ß": "ss", "ẞ": "SS",
    "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH",
}  # fmt: skip
_PLAIN = str.maketrans(LETTERS)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text, and where in it the words stand (offsets in code points)."""

    text: str
    spans: tuple[tuple[int, int], ...]


def fold_word(word: str) -> str:
    """A word without case and accents: “Łódź” is “lodz”."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


def split_words(text: str) -> tuple[str, ...]:
    """The words to look for, folded, each once. Signs that mean something to a database are no words."""
    found = (fold_word(one.group())[:LONGEST] for one in _WORD.finditer(unicodedata.normalize("NFC", text[:READ])))
    return tuple(dict.fromkeys(word for word in found if word))[:MOST]


def find_places(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a word of the text begins with one that is looked for: a single letter only where it is the whole word."""
    begins, whole = tuple(word for word in words if len(word) > 1), {word for word in words if len(word) == 1}
    for one in _WORD.finditer(text):
        folded = fold_word(one.group())
        if folded in whole or (begins and folded.startswith(begins)):
            yield one.span()


def cut_excerpt(text: str, words: Sequence[str]) -> Excerpt:
    """The text about the first place where a word stands, on one line; its beginning where none does."""
    line = " ".join(text.split())
    first = next(find_places(line, words), (0, 0))[0]
    start = 0 if first <= AROUND else line.find(" ", first - AROUND, first) + 1 or first
    end = len(line) if len(line) - start <= SHOWN else max(line.rfind(" ", start, start + SHOWN), first + LONGEST)
    cut = ("… " if start else "") + line[start:end].strip(" ·") + (" …" if end < len(line) else "")
    return Excerpt(cut, tuple(find_places(cut, words)))
