"""What is on the disk: readable by the person alone, and without the text of mail that is about something else."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.commands import run as onward

OPEN = (
    "import os; os.umask(0o022); from onward_app.cli.owner import command_line_owner; command_line_owner(); "
    "from onward_app import home; print(*(f'{p.name} {p.stat().st_mode & 0o777:o}' for p in sorted(home.prepare_home().iterdir())))"
)
NO = b"From: Dana <dana@harbor.example>\nSubject: Your application\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n\nWe chose somebody else for the Therapist position at Harbor Light. Unfortunately the kumquat was full.\n"
DINNER = b"From: Lu <lu@example.org>\nSubject: Dinner by the persimmon\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n\nAre you in for dinner? I make the quince you like.\n"
BOX = b"".join(b"From x Mon Mar  2 09:00:00 2026\n" + one + b"\n" for one in (NO, DINNER))


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing there")
def test_every_file_is_private_from_its_first_byte_also_in_a_folder_that_is_not(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    environment = os.environ | {"ONWARD_HOME": str(tmp_path), "PYTHONPATH": "src"}
    told = subprocess.run([sys.executable, "-c", OPEN], env=environment, capture_output=True, text=True, check=True)
    words = told.stdout.split()
    assert "onward.sqlite3-wal" in words
    assert set(words[1::2]) == {"600"}, told.stdout


def test_a_folder_that_onward_makes_is_private(tmp_path: Path) -> None:
    home = tmp_path / "my data ü" / "onward"
    assert onward(home, "jobs").returncode == 0
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_secret_that_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    assert onward(tmp_path, "jobs").returncode == 0
    for spoiled in (b"", b"short", b"\xff\xfe"):
        (tmp_path / "secret").write_bytes(spoiled)
        assert onward(tmp_path, "jobs").returncode == 0
        found = onward_secret(tmp_path)
        assert len(found) >= 50
        assert onward(tmp_path, "jobs").returncode == 0
        assert onward_secret(tmp_path) == found


def onward_secret(home: Path) -> str:
    return (home / "secret").read_text("ascii")


def test_the_text_of_mail_about_something_else_is_not_on_the_disk(tmp_path: Path) -> None:
    place, home = tmp_path / "box.mbox", tmp_path / "home"
    place.write_bytes(BOX)
    assert "2 of them new" in onward(home, "read", str(place)).stdout
    bytes_ = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"kumquat" in bytes_
    for word in (b"persimmon", b"quince", b"lu@example.org"):
        assert word not in bytes_
