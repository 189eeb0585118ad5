"""People as cards for an address book (vCard 3.0, RFC 2426, which every one of them reads)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.recover.reach import read_reaches
from onward_app.records.reading.taking_out import AddressCard

FIELDS = {"Write to": "EMAIL", "Call": "TEL", "": "NOTE"}  # by what a tap on it does on a page
WIDTH = 75  # bytes of a line
_SIGNS = re.compile(r"[\\;,]|\r\n?|\n")


def write_people(contacts: Iterable[AddressCard]) -> bytes:
    """The file, with a card for each."""
    return "".join(map(_write_card, contacts)).encode()


def _write_card(one: AddressCard) -> str:
    name = _escape(one.name)
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", f"N:;{name};;;"]
    reaches = ((FIELDS[reach.does], reach.bare or reach.words) for reach in read_reaches(one.reach))
    more = (*reaches, ("ORG", one.employer), ("TITLE", one.role), ("NOTE", one.note))
    lines += [f"{field}:{_escape(text)}" for field, text in more if text]
    lines.append("END:VCARD\r\n")
    return "\r\n".join(lines if all(map(_is_short, lines)) else map(_fold_line, lines))


def _is_short(line: str) -> bool:
    return len(line) <= WIDTH and line.isascii()


def _escape(text: str) -> str:
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}" if sign[0] in "\\;," else r"\n", text)


def _fold_line(line: str) -> str:
    """Long lines go on behind a space, and no letter is cut in two."""
    if len(line.encode()) <= WIDTH:
        return line
    parts, size = [""], 0
    for letter in line:
        size += len(letter.encode())
        if size > WIDTH:
            parts.append("")
            size = 1 + len(letter.encode())
        parts[-1] += letter
    return "\r\n ".join(parts)
