"""A stretch of a person's text that something was noticed in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of what was read, offsets in code points."""

    start: int
    end: int
    text: str


def find_spans(pattern: re.Pattern[str], text: str) -> tuple[Span, ...]:
    """Every match of a pattern that is not empty, in order; curly apostrophes count as plain ones."""
    found = (m.span() for m in pattern.finditer(straighten_quotes(text)))
    return tuple(Span(start, end, text[start:end]) for start, end in found if end > start)


def straighten_quotes(text: str) -> str:
    """The text with curly apostrophes, quotes and odd spaces made plain, one character for one."""
    return text.translate(_PLAIN)


def drop_overlaps(found: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order without those that overlap an earlier or a longer one."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
