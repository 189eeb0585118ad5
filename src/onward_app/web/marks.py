"""A text with some of its spans marked, as pieces that a template shows escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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


def mark_letter(row: object) -> dict[str, list[MarkedPiece]]:
    """Subject and body of a stored letter, with what decided marked."""
    told = row.verdict  # type: ignore[attr-defined]
    spans = [*told["because"], *told["details_because"]]
    fields = {"subject": row.subject, "body": row.body}  # type: ignore[attr-defined]
    return {
        name: mark_spans(text, [(s["start"], s["end"]) for s in spans if s["field"] == name])
        for name, text in fields.items()
    }
