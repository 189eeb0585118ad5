"""A text as it may be shown: without characters that command a terminal, or that turn or hide what stands beside them.

Mail is written by strangers. An escape sequence in a subject can clear a terminal or rename its window; a bidirectional
override (Unicode Standard Annex 9) makes letters read as others. Half of a surrogate pair is no character and can't be
kept. Line ends and tabs stay, and so do marks that scripts need: joiners, and the two marks of direction that change
nothing beside them.
"""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85]")
_NOT_SHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def strip_controls(text: str) -> str:
    """The text without control characters, halves of pairs, and embeddings, overrides and isolates of direction.

    A carriage return would let what follows it overwrite what stands before; it ends the line instead, as the end of a
    page does.
    """
    return _NOT_SHOWN.sub("", _LINE_ENDS.sub("\n", text))
