"""A mailbox on a server, over IMAP: opened to look at (EXAMINE, BODY.PEEK) and never changed.

The newest come first. What was read before is passed over: in each folder a mark says what was read (`uids`). Where a
server numbered its messages anew, the folder is read from its start.
"""

from __future__ import annotations

import imaplib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from onward_app.sources.found import MESSAGE_LIMIT, Found, Progress, ReadMarks, Source, SourceTrouble, Trouble
from onward_app.sources.imap_server import open_mailbox
from onward_app.sources.place import OnServer, Place
from onward_app.sources.uids import UidsRead, make_mark, parse_mark
from onward_app.sources.written_by import may_be_written_by

if TYPE_CHECKING:
    from imap_tools import BaseMailBox, FolderInfo

SCHEMES = ("imap", "imaps")
MEASURED = 500  # messages whose sizes are asked for at once
AT_ONCE = 8_000_000  # bytes of messages fetched with one request, so that memory stays flat
AT_FIRST = 1_000_000  # bytes with the first, so that something is there soon
# RFC 6154, in small letters, since a flag may be written either way; what isn't somebody's answer is left out.
LEFT_OUT = {"\\noselect", "\\nonexistent", "\\junk", "\\trash", "\\drafts"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ALL = "\\all"  # where a provider has one folder that holds the rest, the rest are labels
_NOT_NOW = re.compile(r"\[(?:SERVERBUG|UNAVAILABLE|INUSE|LIMIT)\b")  # RFC 5530: it may be otherwise in a moment
_UID = re.compile(rb"\bUID (\d+)")
_MESSAGE_ID = re.compile(rb"^message-id:\s{0,9}<([^<>\s]{1,900})>", re.IGNORECASE | re.MULTILINE)
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")


@dataclass(slots=True)
class ImapMailbox:
    """One folder of a mailbox, or all of them, each with its mark."""

    kind: ClassVar[str] = "a mailbox on a server"
    live: ClassVar[bool] = True

    place: OnServer
    marks: ReadMarks = field(default_factory=ReadMarks, compare=False)
    progress: Progress = field(default_factory=Progress, compare=False, repr=False)

    @property
    def ledger(self) -> str:
        """The server and whose mailbox it is."""
        return f"{self.place.user}@{self.place.host}"

    @property
    def addresses(self) -> frozenset[str]:
        """The address that one logs in with, where it is one."""
        return frozenset({self.place.user.lower()} if "@" in self.place.user else ())

    @property
    def total(self) -> int | None:
        return None  # servers tell sizes only message by message

    @property
    def position(self) -> int:
        return self.progress.position

    def __iter__(self) -> Iterator[Found | Trouble]:
        self.progress.position = 0
        self.marks.now = dict(self.marks.before)
        with open_mailbox(self.place) as box:
            for folder in _choose_folders(box, self.place):
                try:
                    yield from self._read_folder(box, folder)
                except SourceTrouble as trouble:
                    if self.place.path or not trouble.permanent:
                        raise
                    yield Trouble(str(trouble), folder)  # one of many that may not be opened; the rest goes on

    def _read_folder(self, box: BaseMailBox, folder: str) -> Iterator[Found | Trouble]:
        validity = _examine_folder(box, folder)
        before = parse_mark(self.marks.before.get(folder, ""), validity)
        there, wanted = _list_uids(box, before, self.marks.since)
        self.marks.older += len(there) - sum(uid in before for uid in there) - len(wanted)
        done: list[int] = []
        for batch in _cut_batches(box, wanted):
            for uid, raw in _fetch_messages(box, batch):
                self.progress.position += len(raw)
                yield Found(raw, f"{replace(self.place, path=folder).name}, message {uid}")
            done += batch
            self.marks.now[folder] = make_mark(validity, before, there, done)

    def find_written_by(self, people: Collection[bytes], since: date, kept: Collection[str]) -> Iterator[bytes]:
        """The messages that one of these addresses wrote since a day, of those that were read, by their heads alone;
        without those of `kept` message ids.
        """
        with open_mailbox(self.place) as box:
            for folder in _choose_folders(box, self.place):
                read = parse_mark(self.marks.now.get(folder, ""), _examine_folder(box, folder))
                uids = [uid for uid in map(int, box.uids(f"SINCE {_say_day(since)}")) if uid in read]
                for start in range(0, len(uids), MEASURED):
                    heads = _fetch_heads(box, uids[start : start + MEASURED])
                    near = [
                        uid for uid, head in heads if may_be_written_by(head, people) and _find_id(head) not in kept
                    ]
                    for batch in _cut_batches(box, near):
                        yield from (raw for _, raw in _fetch_messages(box, batch))


def fits(place: Place) -> Source | None:
    """An address that starts with imap:// or imaps://."""
    return ImapMailbox(place) if isinstance(place, OnServer) and place.scheme in SCHEMES else None


def _choose_folders(box: BaseMailBox, place: OnServer) -> list[str]:
    """The folder that was named; or else the one that holds all, or each that may hold an answer."""
    there = box.folder.list()
    if place.path:
        return [_find_folder(there, place)]
    flags = {one.name: {flag.casefold() for flag in one.flags} for one in there}
    readable = [name for name, its in flags.items() if not LEFT_OUT & its]
    whole = [name for name in readable if ALL in flags[name]]
    return whole or readable


def _find_folder(there: Sequence[FolderInfo], place: OnServer) -> str:
    """The folder by its name, however its letters are written. A label is a folder, too."""
    for fold in (str, str.casefold):
        for one in there:
            if fold(one.name) == fold(place.path):
                return str(one.name)
    names = ", ".join(f"“{one.name}”" for one in there[:12])
    raise SourceTrouble(f"There is no folder “{place.path}” in the mailbox at {place.host}. It has {names}.")


def _examine_folder(box: BaseMailBox, folder: str) -> int:
    """Open a folder to look at, and say which numbering of its messages this is."""
    from imap_tools.errors import MailboxFolderSelectError

    try:
        box.folder.set(folder, readonly=True)
    except MailboxFolderSelectError as error:
        if _NOT_NOW.search(str(error)):
            raise imaplib.IMAP4.abort(str(error)) from None
        raise SourceTrouble(f"The folder “{folder}” may not be opened, so it was left out.") from None
    _, told = box.client.response("UIDVALIDITY")
    return int(told[0]) if told and told[0] else 0


def _list_uids(box: BaseMailBox, before: UidsRead, since: date | None) -> tuple[list[int], list[int]]:
    """The messages above all that was read to the last, in their order; and those that are to be read, newest first."""
    # “n:*” always names the last message, also where that is older than n.
    above = f"UID {before.base + 1}:*"
    there = sorted(uid for uid in map(int, box.uids(above)) if uid > before.base)
    timely = set(map(int, box.uids(f"{above} SINCE {_say_day(since)}"))) if since and there else set(there)
    return there, [uid for uid in reversed(there) if uid in timely and uid not in before]


def _say_day(day: date) -> str:
    """A day as a server wants it (RFC 3501, date-text), in whatever language the machine speaks."""
    return f"{day.day}-{MONTHS[day.month - 1]}-{day.year}"


def _cut_batches(box: BaseMailBox, uids: Sequence[int]) -> Iterator[list[int]]:
    """Messages that are fetched together, of a bounded number of bytes, in the order in which they are wanted; those of
    one batch in that of their numbers.
    """
    room = AT_FIRST
    for start in range(0, len(uids), MEASURED):
        sizes = dict(_measure_messages(box, uids[start : start + MEASURED]))
        batch: list[int] = []
        size = 0
        for uid in (uid for uid in uids[start : start + MEASURED] if uid in sizes):
            if batch and size + sizes[uid] > room:
                yield sorted(batch)
                batch, size, room = [], 0, AT_ONCE
            batch.append(uid)
            size += min(sizes[uid], MESSAGE_LIMIT)
        if batch:
            yield sorted(batch)


def _fetch_heads(box: BaseMailBox, uids: Sequence[int]) -> list[tuple[int, bytes]]:
    """Who each message says it is from, and its id."""
    return _pair_with_uids(_fetch_told(box, uids, "(UID BODY.PEEK[HEADER.FIELDS (FROM MESSAGE-ID)])"))


def _find_id(head: bytes) -> str:
    found = _MESSAGE_ID.search(head)
    return found[1].decode("ascii", "replace") if found else ""


def _measure_messages(box: BaseMailBox, uids: Sequence[int]) -> list[tuple[int, int]]:
    """Each message with its size in bytes; what was deleted meanwhile is gone from it."""
    found = []
    for part in _fetch_told(box, uids, "(UID RFC822.SIZE)"):
        head = part[0] if isinstance(part, tuple) else part
        uid, size = _UID.search(head or b""), _SIZE.search(head or b"")
        if uid and size:
            found.append((int(uid[1]), int(size[1])))
    return sorted(found)


def _fetch_messages(box: BaseMailBox, uids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """The messages as they stand. Peeking leaves them unread where they were."""
    yield from sorted(_pair_with_uids(_fetch_told(box, uids, f"(UID BODY.PEEK[]<0.{MESSAGE_LIMIT}>)")))


def _pair_with_uids(parts: Sequence[Any]) -> list[tuple[int, bytes]]:
    """Each text that a server sent, with the number of its message."""
    found: dict[int, bytes] = {}
    for number, part in enumerate(parts):
        if isinstance(part, tuple):
            after = parts[number + 1] if number + 1 < len(parts) and isinstance(parts[number + 1], bytes) else b""
            uid = _UID.search(part[0]) or _UID.search(after)  # a server may put it before the text or after it
            if uid:
                found[int(uid[1])] = part[1]
    return list(found.items())


def _fetch_told(box: BaseMailBox, uids: Sequence[int], what: str) -> list[Any]:
    """What the server tells of messages. A refusal is no answer: what was refused is asked for again the next time."""
    status, told = box.client.uid("FETCH", ",".join(map(str, uids)), what)
    if status != "OK":
        raise imaplib.IMAP4.abort(f"FETCH: {status}")
    return [part for part in told or () if part is not None]
