"""Whether a letter is about a job. A no, an offer or an invitation that isn't is never said without doubt: it may be
about anything.

Words count in the letter's own language alone: *personal* is staff in German, and nothing of the kind in Spanish. Where
the language can't be told, those of all languages do.
"""

from __future__ import annotations

import re
from functools import cache

from onward.notice.languages.load import ENGLISH, compile_words, list_words

LOOKED_AT = 12_000  # code points
HINTS = 2  # different words that any workplace, and much else, may have: as good as one that only a job has


@cache
def _compile_occupations(language: str | None) -> re.Pattern[str]:
    """What people do at work; English titles stand in every language."""
    codes = (language, ENGLISH) if language else ()
    words = (word.replace("*", r"\w*") for word in list_words("ideas.occupation", *codes))
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def has_occupation(text: str, language: str | None = None) -> bool:
    """Whether a text says what somebody does at work."""
    return _compile_occupations(language).search(text[:LOOKED_AT]) is not None


def is_about_work(text: str) -> bool:
    """Whether a text has a word about jobs, those who do them, or how one comes by one."""
    return compile_words("work.about_work").search(text[:LOOKED_AT]) is not None or has_occupation(text)


def has_job_word(text: str, language: str | None = None) -> bool:
    """Whether a text has a word that only a job has."""
    return compile_words("work.job", language=language).search(text[:LOOKED_AT]) is not None


def speaks_of_applying(text: str, language: str | None, sender: str = "") -> bool:
    """Whether a text has a word of a job or of an application, in it or in its sender's name, or an occupation. Clubs,
    grants and studies have applications, too.
    """
    named = f"{sender}\n{text}"[:LOOKED_AT]
    if has_job_word(named, language) or has_occupation(text, language):
        return True
    return compile_words("work.application", language=language).search(named) is not None


def is_about_a_job(text: str, language: str | None, sender: str = "") -> bool:
    """Whether a text speaks of applying, or has two words that any workplace has.

    >>> is_about_a_job("Sadly the vacancy has been filled.", "en")
    True
    >>> is_about_a_job("Sadly the roof is more than our team can take on.", "en")
    False
    """
    return speaks_of_applying(text, language, sender) or _count_hints(text, language) >= HINTS


def _count_hints(text: str, language: str | None) -> int:
    found = compile_words("work.about_work", language=language).findall(text[:LOOKED_AT])
    return len({one.casefold() for one in found})
