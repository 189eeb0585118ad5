"""How somebody is reached: a number calls, an address writes, anything else is just said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import quote

FEWEST, MOST = 5, 15  # digits of a number: shorter ones are house numbers and hours; E.164 allows fifteen
_BETWEEN = re.compile(r"\s{0,9}[,;]\s{1,9}|\s{1,9}or\s{1,9}")
_LABEL = re.compile(r"^(?:tel|phone|mobile|cell|home|work|e-?mail|mail)\b[.:]?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[0-9(][0-9 ().\-‐-―/]*[0-9]")
_DATE = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:\d{2}|\d{4})")
_ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reach:
    """One piece of what was typed: its words, what a tap does ("Call", "Write to" or "") and where it leads; and the
    number or address alone, as it was typed behind “Tel.”.
    """

    words: str
    does: str = ""
    href: str = ""
    bare: str = ""


def read_reaches(reach: str) -> tuple[Reach, ...]:
    """What was typed, in its order: every number and address between commas or “or”, or else all of it as it is."""
    found = tuple(_read_one(piece) for piece in _BETWEEN.split(reach.strip()) if piece)
    return found if any(one.href for one in found) or not reach else (Reach(reach),)


def _read_one(piece: str) -> Reach:
    """A way to call, to write, or only words. What isn't wholly a number or an address is never made a link."""
    bare = _LABEL.sub("", normalize("NFKC", piece).strip())
    if _ADDRESS.fullmatch(bare):
        local, _, domain = bare.rpartition("@")
        return Reach(piece.strip(), "Write to", f"mailto:{quote(local, safe='')}@{domain}", bare)
    number = _find_digits(bare)
    return Reach(piece.strip(), "Call", f"tel:{number}", bare) if number else Reach(piece)


def _find_digits(bare: str) -> str:
    """The digits to dial, with the plus of a country; "" for what is no number. “(0)” after a plus isn't dialed."""
    if not _NUMBER.fullmatch(bare) or _DATE.fullmatch(bare):
        return ""
    plus = "+" if bare.startswith("+") else ""
    digits = re.sub(r"\D", "", bare.replace("(0)", "") if plus else bare)
    return plus + digits if FEWEST <= len(digits) <= MOST else ""
