"""The published figures of words of harm are those that were kept, and any file of such lines can be measured."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from benchmarks import crisis as bench
from benchmarks.fit_crisis import LINES, MODEL, digest_inputs, read_lines

from onward.wording.crisis_ideas import LANGUAGES, find_ideas, fold, list_words


def test_the_page_is_what_the_script_writes() -> None:
    assert bench.PAGE.read_text("utf-8") == bench.page(json.loads(bench.FIGURES.read_text("utf-8")))


def test_what_ships_is_what_the_script_learned_from_the_lines_that_are_there() -> None:
    learned = json.loads(bench.FIGURES.read_text("utf-8"))["learned"]
    assert learned["inputs"] == digest_inputs(), "run python benchmarks/fit_crisis.py"
    assert learned["model"] == sha256(MODEL.read_bytes()).hexdigest()


def test_there_are_a_thousand_of_either_and_every_language_and_kind() -> None:
    lines = read_lines(LINES)
    assert sum(line.kind != "0" for line in lines) >= 1000
    assert sum(line.kind == "0" for line in lines) >= 1000
    assert {(line.language, line.kind) for line in lines} == {
        (one, kind) for one in LANGUAGES for kind in ["0", "1i", "1p", "2"]
    }
    assert len({(line.language, line.text) for line in lines}) == len(lines)


def test_a_file_of_lines_is_measured_for_each_language_and_for_all(tmp_path: Path) -> None:
    file = tmp_path / "lines.tsv"
    file.write_text("en\t1\tI want to die.\nen\t0\tI took the bus.\nde\t1\tIch will sterben.\n", "utf-8")
    german = {"language": "de", "n": 1, "recall": 1.0, "false_alarms": None}
    english, second, every = bench.measure_file(file)
    assert english["recall"] == 1.0
    assert english["false_alarms"] == 0.0
    assert german.items() <= second.items()
    assert (every["language"], every["n"]) == ("all", 3)


def test_an_idea_is_the_same_in_every_language() -> None:
    said = {
        "en": "I want to die", "de": "ich will sterben", "fr": "je veux mourir", "es": "quiero morir",
        "it": "voglio morire", "nl": "ik wil sterven", "pt": "quero morrer",
    }  # fmt: skip
    for language, text in said.items():
        found = {idea for _, idea in find_ideas(list_words(fold(text)), [language])}
        assert {"i", "want", "die"} <= found, language
