"""A tree of markup without a compiled library: what closes what, as browsers have it, so far as the text depends on it.

It stands in where selectolax can't be had (in a browser), and has to give the same text: a test compares the two.
"""

# ruff: noqa: SIM905 - tables of words are read as text

from __future__ import annotations

from collections.abc import Iterable

from onward.notice.message.html_tokens import HtmlToken, cut_markup

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_CLOSE_P = _HEADINGS | frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header "
    "hgroup hr li main menu nav ol p pre section summary ul dd dt listing search xmp".split()
)
_SPECIAL = (_CLOSE_P | _VOID) - {"search"} | frozenset(
    "applet body button caption colgroup frame frameset head html iframe marquee noembed noframes noscript object "
    "plaintext script select style table tbody td template textarea tfoot th thead title tr".split()
)  # fmt: skip
_WALLS = frozenset("applet caption html table td th marquee object template svg math".split())
_LIST_WALLS = _WALLS | {"ol", "ul"}
_BUTTON_WALLS = _WALLS | {"button"}
_SECTIONS = frozenset("tbody thead tfoot".split())
_TABLE_TAGS = _SECTIONS | frozenset("caption col colgroup tr td th".split())
_OF_A_TABLE = _SECTIONS | frozenset("table tr colgroup".split())  # where text may not stand: it goes before the table
_STAYS_IN = frozenset("script style template form".split())
_IMPLIED = frozenset("dd dt li optgroup option p rb rp rt rtc".split())
_HEAD_ONLY = frozenset("html head body".split())


class HtmlNode:
    """A tag, or text (its tag is “-text”), and what stands beside and in it."""

    __slots__ = ("attributes", "child", "last", "next", "parent", "previous", "tag", "text_content")

    def __init__(self, tag: str, *, text: str | None = None, attributes: dict[str, str] | None = None) -> None:
        self.tag, self.text_content, self.attributes = tag, text, attributes or {}
        self.parent: HtmlNode | None = None
        self.child: HtmlNode | None = None
        self.last: HtmlNode | None = None
        self.next: HtmlNode | None = None
        self.previous: HtmlNode | None = None

    @property
    def mem_id(self) -> int:
        """One number for each node of a tree."""
        return id(self)

    def append(self, node: HtmlNode) -> None:
        """Put a node behind what is in this one."""
        node.parent, node.previous = self, self.last
        if self.last is None:
            self.child = node
        else:
            self.last.next = node
        self.last = node

    def put_before(self, node: HtmlNode, what: HtmlNode) -> None:
        """Put a node before one that is in this one."""
        node.parent, node.next, node.previous = self, what, what.previous
        if what.previous is None:
            self.child = node
        else:
            what.previous.next = node
        what.previous = node


def build_tree(markup: str) -> tuple[HtmlNode, list[HtmlNode]]:
    """The root of a page, and every tag in it."""
    builder = _Builder()
    for token in cut_markup(markup):
        if not token.tag:
            builder.write(token.text)
        elif token.closes:
            builder.close(token.tag)
        else:
            builder.open(token)
    return builder.root, builder.made


class _Builder:
    """The tags that are open, the innermost last."""

    __slots__ = ("after_pre", "made", "root", "stack")

    def __init__(self) -> None:
        self.root = HtmlNode("html")
        body = HtmlNode("body")
        self.root.append(body)
        self.made = [self.root, body]
        self.stack = [self.root, body]
        self.after_pre = False

    def write(self, text: str) -> None:
        if self.after_pre:
            text = text.removeprefix("\n")
            self.after_pre = False
        if text:
            self._place_node(HtmlNode("-text", text=text), moves=not text.isspace())

    def open(self, token: HtmlToken) -> None:
        tag = "img" if token.tag == "image" else token.tag
        self.after_pre = False
        if tag in _HEAD_ONLY:
            if tag != "head":
                for name, value in token.attributes.items():
                    self.stack[tag == "body"].attributes.setdefault(name, value)
            return
        if self._is_dropped(tag):
            return
        if tag not in _TABLE_TAGS:
            self._end_implied(tag)
        node = HtmlNode(tag, attributes=token.attributes)
        self.made.append(node)
        self._place_node(node, moves=tag not in _STAYS_IN and tag not in _TABLE_TAGS)
        if tag not in _VOID and not (tag == "form" and node.parent is not None and node.parent.tag in _OF_A_TABLE):
            self.stack.append(node)
        self.after_pre = tag in ("pre", "listing")

    def _is_dropped(self, tag: str) -> bool:
        """Whether browsers pass over a tag that opens here: a form in a form, a list in a list to choose from, a cell
        outside of any table.
        """
        if tag == "select" and self._pop_to({tag}, _WALLS):
            return True
        if tag == "form" and any(node.tag == "form" for node in self.stack):
            return True
        return tag in _TABLE_TAGS and not self._make_room(tag)

    def close(self, tag: str) -> None:
        self.after_pre = False
        if tag in _HEAD_ONLY:
            return
        if tag == "br":
            self.open(HtmlToken("br"))
        elif tag == "p":
            self._close_p(always=True)
        elif tag == "form":
            self._close_form()
        elif tag in _HEADINGS:
            self._pop_to(_HEADINGS, _WALLS)
        elif tag == "li":
            self._pop_to({tag}, _LIST_WALLS)
        elif tag in _OF_A_TABLE:
            self._pop_to({tag}, frozenset({"table", "html"}) - {tag})
        elif tag in _SPECIAL:
            self._pop_to({tag}, _WALLS - {tag})
        else:
            self._close_other(tag)

    def _close_form(self) -> None:
        """A form ends alone: what is still open in it stays open."""
        for node in reversed(self.stack):
            if node.tag == "form":
                while self.stack[-1].tag in _IMPLIED:
                    self.stack.pop()
                self.stack.remove(node)
                return
            if node.tag in _WALLS:
                return

    def _place_node(self, node: HtmlNode, *, moves: bool) -> None:
        """Into the innermost tag; what may not stand in a table itself goes before the table."""
        here = self.stack[-1]
        if not moves or here.tag not in _OF_A_TABLE:
            here.append(node)
            return
        table = next(one for one in reversed(self.stack) if one.tag == "table")
        (table.parent or self.root).put_before(node, table)

    def _end_implied(self, tag: str) -> None:
        """End what a tag of this name ends by beginning."""
        if tag == "table" and self.stack[-1].tag in _OF_A_TABLE:
            self._pop_to({"table"}, {"html"})
        if tag in _CLOSE_P:
            if tag == "li":
                self._end_item({"li"})
            elif tag in ("dd", "dt"):
                self._end_item({"dd", "dt"})
            self._close_p()
        here = self.stack[-1].tag
        if (tag in _HEADINGS and here in _HEADINGS) or tag == here == "option":
            self.stack.pop()
        elif tag == "button":
            self._pop_to({"button"}, _WALLS)
        elif tag in ("a", "nobr"):
            self._close_other(tag)

    def _end_item(self, tags: Iterable[str]) -> None:
        for node in reversed(self.stack):
            if node.tag in tags:
                self._pop_until(node)
                return
            if node.tag in _SPECIAL and node.tag not in ("address", "div", "p"):
                return

    def _close_p(self, *, always: bool = False) -> None:
        if not self._pop_to({"p"}, _BUTTON_WALLS) and always:
            self._place_node(HtmlNode("p"), moves=True)

    def _make_room(self, tag: str) -> bool:
        """End the cells and rows that a part of a table ends; whether there is a table for it at all."""
        at = max((i for i, node in enumerate(self.stack) if node.tag in ("table", "template")), default=None)
        if at is None:
            return False
        keeps = {"table"}
        if tag in ("td", "th"):
            keeps |= {"tr"}
        if tag in ("td", "th", "tr"):
            keeps |= _SECTIONS
        elif tag == "col":
            keeps |= {"colgroup"}
        while len(self.stack) - 1 > at and self.stack[-1].tag not in keeps:
            self.stack.pop()
        missing = {"td": ("tbody", "tr"), "th": ("tbody", "tr"), "tr": ("tbody",), "col": ("colgroup",)}.get(tag, ())
        here = self.stack[-1].tag
        for name in missing[0 if here == "table" else 1 if here in _SECTIONS else 2 :]:
            node = HtmlNode(name)
            self.made.append(node)
            self.stack[-1].append(node)
            self.stack.append(node)
        return True

    def _close_other(self, tag: str) -> None:
        """An end of what is inline: it ends what is in it, but no block."""
        for node in reversed(self.stack):
            if node.tag == tag:
                self._pop_until(node)
                return
            if node.tag in _SPECIAL:
                return

    def _pop_to(self, tags: Iterable[str], walls: Iterable[str]) -> bool:
        """End the innermost of these tags unless a wall stands before it; whether there was one."""
        for node in reversed(self.stack):
            if node.tag in tags:
                self._pop_until(node)
                return True
            if node.tag in walls:
                return False
        return False

    def _pop_until(self, node: HtmlNode) -> None:
        while self.stack.pop() is not node:
            pass
