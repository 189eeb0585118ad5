"""Text somebody pasted, with or without the lines above a letter, as the bytes of a message: same text, same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import format_datetime
from typing import ClassVar

from onward_app.sources.copied import Head, find_app_head, find_introduction, find_title, is_greeting, read_chat
from onward_app.sources.found import Found, Progress, Source, SourceTrouble
from onward_app.sources.heads import head_of
from onward_app.sources.looks import starts_like_mail
from onward_app.sources.place import Place, Text
from onward_app.sources.several import part_letters
from onward_app.sources.written_dates import written_date

LIMIT = 2_000_000  # characters

_GMAIL_FROM = re.compile(r"(.{0,100}?)\s?<([^<>\s]{1,200}@[^<>\s]{1,200})>\s*(.{0,120})")
_ADDRESS = re.compile(r"[\w.+%'-]{1,100}@[\w.-]{1,200}\.\w{2,20}")
_LOOKED_AT = 25  # lines at the top that may be a letter's head


@dataclass(frozen=True, slots=True)
class Pasted:
    """The letters of one paste, nearly always a single one, as the bytes of messages."""

    raws: tuple[bytes, ...]
    name: str
    progress: Progress = field(default_factory=Progress, compare=False, repr=False)

    kind: ClassVar[str] = "a pasted letter"

    @property
    def total(self) -> int:
        return sum(map(len, self.raws))

    @property
    def position(self) -> int:
        return self.progress.position

    def __iter__(self) -> Iterator[Found]:
        for raw in self.raws:
            self.progress.position += len(raw)
            yield Found(raw, self.name)


def fits(place: Place) -> Source | None:
    """Any text, which has to have words in it."""
    if not isinstance(place, Text):
        return None
    return Pasted(tuple(pasted_bytes(part) for part in part_letters(place.text)), place.name)


def pasted_bytes(text: str) -> bytes:
    """The message in a pasted text. Raises SourceTrouble when nothing was pasted.

    Text that is a message already (“show original”) is taken as it is; lines like “From: …” above the letter become
    its head, and so does what a phone, a chat or a network puts there; text without any is a letter without a head. The
    date is one the text gives, never today's.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip("\n\ufeff ")[:LIMIT]
    if not text.strip():
        raise SourceTrouble("Nothing was pasted. Paste the words of the letter.")
    raw = (text + "\n").encode("utf-8", "replace")
    if starts_like_mail(raw) and is_original(text):
        return raw
    lines = text.split("\n")
    chat = read_chat(lines)
    if chat is not None:
        return message_bytes(chat[0].fields, chat[1].strip("\n") + "\n")
    top = lines[:_LOOKED_AT]
    head = head_of(top) or find_introduction(top) or _gmail_head(top) or find_app_head(top) or find_title(top) or Head()
    rest = "\n".join(lines[head.rest :]).strip("\n")
    return message_bytes(head.fields, "\n".join([*head.kept, rest]) + "\n")


def as_message(raw: bytes) -> bytes:
    """These bytes, as they are where they open as a message does; else as the words of a letter that was copied."""
    if starts_like_mail(raw) or b"\0" in raw:
        return raw
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw  # the reader of messages finds the charset
    return pasted_bytes(text)


def is_original(text: str) -> bool:
    """A message as sent has fields that nobody copies from a window."""
    top = text.partition("\n\n")[0].lower()
    return any(f"\n{name}:" in f"\n{top}" for name in ("message-id", "mime-version", "received", "return-path"))


def _gmail_head(lines: list[str]) -> Head | None:
    """What copying out of Gmail gives: the subject, then “Name <address>”, the date, and “to me”."""
    for number, line in enumerate(lines[:6]):
        found = _GMAIL_FROM.fullmatch(line.strip())
        if not found:
            continue
        above = [one.strip() for one in lines[:number] if one.strip()]
        head = Head({"from": f"{found[1]} <{found[2]}>".strip()}, number + 1)
        if above:
            head.fields["subject"] = above[0]
        if found[3]:
            head.fields["date"] = found[3]
        for below in range(number + 1, min(number + 4, len(lines))):
            if not _is_about(lines[below], head):
                break
            head.rest = below + 1
        if not above:
            _take_subject(lines, head)
        return head
    return None


def _take_subject(lines: list[str], head: Head) -> None:
    """Some windows put the subject below the sender: a short line above the greeting."""
    below = [number for number in range(head.rest, len(lines)) if lines[number].strip()][:2]
    if len(below) < 2 or is_greeting(lines[below[0]]) or not is_greeting(lines[below[1]]):
        return
    if len(lines[below[0]]) < 120:
        head.fields["subject"], head.rest = lines[below[0]].strip(), below[0] + 1


def _is_about(line: str, head: Head) -> bool:
    """Whether a line below the sender's is still above the letter: empty, “to me”, or a date."""
    text = line.strip()
    if not text or re.fullmatch(r"(?:to|an|à|para|a|aan) \S{1,40}(?: \S{1,40})?", text, re.IGNORECASE):
        return True
    if len(text) < 60 and "date" not in head.fields and written_date(text):
        head.fields["date"] = text
        return True
    return False


def _quote_name(sender: str) -> str:
    """A sender whose name has marks that mean something in a head, in quotes: “Ana (Larkrise)”, “Nurse, Elm Court”."""
    name, opened, address = sender.partition("<")
    bare = name.strip().replace("\\", "").replace('"', "")
    return f'"{bare}" {opened}{address}'.strip() if set(bare) & set("(),:;") and bare[0] != "'" else sender


def message_bytes(fields: dict[str, str], body: str) -> bytes:
    """A message with these fields and words. A date is written only when the text gives one."""
    fields = fields | {"from": _quote_name(fields.get("from", ""))}
    out = [f"{name.title()}: {value}" for name, value in fields.items() if value and name != "date"]
    moment = written_date(fields.get("date", ""))
    if moment is not None:
        out.append(f"Date: {format_datetime(moment)}")
    out += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    return ("\n".join(out) + "\n\n" + body).encode("utf-8", "replace")
