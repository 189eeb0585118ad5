"""Employer and role in one cell, as boards and lists of tasks name things: “Nurse at Fernhill”, “Fernhill – Nurse”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onward.notice.job.roles import is_role_like
from onward.tracker.fields import TWO_NAMES, TrackerField

_AT = re.compile(r"\s(?:at|@|bei|chez|bij|presso|en|na)\s|@", re.IGNORECASE)
_PARTED = re.compile(r"\s[-–—|·/]\s|\||[:,]\s")
_MOST = 0.7  # of the cells have both


def part_names(cell: str, field: str) -> tuple[str, str]:
    """Employer and role. Where nothing parts them the whole of it is the employer.

    >>> part_names("Nurse at Fernhill", "role, employer"), part_names("Fernhill – Nurse", "employer, role")
    (('Fernhill', 'Nurse'), ('Fernhill', 'Nurse'))
    """
    pieces = _part(cell)
    if pieces is None:
        return cell, ""
    first, second = pieces
    return (second, first) if field == TrackerField.ROLE_EMPLOYER else (first, second)


def guess_two_names(cells: Sequence[str]) -> str:
    """Which of the two most cells of a column have first; "" where they don't hold two names or nothing tells."""
    pieces = [(cell, parted) for cell in cells if (parted := _part(cell))]
    if len(pieces) < _MOST * len(cells):
        return ""
    role_first = sum(1 for cell, (one, other) in pieces if _AT.search(cell) or is_role_like(one) > is_role_like(other))
    employer_first = sum(1 for _, (one, other) in pieces if is_role_like(other) > is_role_like(one))
    if max(role_first, employer_first) * 2 < len(pieces):
        return ""
    return str(TrackerField.ROLE_EMPLOYER if role_first > employer_first else TrackerField.EMPLOYER_ROLE)


def name_choice(field: str, heading: str) -> str:
    """The answer that a column holds both: which comes first, then the column's heading."""
    return f"{field}:{heading}"


def read_choice(answer: str) -> tuple[str, str]:
    """Heading and field that an answer to “which column is the employer” names."""
    field, parted, heading = answer.partition(":")
    return (heading, field) if parted and field in TWO_NAMES else (answer, str(TrackerField.EMPLOYER))


def may_hold_two(cells: Iterable[str]) -> bool:
    """Whether most cells can be parted at all."""
    some = list(cells)
    return sum(1 for cell in some if _part(cell)) > len(some) / 2


def _part(cell: str) -> tuple[str, str] | None:
    found = _AT.search(cell) or _PARTED.search(cell)
    if found is None:
        return None
    one, other = cell[: found.start()].strip(), cell[found.end() :].strip()
    return (one, other) if one and other else None
