"""What decided, marked in a letter: the words that a verdict quotes, where they stand."""

from __future__ import annotations

from typing import Any

from onward_app.records.models import Letter
from onward_app.web.marks import MarkedPiece, join_wrapped_lines, mark_letter, mark_spans


def span(field: str, start: int, end: int, text: str) -> dict[str, Any]:
    return {"field": field, "start": start, "end": end, "text": text}


def test_a_marked_phrase_is_where_it_says() -> None:
    because = [span("body", 3, 7, "no 😀"), span("body", 0, 2, "??"), span("body", 0, 0, "")]
    row = Letter(subject="So", body="So no 😀.", verdict={"because": because})
    marks = mark_letter(row)
    assert marks["body"] == [MarkedPiece("So ", False), MarkedPiece("no 😀", True), MarkedPiece(".", False)]
    assert marks["subject"] == [MarkedPiece("So", False)]


def test_what_gave_the_details_is_marked_beside_what_decided_the_kind() -> None:
    verdict = {"because": [span("body", 0, 2, "No")], "details_because": [span("subject", 0, 5, "Nurse")]}
    marks = mark_letter(Letter(subject="Nurse", body="No", verdict=verdict))
    assert marks == {"subject": [MarkedPiece("Nurse", True)], "body": [MarkedPiece("No", True)]}


def test_spans_that_overlap_are_joined_and_odd_ones_cut_to_fit() -> None:
    pieces = mark_spans("abcdef", [(1, 3), (2, 4), (5, 99), (4, 4)])
    assert "".join(piece.text for piece in pieces) == "abcdef"
    assert "".join(piece.text for piece in pieces if piece.marked) == "bcdf"


def test_a_letter_that_was_broken_into_lines_flows_and_nothing_moves() -> None:
    broken = (
        "One thing: finish your stories. When Sam asked about the family, we\nnever learned how it ended. You do have results.\n"
        "Say them.\n\n- one of a list of things that is long enough to be broken here\n- two\n\nPriya Nair\nClinical Director\n"
    )
    flowing = join_wrapped_lines(broken)
    assert "the family, we never learned how it ended" in flowing
    assert len(flowing) == len(broken)
    assert flowing.split("\n")[1:] == broken.split("\n")[2:]
