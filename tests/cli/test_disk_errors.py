"""What is said of a file that can't be opened depends on why: only a spoiled one is moved away."""

from __future__ import annotations

import pytest
from django.db.utils import DatabaseError

from onward_app.serve import _say_unreadable


@pytest.mark.parametrize(
    ("words", "said", "unsaid"),
    [
        ("disk I/O error", "leave it where it is", "move it"),
        ("database or disk is full", "Make some room", "move it"),
        ("unable to open database file", "whether you may read and write it", "move it"),
        ("attempt to write a readonly database", "leave it where it is", "`onward restore`"),
        ("file is not a database", "`onward restore`", "cable"),
    ],
)
def test_a_disk_that_fails_is_no_reason_to_move_the_file_away(words: str, said: str, unsaid: str) -> None:
    told = _say_unreadable(DatabaseError(words))
    assert said in told
    assert unsaid not in told
