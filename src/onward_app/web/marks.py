"""A text with some of its spans marked, as pieces that a template shows escaped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, marked or not."""

    text: str
    marked: bool


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """The text cut at the spans (offsets in code points). Spans that overlap are joined; odd ones are cut to fit."""
    found: list[Piece] = []
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        if start > at:
            found.append(Piece(text[at:start], marked=False))
        found.append(Piece(text[start:end], marked=True))
        at = end
    return [*found, Piece(text[at:], marked=False)] if at < len(text) else found


def of_letter(row: object) -> dict[str, list[Piece]]:
    """Subject and body of a stored letter, with what decided marked."""
    told = row.verdict  # type: ignore[attr-defined]
    spans = [*told["because"], *told["details_because"]]
    fields = {"subject": row.subject, "body": row.body}  # type: ignore[attr-defined]
    return {
        name: pieces(text, [(s["start"], s["end"]) for s in spans if s["field"] == name])
        for name, text in fields.items()
    }
