"""Whose mailbox this is, from its first messages: the address that its mail was delivered to."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from onward_app.sources import Found, Source

LOOKED_AT = 400  # messages
SHARE = 0.5  # of mail that isn't from a list: an address in that many To lines is the person's
ENOUGH = 8  # messages before a To line counts as a sign at all
_DELIVERED = re.compile(rb"^(?:delivered-to|x-original-to|envelope-to):[ \t]*<?([^\s<>,;]+@[^\s<>,;]+)", re.I | re.M)
_TO = re.compile(rb"^to:[^\n]*?([\w.+%-]+@[\w.-]+)", re.I | re.M)


def addresses_in(source: Source) -> frozenset[str]:
    """Addresses the owner of this mail receives at, lower-cased; empty when the mail doesn't tell."""
    delivered: Counter[str] = Counter()
    named: Counter[str] = Counter()
    looked = 0
    for found in islice(source, LOOKED_AT):
        if not isinstance(found, Found):
            continue
        looked += 1
        head = found.raw[:16_384].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        delivered.update({_text(match) for match in _DELIVERED.findall(head)})
        named.update({_text(match) for match in _TO.findall(head)})
    often = {a for a, n in named.items() if looked >= ENOUGH and n >= SHARE * looked}
    return frozenset({a for a, n in delivered.items() if n >= min(3, looked)} | (often if not delivered else set()))


def _text(address: bytes) -> str:
    return address.decode("ascii", "ignore").lower()
