"""Between the message that was typed and the page: drafts, marks, and the ways to send it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from onward.ask import send
from onward.ask.check import Mark, check, fine_to_send, repaired
from onward.ask.draft import About, Draft, draft, thank_after_interview, withdraw
from onward.wording.crisis import is_crisis
from onward_app.records.models import Ask, Opportunity, Owner
from onward_app.records.reading.kinds import list_known_names
from onward_app.web.looks import KEEP, Look, details, seal
from onward_app.web.marks import Piece, pieces

DRAFTS = {"advice": draft, "thanks": thank_after_interview, "withdrawal": withdraw}


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checker says of a message: the text with its marks, each with its place, and whether it may go."""

    text: tuple[Piece, ...]
    marks: tuple[tuple[int, Mark, str], ...]
    fine: bool
    mailto: str


def written(sort: str, about: About) -> Draft:
    """The draft of one sort."""
    return DRAFTS[sort](about)


def checked(owner: Owner, row: Opportunity, *, sort: str, typed: dict[str, str]) -> Checked:
    """Run the checker on what was typed. A thank-you or a withdrawal asks nothing, and that is as it should be."""
    marks = _marks(owner, row, sort, typed)
    text = typed["text"]
    shown = pieces(text, [(mark.start, mark.end) for mark in marks])
    numbered = tuple((place, mark, text[mark.start : mark.end]) for place, mark in enumerate(marks))
    return Checked(tuple(shown), numbered, fine_to_send(marks), send.mailto(as_draft(typed), typed["to_address"]))


def repair(owner: Owner, row: Opportunity, *, sort: str, typed: dict[str, str], place: int) -> str:
    """The text with one marked sentence repaired; as it was when there is no such mark."""
    marks = _marks(owner, row, sort, typed)
    return repaired(typed["text"], marks[place]) if place < len(marks) else typed["text"]


def eml(typed: dict[str, str]) -> bytes:
    """The message as a file that a mail program opens for editing."""
    return send.eml(as_draft(typed), typed["to_address"])


def as_draft(typed: dict[str, str]) -> Draft:
    """What was typed, as the library's draft."""
    return Draft(typed["subject"], typed["text"], "")


def heavy(typed: dict[str, object]) -> bool:
    """Whether the words call for the fixed text instead."""
    return is_crisis("\n".join(value for value in typed.values() if isinstance(value, str)))


def looks(request: HttpRequest, owner: Owner, ask: Ask, said: dict[str, object]) -> list[Look]:
    """Client details in what came back and what the person makes of it, once; their names may be there."""
    if request.POST.get(KEEP) == sealed(said) or request.POST.get("on_purpose"):
        return []
    texts = [str(said[name]) for name in ("quote", "reading", "test")]
    return details(texts, (*list_known_names(owner), ask.to_name))


def before_it_goes(request: HttpRequest, owner: Owner, row: Opportunity, typed: dict[str, str]) -> list[Look]:
    """Client details in a message that is kept or leaves as a file, until the person means these very words."""
    if request.POST.get(KEEP) == sealed_message(typed):
        return []
    return details((typed["subject"], typed["text"]), _known(owner, row, typed))


def sealed_message(typed: dict[str, str]) -> str:
    """The mark of a message, to send along with “as it is”."""
    return seal((typed["subject"], typed["text"]))


def sealed(said: dict[str, object]) -> str:
    """The mark of what came back, to send along with “keep it as it is”."""
    return seal(str(said.get(name, "")) for name in ("quote", "reading", "test"))


def _marks(owner: Owner, row: Opportunity, sort: str, typed: dict[str, str]) -> tuple[Mark, ...]:
    marks = check(typed["text"], known=_known(owner, row, typed))
    return marks if sort == "advice" else tuple(mark for mark in marks if mark.what.value != "no question")


def _known(owner: Owner, row: Opportunity, typed: dict[str, str]) -> tuple[str, ...]:
    return (*list_known_names(owner), row.agency, typed["to_name"])
