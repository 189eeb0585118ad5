"""Between the message that was typed and the page: drafts, marks, and the ways to send it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from onward.ask import send
from onward.ask.check import WordingMark, check_wording, is_fine_to_send, repair_wording
from onward.ask.draft import Draft, DraftDetails, write_ask, write_interview_thanks, write_withdrawal
from onward.wording.crisis import has_crisis_words
from onward_app.records.models import Ask, Opportunity, Owner
from onward_app.records.reading.kinds import list_known_names
from onward_app.web.looks import KEEP, Look, list_detail_looks, seal_texts
from onward_app.web.marks import MarkedPiece, mark_spans

DRAFTS = {"advice": write_ask, "thanks": write_interview_thanks, "withdrawal": write_withdrawal}


@dataclass(frozen=True, slots=True)
class CheckedMessage:
    """What the checker says of a message: the text with its marks, each with its place, and whether it may go."""

    text: tuple[MarkedPiece, ...]
    marks: tuple[tuple[int, WordingMark, str], ...]
    fine: bool
    mailto: str


def write_draft(sort: str, about: DraftDetails) -> Draft:
    """The draft of one sort."""
    return DRAFTS[sort](about)


def check_message(owner: Owner, row: Opportunity, *, sort: str, typed: dict[str, str]) -> CheckedMessage:
    """Run the checker on what was typed. A thank-you or a withdrawal asks nothing, and that is as it should be."""
    marks = _marks(owner, row, sort, typed)
    text = typed["text"]
    shown = mark_spans(text, [(mark.start, mark.end) for mark in marks])
    numbered = tuple((place, mark, text[mark.start : mark.end]) for place, mark in enumerate(marks))
    return CheckedMessage(
        tuple(shown), numbered, is_fine_to_send(marks), send.make_mailto(message_to_draft(typed), typed["to_address"])
    )


def repair_message(owner: Owner, row: Opportunity, *, sort: str, typed: dict[str, str], place: int) -> str:
    """The text with one marked sentence repaired; as it was when there is no such mark."""
    marks = _marks(owner, row, sort, typed)
    return repair_wording(typed["text"], marks[place]) if place < len(marks) else typed["text"]


def message_to_eml(typed: dict[str, str]) -> bytes:
    """The message as a file that a mail program opens for editing."""
    return send.make_eml(message_to_draft(typed), typed["to_address"])


def message_to_draft(typed: dict[str, str]) -> Draft:
    """What was typed, as the library's draft."""
    return Draft(typed["subject"], typed["text"], "")


def is_heavy(typed: dict[str, object]) -> bool:
    """Whether the words call for the fixed text instead."""
    return has_crisis_words("\n".join(value for value in typed.values() if isinstance(value, str)))


def look_at_reply(request: HttpRequest, owner: Owner, ask: Ask, said: dict[str, object]) -> list[Look]:
    """Client details in what came back and what the person makes of it, once; their names may be there."""
    if request.POST.get(KEEP) == seal_reply(said) or request.POST.get("on_purpose"):
        return []
    texts = [str(said[name]) for name in ("quote", "reading", "test")]
    return list_detail_looks(texts, (*list_known_names(owner), ask.to_name))


def look_before_sending(request: HttpRequest, owner: Owner, row: Opportunity, typed: dict[str, str]) -> list[Look]:
    """Client details in a message that is kept or leaves as a file, until the person means these very words."""
    if request.POST.get(KEEP) == seal_message(typed):
        return []
    return list_detail_looks((typed["subject"], typed["text"]), _known(owner, row, typed))


def seal_message(typed: dict[str, str]) -> str:
    """The mark of a message, to send along with “as it is”."""
    return seal_texts((typed["subject"], typed["text"]))


def seal_reply(said: dict[str, object]) -> str:
    """The mark of what came back, to send along with “keep it as it is”."""
    return seal_texts(str(said.get(name, "")) for name in ("quote", "reading", "test"))


def _marks(owner: Owner, row: Opportunity, sort: str, typed: dict[str, str]) -> tuple[WordingMark, ...]:
    marks = check_wording(typed["text"], known=_known(owner, row, typed))
    return marks if sort == "advice" else tuple(mark for mark in marks if mark.what.value != "no question")


def _known(owner: Owner, row: Opportunity, typed: dict[str, str]) -> tuple[str, ...]:
    return (*list_known_names(owner), row.agency, typed["to_name"])
