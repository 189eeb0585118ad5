"""How somebody is reached: a number calls, an address writes, anything else is just said."""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote

FEWEST, MOST = 5, 15  # digits of a number: shorter ones are house numbers and hours; E.164 allows fifteen
_BETWEEN = re.compile(r"\s{0,9}[,;]\s{1,9}|\s{1,9}(?:or|o|oder|ou|of)\s{1,9}")
_LABEL = re.compile(
    r"^(?:tel|tél|tlf|phone|telephone|teléfono|téléphone|telefon|telefono|telefone|telefoon|mobile|mobil|móvil|"
    r"mobiel|telemóvel|cell|celular|cellulare|handy|portable|home|casa|privat|work|trabajo|e-?mail|mail|correo|"
    r"whatsapp|signal|telegram)\b[.:]?\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\+?[0-9(][0-9 ().\-‐-―/]*[0-9]")
_DATE = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:\d{2}|\d{4})")
_ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


class Reach(NamedTuple):
    """One piece of what was typed: its words, what a tap does ("Call", "Write to" or ""), and the number or address
    alone, as it was typed behind “Tel.”. An address book has thousands of them and asks none where a tap leads.
    """

    words: str
    does: str = ""
    bare: str = ""

    @property
    def href(self) -> str:
        """Where a tap leads; "" where there is nothing to tap."""
        if self.does == "Call":
            return f"tel:{_find_digits(self.bare)}"
        local, _, domain = self.bare.rpartition("@")
        return f"mailto:{quote(local, safe='')}@{domain}" if self.does else ""


def read_reaches(reach: str) -> tuple[Reach, ...]:
    """What was typed, in its order: every number and address between commas or “or”, or else all of it as it is."""
    if reach.isascii() and _ADDRESS.fullmatch(reach):  # as most are, and nothing else
        return (Reach(reach, "Write to", reach),)
    found = tuple(_read_one(piece) for piece in _BETWEEN.split(reach.strip()) if piece)
    return found if any(one.does for one in found) or not reach else (Reach(reach),)


def _read_one(piece: str) -> Reach:
    """A way to call, to write, or only words. What isn't wholly a number or an address is never made a link."""
    plain = normalize("NFKC", piece).strip()
    bare = plain if _ADDRESS.fullmatch(plain) else _LABEL.sub("", plain)  # mail@harbor.example begins with no label
    if _ADDRESS.fullmatch(bare):
        return Reach(piece.strip(), "Write to", bare)
    return Reach(piece.strip(), "Call", bare) if _find_digits(bare) else Reach(piece)


def _find_digits(bare: str) -> str:
    """The digits to dial, with the plus of a country; "" for what is no number. “(0)” after a plus isn't dialed."""
    if not _NUMBER.fullmatch(bare) or _DATE.fullmatch(bare):
        return ""
    plus = "+" if bare.startswith("+") else ""
    digits = re.sub(r"\D", "", bare.replace("(0)", "") if plus else bare)
    return plus + digits if FEWEST <= len(digits) <= MOST else ""
