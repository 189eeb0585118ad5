"""The file that the first version left, and what the version before this one would have made of it."""

from __future__ import annotations

import gzip
import tempfile
from functools import cache
from pathlib import Path

import pytest
from django.db import connection, transaction
from tests.in_folder import in_folder

from onward_app.records import upgrading
from onward_app.records.versions import list_migrations

FIRST = Path(__file__).parent / "records" / "old" / "0.1.0.sqlite3.gz"


def read_first() -> bytes:
    """A database as 0.1.0 left it."""
    return gzip.decompress(FIRST.read_bytes())


@cache
def bring_to_version_before() -> bytes:
    """The same with every migration but the last."""
    with (
        tempfile.TemporaryDirectory() as folder,
        pytest.MonkeyPatch.context() as patched,
        in_folder(patched, Path(folder)),
    ):
        place = Path(folder) / "onward.sqlite3"
        place.write_bytes(read_first())
        connection.disable_constraint_checking()
        with transaction.atomic():
            upgrading._Whole(connection).migrate([("records", list_migrations()[-2])])
        connection.close()
        return place.read_bytes()
