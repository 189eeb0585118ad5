"""A Python that has no second names for files, as the one in a browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onward_app import home
from onward_app.keeping.files import link_or_copy


def test_a_secret_is_made_once_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("ONWARD_SECRET", raising=False)
    monkeypatch.delattr(os, "link")
    first = home.read_secret()
    assert home.read_secret() == first
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secret"]


def test_a_file_is_copied_where_it_cannot_have_a_second_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "link")
    (tmp_path / "one").write_bytes(b"words")
    link_or_copy(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "two").read_bytes() == b"words"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
