"""Where words say whose a name is: “your application at …”, “our client …”, in any of the languages."""

from __future__ import annotations

from onward.notice.languages.load import compile_words

ARTICLES = "outright.article"


def find_told(body: str) -> list[int]:
    """The places at which such a name would begin, in order: right behind the words, and behind an article."""
    behind = [one.end() for one in compile_words("outright.before", after="").finditer(body)]
    articles = (compile_words(ARTICLES, "", "").match(body, place) for place in behind)
    return sorted({*behind, *(one.end() for one in articles if one)})
