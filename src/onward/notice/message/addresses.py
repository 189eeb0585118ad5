"""People's names and addresses out of From, To and their kin, in whatever shape mail programs write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onward.notice.message.headers import FIELD_LIMIT, unfold

_PARTS = 4  # pieces that unquoted commas may part one name into
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[(),;:<>]|[^"(),;:<>]+', re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BARE = re.compile(r"[^\s@]{1,200}@[^\s@]{1,200}")


@dataclass(frozen=True, slots=True)
class Address:
    """One person or machine: `address` is in lower case, "" when unknown."""

    name: str
    address: str


NOBODY = Address("", "")


def parse_addresses(value: str, limit: int = 200) -> tuple[Address, ...]:
    """Everybody named in one field. Encoded words are decoded after splitting, so a comma in a name stays in it."""
    found: list[Address] = []
    for pieces in _cut_entries(value[:FIELD_LIMIT]):
        one = _make_address(pieces)
        for _ in range(_PARTS):
            if found and _is_continued(found[-1], one):
                one = Address(f"{found.pop().name}, {one.name}", one.address)
        if one != NOBODY:
            found.append(one)
        if len(found) >= limit and (found[-1].address or len(found) > limit + _PARTS):
            break
    return tuple(found[:limit])


def _is_continued(before: Address, one: Address) -> bool:
    """Whether a comma that nobody quoted parted one name: “Jo Doe, LMFT <jo@clinic.example>”."""
    return bool(before.name and one.name and one.address) and not before.address


class _Pieces:
    """One entry taken apart: words outside brackets, what stands in < >, and in ( )."""

    __slots__ = ("angle", "comment", "plain")

    def __init__(self) -> None:
        self.plain: list[str] = []
        self.angle: list[str] = []
        self.comment: list[str] = []


def _cut_entries(value: str) -> Iterator[_Pieces]:
    pieces, depth, inside = _Pieces(), 0, False
    for piece in _TOKEN.findall(value):
        if piece == "(" and not inside:
            depth += 1
        elif piece == ")" and depth:
            depth -= 1
        elif depth:
            pieces.comment.append(_unquote(piece))
        elif piece == "<":
            inside = True
        elif piece == ">":
            inside = False
        elif piece in ",;" and not inside:
            yield pieces
            pieces = _Pieces()
        elif piece == ":" and not inside:  # the name of a group
            pieces = _Pieces()
        elif inside:
            pieces.angle.append(piece)
        else:
            pieces.plain.append(_unquote(piece))
    yield pieces


def _unquote(piece: str) -> str:
    return _ESCAPED.sub(r"\1", piece.strip('"')) if piece.startswith('"') else piece


def _make_address(pieces: _Pieces) -> Address:
    plain = "".join(pieces.plain).strip()
    angle = "".join("".join(pieces.angle).split())
    comment = unfold(" ".join(pieces.comment))
    if angle:
        return Address(unfold(plain) or comment, angle.rpartition(":")[2].strip('"').lower()[:320])
    bare = _BARE.search(plain)
    if bare is None:
        return Address(unfold(plain) or comment, "")
    rest = unfold((plain[: bare.start()] + plain[bare.end() :]).strip("'\" "))
    return Address(rest or comment, bare[0].strip("'\"").lower()[:320])
