"""Packets for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onward.packet.packet import ItemPart, ItemSort, Packet, PacketItem, number_items

DRAWING = '<svg class="drawn"></svg>'


def make_packet(**changed: object) -> Packet:
    """A packet with one item of some sorts."""
    items = number_items(
        [
            PacketItem(0, ItemSort.PICTURE, "How far did each job come?", (ItemPart("", ("3 jobs.",)),), DRAWING),
            PacketItem(0, ItemSort.KINK, "I tell no ending", (ItemPart("How I know", ("They said so.\r\nTwice.",)),)),
            PacketItem(0, ItemSort.STRENGTH, "I listen <first> & speak then"),
        ]
    )
    whole = Packet(
        "ABCD2345",
        date(2026, 11, 16),
        date(2026, 12, 16),
        "Robin",
        "Dana",
        "Where do I lose them?",
        date(2026, 9, 1),
        items,
    )
    return replace(whole, **changed)  # type: ignore[arg-type]
