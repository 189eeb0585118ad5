"""The shape of everything that is printed with `--json`: a JSON Schema for each, as files beside this one."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

NAMES = (  # in the order of the documentation
    "read", "notice", "import", "import-calendar", "import-transcript",
    "brought-back", "jobs", "find", "today", "no", "add", "event", "merge",
    "undo", "people", "person", "advert", "attach",
    "letters", "asks", "debrief", "kinks", "practice", "pace", "pause", "hopes", "odds",
    "silence", "values", "lessons",
    "offer", "comments", "export", "backup", "backups", "restore", "rebuild", "sign-out",
)  # fmt: skip


def read_schema(name: str) -> dict[str, Any]:
    """One schema by its name.

    >>> read_schema("undo")["title"]
    'onward undo [CHANGE] --json'
    """
    found: dict[str, Any] = json.loads((files("onward_app.as_json") / "schemas" / f"{name}.json").read_text("utf-8"))
    return found
