"""Small files that say there is much in them: each is read or refused in words, and none fills memory.

Each is opened in a process of its own, which says how much memory it, or a process that it began, took at most.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from benchmarks.attack.kill import in_child
from benchmarks.attack.tally import Tally
from tests.trackers.files import make_workbook, make_zip

MOST_MEMORY = 300_000_000  # bytes that a file may take
KILOBYTES = 1 if sys.platform == "darwin" else 1024  # what memory is counted in
MILLION = 1_000_000
HEAD = b"Company,Status,Date\n"
BEGIN = b"BEGIN:VCALENDAR\n"
MESSAGE = b"From: a@b.example\nSubject: Therapist\nMIME-Version: 1.0\n"
EXPORT = b'{"format": "onward export", "version": 1, "schema": "", "began": "", "last": {}, "rows": {"letter": 1}%s}'
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData>'
Read = Callable[[bytes, Path], object]


def attack(count: int, folder: Path) -> Tally:
    """At most `count` of them."""
    tally = Tally("swell")
    place, said = folder / "swollen", folder / "said"
    folder.mkdir(parents=True, exist_ok=True)
    for what, make, read in list(_list_swollen())[:count]:
        raw, before = make(), _time_children()
        tally.tried += 1
        gone = in_child(partial(_open, read, raw, place, said))
        if (seconds := _time_children() - before) > tally.slowest:
            tally.slowest, tally.slowest_of = seconds, what
        if gone:
            tally.fail(f"{what}: {gone}")
            continue
        took = int(said.read_text())
        if took > tally.told.get("memory", 0):
            tally.told |= {"memory": took, "memory_of": what}
        if took > MOST_MEMORY:
            tally.fail(f"{what}: {took:,} bytes of memory for {len(raw):,}")
    return tally


def _open(read: Read, raw: bytes, place: Path, said: Path) -> None:
    os.environ.setdefault("ONWARD_HOME", str(place.parent))
    before = _peak()
    read(raw, place)
    said.write_text(str(max(0, _peak() - before)))


def _time_children() -> float:
    """Seconds of the processor that processes of this one took, those that have ended."""
    took = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took.ru_utime + took.ru_stime


def _peak() -> int:
    """The most memory that this process, or one of its own, had."""
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(own, others) * KILOBYTES


def _fill_sheet(rows: bytes) -> bytes:
    return make_workbook([], **{"worksheets/sheet1.xml": SHEET % rows + b"</worksheet>"})


def _list_swollen() -> Iterator[tuple[str, Callable[[], bytes], Read]]:
    """What each is called, how it is made, and how it is read. The long runs come packed: they are a few hundred kB."""
    from benchmarks.attack.samples import list_samples

    ways = {one.kind: one.read for one in list_samples(("messages", "mailboxes", "calendars", "transcripts", "packs"))}
    for what, run in (
        ("one cell", b"x" * 60), ("commas", b"," * 60), ("lines", b"a,b\n" * 15), ("objects", b"{}," * 20),
    ):  # fmt: skip
        long = run * MILLION
        yield f"a packed table of {what}", partial(make_zip, {"jobs.csv": HEAD + long}), _read_table
        yield f"a table of {what}", partial(bytes, HEAD + long[: 15 * MILLION]), _read_table
        yield f"a packed list of {what}", partial(make_zip, {"jobs.json": b"[" + long + b"{}]"}), _read_table
    names = b",".join(b'{"a%d":"b"}' % number for number in range(100_000))
    yield "a list of names", partial(bytes, b"[" + names + b"]"), _read_table
    yield (
        "cells far apart",
        partial(_fill_sheet, b'<row><c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c></row>'),
        _read_table,
    )
    yield "a column far down", partial(_fill_sheet, b'<row><c r="A1048576"><v>1</v></c></row>'), _read_table
    yield (
        "a sheet of cells",
        partial(_fill_sheet, (b"<row>" + b"<c><v>1</v></c>" * 9_000 + b"</row>") * 400),
        _read_table,
    )
    yield (
        "an export's head",
        partial(make_zip, {"onward.json": EXPORT % (b', "x": [' + b"{}," * 15 * MILLION + b"{}]")}),
        _read_export,
    )
    for what, line in (("line", b"[" + b"{}," * 15 * MILLION + b"{}]\n"), ("lines", b"[]\n" * 15 * MILLION)):
        yield (
            f"an export's {what}",
            partial(make_zip, {"onward.json": EXPORT % b"", "rows/letter.jsonl": line}),
            _read_export,
        )
    yield (
        "a letter of tags",
        partial(bytes, MESSAGE + b"Content-Type: text/html\n\n" + b"<b>" * 20 * MILLION),
        ways["messages"],
    )
    yield (
        "a letter of parts",
        partial(bytes, MESSAGE + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 8 * MILLION),
        ways["messages"],
    )
    yield "a mailbox of heads", partial(bytes, b"From x Mon Mar  2 09:00:00 2026\n\n" * MILLION), ways["mailboxes"]
    yield (
        "a calendar of lines",
        partial(bytes, BEGIN + b"BEGIN:VEVENT\nSUMMARY:x" + b"\n x" * 5 * MILLION),
        ways["calendars"],
    )
    yield (
        "a transcript of cues",
        partial(bytes, b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\nA: x\n\n" * 600_000),
        ways["transcripts"],
    )
    yield "a pack of tables", partial(bytes, b"[[family]]\n" * 90_000), ways["packs"]


def _read_table(raw: bytes, place: Path) -> None:
    from onward_app.trackers.bringing import read_tracker
    from onward_app.trackers.opening import open_tracker
    from onward_app.trackers.troubles import TrackerTrouble

    with suppress(TrackerTrouble):
        read_tracker(open_tracker(place.name, raw))


def _read_export(raw: bytes, place: Path) -> None:
    from onward_app.keeping.archive import ImportTrouble, open_archive

    place.write_bytes(raw)
    with suppress(ImportTrouble), open_archive(place) as archive:
        for _ in archive.read_rows("letter"):
            pass
