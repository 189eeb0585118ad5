"""Comments that come back: the file that a packet's page saves, or the words of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.packet.packet import CODE_LENGTH, LETTERS, PacketTrouble, clean_text
from onward.packet.page import DATA
from onward.packet.read import check_head, read_object

FORMAT = "onward comments"
LARGEST = 1_000_000  # bytes
LONGEST = 5000  # characters of one comment
MOST = 500  # comments
NO_COMMENTS = (
    "There are no comments of a packet in it. It should be the file that the packet’s page saves, or a mail that "
    "begins with “Comments on packet” and its code."
)
ITSELF = "That is the packet itself. What comes back is the file that its page saves, or a mail with the comments."
EMPTY = "Nobody wrote anything in it."
_QUOTED = re.compile(r"^(?:[ \t]*>)+[ \t]?")
_HEAD = re.compile(rf"\bComments on packet[ \t\u00a0]+([{LETTERS}]{{{CODE_LENGTH}}})\b", re.IGNORECASE)
_FROM = re.compile(r"^From:[ \t]*(\S.{0,200})?$", re.IGNORECASE)
_ITEM = re.compile(r"^\[(\d{1,3})(?::[^\]\n]{0,400})?\][ \t\u00a0]*")


@dataclass(frozen=True, slots=True)
class ReturnedComment:
    """What somebody wrote on one item; 0 is the packet as a whole."""

    item: int
    text: str


@dataclass(frozen=True, slots=True)
class ReturnedComments:
    """The comments on one packet. `mark` is the packet's as they had it, or "" where a mail doesn't say."""

    packet: str
    mark: str
    by: str
    on: date | None
    comments: tuple[ReturnedComment, ...]


def read_comments(raw: bytes) -> ReturnedComments:
    """The comments of a file or a pasted mail.

    Raises:
        PacketTrouble: there are none; the message says what it is instead.
    """
    text = raw[:LARGEST].decode("utf-8-sig", "replace")
    if DATA in text:
        raise PacketTrouble(ITSELF)
    told = read_object(text) if text.lstrip().startswith("{") else None
    found = _from_mail(text) if told is None else _from_file(told)
    if not found.comments:
        raise PacketTrouble(EMPTY)
    return found


def _from_file(told: dict[str, Any]) -> ReturnedComments:
    check_head(told, FORMAT, NO_COMMENTS)
    rows = told.get("comments")
    found = [_read_comment(row) for row in rows[:MOST]] if isinstance(rows, list) else []
    code, mark, by, on = (told.get(name) for name in ("packet", "mark", "by", "on"))
    if not isinstance(code, str):
        raise PacketTrouble(NO_COMMENTS)
    mark = mark if isinstance(mark, str) else ""
    return ReturnedComments(
        clean_text(code).upper(), mark, _read_name(by), _read_day(on), tuple(one for one in found if one)
    )


def _read_comment(row: Any) -> ReturnedComment | None:
    item, text = (row.get("item"), row.get("text")) if isinstance(row, dict) else (None, None)
    if type(item) is not int or not isinstance(text, str) or not clean_text(text):
        return None
    return ReturnedComment(max(0, item), clean_text(text)[:LONGEST])


def _from_mail(text: str) -> ReturnedComments:
    lines = [_QUOTED.sub("", line) for line in text.splitlines()]
    heads = [(place, found[1].upper()) for place, line in enumerate(lines) if (found := _HEAD.search(line))]
    if not heads:
        raise PacketTrouble(NO_COMMENTS)
    place, code = heads[0]
    names = (name[1] for line in lines[place + 1 : place + 4] if (name := _FROM.match(line)))
    # Comments on another packet in the same mail are brought on their own.
    end = next((at for at, other in heads if other != code), len(lines))
    comments = tuple(_cut_sections(lines[place + 1 : end]))[:MOST]
    return ReturnedComments(code, "", _read_name(next(names, "")), None, comments)


def _cut_sections(lines: Iterable[str]) -> Iterable[ReturnedComment]:
    item, words = -1, list[str]()
    for line in (*lines, "[0]"):
        if found := _ITEM.match(line):
            said = clean_text("\n".join(words))[:LONGEST]
            if item >= 0 and said:
                yield ReturnedComment(item, said)
            item, words = int(found[1]), []
            line = line[found.end() :]
        words.append(line)


def _read_name(value: object) -> str:
    return " ".join(clean_text(value).split())[:100] if isinstance(value, str) else ""


def _read_day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
