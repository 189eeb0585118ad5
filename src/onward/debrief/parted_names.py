"""Names that stand before the words in another way than “Name: …”: in brackets, before a tab, below the time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from onward.debrief.names import CLOCK, is_like_a_name

_STAMPED = re.compile(
    rf"\d+|{CLOCK}|{CLOCK} {{0,3}}(?:--?>|,) {{0,3}}{CLOCK}[^\n]{{0,80}}|WEBVTT[^\n]{{0,80}}"
)  # of a file's lines, those nobody says
_WAYS = (
    re.compile(r"\[([^\W\d][^\[\]\n]{0,59})\]:?\s(?=\S)"),  # [Dana Ruiz] …
    re.compile(r"\(([^\W\d][^()\n]{0,59})\):?(?:\s(?=\S)|$)"),  # (Dana Ruiz) …, or alone on the line
    re.compile(r"([^\W\d][^:\t\n]{0,59})\t+(?=\S)"),  # Dana Ruiz, a tab
    re.compile(r"([^\W\d][^:\n]{0,59}):(?=[^\s\d:/])"),  # Dana Ruiz:…
)
_TIME = re.compile(CLOCK)
_LOOKED_AT = 60  # lines at the top that show how a file names people
_NEARLY_ALL = 0.8  # of the lines that are spoken
_OFTEN = 3  # times at least that a time stands above names


def part_names(lines: Sequence[str]) -> list[str]:
    """The lines with “Name: ” before the words, where nearly all of them have a name in one of these ways."""
    for way in _WAYS:
        if _is_used(way, lines[:_LOOKED_AT]) and _is_used(way, lines):
            return [way.sub(r"\1: ", line, count=1) for line in lines]
    return _join_times(lines) if any(map(_is_time, lines[:_LOOKED_AT])) else list(lines)


def _is_used(way: re.Pattern[str], lines: Sequence[str]) -> bool:
    """Whether nearly all spoken lines have a name in this way, or every other, where names stand alone."""
    spoken = [line for line in lines if line and not (line[0] in "0123456789W" and _STAMPED.fullmatch(line))]
    found = [match for line in spoken if (match := way.match(line))]
    named = Counter(match.group(1) for match in found)
    alone = all(match.end() == len(match.string) for match in found)
    share = len(found) * (2 if alone else 1)
    return len(spoken) > 2 and share >= _NEARLY_ALL * len(spoken) and 1 < len(named) <= len(found) / 2


def _join_times(lines: Sequence[str]) -> list[str]:
    """“00:10” with the name below it, as one line “Dana Ruiz 00:10”."""
    pairs = [two for one, two in pairwise(lines) if _is_time(one)]
    names = Counter(two for two in pairs if len(two) < 60 and is_like_a_name(two))
    if names.total() < max(_OFTEN, _NEARLY_ALL * len(pairs)) or not 1 < len(names) <= names.total() / 1.5:
        return list(lines)
    joined: list[str] = []
    for line in lines:
        if line in names and joined and _is_time(joined[-1]):
            joined[-1] = f"{line} {joined[-1]}"
        else:
            joined.append(line)
    return joined


def _is_time(line: str) -> bool:
    return len(line) < 16 and line[:1].isdigit() and _TIME.fullmatch(line) is not None
