"""Cut what somebody wrote into sentences and words, in code points of the text as it stood."""

from __future__ import annotations

import re

LOOKED_AT = 12_000  # code points of one letter; a decision stands early, and a longer letter costs no more
_LONGEST = 600  # of one sentence, so that a text without full stops is cut as well
_FLUSH = 50  # a line shorter than this was ended on purpose, a longer one was wrapped

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?…。！？][\"”’»)\]]*\s+(?=\S)")
_WORD = re.compile(r"\[[A-Za-z_ ]{2,16}\]|[^\W\d_]+(?:'[^\W\d_]+)*|\d[\d.,:/-]*|[$€£%?]")
_SAME_LENGTH = (("’", "'"), ("‘", "'"), ("`", "'"), ("´", "'"), ("\u00a0", " "), ("\u202f", " "))


def fold_sentence(text: str) -> str:
    """The text in lower case with straight apostrophes, exactly as long as before."""
    low = text.lower()
    if len(low) != len(text):  # a few letters grow in lower case
        low = "".join(one if len(one := c.lower()) == 1 else c for c in text)
    for odd, plain in _SAME_LENGTH if not low.isascii() else _SAME_LENGTH[2:3]:
        low = low.replace(odd, plain)
    return low


def _cut_blocks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Runs of lines that belong together: a wrapped line goes on in the next one."""
    blocks: list[tuple[int, int]] = []
    open_until = -1
    for line in _LINE.finditer(text, start, end):
        if not line.group().strip():
            open_until = -1
            continue
        if open_until == line.start() - 1 and blocks:
            blocks[-1] = (blocks[-1][0], line.end())
        else:
            blocks.append((line.start(), line.end()))
        open_until = line.end() if line.end() - line.start() >= _FLUSH else -1
    return blocks


def _cut_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one block, none longer than the longest."""
    found: list[tuple[int, int]] = []
    for stop in [match.end() for match in _END.finditer(text, start, end)] + [end]:
        while stop - start > _LONGEST:
            found.append((start, start + _LONGEST))
            start += _LONGEST
        if text[start:stop].strip():
            found.append((start, stop))
        start = stop
    return found


def cut_sentences(text: str, spans: tuple[tuple[int, int], ...] | None = None) -> list[tuple[int, int]]:
    """Where each sentence starts and ends, inside `spans` and the part of a letter that is looked at."""
    found: list[tuple[int, int]] = []
    seen = 0
    for start, end in ((0, len(text)),) if spans is None else spans:
        stop = min(end, start + LOOKED_AT - seen)
        for block in _cut_blocks(text, start, stop):
            found += _cut_sentences(text, *block)
        seen += max(stop - start, 0)
        if seen >= LOOKED_AT:
            break
    return found


def list_words(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch of plain text: numbers become "0", what was blacked out ([NAME]) is left out."""
    found = _WORD.findall(text, start, end)
    return ["0" if word[0].isdigit() else word for word in found if word[0] != "["]
