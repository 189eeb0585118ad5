"""The host’s card: `onward.json` beside the program may name who runs the address. What isn’t right in it is left out.

It is written by hand, and served by whatever serves files: it may be a page that says “not found”.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass

LONGEST = 200  # characters of a line on a card
SHOWN = 16  # characters of a fingerprint of 64
WRONG = "onward.json isn’t used: {what}. See docs/host-it.md."


@dataclass(frozen=True, slots=True)
class Host:
    """Who runs the address."""

    name: str
    telephone: str
    address: str
    fingerprint: str

    @property
    def href(self) -> str:
        """The telephone as a link calls it."""
        return "tel:" + re.sub(r"[^+\d]", "", self.telephone)


def read_host(text: str, fingerprint: str) -> Host | None:
    """The host, when the file names one."""
    told = _load_object(text)
    if not told:
        return None
    name, telephone, address = (_read_line(told, field) for field in ("name", "telephone", "address"))
    if not name:
        _say_to_host("it has no “name” that is a text of at most 200 characters")
        return None
    known = fingerprint.strip()
    known = known[:SHOWN] if re.fullmatch(r"[0-9a-f]{64}", known) else ""
    return Host(name, telephone if re.search(r"\d", telephone) else "", address, known)


def _load_object(text: str) -> dict[str, object]:
    if not text.strip():
        return {}
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        _say_to_host("it isn’t JSON")
        return {}
    if not isinstance(told, dict):
        _say_to_host("it isn’t one object with a name")
        return {}
    return told


def _read_line(told: dict[str, object], field: str) -> str:
    """One line of text of a sensible length, else nothing."""
    value = told.get(field, "")
    line = " ".join(value.split()) if isinstance(value, str) else ""
    return line if len(line) <= LONGEST and line.isprintable() else ""


def _say_to_host(what: str) -> None:
    """To whoever set it up: the browser’s console shows it."""
    print(WRONG.format(what=what), file=sys.stderr)  # noqa: T201 - there is no log
