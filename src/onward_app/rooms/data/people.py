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
    escape = _escape if _SIGNS.search("".join(one)) else str
    name = escape(one.name)
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", f"N:;{name};;;"]
    lines += [f"{FIELDS[reach.does]}:{escape(reach.bare or reach.words)}" for reach in read_reaches(one.reach)]
    more = (("ORG", one.employer), ("TITLE", one.role), ("NOTE", one.note))
    lines += [f"{field}:{escape(text)}" for field, text in more if text]
    lines.append("END:VCARD\r\n")
    whole = "\r\n".join(lines)
    if whole.isascii() and len(max(lines, key=len)) <= WIDTH:
        return whole
    return "\r\n".join(map(_fold_line, lines))


def _escape(text: str) -> str:
    return _SIGNS.sub(_escape_sign, text)


def _escape_sign(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}" if sign[0] in "\\;," else r"\n"


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
