"""A file of any kind to its tables: what it is, is told by its first bytes and not by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

from onward.tracker.read import read_text_tables
from onward.tracker.tables import TrackerTable
from onward_app.keeping.export import HEAD
from onward_app.trackers.archives import open_zip
from onward_app.trackers.room import Allowance
from onward_app.trackers.troubles import TrackerTrouble
from onward_app.trackers.workbooks import open_old_workbook, open_workbook

MOST_BYTES = 64_000_000
MOST_ROWS = 50_000  # brought in at once: a minute, and half a gigabyte of memory
TOO_MANY = (
    "“{name}” has {count:,} rows, more than any search has; at most {most:,} come in at once. Leave out what isn’t "
    "about jobs, or bring it in parts: a part that comes twice changes nothing."
)
EMPTY = "“{name}” is empty. Export it again, or choose another file."
TOO_LARGE = "“{name}” is larger than 64 MB, which no list of applications is. Bring the list alone."
OTHERS = (
    (b"%PDF", "“{name}” is a PDF. Bring the table as CSV, Excel or OpenDocument."),
    (b"\x1f\x8b", "“{name}” is packed (gzip). Unpack it and bring what is in it."),
    (b"7z\xbc\xaf", "“{name}” is packed (7z). Unpack it and bring what is in it."),
    (b"Rar!", "“{name}” is packed (rar). Unpack it and bring what is in it."),
    (b"\x89PNG", "“{name}” is a picture. Bring the table it shows as CSV or Excel."),
    (b"\xff\xd8\xff", "“{name}” is a picture. Bring the table it shows as CSV or Excel."),
    (b"SQLite format 3", "“{name}” is a database. Export its table as CSV."),
)
WEB_PAGE = "“{name}” is a web page. Export the list as CSV, or copy the table and paste it."
A_SEARCH = (
    "“{name}” is a whole search that Onward took out, and no list. Stop Onward, and bring it in with "
    "`onward import {name}`; Help → Your data says more."
)
NO_TEXT = "“{name}” is neither text nor a spreadsheet. Bring the list as CSV, Excel, OpenDocument, Markdown or JSON."
_CALENDAR = re.compile(rb"BEGIN:VCALENDAR\b", re.IGNORECASE)
_TRANSCRIPT = re.compile(rb"WEBVTT\b|(?:\d{1,6}\s{1,4})?\d?\d:\d\d:\d\d[.,]\d{3}(?: --> |,)\d?\d:\d\d:\d\d[.,]\d{3}")
BELONGS_ELSEWHERE = (  # what other pages read; as a list of jobs each of its lines would be an employer
    (
        _CALENDAR,
        "“{name}” is a calendar. Bring it alone, here or under Debrief, “From an invitation (.ics)”.",
    ),
    (
        re.compile(rb"BEGIN:VCARD\b", re.IGNORECASE),
        "“{name}” is an address book. Onward takes people in from LinkedIn’s Connections.csv, or by hand.",
    ),
    (
        _TRANSCRIPT,
        "“{name}” is a transcript. It comes in on the page of its interview, under Debrief, or with --interview.",
    ),
    (
        re.compile(
            rb"(?:From [^\n]{0,99}\n)?(?:From|To|Subject|Date|Sent|Message-ID|Return-Path|Delivered-To|Received"
            rb"|MIME-Version|X-[\w-]{1,60}):",
            re.IGNORECASE,
        ),
        "“{name}” is mail. Bring it under Notice, or with `onward read {name}`.",
    ),
)
_PAGE = re.compile(rb"\s*<(?:!doctype html|html|table|head|body)\b", re.IGNORECASE)


def open_tracker(name: str, raw: bytes) -> list[TrackerTable]:
    """The tables in a file.

    Raises:
        TrackerTrouble: nothing can be read from it; the sentence says why, and what to do.
    """
    name = PurePath(name.replace("\\", "/")).name or "the file"
    _refuse_others(name, raw)
    tables = _read_tables(name, raw)
    if (count := sum(len(table.lines) for table in tables)) > MOST_ROWS:
        raise TrackerTrouble(TOO_MANY.format(name=name, count=count, most=MOST_ROWS))
    return tables


def _read_tables(name: str, raw: bytes) -> list[TrackerTable]:
    if raw.startswith(b"PK"):
        return open_zip(name, raw, open_workbook=open_workbook, room=Allowance())
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        return open_old_workbook(name, raw)
    return read_text_tables(Allowance().take(raw, name), name)


def is_calendar(head: bytes) -> bool:
    """Whether a file that begins like this says of itself that it is a calendar."""
    return _CALENDAR.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()) is not None


def _refuse_others(name: str, raw: bytes) -> None:
    if not raw.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise TrackerTrouble(EMPTY.format(name=name))
    if len(raw) > MOST_BYTES:
        raise TrackerTrouble(TOO_LARGE.format(name=name))
    if raw.startswith(b"PK") and raw[30:].startswith(HEAD.encode()):
        raise TrackerTrouble(A_SEARCH.format(name=name))
    for head, sentence in OTHERS:
        if raw.startswith(head):
            raise TrackerTrouble(sentence.format(name=name))
    if _PAGE.match(raw[:1000].removeprefix(b"\xef\xbb\xbf")):
        raise TrackerTrouble(WEB_PAGE.format(name=name))
    text = raw[:1000].removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, sentence in BELONGS_ELSEWHERE:
        if sign.match(text):
            raise TrackerTrouble(sentence.format(name=name))
    if not raw.startswith((b"PK", b"\xd0\xcf\x11\xe0")) and _is_no_text(raw[:4000]):
        raise TrackerTrouble(NO_TEXT.format(name=name))


def _is_no_text(head: bytes) -> bool:
    """Control characters in numbers, other than the zeros of UTF-16."""
    odd = sum(1 for byte in head if byte < 32 and byte not in (0, 9, 10, 13, 27))
    return odd * 20 > len(head)
