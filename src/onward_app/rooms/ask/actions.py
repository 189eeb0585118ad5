"""Between the message that was typed and the page: drafts, marks, and the ways to send it."""

from __future__ import annotations

from dataclasses import dataclass

from onward.ask import send
from onward.ask.check import WordingMark, check_wording, is_fine_to_send, repair_wording
from onward.ask.draft import Draft
from onward.ask.hurts import OF_ADVICE
from onward.ask.words import ENGLISH
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.known_names import list_known_names
from onward_app.web.marks import MarkedPiece, mark_spans


@dataclass(frozen=True, slots=True)
class CheckedMessage:
    """What the checker says of a message: the text with its marks, each with its place, and whether it may go."""

    text: tuple[MarkedPiece, ...]
    marks: tuple[tuple[int, WordingMark, str], ...]
    fine: bool
    mailto: str


def check_message(
    owner: Owner, row: Opportunity, *, sort: str, typed: dict[str, str], language: str = ENGLISH
) -> CheckedMessage:
    """Run the checker on what was typed. A thank-you or a withdrawal asks nothing, and that is as it should be."""
    marks = _check_typed(owner, row, sort, typed, language)
    text = typed["text"]
    shown = mark_spans(text, [(mark.start, mark.end) for mark in marks])
    numbered = tuple((place, mark, text[mark.start : mark.end]) for place, mark in enumerate(marks))
    return CheckedMessage(
        tuple(shown), numbered, is_fine_to_send(marks), send.make_mailto(message_to_draft(typed), typed["to_address"])
    )


def repair_message(
    owner: Owner, row: Opportunity, *, sort: str, typed: dict[str, str], place: int, language: str = ENGLISH
) -> str:
    """The text with one marked sentence repaired; as it was when there is no such mark."""
    marks = _check_typed(owner, row, sort, typed, language)
    return repair_wording(typed["text"], marks[place]) if place < len(marks) else typed["text"]


def message_to_eml(typed: dict[str, str]) -> bytes:
    """The message as a file that a mail program opens for editing."""
    return send.make_eml(message_to_draft(typed), typed["to_address"])


def message_to_draft(typed: dict[str, str]) -> Draft:
    """What was typed, as the library's draft."""
    return Draft(typed["subject"], typed["text"], "")


def _check_typed(
    owner: Owner, row: Opportunity, sort: str, typed: dict[str, str], language: str
) -> tuple[WordingMark, ...]:
    marks = check_wording(
        typed["text"], known=(*list_known_names(owner), row.agency, typed["to_name"]), language=language
    )
    return marks if sort == "advice" else tuple(mark for mark in marks if mark.what not in OF_ADVICE)
