"""HTML mail to the text a person would read: no scripts, no hidden preheaders, blocks on lines of their own."""

from __future__ import annotations

import html as entities
import re
from typing import Any

from onward.notice.message.html_tree import build_tree

try:
    from selectolax import lexbor
except ImportError:  # in a browser there are no compiled libraries: the same text, seven times slower
    lexbor = None  # type: ignore[assignment]

HTML_LIMIT = 1_000_000  # characters of markup looked at
# An HTML5 tree takes time quadratic in depth: 100,000 open <div> need half a second here, mail from people about 40.
DEPTH_LIMIT = 400

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 "
        "h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul ",
    )
)
_SPACED = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "p"])
_UNREAD = frozenset(
    re.findall(
        r"\w+",
        "area audio base canvas embed head iframe link map meta noframes object script select style svg template "
        "textarea title video ",
    )
)
_CLOSE_THEMSELVES = frozenset(
    re.findall(
        r"\w+", "area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr "
    )
)
_SKIPPED = frozenset({"script", "style", "title", "textarea"})
_HIDING = (
    "display:none",
    "display: none",
    "visibility:hidden",
    "visibility: hidden",
    "mso-hide:all",
    "mso-hide: all",
    "font-size:0;",
    "font-size:0px",
    "font-size: 0px",
    "max-height:0;",
    "max-height:0px",
    "max-height: 0px",
    "opacity:0;",
    "opacity: 0;",
)
_QUOTING = ("gmail_quote", "protonmail_quote", "moz-cite")
_HIDDEN = ", ".join(["[hidden]", *(f'[style*="{rule}" i]' for rule in _HIDING)])
_QUOTES = ", ".join(['blockquote[type="cite" i]', *(f"blockquote.{name}" for name in _QUOTING)])

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_LONG_TAG = re.compile(r"<[a-zA-Z/!][^<>]{20000,}>?")
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z!?][a-zA-Z0-9]{0,20})[^<>]*>?")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff\u2007]+")
_BLANKS = re.compile(r"[ \t\f\v\u00a0\u2000-\u200a\u202f\u3000]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def html_to_text(markup: str) -> str:
    """The text of an HTML message; quoted replies are marked with "> " as in plain mail. Linear in its size."""
    markup = _LONG_TAG.sub("", markup[:HTML_LIMIT])
    if _measure_depth(markup) > DEPTH_LIMIT:
        return _strip_tags(markup)
    return read_compiled(markup) if lexbor is not None else read_plain(markup)


def read_compiled(markup: str) -> str:
    """The text by the compiled library."""
    tree = lexbor.LexborHTMLParser(markup)
    if tree.root is None:
        return ""
    hidden = frozenset(node.mem_id for node in tree.css(_HIDDEN))
    quotes = frozenset(node.mem_id for node in tree.css(_QUOTES))
    return _lay_out(tree.root, hidden, quotes)


def read_plain(markup: str) -> str:
    """The same text by the standard library alone."""
    root, made = build_tree(markup)
    hidden = frozenset(node.mem_id for node in made if _is_hidden(node.attributes))
    quotes = frozenset(node.mem_id for node in made if node.tag == "blockquote" and _is_quote(node.attributes))
    return _lay_out(root, hidden, quotes)


def _is_hidden(attributes: dict[str, str]) -> bool:
    style = attributes.get("style", "").lower()
    return "hidden" in attributes or any(rule in style for rule in _HIDING)


def _is_quote(attributes: dict[str, str]) -> bool:
    named = attributes.get("class", "").split()
    return attributes.get("type", "").lower() == "cite" or any(name in named for name in _QUOTING)


def _measure_depth(markup: str) -> int:
    depth = deepest = 0
    for found in _TAG.finditer(markup):
        if found[2].lower() in _CLOSE_THEMSELVES:
            continue
        depth += -1 if found[1] else 1
        deepest = max(deepest, depth)
    return deepest


class _Page:
    """Text laid out line by line: a block's edge asks for a new line unless there is one already."""

    __slots__ = ("above", "current", "depth", "gap", "lines")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.current: list[str] = []
        self.depth = self.above = 0  # of quotes, here and on the line above
        self.gap = False

    def write(self, text: str) -> None:
        if self.current or not text.isspace():
            self.current.append(text)

    def line(self) -> None:
        words = _BLANKS.sub(" ", _INVISIBLE.sub("", "".join(self.current))).strip()
        self.current.clear()
        if self.gap and words and self.lines:
            self.lines.append(">" * min(self.depth, self.above, 10))
        self.gap = self.gap and not words
        self.above = self.depth
        self.lines.append(("> " * min(self.depth, 10) + words).rstrip())

    def edge(self, *, gap: bool = False) -> None:
        if self.current:
            self.line()
        self.gap = self.gap or gap

    def text(self) -> str:
        self.edge()
        return _EMPTY_LINES.sub("\n\n", "\n".join(self.lines)).strip()


def _lay_out(root: Any, hidden: frozenset[int], quotes: frozenset[int]) -> str:
    """Text in reading order, by a walk without recursion: markup may be as deep as it likes."""
    page = _Page()
    node = root
    while node is not None:
        tag = node.tag or "-"
        if tag == "-text":
            _write_node(page, node)
        elif tag[0] not in "-_!" and tag not in _UNREAD and node.mem_id not in hidden:
            _open_node(page, node, tag, quotes=quotes)
            inside = node.child
            if inside is not None:
                node = inside
                continue
            _close_node(page, node, tag, quotes=quotes)
        following = node.next
        while following is None:
            node = node.parent
            if node is None:
                return page.text()
            _close_node(page, node, node.tag or "-", quotes=quotes)
            following = node.next
        node = following
    return page.text()


def _write_node(page: _Page, node: Any) -> None:
    text = node.text_content or ""
    parent = node.parent
    if parent is None or parent.tag != "pre":
        page.write(text.replace("\n", " "))
        return
    for number, line in enumerate(text.split("\n")):
        if number:
            page.line()
        page.write(line)


def _open_node(page: _Page, node: Any, tag: str, *, quotes: frozenset[int]) -> None:
    if tag == "br":
        page.line()
    elif tag in _BLOCKS:
        page.edge(gap=tag in _SPACED)
        page.depth += node.mem_id in quotes
        if tag == "li":
            page.write("- ")


def _close_node(page: _Page, node: Any, tag: str, *, quotes: frozenset[int]) -> None:
    if tag in ("td", "th"):
        page.write(" ")
    elif tag in _BLOCKS:
        page.edge(gap=tag in _SPACED)
        page.depth -= node.mem_id in quotes


def _strip_tags(markup: str) -> str:
    """Markup too deep for a tree: tags taken out one by one, scripts and styles with what is in them."""
    page = _Page()
    done, unread = 0, ""
    for found in _ANY_TAG.finditer(markup):
        if not unread:
            page.write(_unescape_entities(markup[done : found.start()]))
        done = found.end()
        tag = found[2].lower()
        if unread:
            unread = "" if found[1] and tag == unread else unread
        elif tag in _SKIPPED and not found[1]:
            unread = tag
        elif tag == "br":
            page.line()
        elif tag in _BLOCKS:
            page.edge(gap=tag in _SPACED)
    if not unread:
        page.write(_unescape_entities(markup[done:]))
    return page.text()


def _unescape_entities(text: str) -> str:
    return entities.unescape(text.replace("\n", " "))
