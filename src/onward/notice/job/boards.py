"""Whether a letter comes from a board that relays for employers: then the sender's own name is nobody's employer."""

from __future__ import annotations

import re

from onward.notice.job.mailboxes import is_for_house
from onward.notice.job.senders import is_job_board

_BOARD = re.compile(
    r"\b(?:(?:find|see|view|browse) (?:more |\d+ more )?similar jobs|similar jobs (?:for you|near)|people who "
    r"(?:viewed|applied)"
    r"|(?:more|other) jobs (?:picked |recommended |selected )?for you|manage (?:your )?(?:job )?alerts|easy apply|"
    r"quick apply"
    r"|job ?seekers who|(?:make|set) (?:it|your (?:resume|profile)) (?:public|searchable)|open to work"
    r"|new message from [^\n]{2,60}\n|messages from recruiters|ähnliche (?:jobs|stellen)|offres similaires|empleos "
    r"similares"
    r"|offerte simili|vagas semelhantes|vergelijkbare vacatures)\b",
    re.IGNORECASE,
)
_READ = 6000  # characters


def is_from_a_board(address: str, body: str) -> bool:
    """By its address, or because a machine offers other employers' jobs below the news."""
    return is_job_board(address) or (is_for_house(address) and _BOARD.search(body, 0, _READ) is not None)
