"""A zip as downloaded: the tables of jobs in it, and nothing else of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

from onward.tracker.headings import SEARCHED
from onward.tracker.layouts.load import find_layout
from onward.tracker.read import read_text_tables
from onward.tracker.tables import TrackerTable
from onward.wording.counts import join_sentences, join_words
from onward_app.trackers.room import MOST_TEXT, Allowance
from onward_app.trackers.troubles import TrackerTrouble

UNPACKED = 200_000_000  # bytes that a zip may come to; what is read of it is less (`room`)
ENTRIES = 5_000
CUT = "“{name}” is damaged or was cut off. Download it again; nothing was taken from it."
BOMB = "“{name}” would unpack to more than 200 MB, which no list of applications does. Nothing was taken from it."
LOCKED = "“{name}” is protected by a password. Save it without one and bring it again."
NOTHING = "No table of jobs is in “{name}”. In it: {names}."
NO_FILES = "“{name}” is an empty zip."
LINKEDIN = "LinkedIn sends its data in parts: the jobs are in the larger one, under Jobs."
DOCUMENT = "“{name}” is a Word document. Copy its table into a spreadsheet, or bring it as CSV."
NUMBERS = "“{name}” is from Apple Numbers. In Numbers choose File, Export To, and then Excel or CSV."
EXPORT = "“{name}” is everything of an Onward. `onward import {name}` makes the same search of it again."
OTHERS = "Also in it, and not read: {names}."
_LINKEDINS_JOBS = ("job applications", "saved jobs", "connections")  # a long list comes in several files
_LINKEDINS_OTHERS = ("profile", "positions", "messages", "education", "ad_targeting", "email addresses", "registration")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
_TABLES = (".csv", ".tsv", ".txt", ".md", ".json", ".jsonl", ".xlsx", ".xlsm", ".ods", ".zip")
_HEAD = 30_000  # bytes by which a file in a zip is known
OpenWorkbook = Callable[[str, bytes], list[TrackerTable]]


def open_zip(
    name: str, raw: bytes, *, open_workbook: OpenWorkbook, room: Allowance, inside: bool = False
) -> list[TrackerTable]:
    """The tables in a zip, as far as there is room, or in the workbook that it is.

    Raises:
        TrackerTrouble: it is damaged, locked, far too large, or has no table of jobs.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = {entry.filename for entry in archive.infolist()}
            _refuse_others(name, archive, names)
            if _is_workbook(archive, names):
                return open_workbook(name, raw)
            return _open_entries(name, archive, open_workbook, room, inside=inside)
    except _BROKEN:  # before the next, of which one of these is a kind
        raise TrackerTrouble(CUT.format(name=name)) from None
    except RuntimeError:  # what zipfile says of an entry that is encrypted
        raise TrackerTrouble(LOCKED.format(name=name)) from None


def _refuse_others(name: str, archive: zipfile.ZipFile, names: set[str]) -> None:
    if any(one.startswith("word/") for one in names):
        raise TrackerTrouble(DOCUMENT.format(name=name))
    if "onward.json" in names:
        raise TrackerTrouble(EXPORT.format(name=name))
    if any(one.endswith(".iwa") for one in names):
        raise TrackerTrouble(NUMBERS.format(name=name))
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise TrackerTrouble(LOCKED.format(name=name))
    if len(names) > ENTRIES or sum(entry.file_size for entry in archive.infolist()) > UNPACKED:
        raise TrackerTrouble(BOMB.format(name=name))


def _is_workbook(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if any(one.startswith("xl/") for one in names):
        _weigh_contents(archive)
        return True
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype")[:200]:
        _weigh_contents(archive)
        return True
    return False


def _weigh_contents(archive: zipfile.ZipFile) -> None:
    """Unpack all of it once into nothing: what the list of contents says of sizes need not be true."""
    left = UNPACKED
    for entry in archive.infolist():
        with archive.open(entry) as stream:
            while piece := stream.read(1 << 20):
                left -= len(piece)
                if left < 0:
                    raise TrackerTrouble(BOMB.format(name=archive.filename or "The file"))


def _open_entries(
    name: str, archive: zipfile.ZipFile, open_workbook: OpenWorkbook, room: Allowance, *, inside: bool
) -> list[TrackerTable]:
    """The tables of trackers that are known by name; where there are none, every table."""
    files = [entry for entry in archive.infolist() if _is_file(entry) and not _is_clutter(entry.filename)]
    tables = [entry for entry in files if entry.filename.lower().endswith(_TABLES)]
    if not files:
        raise TrackerTrouble(NO_FILES.format(name=name))
    linkedin = sum(1 for entry in files if _stem(entry).startswith((*_LINKEDINS_JOBS, *_LINKEDINS_OTHERS))) > 1
    known = [entry for entry in tables if _is_known(archive, entry) or (linkedin and _is_linkedins(entry))]
    found: list[TrackerTable] = []
    for entry in known or ([] if linkedin else tables):
        found += _open_entry(archive, entry, open_workbook, room, inside=inside)
    if not found:
        said = NOTHING.format(name=name, names=_say_names([PurePosixPath(one.filename).name for one in files]))
        raise TrackerTrouble(join_sentences(said, LINKEDIN if linkedin or "linkedin" in name.lower() else ""))
    left = [PurePosixPath(entry.filename).name for entry in files if known and entry not in known]
    told = (OTHERS.format(names=_say_names(left)),) if left else ()
    return [TrackerTable(found[0].name, found[0].lines, (*found[0].told, *told)), *found[1:]]


def _is_linkedins(entry: zipfile.ZipInfo) -> bool:
    """Whether LinkedIn calls its lists so: the names of its files are English, whatever language is in them."""
    return _stem(entry).startswith(_LINKEDINS_JOBS)


def _stem(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename).stem.lower()


def _open_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, open_workbook: OpenWorkbook, room: Allowance, *, inside: bool
) -> list[TrackerTable]:
    name = PurePosixPath(entry.filename).name
    with archive.open(entry) as stream:
        raw = stream.read(MOST_TEXT + 1)
    if raw.startswith(b"PK"):
        return [] if inside else open_zip(name, raw, open_workbook=open_workbook, room=room, inside=True)
    return read_text_tables(room.take(raw, name), name) if raw.strip() else []


def _is_known(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether it is the table of a tracker that is known by name, from how it begins."""
    is_whole = entry.filename.lower().endswith(".json")
    with archive.open(entry) as stream:
        head = stream.read(MOST_TEXT + 1 if is_whole else _HEAD)
    if head.startswith(b"PK"):
        return False
    tables = read_text_tables(Allowance().take(head, entry.filename), entry.filename)
    return any(find_layout(line.cells) for table in tables for line in table.lines[:SEARCHED])


def _is_file(entry: zipfile.ZipInfo) -> bool:
    """A damaged archive may have an entry without a name, which Python can't tell from a folder."""
    return bool(entry.filename) and not entry.is_dir()


def _is_clutter(name: str) -> bool:
    path = PurePosixPath(name)
    return "__MACOSX" in path.parts or path.name.startswith(".")


def _say_names(names: list[str]) -> str:
    return join_words([*names[:6], *([f"{len(names) - 6} more"] if len(names) > 6 else [])])
