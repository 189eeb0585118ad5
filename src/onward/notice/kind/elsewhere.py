"""A no or an invitation that may be about something else: a flat, a loan, a school, a part in a play, a doctor’s
appointment. It is never sure by itself.
"""

from __future__ import annotations

import re

from onward.notice.kind.work import LOOKED_AT, has_job_word, speaks_of_applying
from onward.notice.languages.load import compile_words

# A whole sentence in quotation marks, as newsletters quote letters.
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"\n]{40,300}(?:[.!?…]\s?[”»“\"]|»\.)")


def is_elsewhere(text: str, language: str | None = None) -> bool:
    """Whether a text speaks of what no job has, quotes somebody at length, or is about a flat, a loan, a card or a
    school and never about a job.
    """
    seen = text[:LOOKED_AT]
    if compile_words("elsewhere.surely").search(seen) is not None or _QUOTED.search(seen) is not None:
        return True
    said = compile_words("elsewhere.elsewhere", language=language).search(seen) is not None
    return said and not has_job_word(text, language)


def is_about_an_interview(text: str, language: str | None = None, sender: str = "") -> bool:
    """Whether an invitation speaks of a job; or of an application, an interview or an occupation, and of nothing that
    schools, doctors, offices, banks and clubs invite to.

    >>> is_about_an_interview("Would Monday suit you for a talk about your application?")
    True
    >>> is_about_an_interview("Would Monday suit you for an interview with our doctor about your vaccination?")
    False
    """
    named = f"{sender}\n{text}"
    if has_job_word(named, language):
        return True
    if not speaks_of_applying(text, language, sender) or is_elsewhere(named, language):
        return False
    return compile_words("elsewhere.appointment", language=language).search(named[:LOOKED_AT]) is None
