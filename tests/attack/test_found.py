"""What the attacks found once: damaged files that raised, each refused or read in words since."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from onward.debrief.meeting import NOT_A_CALENDAR, read_meetings
from onward.tracker.read import read_text_tables
from onward_app.keeping.archive import ImportTrouble, open_archive
from onward_app.sources import open_source
from onward_app.sources.found import SourceTrouble
from onward_app.trackers.opening import open_tracker
from onward_app.trackers.troubles import TrackerTrouble

HEAD = "onward.json"


def packed(name: str = HEAD) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "{}")
        archive.writestr("rows/ü.jsonl", "{}")
    return out.getvalue()


def points_before_its_start(raw: bytes) -> bytes:
    end = raw.rindex(b"PK\x05\x06")
    return raw[: end + 12] + (0xFFFFFFF).to_bytes(4, "little") + raw[end + 16 :]


def names_what_is_no_text(raw: bytes) -> bytes:
    return raw.replace("ü".encode(), b"\xff\xfe")


@pytest.mark.parametrize("spoil", [points_before_its_start, names_what_is_no_text])
def test_an_export_whose_list_of_parts_makes_no_sense_is_refused_in_words(tmp_path: Path, spoil: object) -> None:
    place = tmp_path / "in.zip"
    place.write_bytes(spoil(packed()))  # type: ignore[operator]
    with pytest.raises(ImportTrouble, match="ends too early or is damaged"), open_archive(place):
        pass


@pytest.mark.parametrize("length", range(2, 24))
def test_a_takeout_that_is_cut_off_in_its_head_is_refused_in_words(tmp_path: Path, length: int) -> None:
    place = tmp_path / "takeout.tgz"
    place.write_bytes((b"\x1f\x8b\x08\x08" + b"\x00" * 40)[:length])
    with pytest.raises(SourceTrouble):
        list(open_source(place))


def test_what_never_begins_is_no_calendar() -> None:
    assert read_meetings(b"x BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Talk\nEND:VEVENT\n") == ((), (NOT_A_CALENDAR,))


def test_a_quotation_mark_that_is_never_closed_among_lone_carriage_returns_is_read_over() -> None:
    text = b'Company,Status\nOak\rHollow,applied\r\n"Harbor Light,no\nElm,applied\n'
    (table,) = read_text_tables(text, "jobs.csv")
    assert "Elm" in str(table.lines[-1])


def nameless(head: str) -> bytes:
    """An archive whose one entry has lost its name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(head, "Company,Status\nOak,applied\n")
    return out.getvalue().replace(head.encode(), b"\x00" * len(head))


def test_an_archive_whose_entry_has_no_name_is_refused_in_words(tmp_path: Path) -> None:
    place = tmp_path / "takeout.zip"
    place.write_bytes(nameless("mail.mbox"))
    with pytest.raises(SourceTrouble):
        list(open_source(place))
    with pytest.raises(TrackerTrouble):
        open_tracker("jobs.zip", nameless("jobs.csv"))
