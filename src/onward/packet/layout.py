"""What stands in a packet, block by block in its order: who writes it, as a page or on paper, takes it from here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from onward.packet.packet import HEADINGS, Packet
from onward.wording.days import say_day

OVER = "That day is over. What stands here may no longer be so."


class BlockLook(StrEnum):
    """What a block is."""

    TITLE = "title"
    STALE = "stale"
    PLAIN = "plain"
    GROUP = "group"
    ASKS = "asks"
    ITEM = "item"
    DRAWING = "drawing"
    PART = "part"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class PacketBlock:
    """Words, or the SVG of a drawing, and how they look; `item` is the number of what they belong to, or 0."""

    look: BlockLook
    words: str
    item: int = 0


def say_title(packet: Packet) -> str:
    """From whom, for whom."""
    return f"From {packet.by} for {packet.to}"


def say_stale(packet: Packet) -> str:
    """When it was made, and until when it is good."""
    return f"Made on {say_day(packet.made_on)}. After {say_day(packet.stale_on)} it is stale: ask for a new one."


def list_blocks(packet: Packet) -> Iterator[PacketBlock]:
    """All of a packet, from its title to its last item."""
    yield PacketBlock(BlockLook.TITLE, say_title(packet))
    yield PacketBlock(BlockLook.STALE, say_stale(packet))
    if packet.since:
        yield PacketBlock(BlockLook.PLAIN, f"Looking for work since {say_day(packet.since)}.")
    if packet.asks:
        yield PacketBlock(BlockLook.GROUP, "What I’d like from you")
        yield PacketBlock(BlockLook.ASKS, packet.asks)
    for sort, some in groupby(packet.items, key=lambda one: one.sort):
        yield PacketBlock(BlockLook.GROUP, HEADINGS[sort])
        for one in some:
            yield PacketBlock(BlockLook.ITEM, f"{one.number}. {one.title}", one.number)
            if one.drawing:
                yield PacketBlock(BlockLook.DRAWING, one.drawing, one.number)
            for part in one.parts:
                if part.heading:
                    yield PacketBlock(BlockLook.PART, part.heading, one.number)
                yield from (PacketBlock(BlockLook.WORDS, text, one.number) for text in part.texts)
