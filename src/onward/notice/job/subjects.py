"""Where a subject begins behind “Re:” and its like."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import join_words


@cache
def _compile_prefixes() -> re.Pattern[str]:
    return re.compile(
        rf"^(?:\s*(?:{join_words('subjects.marks')})\s*(?:\[\d+\])?:|\s*\[[^\]]{{1,30}}\])+\s*", re.IGNORECASE
    )


def skip_reply_prefix(subject: str) -> int:
    """Where a subject begins after “Re:” and its like."""
    match = _compile_prefixes().match(subject)
    return match.end() if match else 0
