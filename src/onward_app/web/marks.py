"""A text with some of its spans marked, as pieces that a template shows escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onward_app.records.models import Letter

_WRAPPED = re.compile(r"^([^\n>]{54,79}[^\s.!?:>])\n(?=[^\W\d_]|[(“\"'])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of text, marked or not."""

    text: str
    marked: bool


def mark_spans(text: str, spans: Iterable[tuple[int, int]]) -> list[MarkedPiece]:
    """The text cut at the spans (offsets in code points). Spans that overlap are joined; odd ones are cut to fit."""
    found: list[MarkedPiece] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        if start > at:
            found.append(MarkedPiece(text[at:start], marked=False))
        found.append(MarkedPiece(text[start:end], marked=True))
        at = end
    return [*found, MarkedPiece(text[at:], marked=False)] if at < len(text) else found


def join_wrapped_lines(text: str) -> str:
    """A letter whose lines a mail program broke, as it flows on any width; each place stays where it was.

    A line of 55 to 80 characters that ends no sentence goes on in the next one; lists, addresses and poems stay.
    """
    return _WRAPPED.sub(r"\1 ", text)


def mark_letter(row: Letter) -> dict[str, list[MarkedPiece]]:
    """Subject and body of a stored letter, with what decided marked: its kind, and the details of the job."""
    spans = [span for told in ("because", "details_because") for span in row.verdict.get(told, ())]
    fields = {"subject": row.subject, "body": row.body}
    return {
        name: mark_spans(join_wrapped_lines(text), _list_places(text, spans, name)) for name, text in fields.items()
    }


def _list_places(text: str, spans: Iterable[dict[str, Any]], field: str) -> list[tuple[int, int]]:
    """Where the spans of one field stand. One that doesn't say what stands there is left out."""
    mine = [(span["start"], span["end"], span["text"]) for span in spans if span["field"] == field]
    return [(start, end) for start, end, said in mine if said and text[start:end] == said]
