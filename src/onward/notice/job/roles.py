"""Roles: whether words name an occupation, and whether they are written like a title."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.notice.job.names import fold_name
from onward.notice.languages.load import gather_words, join_words, list_words

_WORD = re.compile(r"[\w-]+")
_BRAND = re.compile(r"\b(?!DevOps|PostDoc)[A-Z][a-z]+[A-Z]\w*")


@cache
def _compile_occupation() -> re.Pattern[str]:
    endings, inside, words = (join_words(table) for table in ("roles.endings", "roles.inside", "roles.words"))
    return re.compile(rf"\b(?:\w*(?:{endings})s?|\w*(?:{inside})\w*|{words})\b", re.IGNORECASE)


def is_titled(text: str) -> bool:
    """Whether a short piece is written like a title: every longer word with a capital."""
    found = [word for word in re.findall(r"[^\W\d_]{3,}", text) if word not in gather_words("roles.small")]
    return 0 < len(found) <= 6 and all(word[0].isupper() for word in found)


@lru_cache(maxsize=8192)
def is_role_like(text: str) -> bool:
    """Whether the words hold one that names an occupation, in any of the languages Onward reads."""
    return bool(_compile_occupation().search(_BRAND.sub(" ", text)))


@cache
def _load_trades() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that are a trade, and how longer ones end; folded, since letters leave accents out."""
    return frozenset(map(fold_name, list_words("roles.trades"))), tuple(map(fold_name, list_words("roles.trade_ends")))


@lru_cache(maxsize=8192)
def is_occupation(word: str) -> bool:
    """Whether a word by itself names an occupation or a trade: “Psychologin”, “camarero/a”, “scheepstimmerman”.

    Trades are surnames too (“Frau Schneider”), so this is asked of what may be a role and not of who signs.
    """
    if is_role_like(word):
        return True
    whole, ends = _load_trades()
    return any(
        part in whole or part.endswith(ends)
        for joined in _WORD.findall(fold_name(word))
        for part in (joined, joined.rpartition("-")[2])
    )


def holds_occupation(text: str) -> bool:
    """Whether one of the words by itself names an occupation: asked of the same words so often that they are kept."""
    return any(map(is_occupation, text.split()))
