"""What a letter of a board looks like, which relays for employers: its own name is then nobody's employer."""

from __future__ import annotations

from functools import lru_cache

from onward.notice.job.names import fold_name
from onward.notice.languages.load import compile_words

_READ = 6000  # characters


def offers_jobs(body: str) -> bool:
    """Whether a letter offers other employers' jobs, as a board's machine does below the news."""
    return compile_words("boards.offers").search(body, 0, _READ) is not None


@lru_cache(maxsize=8192)
def is_about_jobs(name: str) -> bool:
    """Whether a name, or a domain's word, is made of a word for jobs or applying: such a house relays for others."""
    return compile_words("boards.words", "", "", flags=0).search(fold_name(name)) is not None
