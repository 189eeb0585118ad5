"""Whether a letter comes from a board that relays for employers: then the sender's own name is nobody's employer."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.job.mailboxes import is_for_house
from onward.notice.job.senders import is_job_board
from onward.notice.languages.load import join_words

_READ = 6000  # characters


@cache
def _offers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('boards.offers')})\b", re.IGNORECASE)


def is_from_a_board(address: str, body: str) -> bool:
    """By its address, or because a machine offers other employers' jobs below the news."""
    return is_job_board(address) or (is_for_house(address) and _offers().search(body, 0, _READ) is not None)
