"""A release: Pythons are asked and not guessed, and the same files are the same zip."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from release.build import zip_folder
from release.check import check_changelog
from release.interpreters import find_python
from release.versions import REFEREES, list_referees

HERE = f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_a_name_on_the_path_that_leads_to_nothing_is_no_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shim = tmp_path / f"python{HERE}"
    shim.write_text("#!/bin/sh\nexit 127\n", "utf-8")
    shim.chmod(0o755)
    kept = tmp_path / "pyenv" / "versions" / f"{HERE}.9" / "bin"
    kept.mkdir(parents=True)
    (kept / f"python{HERE}").symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    assert find_python(HERE) == str(kept / f"python{HERE}")
    assert find_python("3.99") is None


def test_the_same_files_are_the_same_zip(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "one.js").write_text("1", "utf-8")
    (folder / "two.html").write_text("2", "utf-8")
    first = zip_folder(folder, tmp_path / "first.zip").read_bytes()
    os.utime(folder / "two.html", (0, 10**9))
    assert zip_folder(folder, tmp_path / "second.zip").read_bytes() == first


def test_the_version_has_its_heading_in_the_changelog() -> None:
    check_changelog()


def test_what_other_pythons_are_tried_with_is_bounded() -> None:
    assert [one for one in list_referees() if ">=" not in one] == []
    assert len(list_referees()) == len(REFEREES)
