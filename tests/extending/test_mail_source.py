"""Whoever follows docs/extending/mail-source.md has a source that works."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.extending.pages import copy_of_onward, run, steps, take
from tests.sources.places import MESSAGES

PROMISES = ("-m", "pytest", "tests/sources/test_promises.py", "-p", "no:cacheprovider")
STEPS = steps("mail-source.md")
EXAMPLE = "tests/sources/places.py"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Onward with all that the page says but the example."""
    copy_of_onward(tmp_path)
    for file, step in STEPS.items():
        if file != EXAMPLE:
            take(step, tmp_path / file)
    return tmp_path


def test_the_source_keeps_the_promises_and_is_read_from_the_command_line(copy: Path) -> None:
    take(STEPS[EXAMPLE], copy / EXAMPLE)
    promised = run(copy, *PROMISES, "-vv")
    assert promised.returncode == 0, promised.stdout
    assert "test_every_message_is_found_as_it_stands[json_lines, json_lines] PASSED" in promised.stdout
    letters = [json.dumps(message.decode()) for message in MESSAGES[:2]]
    (copy / "letters").write_text("\n".join([letters[0], "no letter", letters[1]]))
    told = run(copy, "-c", "from onward_app.cli.start import main; main()", "read", copy / "letters")
    assert "Read 2 messages, 2 of them new." in told.stdout, told.stderr
    assert "There is no letter in letters, line 2, so it was left out." in told.stderr


def test_a_source_that_is_listed_without_an_example_is_caught(copy: Path) -> None:
    promised = run(copy, *PROMISES)
    assert promised.returncode == 1
    assert "1 failed" in promised.stdout
    assert "the examples in tests/sources/places.py and the list of sources differ" in promised.stdout
