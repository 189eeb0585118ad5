"""A search that is laid again is the one that the application made."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction
from tests import laid_again
from tests.filled import fill, on_the_morning
from tests.keeping.folders import read_files, read_tables

from onward_app.records.models import Owner


def test_its_rows_files_and_numbers_are_those_that_were_made(
    alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laid_again, "_laid", {})
    found = []
    for name in ("made", "laid"):
        monkeypatch.setenv("ONWARD_HOME", str(tmp_path / name))
        with on_the_morning(), transaction.atomic():
            assert len(laid_again._laid) == len(found)
            named = {key: (type(row), row.pk) for key, row in fill(Owner.objects.get()).items()}
            found.append((named, read_tables(), read_files(tmp_path / name, ""), laid_again.read_numbers()))
            transaction.set_rollback(True)
    assert found[0] == found[1]
    assert found[0][2]


def test_a_search_with_something_in_it_is_filled_by_the_application(
    alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    Owner.objects.create(name="Bob", made_at=alice.made_at)
    monkeypatch.setattr(laid_again, "_laid", {})
    with on_the_morning():
        fill(alice)
    assert laid_again._laid == {}
