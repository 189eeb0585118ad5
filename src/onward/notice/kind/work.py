"""Whether a letter has a word about work. A no or an offer without one is never said without doubt: it may be about
anything.
"""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import join_words, list_words

LOOKED_AT = 12_000  # code points


def join_occupations() -> str:
    """What people do at work, as the alternatives of a regular expression, without the brackets around them."""
    return "|".join(word.replace("*", r"\w*") for word in list_words("ideas.occupation"))


@cache
def _compile_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('work.about_work')}|{join_occupations()})\b", re.IGNORECASE)


def is_about_work(text: str) -> bool:
    """Whether a text has a word about jobs, those who do them, or how one comes by one."""
    return _compile_words().search(text[:LOOKED_AT]) is not None
