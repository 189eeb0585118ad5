"""Why an employer says no, where the letter says so, by the turns of phrase of each language."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import join_words
from onward.notice.verdict import Because, Reason

# In the order in which they win: the more definite reason first, “other candidates” last.
_TABLES: tuple[tuple[Reason, str], ...] = (
    (Reason.INTERNAL, "reasons.internal"),
    (Reason.PAUSED, "reasons.paused"),
    (Reason.REQUIREMENT, "reasons.requirement"),
    (Reason.FILLED, "reasons.filled"),
    (Reason.OTHERS, "reasons.others"),
)


@cache
def _compile_reasons() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    return tuple(
        (reason, re.compile(join_words(table).replace(" ", r"\s+"), re.IGNORECASE)) for reason, table in _TABLES
    )


def find_reason(body: str) -> tuple[Reason, Because] | None:
    """The reason a no gives, with the words that say it; None when it gives none."""
    for reason, pattern in _compile_reasons():
        match = pattern.search(body, 0, 8000)
        if match:
            start, end = match.span()
            return reason, Because("body", start, end, body[start:end])
    return None
