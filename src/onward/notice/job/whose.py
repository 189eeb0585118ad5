"""Where words say whose a name is: “your application at …”, “our client …”, in any of the languages."""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import join_words


def find_told(body: str) -> list[int]:
    """The places at which such a name would begin, in order: right behind the words, and behind an article."""
    behind = [one.end() for one in _compile_before().finditer(body)]
    articles = (article_pattern().match(body, place) for place in behind)
    return sorted({*behind, *(one.end() for one in articles if one)})


@cache
def _compile_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('outright.before')})", re.IGNORECASE)


@cache
def article_pattern() -> re.Pattern[str]:
    """An article, as a pattern to match at a place."""
    return re.compile(rf"(?:{join_words('outright.article')})", re.IGNORECASE)
