"""Who an invitation names: people as initials, because an interview's record holds no more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

NO_PERSON = {"ROOM", "RESOURCE", "GROUP"}  # RFC 5545, section 3.2.3
_TITLES = frozenset(("dr", "mr", "mrs", "ms", "mx", "miss", "prof", "professor", "frau", "herr", "mme", "sr", "sra"))
_BESIDE = re.compile(r"\([^)]{0,200}\)|\[[^\]]{0,200}\]")
_WORD = re.compile(r"[^\W\d_][^\s.]*")


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody an invitation names. `name` may be empty; `address` is lower case, and may be empty too."""

    name: str
    address: str = ""
    declined: bool = False

    @property
    def initials(self) -> str:
        """“Dana Wells, LCSW” as “D. W.”; a single word, often a team, as it stands; empty where there is no name."""
        name = _in_order(_BESIDE.sub(" ", self.name))
        words = [word for word in _WORD.findall(name) if word.casefold() not in _TITLES]
        return words[0] if len(words) == 1 else " ".join(f"{word[0].upper()}." for word in words[:4])


def list_guests(event: Any) -> Iterator[Guest]:
    """The organizer and those invited of an `icalendar` event, rooms and groups left out."""
    for kind in ("ORGANIZER", "ATTENDEE"):
        given = event.get(kind, [])
        for one in given if isinstance(given, list) else [given]:
            told = getattr(one, "params", {})
            if str(told.get("CUTYPE", "")).upper() not in NO_PERSON:
                # A name in one piece: a comma without quotes parts it into a list
                name = told.get("CN", "")
                parts = name if isinstance(name, list) else [name]
                whole = ", ".join(str(part).strip().strip('"') for part in parts)
                yield _make_guest(whole, _read_address(one), declined=_has_declined(told))


def is_declined(event: Any, own: str) -> bool:
    """Whether the person declined: who has the address `own`; where it is nobody's, the one besides the host."""
    host = _read_address(event.get("ORGANIZER", ""))
    given = event.get("ATTENDEE", [])
    invited = {_read_address(one): one for one in (given if isinstance(given, list) else [given])}
    others = [one for address, one in invited.items() if address != host]
    me = invited.get(own) or (others[0] if len(others) == 1 else None)
    return _has_declined(getattr(me, "params", {}))


def _has_declined(told: Any) -> bool:
    return str(told.get("PARTSTAT", "")).upper() == "DECLINED"


def _read_address(said: Any) -> str:
    return re.sub("^mailto:", "", str(said).strip(), flags=re.IGNORECASE).lower()


def _make_guest(name: str, address: str, *, declined: bool) -> Guest:
    if not name or "@" in name:  # some calendars repeat the address as the name
        # “dana.wells@…” as “dana wells”; an address of one word may be anybody's, and gives none.
        words = re.split(r"[._-]+", (address or name.lower()).partition("@")[0])
        name = " ".join(words) if len(words) > 1 and all(word.isalpha() for word in words) else ""
    return Guest(name, address, declined)


def _in_order(name: str) -> str:
    """“Wells, Dana” as “Dana Wells”; what follows a comma in capitals is a degree or a licence, and goes."""
    first, _, rest = name.partition(",")
    after = rest.partition(",")[0].strip()
    if " " in first.strip() or not after or (after.isupper() and len(after) > 1) or "." in after:
        return first
    return f"{after} {first}"
