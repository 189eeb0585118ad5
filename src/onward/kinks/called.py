"""What a kink or a strength is called: the person's own first words, on one line. Its kind is small print."""

from __future__ import annotations

import re

LONGEST = 90  # characters; two lines of a headline on a phone
_SENTENCE = re.compile(r"(.{12,}?[.!?…])\s")


def name_in_own_words(text: str) -> str:
    """The first sentence of what was written, without its full stop, cut at a word where it is long.

    >>> name_in_own_words("The risk question: I talked in general. Then they moved on.")
    'The risk question: I talked in general'
    """
    line = next((line for line in map(str.strip, text.splitlines()) if line), "")
    found = _SENTENCE.match(f"{line} ")
    said = (found[1] if found else line).strip().rstrip(".")
    if len(said) <= LONGEST:
        return said
    return said[: LONGEST - 1].rpartition(" ")[0].rstrip(",;:") + " …" if " " in said[:LONGEST] else said[:LONGEST]
