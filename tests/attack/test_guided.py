"""Spoiled files that are led by what they reach: what fails is kept and told once, and that nothing ran is said."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from benchmarks.attack.guided import NOT_RUN, attack, follow
from benchmarks.attack.pieces import list_pieces
from benchmarks.attack.tally import Tally


def read(raw: bytes, _: Path) -> None:
    if raw.startswith(b"odd"):
        raise ValueError("it gave")
    int(raw)


def test_what_fails_at_one_place_is_told_once_and_its_file_is_kept(tmp_path: Path) -> None:
    tally = Tally("guided numbers")
    once = follow(read, tmp_path / "spoiled", tmp_path, tally)
    for raw in (b"1", b"odd", b"odd and more", b"none", b"2"):
        once(raw)
    assert (tally.tried, len(tally.failed)) == (5, 2)
    assert [kept.read_bytes() for kept in sorted(tmp_path.iterdir(), key=lambda path: path.stat().st_size)] == [
        b"odd",
        b"none",
    ]
    assert "ValueError: it gave at test_guided.py:" in tally.failed[0]


def test_where_the_library_is_missing_nothing_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    (tally,) = attack(10, 0, tmp_path, ["packs"])
    told = json.loads(str(tally))
    assert (told["tried"], told["failed"], told["failures"]) == (0, 1, [NOT_RUN])


def test_it_is_done_only_where_it_is_asked_for() -> None:
    assert "guided" not in {piece.name for piece in list_pieces()}
    assert {piece.count for piece in list_pieces(["guided"])} == {20_000}
