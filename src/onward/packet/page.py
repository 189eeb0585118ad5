"""A packet as one file: read in any browser without a script, printed, commented; no request leaves it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from itertools import groupby

from onward.packet.markup import fill_own, say_in, wrap, write_page
from onward.packet.packet import HEADINGS, ItemPart, Packet, PacketItem, mark_told, tell_packet
from onward.wording.days import say_day

BEGIN, END = "<!--packet-->", "<!--/packet-->"
DATA = '<script type="application/json" id="packet">'
DATA_END = "</script>"
OVER = '<p class="stale" id="stale" hidden>That day is over. What stands here may no longer be so.</p>'


def write_packet(packet: Packet) -> str:
    """The file. What stands in it for programs is what is read in it, and `read_packet` looks whether that is so."""
    shown = "\n".join(_body(packet))
    told = tell_packet(packet) | {"mark": packet.mark, "shown": mark_told(shown)}
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    tools = fill_own("tools.html", code=escape(packet.code))
    return write_page(_title(packet), f"{BEGIN}{shown}{END}\n{tools}\n{DATA}{data}{DATA_END}", script=True)


def _title(packet: Packet) -> str:
    return f"From {packet.by} for {packet.to}"


def _body(packet: Packet) -> Iterator[str]:
    yield say_in("h1", _title(packet))
    stale = f"Made on {say_day(packet.made_on)}. After {say_day(packet.stale_on)} it is stale: ask for a new one."
    yield say_in("p", stale, "soft") + OVER
    if packet.since:
        yield say_in("p", f"Looking for work since {say_day(packet.since)}.")
    if packet.asks:
        yield say_in("h2", "What I’d like from you") + say_in("p", packet.asks, "asks lines")
    for sort, some in groupby(packet.items, key=lambda one: one.sort):
        yield say_in("h2", HEADINGS[sort])
        yield from map(_item, some)


def _item(one: PacketItem) -> str:
    title = say_in("h3", f"{one.number}. {one.title}")
    return wrap("section", f"{title}{one.drawing}{''.join(map(_part, one.parts))}{_box(one.number)}", "item")


def _part(part: ItemPart) -> str:
    heading = say_in("h4", part.heading) if part.heading else ""
    return heading + "".join(say_in("p", text, "lines") for text in part.texts)


def _box(number: int) -> str:
    label = f'<label for="comment-{number}">Your comment on {number}</label>'
    box = f'<textarea id="comment-{number}" data-item="{number}"></textarea>'
    return f'<div class="comment with-script" hidden>{label}{box}</div>'
