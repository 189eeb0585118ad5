"""A packet put together from what was ticked; from its record again, while its words are the same."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import date

from onward.packet.packet import CODE_LENGTH, LETTERS, ItemPart, ItemSort, Packet, PacketItem, number_items
from onward.packet.scan import cover_items
from onward_app import clock
from onward_app.records.models import GivenPacket, Helper, Owner
from onward_app.records.reading.known_names import list_known_names
from onward_app.records.reading.offered import EVERYTHING, OfferedItem, list_offered, read_keys
from onward_app.records.reading.pictures import CanDraw
from onward_app.web.pictures.funnel import ASKS as FUNNEL_ASKS
from onward_app.web.pictures.primitives import Picture
from onward_app.web.pictures.search import draw_funnel, draw_year
from onward_app.web.pictures.year import ASKS as YEAR_ASKS

DRAWN = (FUNNEL, YEAR) = ("picture-funnel", "picture-year")


def make_code() -> str:
    """A packet's code: short enough to be typed."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def list_allowed(owner: Owner, helper: Helper) -> list[OfferedItem]:
    """Everything that a packet can hold of what this card says that they may see, in the order of the file."""
    wanted = {sort: None for sort in EVERYTHING if sort in helper.may_see}
    drawn = _draw_pictures(owner, clock.today(), DRAWN if ItemSort.PICTURE in wanted else ())
    return _in_order([*list_offered(owner, helper, wanted=wanted), *drawn])


def list_named(owner: Owner, helper: Helper, can: CanDraw, *, most: int | None) -> list[OfferedItem]:
    """The same to choose from: pictures by their names alone, and of the replays at most so many."""
    wanted = {sort: None for sort in EVERYTHING if sort in helper.may_see}
    named = {FUNNEL: (can.search, FUNNEL_ASKS), YEAR: (can.year, YEAR_ASKS)} if ItemSort.PICTURE in wanted else {}
    pictures = [
        OfferedItem(key, PacketItem(0, ItemSort.PICTURE, asks)) for key, (there, asks) in named.items() if there
    ]
    return _in_order([*list_offered(owner, wanted=wanted, most=most), *pictures])


def _in_order(items: Iterable[OfferedItem]) -> list[OfferedItem]:
    order = list(ItemSort)
    return sorted(items, key=lambda one: order.index(one.item.sort))


def _draw_pictures(owner: Owner, on: date, keys: Iterable[str]) -> list[OfferedItem]:
    """The pictures of these keys that there is something to draw for."""
    drawn = {key: draw_funnel(owner) if key == FUNNEL else draw_year(owner, on) for key in DRAWN if key in keys}
    return [OfferedItem(key, _make_picture_item(one)) for key, one in drawn.items() if one is not None]


def choose_items(owner: Owner, chosen: Iterable[OfferedItem], *, covered: bool) -> tuple[PacketItem, ...]:
    """The items with their numbers; with what could point to a client covered where that is wished."""
    items = number_items([one.item for one in chosen])
    return cover_items(items, list_names(owner)) if covered else items


def list_names(owner: Owner) -> tuple[str, ...]:
    """Names that may stand in a packet."""
    return list_known_names(owner)


def map_items(owner: Owner, given: GivenPacket) -> dict[str, OfferedItem]:
    """By their keys, what a packet holds, as it was on the day it was made, while it can still be given."""
    offered = list_offered(owner, given.helper, wanted=read_keys(given.items))
    return {one.key: one for one in (*offered, *_draw_pictures(owner, given.made_on, given.items))}


def rebuild_packet(owner: Owner, given: GivenPacket, offered: Mapping[str, OfferedItem]) -> Packet | None:
    """The packet of a record, while all of it is offered and its words are those that were given; else None."""
    chosen = [offered[key] for key in given.items if key in offered]
    packet = Packet(given.code, given.made_on, given.stale_on, given.by, given.to, given.asks, given.since,
                    choose_items(owner, chosen, covered=given.covered))  # fmt: skip
    return packet if packet.mark == given.mark else None


def _make_picture_item(drawn: Picture) -> PacketItem:
    rows = "\n".join(f"{row[0]}: {', '.join(row[1:])}" for row in drawn.rows)
    parts = (ItemPart("", (drawn.sentence,), typed=False), ItemPart(", ".join(drawn.heads), (rows,), typed=False))
    return PacketItem(0, ItemSort.PICTURE, drawn.question, parts, str(drawn.drawing))
