"""Whose name a contact in somebody’s phone has: “Marta RRHH”, “Jordi (selection)”, “Laura Centre La Font”."""

from __future__ import annotations

import re

from onward.notice.job.name_looks import GIVEN, is_house
from onward.notice.job.names import fold_name
from onward.notice.job.people import is_person
from onward.notice.languages.load import compile_words, gather_words

_PIECES = re.compile(r"[^\W\d_][\w'’.-]*|[(\[–—/|,·-]")
_ABBREVIATED = 2  # letters: “HR”, “RRHH”


def find_person_in_contact(contact: str) -> str:
    """The person’s name in what a contact is called, before what the phone’s owner wrote behind it to know whom it is;
    "" where it is a house, a desk or a number.

    >>> [find_person_in_contact(one) for one in ("Marta RRHH", "Ana Ruiz", "Residencia Sant Josep", "+34 612 34 56 78")]
    ['Marta', 'Ana Ruiz', '', '']
    """
    name: list[str] = []
    for piece in _PIECES.findall(contact):
        if not piece[0].isupper() or _tells_whose(piece):
            return " ".join(name)
        name.append(piece)
    whole = " ".join(name)
    return whole if is_person(whole, "", at_desk=True) or (len(name) == 1 and fold_name(whole) in GIVEN) else ""


def _tells_whose(word: str) -> bool:
    """Whether it is a desk’s, a house’s or an abbreviation and no name."""
    folded = fold_name(word)
    abbreviated = len(word) >= _ABBREVIATED and word.isupper()
    desk = folded in gather_words("names.hiring") or folded in gather_words("outright.units")
    return abbreviated or desk or is_house(word) or compile_words("people.firm_words").search(word) is not None
