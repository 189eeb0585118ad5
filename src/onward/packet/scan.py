"""What could point to a client in a packet, before it is given; and the same packet with those words covered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onward.packet.packet import NAMED_BY_HAND, PacketItem
from onward.wording.client_details import ClientDetail, find_client_details
from onward.wording.counts import spell_number

MISSED = 8  # one in so many, docs/client-details.md: of the set that nobody looked at, .87 were found
COVERED = "▇▇▇"


def scan_items(items: Sequence[PacketItem], known: Iterable[str]) -> list[tuple[PacketItem, ClientDetail]]:
    """Each detail in the person's words, with the item it stands in. `known` names may be there."""
    names = tuple(known)
    return [(one, found) for one in items for text in one.typed for found in find_client_details(text, known=names)]


def cover_items(items: Sequence[PacketItem], known: Iterable[str]) -> tuple[PacketItem, ...]:
    """The same items with what was found covered."""
    names = tuple(known)
    return tuple(_cover_item(one, names) for one in items)


def _cover_item(one: PacketItem, names: tuple[str, ...]) -> PacketItem:
    title = _cover_text(one.title, names) if one.sort in NAMED_BY_HAND else one.title
    parts = (
        replace(part, texts=tuple(_cover_text(text, names) for text in part.texts)) if part.typed else part
        for part in one.parts
    )
    return replace(one, title=title, parts=tuple(parts))


def _cover_text(text: str, names: tuple[str, ...]) -> str:
    for found in reversed(find_client_details(text, known=names)):
        text = text[: found.start] + COVERED + text[found.end :]
    return text


def say_found(number: int) -> str:
    """How many were found, and that it isn't all there may be."""
    missed = spell_number(MISSED)
    if not number:
        return f"We found nothing, and miss about one in {missed}. Read it once."
    return f"We found {spell_number(number)}, and miss about one in {missed}. Read it once."
