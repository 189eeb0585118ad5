"""A pipe, a device or a socket in the place of a file of Onward's is said at once, and nothing waits for it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from tests.commands import run

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
NAMES = ("onward.sqlite3", "onward.sqlite3-journal", "onward.sqlite3-wal", "onward.sqlite3-shm")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("command", [("jobs",), ("backup",), ("add", "Cedar House", "Therapist")])
def test_a_pipe_is_named_and_left(tmp_path: Path, name: str, command: tuple[str, ...]) -> None:
    os.mkfifo(tmp_path / name)
    done = run(tmp_path, *command)
    assert done.returncode == 1
    assert done.stderr.strip() == (
        f"onward: {tmp_path / name} isn’t a file but a pipe or a device. Move it away, and start Onward again."
    )
    assert (tmp_path / name).is_fifo()


def test_so_is_a_socket_and_a_link_to_a_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("onward.sqlite3-wal")
        assert "isn’t a file" in run(tmp_path, "jobs").stderr
    (tmp_path / "onward.sqlite3-wal").unlink()
    (tmp_path / "onward.sqlite3-journal").symlink_to("/dev/zero")
    assert "isn’t a file" in run(tmp_path, "jobs").stderr
