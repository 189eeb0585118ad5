"""Which Pythons this machine has: on the path, and those that pyenv keeps."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
ASKED = "import sys, venv, ensurepip; print(f'{sys.version_info[0]}.{sys.version_info[1]}')"


def find_python(version: str) -> str | None:
    """A Python of this version (“3.12”) that can make environments, or None."""
    return next((one for one in _list_candidates(version) if _ask_version(one) == version), None)


def _list_candidates(version: str) -> Iterator[str]:
    if found := shutil.which(f"python{version}"):
        yield found
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    yield from (str(path) for path in sorted(kept.glob(f"{version}.*/bin/python{version}")))


def _ask_version(python: str) -> str:
    """What it says itself: pyenv puts names on the path that lead to nothing."""
    said = subprocess.run([python, "-c", ASKED], capture_output=True, text=True, check=False)
    return said.stdout.strip()
