"""A no or an invitation that may be about something else: a flat, a loan, a school, a part in a play, a doctor’s
appointment. It is never sure by itself.
"""

from __future__ import annotations

import re
from functools import cache

from onward.notice.kind.work import join_occupations
from onward.notice.languages.load import compile_words, join_words

LOOKED_AT = 12_000  # code points
# A whole sentence in quotation marks, as newsletters quote letters.
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"\n]{40,300}(?:[.!?…]\s?[”»“\"]|»\.)")


def is_elsewhere(text: str) -> bool:
    """Whether a text speaks of what no job has, quotes somebody at length, or is about a flat, a loan, a card or a
    school and never about a job.
    """
    seen = text[:LOOKED_AT]
    if compile_words("elsewhere.surely").search(seen) is not None or _QUOTED.search(seen) is not None:
        return True
    return (
        compile_words("elsewhere.elsewhere").search(seen) is not None
        and compile_words("elsewhere.job").search(seen) is None
    )


@cache
def _talk() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('work.talk')}|{join_occupations()})\b", re.IGNORECASE)


def is_about_an_interview(text: str) -> bool:
    """Whether an invitation speaks of a job or an application; or calls itself an interview or names an occupation, and
    speaks of nothing that schools, doctors, offices, banks and clubs invite to.

    >>> is_about_an_interview("Would Monday suit you for a talk about your application?")
    True
    >>> is_about_an_interview("Would Monday suit you for an interview with our doctor about your vaccination?")
    False
    """
    seen = text[:LOOKED_AT]
    if compile_words("work.application").search(seen) is not None:
        return True
    if _talk().search(seen) is None or compile_words("elsewhere.appointment").search(seen) is not None:
        return False
    return not is_elsewhere(seen)
