"""Whose mailbox this is, from its first messages: the address that its mail was delivered to, or was sent from."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from onward_app.sources import Found, Source

LOOKED_AT = 400  # messages
SHARE = 0.5  # of mail that isn't from a list: an address in that many To lines is the person's
ENOUGH = 8  # messages before a To line counts as a sign at all
WRITER = 0.9  # of a folder of sent mail is from its owner, and at least so many went to
RECIPIENTS = 3  # different people; mail that all comes from one sender goes to one address
_DELIVERED = re.compile(rb"^(?:delivered-to|x-original-to|envelope-to):[ \t]*<?([^\s<>,;]+@[^\s<>,;]+)", re.I | re.M)
_TO = re.compile(rb"^to:[^\n]*?(?<![\w.+%-])([\w.+%-]++@[\w.-]+)", re.I | re.M)
_FROM = re.compile(rb"^from:[^\n]*?(?<![\w.+%-])([\w.+%-]++@[\w.-]++)>?[ \t]*$", re.I | re.M)
_TO_MANY = re.compile(rb"^(?:list-(?:id|unsubscribe)|precedence|auto-submitted):", re.I | re.M)


def addresses_in(source: Source) -> frozenset[str]:
    """Addresses the owner of this mail receives or writes at, lower-cased; empty when the mail doesn't tell."""
    heads = [
        found.raw[:16_384].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        for found in islice(source, LOOKED_AT)
        if isinstance(found, Found)
    ]
    delivered, named = _count_addresses(_DELIVERED, heads), _count_addresses(_TO, heads)
    if delivered:
        return frozenset(a for a, n in delivered.items() if n >= min(3, len(heads)))
    often = {a for a, n in named.items() if len(heads) >= ENOUGH and n >= SHARE * len(heads)}
    return frozenset(often or _find_writer(heads, named))


def _find_writer(heads: list[bytes], named: Counter[str]) -> set[str]:
    """Who wrote a folder of sent mail: nearly all of it is from one address, and it went to several."""
    if len(named) < RECIPIENTS or any(_TO_MANY.search(head) for head in heads):
        return set()
    return {a for a, n in _count_addresses(_FROM, heads).items() if n >= WRITER * len(heads)}


def _count_addresses(field: re.Pattern[bytes], heads: list[bytes]) -> Counter[str]:
    """In how many heads each address stands in this field."""
    return Counter(
        address
        for head in heads
        for address in {match.decode("ascii", "ignore").lower() for match in field.findall(head)}
    )
