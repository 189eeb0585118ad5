"""A day among other words, as people write it into a cell: “Absage am 28.08.”, “Y - 8/28”, “call 24 Aug at ten”."""

from __future__ import annotations

import re
from functools import lru_cache
from string import whitespace
from typing import NamedTuple

from onward.tracker.words import map_months, normalize

_LONGEST = 200  # characters of a cell that is looked at
_CLEAR = re.compile(
    r"(?<![\w/.-])(?:\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?Z?)?|"
    r"\d{1,2}\.\s?\d{1,2}\.(?:\s?(?:\d{4}|\d{2}))?"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))(?![\w/-])"
)
_SHORT = re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})(?![\w/.-])")
_NAMED = re.compile(
    r"(?<![\w/.-])(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:of |de )?(?P<month>[^\W\d_]{3,10})\.?"
    r"|(?P<first>[^\W\d_]{3,10})\.?[ -]\d{1,2}(?:st|nd|rd|th)?)(?:,?[ -](?:\d{4}|'?\d{2}))?(?![\w/-])"
)
_AROUND = f"{whitespace}\u00a0([–—:,;@-"
_LINKING = re.compile(r"(?<!\w)(?:am|on|le|el|il|op|em|at|the|vom|du|del|den)$", re.IGNORECASE)


class PartedCell(NamedTuple):
    """The day in a cell as it is written there, empty where there is none, and the other words."""

    day: str
    words: str


@lru_cache(maxsize=20_000)
def part_day(cell: str, *, short: bool) -> PartedCell:
    """The first day among the words of a cell.

    `short`: also one like 8/2, which among the words of a status may be the second of eight rounds.

    >>> part_day("Absage am 28.08.", short=False), part_day("2nd round in March", short=False)
    (PartedCell(day='28.08.', words='Absage'), PartedCell(day='', words='2nd round in March'))
    """
    text = " ".join(cell.split())[:_LONGEST]
    found = _CLEAR.search(text) or _find_named(text) or _find_short(text, short=short)
    if found is None:
        return PartedCell("", cell)
    before = _LINKING.sub("", text[: found.start()].rstrip(_AROUND)).rstrip(_AROUND)
    after = text[found.end() :].strip(" )],;:.-–—")
    return PartedCell(found.group().strip(), " ".join(filter(None, (before, after))))


def _find_named(text: str) -> re.Match[str] | None:
    for found in _NAMED.finditer(text):
        if normalize(found["month"] or found["first"]) in map_months():
            return found
    return None


def _find_short(text: str, *, short: bool) -> re.Match[str] | None:
    found = _SHORT.search(text)
    return found if found and (short or max(int(found[1]), int(found[2])) > 12) else None
