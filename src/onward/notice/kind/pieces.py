"""The third look at a letter: its words by the pieces that they are spelled with.

A word that was never seen shares pieces with others: “Absagegrund” with “Absage”, “seleccionaron” with “selección”.
Each piece has its place among a fixed number by its hash; what a word adds up to is kept, since most words come again.
"""

from __future__ import annotations

from collections.abc import Iterable
from struct import Struct
from zlib import crc32

SHORTEST, LONGEST = 3, 5  # bytes of a piece, with the edges of the word
PLACES = 1 << 16
WORD = 18  # signs of a word that are looked at
KEPT = 12_000  # words whose sums are kept


def list_pieces(word: str) -> list[int]:
    """The places of a word's pieces: the whole of it, and every three to five bytes in a row.

    >>> len(list_pieces("nein"))
    10
    """
    edged = f"<{word[:WORD]}>".encode("utf-8", "surrogatepass")
    size = len(edged)
    places = [crc32(edged) % PLACES]
    for length in range(SHORTEST, min(LONGEST, size - 1) + 1):
        places += [crc32(edged[at : at + length]) % PLACES for at in range(size - length + 1)]
    return places


class _Sums(dict[str, int]):
    """What each word adds up to, worked out when it is first seen."""

    def __init__(self, wide: bytes, size: int) -> None:
        super().__init__()
        self.wide, self.size = wide, size

    def __missing__(self, word: str) -> int:
        found = self[word] = sum(map(self._read_row, list_pieces(word)))
        return found

    def _read_row(self, place: int) -> int:
        """A row of weights as one number. No row is kept: all of them would take more room than the words."""
        return int.from_bytes(self.wide[place * self.size : (place + 1) * self.size], "little")


class Pieces:
    """For every place its weights, wide enough to be added up as one large number, and what a step is worth."""

    def __init__(self, wide: bytes, scale: list[float], lanes: Struct) -> None:
        self.scale, self.lanes = scale, lanes
        self._sums = _Sums(wide, lanes.size)

    def add_up(self, words: Iterable[str]) -> int:
        """The sum of the rows of these words, as one number."""
        if len(self._sums) > KEPT:
            self._sums.clear()
        return sum(map(self._sums.__getitem__, words))
