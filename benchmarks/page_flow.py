"""A page as it flows: what is said, what is filled in, what is chosen, and where a sentence ends at the latest."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from django.template.base import Lexer, Token, TokenType

UNSEEN = re.compile(r"<(style|script|svg)\b.*?</\1>|<!.*?>", re.DOTALL)
# These stand within a sentence; every other element is a border, and so is a button or a chip
INLINE = re.compile(r"a|abbr|b|bdi|cite|code|em|i|kbd|mark|q|small|span|strong|sub|sup|time|wbr")
ALONE = re.compile(r"""\bclass="[^"]*\b(?:button|chip)\b""")
SAYS = re.compile(r"""\b(?:aria-label|title|alt|placeholder|data-\w+)=["']$""")
TAG = re.compile(r"<(/?[a-zA-Z][\w-]*)")
INCLUDED = re.compile(r'^include "([^"]+)"')
GIVEN = re.compile(r'\w+="([^"]*[a-z] [^"]*)"')
WORD = re.compile(r"[^\W\d_]{2}")
OR_WORDS = re.compile(r'\|(?:default|yesno|pluralize)(?::"([^"]*)")?')
ENDS = {"if": "endif", "for": "endfor", "blocktranslate": "endblocktranslate"}
TURNS = ("elif", "else", "empty", "plural")
BETWEEN = ("include", "block", "endblock", "beside", "endbeside", "extends")


@dataclass(frozen=True, slots=True)
class Said:
    """Words as they stand."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What is filled in later, by the name that the page has for it."""

    filled: str
    line: int


@dataclass(frozen=True, slots=True)
class Border:
    """A sentence ends here at the latest. `turn` is 1 where a text of its own begins within (a label), -1 where it ends."""

    line: int
    turn: int = 0


@dataclass(slots=True)
class Choice:
    """One of several ways to go on; `may_be_none` when it is possible that none of them is gone."""

    line: int
    how: str
    ways: list[list[Piece]] = field(default_factory=list)
    may_be_none: bool = True

    @property
    def counts(self) -> bool:
        """Whether it is one sentence in its forms for one and for many."""
        return self.how.startswith("blocktranslate")


Piece = Said | Gap | Border | Choice
Find = Callable[[str], str]


def read_flow(page: str, find: Find | None = None) -> list[Piece]:
    """The whole page. With `find`, which has a page for each name, what it includes is read where it stands."""
    return _Reader(page, find).read()


def has_words(pieces: Iterable[Piece]) -> bool:
    """Whether anything is said, beside commas and what is filled in."""
    return any(
        any(has_words(way) for way in one.ways)
        if isinstance(one, Choice)
        else isinstance(one, Said) and bool(WORD.search(one.text))
        for one in pieces
    )


class _Reader:
    """Goes through a page once, and knows whether it is between elements, in one’s tag, or in a value of it."""

    def __init__(self, page: str, find: Find | None = None) -> None:
        self.find = find
        kept = UNSEEN.sub(lambda found: "\n" * found[0].count("\n"), page)
        self.tokens = iter(Lexer(kept).tokenize())
        self.within, self.tag, self.quote, self.alone = "flow", "", "", ""

    def read(self, *until: str) -> list[Piece]:
        """What comes up to one of these tags, which `last` is then."""
        found: list[Piece] = []
        for token in self.tokens:
            self.last = token
            if token.token_type == TokenType.TEXT:
                found += self._read_text(token.contents, token.lineno)
            elif token.token_type == TokenType.VAR and self.within in ("flow", "said"):
                found.append(_read_gap(token.contents, token.lineno))
            elif token.token_type == TokenType.BLOCK:
                if token.contents.split()[0] in until:
                    return found
                found += self._read_tag(token)
        return found

    def _read_tag(self, token: Token) -> list[Piece]:
        name, line = token.contents.split()[0], token.lineno
        if name in ENDS:
            choice = self._read_choice(name, token)
            return choice.ways[0] if choice.counts and len(choice.ways) == 1 else [choice]
        if name in ("url", "static") and self.within in ("flow", "said"):
            return [Gap("address", line)]
        if name not in BETWEEN or self.within != "flow":
            return []
        given = GIVEN.findall(token.contents) if name == "include" else []
        included = INCLUDED.match(token.contents)
        if included and self.find:
            found = read_flow(self.find(included[1]), self.find)
            return [*_give(given, line), *(_put_at(line, one) for one in found)]
        return [Border(line), *_give(given, line)]

    def _read_choice(self, name: str, token: Token) -> Choice:
        """Every way begins in the state of the page that the first began in."""
        choice, state, turn = Choice(token.lineno, token.contents), (self.within, self.tag, self.quote), name
        while turn != ENDS[name]:
            self.within, self.tag, self.quote = state
            choice.ways.append(self.read(ENDS[name], *TURNS))
            turn = self.last.contents.split()[0]
            choice.may_be_none &= turn not in ("else", "plural")
        choice.may_be_none |= name == "for"
        return choice

    def _read_text(self, text: str, line: int) -> Iterator[Piece]:
        while text:
            part, text = self._cut(text)
            if part and self.within in ("flow", "said"):
                yield Said(html.unescape(part), line)
            line += part.count("\n")
            if text:
                border, text = self._pass_mark(text, line)
                yield from border

    def _cut(self, text: str) -> tuple[str, str]:
        """What stands before the next mark that changes where it is."""
        marks = {"flow": TAG.pattern, "tag": "[>\"']"}.get(self.within, self.quote)
        found = re.search(marks, text)
        at = found.start() if found else len(text)
        if self.within in ("tag", "quoted"):
            self.tag += text[:at]
        return text[:at], text[at:]

    def _pass_mark(self, text: str, line: int) -> tuple[list[Piece], str]:
        """Over that mark, with the borders it makes."""
        if self.within == "flow":
            self.within, self.tag = "tag", (TAG.match(text) or [""])[0]
            inline = INLINE.fullmatch(self.tag.strip("</"))
            return ([] if inline else [Border(line)]), text[len(self.tag) :]
        if self.within != "tag":
            border = [Border(line, -1)] if self.within == "said" else []
            self.within, self.tag = "tag", self.tag + text[0]
            return list(border), text[1:]
        if text[0] == ">":
            self.within = "flow"
            return self._end_tag(line), text[1:]
        self.tag, self.quote = self.tag + text[0], text[0]
        self.within = "said" if SAYS.search(self.tag) else "quoted"
        return ([Border(line, 1)] if self.within == "said" else []), text[1:]

    def _end_tag(self, line: int) -> list[Piece]:
        if ALONE.search(self.tag):
            self.alone = f"</{self.tag[1:].split()[0]}"
            return [Border(line)]
        if self.alone and self.tag.startswith(self.alone):
            self.alone = ""
            return [Border(line)]
        return []


def _give(texts: list[str], line: int) -> list[Piece]:
    """Each for itself: it is said somewhere in the page that it is given to."""
    return [one for text in texts for one in (Border(line, 1), Said(text, line), Border(line, -1))]


def _put_at(line: int, piece: Piece) -> Piece:
    """What another page says, as if it stood in this line."""
    if isinstance(piece, Choice):
        return replace(piece, line=line, ways=[[_put_at(line, one) for one in way] for way in piece.ways])
    return replace(piece, line=line)


def _read_gap(filled: str, line: int) -> Piece:
    """A word that stands in for what isn’t there is a choice of words."""
    words = OR_WORDS.search(filled)
    if words is None or not (WORD.search(words[1] or "s") or "pluralize" in words[0]):
        return Gap(filled, line)
    return Choice(line, filled, [[Gap(filled, line)], [Said(words[1] or "ss", line)]], may_be_none=False)
