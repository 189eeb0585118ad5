"""What Onward stands on: each library has a bound, a reason and a row, and the constraints hold no address."""

from __future__ import annotations

import re

from benchmarks.dependencies import CONSTRAINTS, PAGE, WHY, list_direct

AFTER_YEARS = {"tzdata"}


def test_each_library_is_held_below_its_next_major() -> None:
    assert [name for name, (bounds, _) in list_direct().items() if "<" not in bounds and name not in AFTER_YEARS] == []


def test_each_library_has_its_reason_and_its_row() -> None:
    rows = PAGE.read_text("utf-8")
    direct = list_direct()
    assert set(WHY) == set(direct)
    assert [
        name
        for name, (bounds, _) in direct.items()
        if not re.search(rf"^\| {name}\b.*`{re.escape(bounds)}`", rows, re.M)
    ] == []


def test_the_constraints_are_names_and_hashes_and_have_each_library() -> None:
    text = CONSTRAINTS.read_text("utf-8")
    assert re.fullmatch(r"(?:[a-z0-9.-]+==[\w.]+(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n)+", text)
    assert set(WHY) <= set(re.findall(r"^([a-z0-9.-]+)==", text, re.M))
