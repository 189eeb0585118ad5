"""What a letter of a board looks like, which relays for employers: its own name is then nobody's employer."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.notice.job.names import fold_name
from onward.notice.languages.load import join_words

_READ = 6000  # characters


@cache
def _compile_offers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('boards.offers')})\b", re.IGNORECASE)


def offers_jobs(body: str) -> bool:
    """Whether a letter offers other employers' jobs, as a board's machine does below the news."""
    return _compile_offers().search(body, 0, _READ) is not None


@cache
def _compile_words() -> re.Pattern[str]:
    return re.compile(join_words("boards.words"))


@lru_cache(maxsize=65536)
def is_about_jobs(name: str) -> bool:
    """Whether a name, or a domain's word, is made of a word for jobs or applying: such a house relays for others."""
    return _compile_words().search(fold_name(name)) is not None
