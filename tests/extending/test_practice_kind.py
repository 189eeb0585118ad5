"""Whoever follows docs/extending/practice-kind.md has a kind that keeps what every kind promises."""

from __future__ import annotations

from pathlib import Path

from tests.extending.pages import copy_of_onward, run, steps, take

PROMISES = ("-m", "pytest", "tests/core/practice/test_session.py", "-p", "no:cacheprovider", "-vv", "-k", "every_kind")


def test_the_kind_of_the_page_keeps_the_promises(tmp_path: Path) -> None:
    copy = copy_of_onward(tmp_path)
    for file, step in steps("practice-kind.md").items():
        take(step, copy / file)
    promised = run(copy, *PROMISES)
    assert promised.returncode == 0, promised.stdout
    assert "test_every_kind_answers_first_and_grades_after_by_three_points[first_sentence] PASSED" in promised.stdout
