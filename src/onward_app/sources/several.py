"""Several letters in one paste: cut where a second one plainly begins, never through a thread that quotes itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from email.utils import parseaddr
from itertools import pairwise

from onward.notice.message.quotes import count_introduction, is_forwarding
from onward_app.sources.copied import is_greeting
from onward_app.sources.heads import head_of

FEWEST = 12  # words: less is no letter
MOST = 12  # letters: whoever pastes more has pasted something else
_SIGNED = 8  # lines above a greeting, in which whoever wrote the letter above has signed
_LINE, _SIGNATURE = 60, 45  # characters of a greeting that stands by itself, and of a line of a signature
_HEAD = 8  # lines that a head may take
_RULE = re.compile(r"[\s\-_=*~.—–]{3,80}")
_AGAIN = re.compile(r"^(?:\s{0,3}(?:re|aw|antw|wg|fwd?|tr|rv|res|enc|i|r|vs)\s?:)+\s*", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{3,}")


def part_letters(text: str) -> list[str]:
    """The letters in what was pasted, in order; nearly always one.

    A second one begins at a greeting below the first one’s closing, unless it greets whoever signed there (then it is
    the answer that is quoted), and at a head of somebody else about something else.

    >>> len(part_letters("Dear Sam, thank you for coming in. We chose somebody else. Best, Ana"))
    1
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cuts = [0, *_list_cuts(lines), len(lines)]
    parts = ["\n".join(lines[start:end]).strip("\n") for start, end in pairwise(cuts)]
    is_several = 1 < len(parts) <= MOST and all(len(part.split()) >= FEWEST for part in parts)
    return parts if is_several else [text]


def _list_cuts(lines: Sequence[str]) -> Iterator[int]:
    head, begins, words = _read_head(lines, 0), 0, 0  # of the letter that is being read; its words from its greeting on
    greeted = False
    for number, line in enumerate(lines):
        if line.lstrip().startswith(">") or count_introduction(lines[number : number + 4]) or is_forwarding(line):
            return  # below stands what is quoted
        below = _read_head(lines, number) if words >= FEWEST and not lines[number - 1].strip() else {}
        if below and _is_of_one_thread(head, below):
            return
        greets = _greets(line)
        near = lines[max(begins, number - _SIGNED) : number]
        if below or (greets and greeted and words >= FEWEST and _is_to_somebody_else(near, line)):
            yield number
            head, begins, greeted = below, number, False
        words = 0 if greets and not greeted else words + len(line.split())
        greeted = greeted or greets


def _greets(line: str) -> bool:
    """Whether a line is a greeting by itself."""
    return len(line) <= _LINE and is_greeting(line)


def _is_to_somebody_else(near: Sequence[str], greeting: str) -> bool:
    """Whether this is how another letter begins: nobody greets whoever signed just above."""
    above = near[-1].strip()
    if len(above) > _SIGNATURE and not _RULE.fullmatch(above):
        return False
    short = [text for text in near if len(text) < _SIGNATURE and not is_greeting(text)]
    signed = {name.lower() for text in short for name in _NAME.findall(text)}
    return not signed & {name.lower() for name in _NAME.findall(greeting)[1:]}


def _read_head(lines: Sequence[str], number: int) -> dict[str, str]:
    """The fields of a head that begins at this very line."""
    top = lines[number : number + _HEAD]
    found = head_of(list(top)) if top and ":" in top[0] else None
    return found.fields if found and "from" in found.fields else {}


def _is_of_one_thread(one: dict[str, str], other: dict[str, str]) -> bool:
    """Whether the lower letter may be what the upper one answers: the same subject or house, or nothing to tell by."""
    if "from" not in one:
        return True
    subjects = {_AGAIN.sub("", head.get("subject", "")).strip().lower() for head in (one, other)}
    houses = {parseaddr(head["from"])[1].rpartition("@")[2].lower() for head in (one, other)}
    to = parseaddr(one.get("to", ""))[1].lower()
    return len(subjects) == 1 or len(houses) == 1 or bool(to and to == parseaddr(other["from"])[1].lower())
