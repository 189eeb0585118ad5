"""Whether a letter has a word about work. A no or an offer without one is never said without doubt: it may be about
anything.
"""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import join_words, list_words

LOOKED_AT = 12_000  # code points


@cache
def _words() -> re.Pattern[str]:
    occupations = "|".join(word.replace("*", r"\w*") for word in list_words("ideas.occupation"))
    return re.compile(rf"\b(?:{join_words('work.about_work')}|{occupations})\b", re.IGNORECASE)


def is_about_work(text: str) -> bool:
    """Whether a text has a word about jobs, those who do them, or how one comes by one."""
    return _words().search(text[:LOOKED_AT]) is not None
