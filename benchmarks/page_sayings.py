"""The sentences of a page, each whole: cut where an element ends or a choice is made, with a name for what is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from benchmarks.page_flow import WORD, Border, Choice, Gap, Piece, Said, has_words, read_flow

FILLED = re.compile(r"\{\w*\}")
NAME = re.compile(r"[\w{}]*[-.][\w{}.-]*|\.\w+(, \.\w+)*")  # of an element, or of a sort of file
Sentence = tuple[int, str, str]  # the line, the words, and the words for many where it counts


def list_sentences(page: str) -> Iterator[Sentence]:
    """Every one, in the order of the page."""
    cut = _Cut()
    cut.go(read_flow(page))
    cut.end()
    yield from sorted(cut.found, key=lambda one: one[0])


class Names:
    """Names for what is filled into one sentence: the last part of what it is, or all of it where two would be alike."""

    def __init__(self) -> None:
        self.taken: dict[str, str] = {}

    def find(self, filled: str, short: str) -> str:
        """A name as gettext takes it, in braces; the same for what is filled in twice."""
        for name in (short, re.sub(r"\W+", "_", filled).strip("_"), *(f"{short}_{n}" for n in range(2, 20))):
            if name and self.taken.setdefault(name, filled) == filled:
                return f"{{{name}}}"
        raise ValueError(f"no name is left for {filled}")


class _Cut:
    def __init__(self) -> None:
        self.found: list[Sentence] = []
        self.outside: list[tuple[list[str], int, Names]] = []
        self._begin()

    def _begin(self) -> None:
        self.parts: list[str] = []
        self.line, self.names = 0, Names()

    def go(self, pieces: Iterable[Piece]) -> None:
        for one in pieces:
            if isinstance(one, Border):
                self._pass_border(one)
            elif isinstance(one, Choice):
                self._choose(one)
            else:
                self._say(one)

    def end(self, many: str = "") -> None:
        """What was said up to here is one."""
        text = _tidy(self.parts)
        if WORD.search(FILLED.sub("", text)) and not NAME.fullmatch(text):
            self.found.append((self.line, text, many))
        self._begin()

    def _say(self, one: Said | Gap) -> None:
        if isinstance(one, Gap):
            self.parts.append(self.names.find(one.filled, _shorten(one.filled)))
        elif one.text.strip():
            lead = one.text[: len(one.text) - len(one.text.lstrip())]
            self.line = self.line or one.line + lead.count("\n")
            self.parts.append(one.text)
        else:
            self.parts.append(" ")

    def _pass_border(self, border: Border) -> None:
        if border.turn > 0:
            self.outside.append((self.parts, self.line, self.names))
            self._begin()
            return
        self.end()
        if border.turn < 0 and self.outside:
            self.parts, self.line, self.names = self.outside.pop()

    def _choose(self, choice: Choice) -> None:
        if not has_words([choice]) and not any(isinstance(one, Border) for way in choice.ways for one in way):
            self.go(choice.ways[0])
            return
        self.end()
        if choice.counts:
            one, many = (_flatten(way) for way in choice.ways)
            self.parts, self.line = [one], choice.line
            self.end(many)
            return
        for way in choice.ways:
            self.go(way)
            self.end()


def _flatten(way: Iterable[Piece]) -> str:
    within = _Cut()
    within.go(way)
    return _tidy(within.parts)


def _tidy(parts: Iterable[str]) -> str:
    return " ".join("".join(parts).split()).strip("·→ ")


def _shorten(filled: str) -> str:
    """“job.title|capfirst” is the title; of a list’s second the name of the list."""
    told = [one for one in re.split(r"[|\s:]", filled.strip())[0].split(".") if one.isidentifier()]
    return told[-1] if told else "text"
