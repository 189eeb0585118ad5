"""The firm in a letter's signature or at its head: “Clinic Manager | Acme Clinic”, or a line that is nothing but a
firm's name.
"""

from __future__ import annotations

import re
from functools import cache

from onward.notice.job.mentions import Mention, make_mention
from onward.notice.job.roles import Span, is_institution, is_role_like
from onward.notice.job.scan import find_name_at
from onward.notice.languages.load import join_words

_FIRM = re.compile(
    r"\b(?:Inc|INC|P?LLC|Ltd|LTD|GmbH|AG|Corp|CORP|Company|Companies|Group|S\.?A|B\.?V|S\.?r\.?l|KG|e\.\s?V)\b"
)
_CUT = re.compile(r"(?<![^\S\n])[^\S\n]+[|•·–—-]\s+|,\s+")
_LINES = 8  # lines at the end that may be a signature, legal notices left out
_LONG = 90  # characters: longer lines are sentences


@cache
def _title() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{join_words('signatures.titles')})\b", re.IGNORECASE)


def find_firm_in_signature(body: str, *, robot: bool) -> list[Mention]:
    """Lines near the end that are a firm's name or end with one, and the name that stands alone at the head."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", body) if not m.group().isspace()]
    short = [span for span in lines if span[1] - span[0] <= _LONG][-_LINES:]
    found = [one for start, end in short for one in _in_line(body, start, end)]
    if robot and lines:
        found += _alone(body, *lines[-1], weight=0.8) if len(lines) > 1 else []
        found += _alone(body, *lines[0], weight=1.5) if is_institution(body[slice(*lines[0])]) else []
    return found


def _in_line(body: str, start: int, end: int) -> list[Mention]:
    if _FIRM.search(body, start, end):
        return _alone(body, start, end, weight=2.0)
    return _after_a_title(body, start, end)


def _alone(body: str, start: int, end: int, *, weight: float) -> list[Mention]:
    """The firm that is all of a line."""
    start += len(body[start:end]) - len(body[start:end].lstrip(" —–-"))
    span = find_name_at(body, start)
    if span is None or span[1] < start + len(body[start:end].rstrip(" .,!")) - 1 or _is_job(body[start:end]):
        return []
    return [make_mention("employer", body, span, field="body", weight=weight, by="signature")]


def _is_job(line: str) -> bool:
    return is_role_like(line) and not _FIRM.search(line)


def _after_a_title(body: str, start: int, end: int) -> list[Mention]:
    """“Clinic Manager, Willow Bend Clinic”: the last piece, when it is an institution's name and a title stands before
    it.
    """
    cuts = list(_CUT.finditer(body, start, end))
    if not cuts or not _title().search(body[start : cuts[-1].start()]):
        return []
    last: Span = (cuts[-1].end(), end)
    return _alone(body, *last, weight=1.8) if _is_institution(body[slice(*last)]) else []


def _is_institution(piece: str) -> bool:
    return len(piece.split()) > 1 and is_institution(piece)
