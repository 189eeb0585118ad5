"""A search of 2,000 jobs taken out, brought in, backed up and restored; and each of these killed on its way."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from benchmarks.moving import COMMAND, FILL, ON, ROOT, add_recordings, run

pytestmark = pytest.mark.long
JOBS, SOUNDS = 2_000, 40
NOT_MOVED = {"records_signin"}  # who is let in, and what is made anew from the rows


def world(home: Path) -> dict[str, str]:
    """What a command lives in."""
    told = {"ONWARD_HOME": str(home), "ONWARD_CLOCK": ON, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    return os.environ | told | {"DJANGO_SETTINGS_MODULE": "onward_app.settings"}


def add_papers(home: Path) -> None:
    """A file behind each document, under its fingerprint."""
    folder = home / "documents"
    folder.mkdir()
    with sqlite3.connect(home / "onward.sqlite3") as db:
        for (row,) in db.execute("SELECT id FROM records_document").fetchall():
            paper = b"paper %d\n" % row * 50
            name = sha256(paper).hexdigest()
            (folder / name).write_bytes(paper)
            db.execute("UPDATE records_document SET key = ?, size = ? WHERE id = ?", (name, len(paper), row))
    db.close()


def read_search(home: Path) -> dict[str, str]:
    """A fingerprint of each table and of each file that a search has."""
    found = {}
    with closing(sqlite3.connect(f"file:{home / 'onward.sqlite3'}?mode=ro", uri=True)) as db:
        names = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'records\\_%' ESCAPE '\\'"
        )
        for (name,) in names.fetchall():
            if name not in NOT_MOVED:
                columns = ", ".join(sorted(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({name})")))
                digest = sha256()
                for row in db.execute(f"SELECT {columns} FROM {name} ORDER BY id"):
                    digest.update(repr(row).encode())
                found[name] = digest.hexdigest()
    for folder in ("recordings", "documents"):
        for path in (home / folder).iterdir():
            found[f"{folder}/{path.name}"] = sha256(path.read_bytes()).hexdigest()
    return found


def kill(home: Path, share: float, seconds: float, *words: str | Path) -> None:
    """Begin a command, and kill it after this share of the seconds that it takes."""
    command = [sys.executable, "-c", COMMAND, *map(str, words)]
    begun = subprocess.Popen(command, env=world(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(share * seconds)
    begun.send_signal(signal.SIGKILL)
    begun.wait()


@pytest.fixture(scope="module")
def was(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("long") / "was"
    run(home, FILL, str(JOBS))
    add_recordings(home, SOUNDS)
    add_papers(home)
    run(home, COMMAND, "jobs")  # the backup of the day
    return home


@pytest.fixture(scope="module")
def out(was: Path) -> tuple[Path, float]:
    """Everything, and how long it took."""
    file = was.parent / "out.zip"
    return file, float(run(was, COMMAND, "export", str(file))["seconds"])


@pytest.fixture
def copied(was: Path, tmp_path: Path) -> Path:
    return shutil.copytree(was, tmp_path / "copied")


def test_it_comes_in_equal_and_goes_out_as_the_same_bytes(was: Path, out: tuple[Path, float], tmp_path: Path) -> None:
    with closing(sqlite3.connect(was / "onward.sqlite3")) as db:
        assert db.execute("SELECT COUNT(*) FROM records_event").fetchone()[0] > 20_000
        assert db.execute("SELECT COUNT(*) FROM records_letter").fetchone()[0] == 2 * JOBS
    run(tmp_path / "new", COMMAND, "import", str(out[0]))
    assert read_search(tmp_path / "new") == read_search(was)
    run(tmp_path / "new", COMMAND, "export", str(tmp_path / "again.zip"))
    assert (tmp_path / "again.zip").read_bytes() == out[0].read_bytes()


@pytest.mark.parametrize("share", [0.4, 0.8])
def test_an_export_that_is_killed_leaves_no_file_and_the_next_is_whole(
    copied: Path, out: tuple[Path, float], tmp_path: Path, share: float
) -> None:
    file = tmp_path / "out.zip"
    kill(copied, share, out[1], "export", file)
    assert not file.exists() or file.read_bytes() == out[0].read_bytes()
    run(copied, COMMAND, "export", str(file))
    assert file.read_bytes() == out[0].read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ""] == ["out.zip"]


@pytest.mark.parametrize("share", [0.4, 0.8, 0.95])
def test_an_import_that_is_killed_is_nothing_or_all_of_it(
    was: Path, copied: Path, out: tuple[Path, float], tmp_path: Path, share: float
) -> None:
    took = float(run(tmp_path / "timed", COMMAND, "import", str(out[0]))["seconds"])
    other = tmp_path / "other"
    run(other, COMMAND, "add", "Elm", "Nurse")
    kill(other, share, took, "import", "--replace", out[0])
    run(other, COMMAND, "jobs")  # the next start
    with closing(sqlite3.connect(other / "onward.sqlite3")) as db:
        assert db.execute("SELECT COUNT(*) FROM records_opportunity").fetchone()[0] in (1, JOBS)
    run(other, COMMAND, "import", "--replace", str(out[0]))
    assert read_search(other) == read_search(was)
    assert [path.name for path in other.glob(".*")] == []


@pytest.mark.parametrize("share", [0.4, 0.8])
def test_a_backup_and_a_restore_that_are_killed_lose_nothing(was: Path, copied: Path, share: float) -> None:
    took = float(run(copied, COMMAND, "backup")["seconds"])
    kill(copied, share, took, "backup")
    run(copied, COMMAND, "backup")
    name = max(path.name for path in (copied / "backups").iterdir() if path.name[:1].isdigit())
    kill(copied, share, took, "restore", name)
    run(copied, COMMAND, "jobs")
    assert read_search(copied) == read_search(was)
    run(copied, COMMAND, "restore", name)
    assert read_search(copied) == read_search(was)


def test_five_thousand_jobs_go_out_and_come_in_within_seconds_and_in_flat_memory(tmp_path: Path) -> None:
    home, file = tmp_path / "was", str(tmp_path / "out.zip")
    run(home, FILL, "5000")
    add_recordings(home, 100)
    for told in (run(home, COMMAND, "export", file), run(tmp_path / "new", COMMAND, "import", file)):
        assert told["cpu"] < 15  # by the clock too, where nothing else runs
        assert told["peak_mb"] < 100
