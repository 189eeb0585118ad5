"""A pack that can't be read is left out of a backup or export and named; where it would be lost by it, it stops what was asked."""

from __future__ import annotations

import errno
import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from tests.commands import run
from tests.keeping.folders import copy_of, living_in
from tests.people import door

from onward_app.keeping.backups import back_up_each_day, list_backups, make_backup, put_away
from onward_app.keeping.export import open_export
from onward_app.records.models import Owner

ODD = "odd.toml"
NEVER_READ = Path("/proc/self/mem")  # a file like others to whoever looks; its first byte can't be read


@pytest.fixture
def was(filled: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with something of everything and two packs more, in which one lives."""
    with living_in(copy_of(filled, tmp_path / "was")) as folder:
        (folder / "packs").mkdir(exist_ok=True)
        (folder / "packs" / "mine.toml").write_text("a = 1")
        (folder / "packs" / ODD).write_text("b = 2")
        yield folder


@pytest.fixture(params=[errno.EIO, errno.EACCES, errno.ESTALE, errno.ETIMEDOUT, errno.ENOENT], ids=os.strerror)
def spoiled(request: pytest.FixtureRequest, was: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One of them can't be read: the disk, the permissions, a folder over a network, a file that has just gone."""
    opened = Path.open

    def refuse(self: Path, *args: Any, **more: Any) -> Any:
        if self == was / "packs" / ODD:
            raise OSError(request.param, os.strerror(request.param), str(self))
        return opened(self, *args, **more)

    monkeypatch.setattr(Path, "open", refuse)
    return was


def test_it_is_left_out_of_a_backup_and_named(spoiled: Path) -> None:
    made = make_backup()
    assert made.left_out == (ODD,)
    kept = {path.name for path in (made.path / "packs").rglob("*.toml")}
    assert "mine.toml" in kept
    assert ODD not in kept
    assert list_backups()[0].path == made.path


def test_the_backup_of_a_day_says_so(spoiled: Path) -> None:
    assert back_up_each_day(at_once=True).endswith(f"It is without what can’t be read in the folder packs: {ODD}.")


def names_in(file: IO[bytes]) -> set[str]:
    """What an export has of packs."""
    with file, zipfile.ZipFile(file) as archive:
        return {name.removeprefix("packs/") for name in archive.namelist() if name.startswith("packs/")}


def test_it_is_left_out_of_an_export_and_named(spoiled: Path) -> None:
    file, told = open_export()
    assert (told.left_out, told.missing) == ((ODD,), 0)
    assert told.what_is_missing.endswith(f"in the folder packs: {ODD}.")
    found = names_in(file)
    assert "mine.toml" in found
    assert ODD not in found


@pytest.fixture(params=["removed", "removed/old", ""], ids=["a folder", "one within", "all of it"])
def unlistable(request: pytest.FixtureRequest, was: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder of packs that the system doesn't list."""
    (was / "packs" / "removed" / "old").mkdir(parents=True, exist_ok=True)
    (was / "packs" / "removed" / "old" / "away.toml").write_text("c = 3")
    listed = os.scandir

    def refuse(place: Any = ".") -> Any:
        if not isinstance(place, int) and Path(place) == was / "packs" / request.param:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))
        return listed(place)

    monkeypatch.setattr(os, "scandir", refuse)
    return request.param or "all of it"


def test_so_is_a_folder_that_can_not_be_listed(unlistable: str) -> None:
    assert make_backup().left_out == (unlistable,)
    file, told = open_export()
    assert told.left_out == (unlistable,)
    assert "removed/old/away.toml" not in names_in(file)
    with pytest.raises(PermissionError):
        put_away()


def test_the_page_says_so_before_it_is_taken_out(spoiled: Path) -> None:
    browser = door(Owner.objects.get())
    said = f"It is without what can’t be read in the folder packs: {ODD}."
    assert said in browser.get("/data/").content.decode()
    taken = browser.post("/data/out/")
    assert ODD not in names_in(io.BytesIO(b"".join(taken.streaming_content)))
    (spoiled / "packs" / ODD).unlink()
    assert said not in browser.get("/data/").content.decode()


def test_a_folder_of_that_name_is_no_pack_and_nothing_is_said(was: Path) -> None:
    (was / "packs" / "folder.toml").mkdir()
    os.mkfifo(was / "packs" / "fifo.toml")
    (was / "packs" / "round.toml").symlink_to("round.toml")
    (was / "packs" / "gone.toml").symlink_to("nowhere")
    assert make_backup().what_is_missing == ""


@pytest.mark.skipif(not NEVER_READ.exists(), reason="such a file is there on Linux alone")
def test_the_command_tells_it_and_a_restore_is_stopped_by_it(was: Path) -> None:
    (was / "packs" / ODD).unlink()
    (was / "packs" / ODD).symlink_to(NEVER_READ)
    assert (before := make_backup()).left_out == (ODD,)
    assert ODD in run(was, "backup").stderr
    assert ODD in run(was, "export", was / "out.zip").stderr
    assert json.loads(run(was, "export", was / "out.zip", "--json").stdout)["left_out"] == [ODD]
    with pytest.raises(OSError, match="rror"):
        put_away()
    assert not any(one.replaced for one in list_backups())
    assert before.path in {one.path for one in list_backups()}


def test_a_disk_without_room_is_not_taken_for_a_pack_that_can_not_be_read(
    was: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("onward_app.keeping.files.shutil.copyfile", full)
    with pytest.raises(OSError, match="No space"):
        make_backup()
