"""Run the library's tests and one story on every Python from 3.11 to 3.14 that is here. `make test-versions`.

The one that `make test` ran on is left out. A version that can't be had is named, and nothing stands in for it.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from release.interpreters import VERSIONS, find_python

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "build" / "versions"
REFEREES = ("pytest", "pytest-django", "hypothesis", "lifelines", "rapidfuzz", "webvtt-py", "playwright")
TESTS = ("tests/core", "tests/test_story.py")
SEEN = f"{sys.version_info[0]}.{sys.version_info[1]}"


def main() -> None:
    """Say of each version what became of it; stop where one fails."""
    failed = [version for version in VERSIONS if version != SEEN and not try_version(version)]
    if failed:
        sys.exit(f"Failed on Python {', '.join(failed)}.")


def try_version(version: str) -> bool:
    """Whether it passes, or isn't here."""
    python = find_python(version)
    if python is None:
        print(f"NOT RUN on Python {version}: it isn’t on this machine.", flush=True)
        return True
    print(f"Python {version}:", flush=True)
    own = make_environment(python, PLACE / version)
    return (
        subprocess.run([str(own), "-m", "pytest", "-p", "no:cacheprovider", *TESTS], cwd=ROOT, check=False).returncode
        == 0
    )


def make_environment(python: str, place: Path) -> Path:
    """Its Python, with Onward and what the tests need."""
    subprocess.run([python, "-m", "venv", str(place)], check=True)
    own = place / "bin" / "python"
    wanted = ["--editable", str(ROOT), *list_referees()]
    subprocess.run([str(own), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted], check=True)
    return own


def list_referees() -> list[str]:
    """Of what the tests are made with, what these need, within the bounds that pyproject.toml sets."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["dev"]
    return [one for one in told if one.partition(">")[0] in REFEREES]


if __name__ == "__main__":
    main()
