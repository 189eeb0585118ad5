"""A no that may be about something else: a flat, a loan, a card, a school. Such a no is never sure by itself."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import join_words

LOOKED_AT = 12_000  # code points


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('elsewhere.elsewhere')})\b", re.IGNORECASE)


@cache
def _about_job() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('elsewhere.job')})\b", re.IGNORECASE)


def is_elsewhere(text: str) -> bool:
    """Whether a text speaks of a flat, a loan, a card or a school and never of a job."""
    seen = text[:LOOKED_AT]
    return _elsewhere().search(seen) is not None and _about_job().search(seen) is None
