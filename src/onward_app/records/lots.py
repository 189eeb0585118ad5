"""Rows in lots that fit into one question to the database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

One = TypeVar("One")
LOT = 500


def lots(some: Iterable[One]) -> Iterator[list[One]]:
    """All of them in their order, so many at a time.

    >>> [len(lot) for lot in lots(range(1200))]
    [500, 500, 200]
    """
    whole = list(some)
    return (whole[start : start + LOT] for start in range(0, len(whole), LOT))
