"""A packet read again, by whoever got it: what it says, or a sentence on why it can't be read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.decode import decode_bytes
from onward.packet.packet import FORMAT, VERSION, ItemPart, ItemSort, Packet, PacketItem, PacketTrouble, mark_told
from onward.packet.page import BEGIN, DATA, DATA_END, END, MARKS, leave_file_open

NEWER = "It was made by a newer Onward than this one. Update Onward, and it can be read."
NO_PACKET = "It isn’t a packet of Onward’s, or its end is missing."
SEALED = "It is sealed with a passphrase. `onward unseal` opens it."
AGE = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")  # the second is how it looks as text
LARGEST = 20_000_000  # bytes of a file


@dataclass(frozen=True, slots=True)
class FoundPacket:
    """A packet, and whether somebody changed the file by hand."""

    packet: Packet
    changed: bool


def read_packet(raw: bytes) -> FoundPacket:
    """The packet of a file.

    Raises:
        PacketTrouble: it is none, is sealed, or is of a version that isn't known yet.
    """
    if raw.startswith(AGE):
        raise PacketTrouble(SEALED)
    text = decode_bytes(raw)[0].replace("\r\n", "\n")  # a mail changes the ends of lines
    told = read_object(text.partition(DATA)[2].partition(DATA_END)[0])
    check_head(told, FORMAT, NO_PACKET)
    try:
        return FoundPacket(_make_packet(told), _is_changed(text, told))
    except (KeyError, TypeError, ValueError, OverflowError) as trouble:
        raise PacketTrouble(NO_PACKET) from trouble


def _is_changed(text: str, told: Mapping[str, Any]) -> bool:
    """Whether its data, what is read of it, or anything else in the file isn't what was written."""
    own = {name: value for name, value in told.items() if name not in MARKS}
    shown = text.partition(BEGIN)[2].rpartition(END)[0]
    marks = mark_told(own), mark_told(shown), mark_told(leave_file_open(text, told.get("file")))
    return marks != tuple(told.get(name) for name in MARKS)


def read_object(text: str) -> dict[str, Any]:
    """The JSON object of a text; an empty one where it is none."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def check_head(told: Mapping[str, Any], kind: str, otherwise: str) -> None:
    """Whether this is what it should be, of a version that is known.

    Raises:
        PacketTrouble: it isn't.
    """
    version = told.get("version")
    if told.get("format") != kind or not isinstance(version, int):
        raise PacketTrouble(otherwise)
    if version > VERSION:
        raise PacketTrouble(NEWER)


def _make_packet(told: Mapping[str, Any]) -> Packet:
    since = told["since"]
    words = {name: _require_text(told[name]) for name in ("code", "by", "to", "asks")}
    made, stale = date.fromisoformat(told["made_on"]), date.fromisoformat(told["stale_on"])
    return Packet(**words, made_on=made, stale_on=stale, since=None if since is None else date.fromisoformat(since),
                  items=tuple(map(_make_item, told["items"])))  # fmt: skip


def _make_item(told: Mapping[str, Any]) -> PacketItem:
    parts = (
        ItemPart(_require_text(part["heading"]), tuple(map(_require_text, part["texts"])), bool(part["typed"]))
        for part in told["parts"]
    )
    return PacketItem(int(told["number"]), ItemSort(told["sort"]), _require_text(told["title"]), tuple(parts))


def _require_text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
