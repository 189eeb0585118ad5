"""Where a sentence is put together from parts of grammar: `python benchmarks/whole_sentences.py`.

A translator is given whole sentences, with names for what is filled in, and forms for one and for many. A page breaks that
when a choice begins or ends within a sentence (“{% if late %}was{% else %}is{% endif %}”); code, when a text is half of
one. Prints each place, and ends with 1 if there is any.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.page_flow import WORD, Border, Choice, Gap, Piece, Said, has_words, read_flow

SRC = Path(__file__).resolve().parents[1] / "src"
APART = re.compile(r"[·→]")  # what stands between two things that are said each for itself
ASIDE = re.compile(r"\s*[·→(]")
ENDED = re.compile(r"[.?!…:][”’)»]*\s*$")
GOES_ON = re.compile(r"\s+[a-z]|[,;]")
ONE = re.compile(r"\b(\S+) (?:==|!=|>) 1$")
START, FILLED, WITHIN = "start", "filled", "within"
State = str | int  # an int is the line of a choice that said something, and after which nothing ended yet


def list_broken(page: str) -> list[tuple[int, str]]:
    """The lines at which a choice is made within a sentence, each with the tag that makes it."""
    return list_broken_in(read_flow(page, find_page))


def list_broken_in(flow: Iterable[Piece]) -> list[tuple[int, str]]:
    """The same for a page that is read already."""
    check = _Check()
    check.follow(flow, {START})
    return sorted(check.broken.items())


@cache
def find_page(name: str) -> str:
    """The page that goes by this name for whoever includes it."""
    return next(
        place.read_text("utf-8") for place in SRC.rglob(Path(name).name) if place.as_posix().endswith(f"/{name}")
    )


class _Check:
    """Follows every way through a page, and knows how each may stand: at a start, after a gap, within a sentence."""

    def __init__(self) -> None:
        self.broken: dict[int, str] = {}
        self.hows: dict[int, str] = {}
        self.outside: list[set[State]] = []

    def follow(self, pieces: Iterable[Piece], states: set[State]) -> set[State]:
        """How it may stand after these."""
        for one in pieces:
            if isinstance(one, Border):
                states = self._pass_border(one, states)
            elif isinstance(one, Choice):
                states = self._choose(one, states)
            elif isinstance(one, Gap) or one.text.strip():
                states = self._say(one, states)
        return states

    def _pass_border(self, border: Border, states: set[State]) -> set[State]:
        if border.turn > 0:
            self.outside.append(states)
        return self.outside.pop() if border.turn < 0 and self.outside else {START}

    def _say(self, one: Said | Gap, states: set[State]) -> set[State]:
        words = isinstance(one, Said)
        text = one.text if isinstance(one, Said) else ""
        if not ASIDE.match(text):
            self._note(one for one in states if isinstance(one, int))
        if APART.search(text):
            states, text = {START}, APART.split(text)[-1]
        if WORD.search(text) or ENDED.search(text):
            return {START if ENDED.search(text) else WITHIN}
        return {FILLED if one in (START, FILLED) else WITHIN for one in states} if text.strip() or not words else states

    def _choose(self, choice: Choice, states: set[State]) -> set[State]:
        after = set(states) if choice.may_be_none else set()
        if not has_words([choice]) or all(map(_stands_alone, choice.ways)):
            return after.union(*(self.follow(way, set(states)) for way in choice.ways))
        self.hows.setdefault(choice.line, choice.how)
        self._note([choice.line] * _counts_by_hand(choice))
        self._note(one for one in states if isinstance(one, int))
        if WITHIN in states or (FILLED in states and any(map(_goes_on, choice.ways))):
            self._note([choice.line])
        for way in choice.ways:
            ends = self.follow(way, {START})
            after |= {choice.line if one == WITHIN else one for one in ends} if has_words(way) else ends
        return after

    def _note(self, lines: Iterable[int]) -> None:
        self.broken |= {line: self.hows[line] for line in lines}


def _stands_alone(way: list[Piece]) -> bool:
    """What may stand anywhere: in brackets, behind a border or “·”; or it says nothing."""
    told = [one for one in way if not isinstance(one, Said) or one.text.strip()]
    if not has_words(told) or (isinstance(told[0], Border) and not told[0].turn):
        return True
    first, last = (one.text.strip() if isinstance(one, Said) else " " for one in (told[0], told[-1]))
    return bool(APART.match(first)) or (first.startswith("(") and last.endswith(")"))


def _counts_by_hand(choice: Choice) -> bool:
    """One and many as two ways: other languages have three forms, or one."""
    counted = ONE.search(choice.how)
    gaps = (one.filled for way in choice.ways for one in way if isinstance(one, Gap))
    return counted is not None and any(one.startswith(counted[1]) for one in gaps)


def _goes_on(way: list[Piece]) -> bool:
    told = [one for one in way if not isinstance(one, Said) or one.text.strip()]
    return bool(told) and isinstance(told[0], Said) and bool(GOES_ON.match(told[0].text))


def list_broken_pages() -> Iterator[str]:
    """Every place on every page."""
    for place in sorted(SRC.rglob("*.html")):
        for line, how in list_broken(place.read_text("utf-8")):
            yield f"{place.relative_to(SRC)}:{line} {how}"


if __name__ == "__main__":
    found = list(list_broken_pages())
    print("\n".join(found))
    sys.exit(bool(found))
