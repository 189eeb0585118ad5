"""One filled folder and its export, made once for all tests of keeping."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.keeping.folders import living_in, make_filled

from onward_app.keeping.export import write_export


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: Any) -> Path:
    with django_db_blocker.unblock():
        return make_filled(tmp_path_factory.mktemp("filled"))


@pytest.fixture(scope="session")
def taken_out(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("out") / "search.zip"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(filled))
        write_export(place)
    return place


@pytest.fixture(autouse=True)
def on_files(django_db_blocker: Any) -> Iterator[None]:
    """Each test has databases of its own, in folders of its own."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Path]:
    """An empty data folder."""
    with living_in(tmp_path / "here") as folder:
        yield folder
