"""The disk that the power is cut of: it keeps what was synced, and nothing else for sure."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks.attack.power.calls import count_calls, read_calls
from benchmarks.attack.power.disk import SECTOR, Disk


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    """An empty folder, and a file that was there before."""
    (tmp_path / "live").mkdir()
    (tmp_path / "live" / "old").write_bytes(b"old")
    return Disk(tmp_path / "live")


def find(disk: Disk, tmp_path: Path, *, all_of_it: bool = False, seed: int | None = None) -> dict[str, bytes]:
    """What is there after the power went."""
    place = tmp_path / f"found-{len(list(tmp_path.iterdir()))}"
    disk.cut(place, None if seed is None else random.Random(seed), all_of_it=all_of_it)
    return {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}


def write(disk: Disk, name: str, raw: bytes, *, synced: bool) -> None:
    disk.open(7, f"{disk.root}/{name}", "O_WRONLY|O_CREAT")
    disk.write(7, raw)
    if synced:
        disk.sync(7)


def sync_names(disk: Disk) -> None:
    disk.open(8, str(disk.root), "O_RDONLY")
    disk.sync(8)


def test_what_was_synced_with_its_name_is_there(disk: Disk, tmp_path: Path) -> None:
    write(disk, "new", b"new", synced=True)
    sync_names(disk)
    assert find(disk, tmp_path) == {"old": b"old", "new": b"new"}


def test_a_file_without_its_name_is_lost(disk: Disk, tmp_path: Path) -> None:
    write(disk, "new", b"new", synced=True)
    assert find(disk, tmp_path) == {"old": b"old"}
    assert find(disk, tmp_path, all_of_it=True) == {"old": b"old", "new": b"new"}


def test_a_name_without_what_is_in_it_is_empty(disk: Disk, tmp_path: Path) -> None:
    write(disk, "new", b"new", synced=False)
    sync_names(disk)
    assert find(disk, tmp_path) == {"old": b"old", "new": b""}


def test_a_move_is_whole_or_not_at_all(disk: Disk, tmp_path: Path) -> None:
    write(disk, "draft", b"new", synced=True)
    sync_names(disk)
    disk.rename(f"{disk.root}/draft", f"{disk.root}/old")
    found = [find(disk, tmp_path, seed=seed) for seed in range(8)]
    assert {frozenset(one.items()) for one in found} == {
        frozenset({("old", b"old"), ("draft", b"new")}),
        frozenset({("old", b"new")}),
    }


def test_a_write_may_be_torn_between_sectors(disk: Disk, tmp_path: Path) -> None:
    write(disk, "new", bytes(2 * SECTOR), synced=True)
    sync_names(disk)
    disk.write(7, b"x" * (2 * SECTOR), 0)
    found = {find(disk, tmp_path, seed=seed)["new"] for seed in range(30)}
    assert len(found) == 4  # either, both or none
    assert all(len(set(one[:SECTOR])) == 1 for one in found)


def test_calls_are_read_as_they_were_written_down(tmp_path: Path) -> None:
    recorded = tmp_path / "calls"
    recorded.write_text(
        'openat(AT_FDCWD<\\x2f>, "\\x2f\\x61", O_WRONLY|O_CREAT, 0600) = 3<\\x2f\\x61>\n'
        'pwrite64(3<\\x2f\\x61>(deleted), "\\x2c\\x22", 2, 5) = 2\n'
        'openat(AT_FDCWD<\\x2f>, "\\x2f\\x62", O_RDONLY) = -1 ENOENT (No such file or directory)\n'
        'unlinkat(6<\\x2f\\x64>, "\\x65", 0) = 0\n'
    )
    opened, written, gone = read_calls(recorded)
    assert count_calls(recorded) == 3
    assert (opened.path(1), opened.answer, opened.given[2]) == ("/a", 3, "O_WRONLY|O_CREAT")
    assert (written.given[1], written.number(3), written.number(0)) == (b',"', 5, 3)
    assert gone.path(1) == "/d/e"
