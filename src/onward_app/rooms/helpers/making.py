"""A packet put together from what was ticked; from its record again, while its words are the same."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping

from onward.packet.packet import CODE_LENGTH, LETTERS, ItemPart, ItemSort, Packet, PacketItem, number_items
from onward.packet.scan import cover_items
from onward_app import clock
from onward_app.records.models import GivenPacket, Helper, Owner
from onward_app.records.reading.kinds import list_known_names
from onward_app.records.reading.offered import OfferedItem, list_offered
from onward_app.web.pictures.primitives import Picture
from onward_app.web.pictures.search import draw_funnel, draw_year


def make_code() -> str:
    """A packet's code: short enough to be typed."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def list_items(owner: Owner, helper: Helper, given: GivenPacket | None = None) -> list[OfferedItem]:
    """Everything that a packet can hold, pictures too, in the order of the file; for a record, as it was on its day."""
    on, also = (given.made_on, given.items) if given else (clock.today(), [])
    drawn = {"picture-funnel": draw_funnel(owner), "picture-year": draw_year(owner, on)}
    pictures = [OfferedItem(key, _picture(one)) for key, one in drawn.items() if one is not None]
    order = list(ItemSort)
    return sorted([*list_offered(owner, helper, also=also), *pictures], key=lambda one: order.index(one.item.sort))


def list_allowed(owner: Owner, helper: Helper) -> list[OfferedItem]:
    """What of it this card says that they may see."""
    return [one for one in list_items(owner, helper) if str(one.item.sort) in helper.may_see]


def choose_items(owner: Owner, chosen: Iterable[OfferedItem], *, covered: bool) -> tuple[PacketItem, ...]:
    """The items with their numbers; with what could point to a client covered where that is wished."""
    items = number_items([one.item for one in chosen])
    return cover_items(items, list_names(owner)) if covered else items


def list_names(owner: Owner) -> tuple[str, ...]:
    """Names that may stand in a packet."""
    return list_known_names(owner)


def map_items(owner: Owner, given: GivenPacket) -> dict[str, OfferedItem]:
    """By their keys, what a packet could hold on the day it was made."""
    return {one.key: one for one in list_items(owner, given.helper, given)}


def rebuild_packet(owner: Owner, given: GivenPacket, offered: Mapping[str, OfferedItem]) -> Packet | None:
    """The packet of a record, while all of it is offered and its words are those that were given; else None."""
    chosen = [offered[key] for key in given.items if key in offered]
    packet = Packet(given.code, given.made_on, given.stale_on, given.by, given.to, given.asks, given.since,
                    choose_items(owner, chosen, covered=given.covered))  # fmt: skip
    return packet if packet.mark == given.mark else None


def _picture(drawn: Picture) -> PacketItem:
    rows = "\n".join(f"{row[0]}: {', '.join(row[1:])}" for row in drawn.rows)
    parts = (ItemPart("", (drawn.sentence,), typed=False), ItemPart(", ".join(drawn.heads), (rows,), typed=False))
    return PacketItem(0, ItemSort.PICTURE, drawn.question, parts, str(drawn.drawing))
