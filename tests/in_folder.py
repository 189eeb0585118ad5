"""A search in a folder of its own, as it is when Onward runs: tests that look at files need one."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connections
from django.db.utils import load_backend

from onward_app import home
from onward_app.database import describe_file


class in_folder:  # noqa: N801 - used as a statement
    """The default database is the file in this folder."""

    def __init__(self, patched: pytest.MonkeyPatch, folder: Path) -> None:
        patched.setenv("ONWARD_HOME", str(folder))
        patched.delenv("DATABASE_URL", raising=False)
        self.settings = {**connections["default"].settings_dict, **describe_file(str(home.database_path()))}

    def __enter__(self) -> None:
        self.before = connections["default"]
        connections["default"] = load_backend(self.settings["ENGINE"]).DatabaseWrapper(self.settings, "default")

    def __exit__(self, *_: object) -> None:
        connections["default"].close()
        connections["default"] = self.before
