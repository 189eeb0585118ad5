"""Print what the library alone needs, read from pyproject.toml, for the environment without Django."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

APPLICATION = {"django", "platformdirs", "rich", "typer", "waitress", "whitenoise"}
REFEREES = ("pytest", "hypothesis", "lifelines", "rapidfuzz", "webvtt-py")


def name(requirement: str) -> str:
    return re.split(r"[<>=!~\[; ]", requirement, maxsplit=1)[0].lower()


if __name__ == "__main__":
    project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())["project"]
    wanted = [need for need in project["dependencies"] if name(need) not in APPLICATION]
    wanted += [need for need in project["optional-dependencies"]["dev"] if name(need) in REFEREES]
    print("\n".join(need.replace(" ", "") for need in wanted).replace("\n", " "))  # noqa: T201
