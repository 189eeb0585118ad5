"""Whether somebody between writes: an agency that speaks of a client and signs with what it does."""

from __future__ import annotations

from onward.notice.job.page import Page
from onward.notice.job.senders import is_called_agency
from onward.notice.languages.load import compile_words

FOOT = 6  # lines at the end of what was written
_SHORT = 60  # characters: a line of a signature is shorter


def list_agency_signs(page: Page) -> list[str]:
    """“client” where one is spoken of, “agent” where the sender or the foot says so, and “relayed” where both do."""
    client = compile_words("outright.client").search(page.texts["body"]) is not None
    signed = _join_foot(page)
    agent = is_called_agency(signed) or compile_words("outright.agent").search(signed) is not None
    return [mark for mark, is_so in (("client", client), ("agent", agent), ("relayed", client and agent)) if is_so]


def is_relayed(page: Page) -> bool:
    """Whether who signs, and the firm below the letter, is surely not the employer."""
    return "relayed" in list_agency_signs(page)


def is_in_foot(page: Page, place: int) -> bool:
    """Whether a place in the body stands where somebody signs."""
    return page.find_line(place) >= page.signed - FOOT and page.is_signature(place)


def _join_foot(page: Page) -> str:
    lines = [page.texts["body"][start:end] for start, end in page.lines[: page.signed][-FOOT:]]
    return "\n".join(line for line in (page.texts["from"], *lines) if len(line) < _SHORT)
