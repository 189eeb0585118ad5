"""What a power cut, a sync program or a mistake has put into the data folder stops nothing, or is said in a sentence."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands import run

from onward_app import home
from onward_app.home import HomeTrouble, read_secret
from onward_app.keeping.archive import ImportTrouble, open_archive
from onward_app.keeping.in_use import InUse, alone, hold_backups, hold_home

ZEROS, TEXT = b"\0" * 9_000, b"was kommt da? " * 99
Spoil = Callable[[Path], object]
SPOILED: dict[str, Spoil] = {
    "zeros": lambda place: place.write_bytes(ZEROS),
    "text": lambda place: place.write_bytes(TEXT),
    "a folder": lambda place: place.mkdir(),
    "a link to nowhere": lambda place: place.symlink_to("/nowhere/at/all"),
    "a link to itself": lambda place: place.symlink_to(place.name),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(home.VARIABLE, str(tmp_path))
    monkeypatch.setattr("onward_app.keeping.in_use._held", [])
    return tmp_path


@pytest.mark.parametrize("what", SPOILED)
@pytest.mark.parametrize("name", ["in-use", "backups-in-use"])
def test_a_lock_that_is_none_stops_nobody(folder: Path, name: str, what: str) -> None:
    SPOILED[what](folder / name)
    hold_home()
    with hold_backups():
        pass


@pytest.mark.parametrize("what", SPOILED)
def test_what_has_to_be_alone_is_or_says_what_is_in_the_way(folder: Path, what: str) -> None:
    SPOILED[what](folder / "in-use")
    if what in {"zeros", "text"}:
        with alone(), pytest.raises(InUse, match="Onward is open just now"), alone():
            pass
    else:
        with pytest.raises(InUse, match="isn’t what Onward makes there"), alone():
            pass


@pytest.mark.parametrize("name", ["in-use", "backups-in-use"])
def test_a_command_does_its_work_beside_a_spoiled_lock(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(ZEROS)
    code, out, err = run(tmp_path, "jobs", "--json")
    assert (code, json.loads(out), err) == (0, [], "")


@pytest.mark.parametrize("what", ["a folder", "a link to itself"])
def test_a_secret_that_is_no_file_is_said(folder: Path, what: str) -> None:
    SPOILED[what](folder / "secret")
    with pytest.raises((HomeTrouble, OSError)):
        read_secret()


def exported(folder: Path, head: str, lines: str) -> Path:
    with zipfile.ZipFile(folder / "in.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("onward.json", head)
        archive.writestr("rows/letter.jsonl", lines)
    return folder / "in.zip"


HEAD = '{"format": "%s", "version": 1, "schema": "", "began": "", "rows": {"letter": 1}, "last": {}%s}'


@pytest.mark.parametrize(
    ("more", "lines", "said"),
    [
        (', "x": [' + "{}," * 500_000 + "{}]", "[]\n", "far more than a search holds"),
        ("", "[" + "{}," * 600_000 + "{}]\n", "far more than a search holds"),
        ("", "[]\n" * 500_000, "more than the 1 rows that it says"),
    ],
    ids=["in its head", "in a line", "in lines"],
)
def test_an_export_that_would_fill_memory_is_refused_in_words(folder: Path, more: str, lines: str, said: str) -> None:
    from onward_app.keeping.export import FORMAT

    place = exported(folder, HEAD % (FORMAT, more), lines)
    with pytest.raises(ImportTrouble, match=said), open_archive(place) as archive:
        list(archive.read_rows("letter"))


@pytest.mark.parametrize(
    "name", ["documents/" + "0" * 64, "recordings/abc", "packs/a.toml", "rows/job.jsonl", "onward.json"]
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_export_that_has_one_name_twice_is_refused_in_words(folder: Path, name: str) -> None:
    from onward_app.keeping.export import FORMAT

    place = exported(folder, HEAD % (FORMAT, ""), "")
    with zipfile.ZipFile(place, "a") as archive:
        for _ in range(1 if name == "onward.json" else 2):
            archive.writestr(name, "{}")
    with pytest.raises(ImportTrouble, match="is in it twice"), open_archive(place):
        pass
