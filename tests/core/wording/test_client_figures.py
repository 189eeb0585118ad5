"""The published figures of the scan for client details are those that its benchmark prints."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from onward.wording.client_patterns import DetailKind

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("client_details_bench", ROOT / "benchmarks" / "client_details.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their own module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows(bench: ModuleType) -> list:
    return bench.read()


def test_the_page_is_what_the_script_writes(bench: ModuleType, rows: list) -> None:
    assert (ROOT / "docs" / "client-details.md").read_text("utf-8") == bench.page(rows)


def test_there_are_sentences_enough_of_every_class_and_half_are_held_out(bench: ModuleType, rows: list) -> None:
    assert sum(bool(row.details) for row in rows) >= 150
    assert sum(row.group == "harmless" for row in rows) >= 60
    for group in bench.CLASSES:
        some = [row.held_out for row in rows if row.group == group]
        assert len(some) >= 6
        assert sum(some) == len(some) // 2
    assert len({row.text for row in rows}) == len(rows)
    assert {kind for _, kind in bench.CLASSES.values()} == set(DetailKind)


def test_it_counts_a_detail_as_found_when_a_mark_overlaps_it(bench: ModuleType) -> None:
    one = bench._sentence("name", "I told them about [Maria Lopez] in Dayton.", True)
    assert one.text == "I told them about Maria Lopez in Dayton."
    assert bench.recall([one]) == (1, 1)
    assert bench.precision([one]) == (1, 2)  # Dayton was not labeled here
    assert bench.left_alone([bench._sentence("harmless", "I asked about supervision.", False)]) == (1, 1)


def test_it_holds_what_it_reached(bench: ModuleType, rows: list) -> None:
    held = [row for row in rows if row.held_out]
    found, details = bench.recall(held)
    right, marks = bench.precision(held)
    assert found / details >= 0.85
    assert right / marks >= 0.9
    alone, harmless = bench.left_alone(rows)
    assert alone / harmless >= 0.95


def test_it_holds_what_it_reached_on_sentences_written_later(bench: ModuleType) -> None:
    held = [row for row in bench.read_later() if row.held_out]
    assert len(held) == 40
    found, details = bench.recall(held)
    right, marks = bench.precision(held)
    assert found / details >= 0.85
    assert right / marks >= 0.9


def test_misses_of_the_held_out_half_are_never_shown(bench: ModuleType, rows: list) -> None:
    shown = "\n".join(bench.misses(rows))
    assert not any(row.text in shown for row in rows if row.held_out)


@pytest.mark.parametrize("raw", ["Nothing is marked here.", "harmless"])
def test_a_sentence_without_its_label_is_refused(bench: ModuleType, raw: str) -> None:
    with pytest.raises(ValueError, match="wrong number of details"):
        bench._sentence("name", raw, False)


def test_a_file_of_marked_sentences_is_measured(bench: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "marked.txt"
    file.write_text("I told them about [[Maria Lopez|name]].\nI answered in two minutes and stopped.\n", "utf-8")
    told = {"n": 2, "details": 1, "recall": 1.0, "precision": 1.0, "false_alarms": 0.0}
    assert bench.measure(bench.read_marked(file)) == told


def test_it_holds_what_it_reached_on_sentences_of_another_hand(bench: ModuleType) -> None:
    told = bench.measure(bench.read_marked(bench.TRAINED))
    assert told["recall"] >= 0.9
    assert told["precision"] >= 0.9
