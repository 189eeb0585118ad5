"""Whether a text is a chat: lines or heads by the same few people, as messengers copy them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

FEWEST_LINES = 3
_MYSELF = frozenset({"you", "you sent", "me", "du", "ich", "vous", "tú", "tu", "jij", "você"})
_ALONE = re.compile(r"\s{0,4}[^\W\d_][\w'’.-]{0,20}(?: [^\W\d_][\w'’.-]{0,20}){0,2}\s{0,4}")
_NAME = r"(?P<name>(?:~\s?)?[^\W\d_][\w.'’ -]{0,30}?|\+\d[\d ()-]{5,20})"
_DAY = r"(?:(?:\d{1,4}[./-]\d\d?[./-]\d{1,4}|\d\d? \w{3,9}(?: \d{4})?|Today|Yesterday),?\s{1,2}(?:at\s)?)?"
_TIME = r"\d\d?:\d\d(?::\d\d)?(?:\s?[AaPp][Mm])?"
# “Dana: …”, “[10:31] Dana: …”, “20/11/2026, 10:31 - Dana: …”, “Dana (20 Nov 10:31): …”; and, above what they said,
# “Dana Moss 10:31 AM”, “Dana — Today at 10:31”, “Dana, [20 Nov 2026 at 10:31:05]:”, “[10:31 AM] Dana Moss”.
_SAYS = re.compile(rf"\s{{0,4}}(?:\[?{_DAY}{_TIME}\]?\s?-?\s)?{_NAME}(?:\s\({_DAY}{_TIME}\))?:\s")
_HEADS = re.compile(rf"\s{{0,4}}{_NAME},?\s{{1,3}}(?:[·—–]\s)?\[?{_DAY}{_TIME}\]?:?\s{{0,4}}$")
_SENT = re.compile(rf"\s{{0,4}}{_NAME} sent the following messages? at {_TIME}\s{{0,4}}$")
_HEADS_BEHIND = re.compile(rf"\s{{0,4}}\[?{_DAY}{_TIME}\]?\s?-?\s{_NAME}:?\s{{0,4}}$")


def is_chat(text: str) -> bool:
    """Whether half of the lines are those of people who speak more than once.

    A list with a name before each colon is none: there each stands once.

    >>> is_chat("Dana: hello?\\nSam: hi\\nDana: start Monday?")
    True
    >>> is_chat("[6:02 PM] Kim Rowe\\nIt’s 58k\\n[6:03 PM] You\\nWhen?\\n[6:04 PM] Kim Rowe\\n4 January")
    True
    >>> is_chat("9:00 Welcome\\n9:30 Forms\\n10:00 Tour\\n12:00 Lunch")
    False
    >>> is_chat("Salary: $62,000\\nStart: January 4\\nHours: 40")
    False
    """
    lines = [line for line in text.splitlines() if line.strip()]
    spoken = Counter(_list_speakers(lines))
    said = sum(times for times in spoken.values() if times > 1)
    answered = 1 in spoken.values()  # somebody who said one thing
    return len(lines) >= FEWEST_LINES and said > 1 and (said + answered) * 2 >= len(lines)


def _list_speakers(lines: list[str]) -> Iterator[str]:
    alone = _find_names_alone(lines)
    for line in lines:
        if found := _SENT.match(line) or _HEADS.match(line) or _SAYS.match(line) or _HEADS_BEHIND.match(line):
            yield found["name"].strip().casefold()
        elif line.strip() in alone:
            yield line.strip().casefold()


def _find_names_alone(lines: list[str]) -> set[str]:
    """Names in lines of their own: only where one of them is the person who copied it, and one comes twice."""
    times = Counter(line.strip() for line in lines if _ALONE.fullmatch(line))
    return set(times) if _MYSELF & {one.casefold() for one in times} and max(times.values()) > 1 else set()
