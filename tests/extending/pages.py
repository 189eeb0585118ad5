"""A copy of the source tree in which somebody does what a page under docs/extending says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_STEP = re.compile(r"^\*\*`([^`]+)`\*\*[^\n]*\n\n```(python|toml|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def copy_of_onward(folder: Path) -> Path:
    """The sources and the tests as they stand, without what was compiled."""
    for name in ("src", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "browser"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def steps(page: str) -> dict[str, tuple[str, str]]:
    """What a page says to write: the file, and python or toml for all of it or diff for lines to put in."""
    text = (ROOT / "docs" / "extending" / page).read_text(encoding="utf-8")
    return {file: (sort, body) for file, sort, body in _STEP.findall(text)}


def take(step: tuple[str, str], file: Path) -> None:
    """Write the file, or put the lines of the diff below those that stand around them, in place of those it takes out."""
    sort, body = step
    if sort != "diff":
        assert not file.exists()
        file.write_text(body, encoding="utf-8")
        return
    lines, at = file.read_text(encoding="utf-8").split("\n"), 0
    for line in body.splitlines():
        if line.startswith("+"):
            lines.insert(at, line[1:])
            at += 1
        elif line.startswith("-"):
            at = lines.index(line[1:], at)
            del lines[at]
        elif not line.startswith("@@"):
            at = lines.index(line[1:], at) + 1
    file.write_text("\n".join(lines), encoding="utf-8")


def run(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """Python with this copy instead of the installed Onward."""
    surroundings = os.environ | {"PYTHONPATH": str(folder / "src"), "ONWARD_HOME": str(folder / "home")}
    return subprocess.run(
        [sys.executable, *map(str, words)], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
