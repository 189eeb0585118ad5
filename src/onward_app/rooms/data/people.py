"""People as cards for an address book (vCard 3.0, RFC 2426, which every one of them reads)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onward_app.records.reading.taking_out import AddressCard

ADDRESS = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
NUMBER = re.compile(r"\+?[\d ()./-]{5,40}")
WIDTH = 75  # bytes of a line


def write_people(contacts: Iterable[AddressCard]) -> bytes:
    """The file, with a card for each."""
    lines = [line for one in contacts for line in _card(one)]
    return "".join(f"{_fold_line(line)}\r\n" for line in lines).encode()


def _card(one: AddressCard) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:3.0", f"FN:{_plain(one.name)}", f"N:;{_plain(one.name)};;;")
    if one.reach:
        yield f"{_field(one.reach)}:{_plain(one.reach)}"
    if one.employer:
        yield f"ORG:{_plain(one.employer)}"
    if one.role:
        yield f"TITLE:{_plain(one.role)}"
    if one.note:
        yield f"NOTE:{_plain(one.note)}"
    yield "END:VCARD"


def _field(reach: str) -> str:
    """An address, a number, or words such as “two doors down”."""
    return "EMAIL" if ADDRESS.fullmatch(reach) else "TEL" if NUMBER.fullmatch(reach) else "NOTE"


def _plain(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return re.sub(r"\r\n?|\n", r"\\n", text)


def _fold_line(line: str) -> str:
    """Long lines go on behind a space, and no letter is cut in two."""
    parts, size = [""], 0
    for letter in line:
        size += len(letter.encode())
        if size > WIDTH:
            parts.append("")
            size = 1 + len(letter.encode())
        parts[-1] += letter
    return "\r\n ".join(parts)
