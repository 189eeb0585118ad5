"""Which messages of a folder on a server were read: `validity:5,900-1200` says all up to 5, and 900 to 1200.

A reading that begins with the newest and is stopped leaves a gap; so does one that leaves out what is older than a
search. A server that numbers its messages anew says so by another validity (RFC 3501, 2.3.1.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST = 60  # characters that are kept of it


@dataclass(frozen=True, slots=True)
class UidsRead:
    """All up to `base`, and these spans above it, each with its first and last number."""

    base: int = 0
    spans: tuple[tuple[int, int], ...] = ()

    def __contains__(self, uid: int) -> bool:
        return uid <= self.base or any(first <= uid <= last for first, last in self.spans)


def parse_mark(mark: str, validity: int) -> UidsRead:
    """What a mark says; nothing where there is none, or it is of another numbering."""
    known, _, told = mark.partition(":")
    if not told or known != str(validity):
        return UidsRead()
    base, *spans = told.split(",")
    return UidsRead(
        int(base), tuple((int(first), int(last)) for first, _, last in (one.partition("-") for one in spans))
    )


def make_mark(validity: int, before: UidsRead, there: Sequence[int], read: Iterable[int]) -> str:
    """The mark when of `there` (all above the base, in their order) these were read as well. What doesn't fit into it
    is read once more: the newest spans do.
    """
    done = set(read)
    spans: list[list[int]] = []
    goes_on = False
    for uid in there:
        is_read = uid in done or uid in before
        if is_read and goes_on:
            spans[-1][1] = uid
        elif is_read:
            spans.append([uid, uid])
        goes_on = is_read
    base = before.base
    if spans and spans[0][0] == there[0]:
        base = spans.pop(0)[1]
    return _fit(f"{validity}:{base}", [f"{first}-{last}" for first, last in reversed(spans)])


def _fit(mark: str, newest_first: Sequence[str]) -> str:
    kept: list[str] = []
    for span in newest_first:
        if len(",".join([mark, span, *kept])) > LONGEST:
            break
        kept.insert(0, span)
    return ",".join([mark, *kept])
