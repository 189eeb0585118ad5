"""The long attack in pieces: it can be stopped, goes on where it was, and does again what failed."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.attack.pieces import Piece, list_pieces, run_pieces, sum_up
from benchmarks.attack.steps import Steps
from benchmarks.attack.tally import Tally

PIECES = [Piece("kill", "reading", start, 10) for start in (0, 10, 20)]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="what is attacked is a process of its own")


def attack(piece: Piece, _: Path) -> Iterator[Tally]:
    tally = Tally("kill reading", tried=piece.count, slowest=float(piece.start))
    if piece.start == 10 and not (Path(os.environ["MENDED"])).exists():
        tally.fail("it gave")
    yield tally


def test_a_piece_that_is_done_is_not_done_again_and_one_that_failed_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MENDED", str(tmp_path / "mended"))
    notes = tmp_path / "notes" / "attack.jsonl"
    assert not run_pieces(PIECES, attack, notes, tmp_path / "first", 60)
    assert '"tried": 30, "failed": 1' in capsys.readouterr().out
    (tmp_path / "mended").touch()
    assert run_pieces(PIECES, attack, notes, tmp_path / "second", 60)
    assert '"tried": 30, "failed": 0' in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "second").iterdir()] == ["piece-1"]


def test_no_piece_is_begun_when_the_time_is_up(tmp_path: Path) -> None:
    assert not run_pieces(PIECES, attack, tmp_path / "attack.jsonl", tmp_path / "first", 0)
    (line,) = sum_up(PIECES, {})
    assert line == {"attack": "kill reading", "tried": 0, "failed": 0, "pieces": 0, "pieces_left": 3}


def test_the_pieces_of_a_goal_are_all_of_it_and_none_twice() -> None:
    numbers = [
        number
        for piece in list_pieces(["kill"], ["serving"])
        for number in range(piece.start, piece.start + piece.count)
    ]
    assert numbers == list(range(300))
    assert sum(piece.count for piece in list_pieces(["mutate"], ["messages"])) == 100_000


def test_a_process_is_killed_before_the_statement_it_was_to_be_killed_before(tmp_path: Path) -> None:
    place, steps = tmp_path / "some.sqlite3", Steps(last=3)
    pid = os.fork()
    if not pid:
        steps.listen(tmp_path)
        db = sqlite3.connect(place, isolation_level=None)
        for number in range(9):
            db.execute(f"CREATE TABLE t{number} (a)")
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert (os.WIFSIGNALED(status), os.WTERMSIG(status)) == (True, signal.SIGKILL)
    assert steps.done == 3
    made = sqlite3.connect(place).execute("SELECT name FROM sqlite_master").fetchall()
    assert made == [("t0",), ("t1",), ("t2",)]


def test_a_file_that_is_written_in_the_folder_is_a_step_and_one_that_is_read_is_none(tmp_path: Path) -> None:
    steps = Steps()
    pid = os.fork()
    if not pid:
        steps.listen(tmp_path)
        (tmp_path / "a").write_text("a")
        (tmp_path / "a").rename(tmp_path / "b")
        (tmp_path / "b").read_text()
        os._exit(0)
    os.waitpid(pid, 0)
    assert steps.done == 2
