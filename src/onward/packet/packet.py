"""A packet: what somebody is given to read, item by item, and the mark by which a change by hand is seen."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from onward.wording.plain import strip_controls

FORMAT = "onward packet"
VERSION = 1
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # of a code: none that looks like another
CODE_LENGTH = 8


class PacketTrouble(Exception):
    """A packet or comments that can't be taken; the message is the sentence to show."""


class ItemSort(StrEnum):
    """What an item is. The order is that of the file."""

    STRENGTH = "strength"
    KINK = "kink"
    DEBRIEF = "debrief"
    TIMELINE = "timeline"
    PICTURE = "picture"
    LINE = "line"
    PAY = "pay"


HEADINGS = {
    ItemSort.STRENGTH: "What works",
    ItemSort.KINK: "What I work on",
    ItemSort.DEBRIEF: "Interviews and applications, replayed",
    ItemSort.TIMELINE: "How it went with a job",
    ItemSort.PICTURE: "Pictures",
    ItemSort.LINE: "What is not for sale",
    ItemSort.PAY: "What was offered",
}


NAMED_BY_HAND = frozenset({ItemSort.STRENGTH, ItemSort.KINK, ItemSort.LINE})


@dataclass(frozen=True, slots=True)
class ItemPart:
    """A heading inside an item, or "", and what stands below it; `typed` says that it is the person's words."""

    heading: str
    texts: tuple[str, ...]
    typed: bool = True


@dataclass(frozen=True, slots=True)
class PacketItem:
    """One thing that was ticked. `number` is what a comment names it by; `drawing` is an SVG of our own, or ""."""

    number: int
    sort: ItemSort
    title: str
    parts: tuple[ItemPart, ...] = ()
    drawing: str = ""

    @property
    def texts(self) -> list[str]:
        """All that is to be read of it."""
        return [self.title, *(text for part in self.parts for text in (part.heading, *part.texts) if text)]

    @property
    def typed(self) -> list[str]:
        """What of it is in the person's own words."""
        title = [self.title] if self.sort in NAMED_BY_HAND else []
        return [*title, *(text for part in self.parts if part.typed for text in part.texts)]


@dataclass(frozen=True, slots=True)
class Packet:
    """What one person is given. `by` gives it, `to` gets it, `asks` is what is hoped for; `since` when the search
    began, where that was ticked.
    """

    code: str
    made_on: date
    stale_on: date
    by: str
    to: str
    asks: str
    since: date | None
    items: tuple[PacketItem, ...]

    @property
    def mark(self) -> str:
        """The same for the same packet: by it a change by hand is seen. A drawing only draws what is told in words."""
        return mark_told(tell_packet(self))


def tell_packet(packet: Packet) -> dict[str, object]:
    """A packet as JSON has it, without its mark and its drawings."""
    items = [
        {"number": one.number, "sort": str(one.sort), "title": one.title, "parts": [asdict(part) for part in one.parts]}
        for one in packet.items
    ]
    return {
        "format": FORMAT,
        "version": VERSION,
        "code": packet.code,
        "made_on": packet.made_on.isoformat(),
        "stale_on": packet.stale_on.isoformat(),
        "by": packet.by,
        "to": packet.to,
        "asks": packet.asks,
        "since": packet.since.isoformat() if packet.since else None,
        "items": items,
    }


def mark_told(told: object) -> str:
    """The mark of what JSON has."""
    return sha256(json.dumps(told, sort_keys=True, ensure_ascii=True).encode()).hexdigest()[:32]


def clean_text(text: str) -> str:
    """A text as it stands in a packet: with plain ends of lines, and nothing that turns or hides what is beside it."""
    return strip_controls(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def number_items(items: Sequence[PacketItem]) -> tuple[PacketItem, ...]:
    """The items in the order of the file, each with its number and clean texts."""
    order = list(ItemSort)
    placed = sorted(items, key=lambda one: order.index(one.sort))
    return tuple(_clean_item(one, number) for number, one in enumerate(placed, 1))


def _clean_item(one: PacketItem, number: int) -> PacketItem:
    parts = (
        ItemPart(clean_text(part.heading), tuple(filter(None, map(clean_text, part.texts))), part.typed)
        for part in one.parts
    )
    title = " ".join(clean_text(one.title).split())
    return PacketItem(number, one.sort, title, tuple(part for part in parts if part.texts), one.drawing)
