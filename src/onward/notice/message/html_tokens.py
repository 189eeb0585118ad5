"""Markup cut into what stands in it, without a compiled library: text, tags that open and tags that close."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# What a tag of this name holds is no markup: it ends at its own end tag only.
_RAW = frozenset({"script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"})
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/(?![a-zA-Z]))[^>]*(?:>|\Z)", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-zA-Z][^ \t\n\f/>]*)")
_ATTRIBUTE = re.compile(
    r"""[ \t\n\f/]*+(=?[^ \t\n\f/>=]*+)(?:[ \t\n\f]*+=[ \t\n\f]*+"""
    r"""("[^"]*+"|'[^']*+'|[^ \t\n\f>"'][^ \t\n\f>]*+|(?=>)|(["'])))?"""
)


@dataclass(slots=True)
class HtmlToken:
    """Text (`tag` is empty), or a tag that opens or closes."""

    tag: str = ""
    text: str = ""
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def cut_markup(markup: str) -> Iterator[HtmlToken]:
    """The tokens of a page in their order, as browsers cut it; comments and what is cut off at the end are left out."""
    markup = markup.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    at = 0
    while at < len(markup):
        begins = _find_tag(markup, at)
        if begins > at:
            yield HtmlToken(text=entities.unescape(markup[at:begins]))
        at = begins
        if at >= len(markup):
            return
        if comment := _COMMENT.match(markup, at):
            at = comment.end()
            continue
        token, at = _read_tag(markup, at)
        if token is None:
            return
        yield token
        if token.tag in _RAW and not token.closes:
            at = _find_end(markup, at, token.tag)


def _find_tag(markup: str, at: int) -> int:
    """Where the next tag or comment begins; a “<” before anything else is text."""
    while (at := markup.find("<", at)) >= 0:
        after = markup[at + 1 : at + 2]
        if (after.isascii() and after.isalpha()) or after in ("!", "?") or (after == "/" and markup[at + 2 : at + 3]):
            return at
        at += 1
    return len(markup)


def _read_tag(markup: str, at: int) -> tuple[HtmlToken | None, int]:
    """The tag that begins here and where it ends; None when the page ends in it."""
    name = _NAME.match(markup, at)
    assert name is not None  # `_find_tag` and `_COMMENT` leave nothing else
    token = HtmlToken(tag=name[2].lower(), closes=bool(name[1]))
    at = name.end()
    while at < len(markup):
        found = _ATTRIBUTE.match(markup, at)
        assert found is not None  # it may be empty
        if found[3]:  # a quote that never closes
            return None, len(markup)
        if found[1]:
            token.attributes.setdefault(found[1].lower(), entities.unescape((found[2] or "").strip("\"'")))
        at = found.end()
        if markup[at : at + 1] == ">":
            return token, at + 1
        if not found.group():
            at += 1
    return None, at


def _find_end(markup: str, at: int, tag: str) -> int:
    end = re.compile(rf"</{tag}(?=[ \t\n\f/>])", re.IGNORECASE).search(markup, at)
    return end.start() if end else len(markup)
