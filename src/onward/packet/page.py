"""A packet as one file: read in any browser without a script, printed, commented; no request leaves it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from onward.packet.layout import OVER, BlockLook, PacketBlock, list_blocks, say_title
from onward.packet.markup import fill_own, say_in, wrap, write_page
from onward.packet.packet import Packet, mark_told, tell_packet

BEGIN, END = "<!--packet-->", "<!--/packet-->"
DATA = '<script type="application/json" id="packet">'
DATA_END = "</script>"
MARKS = ("mark", "shown", "file")  # of the data, of what is read, and of the whole file but for this last mark
# The element of each look and its class. A drawing is markup already.
TAGS = {
    BlockLook.TITLE: ("h1", ""),
    BlockLook.STALE: ("p", "soft"),
    BlockLook.PLAIN: ("p", ""),
    BlockLook.GROUP: ("h2", ""),
    BlockLook.ASKS: ("p", "asks lines"),
    BlockLook.ITEM: ("h3", ""),
    BlockLook.PART: ("h4", ""),
    BlockLook.WORDS: ("p", "lines"),
}


def write_packet(packet: Packet) -> str:
    """The file. What stands in it for programs is what is read in it, and `read_packet` looks whether that is so."""
    shown = "\n".join(_write_body(packet))
    told = tell_packet(packet) | dict(zip(MARKS, (packet.mark, mark_told(shown), ""), strict=True))
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    tools = fill_own("tools.html", code=escape(packet.code))
    page = write_page(say_title(packet), f"{BEGIN}{shown}{END}\n{tools}\n{DATA}{data}{DATA_END}", script=True)
    return page.replace(_write_mark(""), _write_mark(mark_told(page.strip())), 1)


def leave_file_open(page: str, mark: object) -> str:
    """The page as it was before it had the mark of the whole file."""
    return page.strip().replace(_write_mark(mark), _write_mark(""), 1)


def _write_mark(mark: object) -> str:
    return f'"file": "{mark}"}}{DATA_END}'


def _write_body(packet: Packet) -> Iterator[str]:
    for number, some in groupby(list_blocks(packet), key=lambda one: one.item):
        blocks = list(some)
        yield _write_item(number, blocks) if number else "\n".join(map(_write_block, blocks))


def _write_item(number: int, some: Iterable[PacketBlock]) -> str:
    return wrap("section", f"{''.join(map(_write_block, some))}{_write_box(number)}", "item")


def _write_block(one: PacketBlock) -> str:
    if one.look is BlockLook.DRAWING:
        return one.words
    said = say_in(TAGS[one.look][0], one.words, TAGS[one.look][1])
    return f'{said}<p class="stale" id="stale" hidden>{OVER}</p>' if one.look is BlockLook.STALE else said


def _write_box(number: int) -> str:
    label = f'<label for="comment-{number}">Your comment on {number}</label>'
    box = f'<textarea id="comment-{number}" data-item="{number}"></textarea>'
    return f'<div class="comment with-script" hidden>{label}{box}</div>'
