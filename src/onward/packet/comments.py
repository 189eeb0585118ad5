"""Comments that come back: the file that a packet's page saves, or the words of a mail."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from onward.decode import decode_bytes
from onward.notice.message.saved import is_saved_mail, open_saved_mail
from onward.packet.packet import CODE_LENGTH, LETTERS, PacketTrouble, clean_text
from onward.packet.page import DATA
from onward.packet.read import check_head, read_object

FORMAT = "onward comments"
LARGEST = 1_000_000  # bytes
LONGEST = 5000  # characters of one comment
MOST = 500  # comments
SIGNATURE = 8  # lines at most
NO_COMMENTS = (
    "There are no comments of a packet in it. It should be the file that the packet’s page saves, or a mail that "
    "begins with “Comments on packet” and its code."
)
ITSELF = "That is the packet itself. What comes back is the file that its page saves, or a mail with the comments."
DAMAGED = (
    "It is a file with comments, but its end is missing or a program changed it. Ask for it once more, as an "
    "attachment, or for the words of a mail."
)
EMPTY = "Nobody wrote anything in it."
_STRAIGHT = re.compile("[“”„«»]")
_QUOTED = re.compile(r"^(?:[ \t]*>)+[ \t]?")
_HEAD = re.compile(rf"\bComments on packet[ \t\u00a0]+([{LETTERS}]{{{CODE_LENGTH}}})\b", re.IGNORECASE)
_FROM = re.compile(r"^From:[ \t]*(\S.{0,200})?$", re.IGNORECASE)
_ITEM = re.compile(r"^(?:[ \t]*[•*·–-][ \t]+)?\[(\d{1,3})(?::[^\]\n]{0,400})?\][ \t\u00a0]*")


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
    text = _open_text(raw)
    if DATA in text:
        raise PacketTrouble(ITSELF)
    told = _find_object(text)
    if told is None and f'"{FORMAT}"' in _STRAIGHT.sub('"', text):
        raise PacketTrouble(DAMAGED)
    found = _from_mail(text) if told is None else _from_file(told)
    if not found.comments:
        raise PacketTrouble(EMPTY)
    return found


def _open_text(raw: bytes) -> str:
    """The words of a file; of a saved mail those of a file of comments in it, or else its own."""
    if not is_saved_mail(raw):
        return decode_bytes(raw[:LARGEST])[0]
    body, files = open_saved_mail(raw)
    inside = (decode_bytes(one[:LARGEST])[0] for _, one in files)
    return next((text for text in inside if f'"{FORMAT}"' in text), body)


def _find_object(text: str) -> dict[str, Any] | None:
    """The first object of JSON in a text that says what it is; a mail may have words around it."""
    at = text.find(FORMAT)
    begins = text.rfind("{", 0, at) if at >= 0 else -1
    if begins < 0:
        return read_object(text) if text.lstrip().startswith("{") else None
    try:
        return cast(dict[str, Any], json.JSONDecoder().raw_decode(text, begins)[0])
    except (ValueError, RecursionError):
        return None


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
    raw = text.splitlines()
    lines = [_QUOTED.sub("", line) for line in raw]
    heads = [(place, found[1].upper()) for place, line in enumerate(lines) if (found := _HEAD.search(line))]
    if not heads:
        raise PacketTrouble(NO_COMMENTS)
    place, code = heads[0]
    names = [(at, name[1]) for at in range(place + 1, len(lines))[:3] if (name := _FROM.match(lines[at]))]
    # Comments on another packet in the same mail are brought on their own.
    end = next((at for at, other in heads if other != code), len(lines))
    if not _QUOTED.match(raw[place]):
        end = min(end, _find_older_mail(raw, place))
    begin = names[0][0] + 1 if names else place + 1
    by = _read_name(names[0][1]) if names else ""
    return ReturnedComments(code, "", by, None, tuple(_cut_sections(_cut_signature(lines[begin:end])))[:MOST])


def _find_older_mail(lines: list[str], start: int) -> int:
    """Where the quoted rest of a mail begins, with the line that says whose it is; the end, where nothing is quoted."""
    end = len(lines)
    while end > start and (not lines[end - 1].strip() or _QUOTED.match(lines[end - 1])):
        end -= 1
    quoted = any(_QUOTED.match(line) for line in lines[end:])
    return end - 1 if quoted and lines[end - 1].rstrip().endswith(":") else end


def _cut_signature(lines: list[str]) -> list[str]:
    """Without who wrote it: a few lines after the last “--”, as mail programs put it."""
    at = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].rstrip() == "--"), len(lines))
    return lines[:at] if len(lines) - at <= SIGNATURE else lines


def _cut_sections(lines: Iterable[str]) -> Iterable[ReturnedComment]:
    """What stands under each number; words above the first are on the packet as a whole."""
    item, words = 0, list[str]()
    for line in (*lines, "[0]"):
        if found := _ITEM.match(line):
            said = clean_text("\n".join(words))[:LONGEST]
            if said:
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
