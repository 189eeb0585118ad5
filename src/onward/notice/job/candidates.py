"""Where a letter may name the employer: every place that could, without a judgment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onward.notice.job.page import Page
from onward.notice.job.runs import find_runs, list_pieces

# What a line is cut at: bars, dashes, commas, brackets, wide gaps and the words before a house. Runs are bounded.
_CUT = re.compile(
    r"\s{1,3}[|•·–—:/-]{1,3}\s{1,3}|\s{0,3}[|•·]\s{0,3}|[,:;]\s{1,3}"
    r"|\s{1,3}(?:at|bei|chez|presso|bij|@|from|von|via)\s{1,3}"
    r"|\s{0,3}[(\[\])]\s{0,3}|\s{3,9}|$"
)
_EDGES = " \t*_—–-©»«“”„\"'’‘,.:;!?()[]<>~#"
_KEPT = "&+!/%'’°ª."  # marks that a name may end with
_LONG = 70  # characters: no name is longer
_HEAD, _FOOT = 4, 10  # lines at the top and at the end in which a name may stand without capitals
_MOST = 400  # candidates of a letter


@dataclass(slots=True)
class Mention:
    """A place in a field that may be a name, and how it was come upon."""

    field: str
    start: int
    end: int
    text: str
    how: set[str]


def gather_candidates(page: Page) -> list[Mention]:
    """All places that may name the employer, each once, at most some hundreds."""
    found: dict[tuple[str, int, int], Mention] = {}

    def add(field: str, start: int, end: int, how: str) -> None:
        text = page.texts[field][start:end]
        shift = len(text) - len(text.lstrip(_EDGES))
        start, text = start + shift, text[shift:]
        bare = _without_pictures(text.rstrip(_EDGES)).rstrip(_EDGES)
        if text[len(bare) : len(bare) + 1] == "." and re.search(r"(?:^|[ .])\w{1,3}$", bare):
            bare += "."
        if 1 < len(bare) <= _LONG and len(found) < _MOST:
            key = (field, start, start + len(bare))
            if key not in found:
                found[key] = Mention(*key, bare, set())
            found[key].how.add(how)

    for field, start, end, how in _list_places(page):
        add(field, start, end, how)
    return list(found.values())


def _without_pictures(text: str) -> str:
    """“Bakery 🥨” is the bakery."""
    end = len(text)
    while end and not (text[end - 1].isalnum() or text[end - 1] in _KEPT):
        end -= 1
    return text[:end]


def _list_places(page: Page) -> Iterator[tuple[str, int, int, str]]:
    sender = page.letter.sender
    if page.label:
        place = page.texts["from"].lower().rfind(page.label or "")
        if place >= 0:
            yield "from", place, place + len(page.label or ""), "domain"
    yield from _in_line(page, "from", 0, len(sender.name), bare=True)
    yield from _in_line(page, "subject", 0, len(page.texts["subject"]), bare=True)
    count = len(page.lines)
    for number in [*range(count - 1, max(count - 1 - _FOOT, -1), -1), *range(count - _FOOT)]:
        start, end = page.lines[number]
        edge = number < _HEAD or number >= count - _FOOT or page.signed - _FOOT <= number < page.signed
        yield from _in_line(page, "body", start, end, bare=edge and end - start <= 90)


def _in_line(page: Page, field: str, start: int, end: int, *, bare: bool) -> Iterator[tuple[str, int, int, str]]:
    text = page.texts[field]
    if bare:
        at = start
        for cut in _CUT.finditer(text, start, end):
            if at < cut.start():
                yield field, at, cut.start(), "piece"
            at = cut.end()
        yield field, start, end, "line"
    for run in find_runs(text, start, end):
        for piece in list_pieces(run):
            how = "run" if piece.first and piece.last else "head" if piece.first else "tail" if piece.last else "mid"
            yield field, piece.start, piece.end, how
