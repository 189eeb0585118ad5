"""One browser and one house for each file: playwright's loop must not outlive the file it serves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.house import AFTER_THE_EXAMPLE, EXAMPLE, House, chromium, run

SHORT = {"test_article.py", "test_asking.py", "test_gate.py", "test_noting.py"}  # the story; the walks take longer


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What walks through every page is a target of its own."""
    for item in items:
        if item.path.parent == Path(__file__).parent and item.path.name not in SHORT:
            item.add_marker(pytest.mark.long)


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    """A Chromium."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house on its first day."""
    with House(tmp_path_factory.mktemp("empty"), AFTER_THE_EXAMPLE) as house:
        yield house


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house in which the example was read."""
    home = tmp_path_factory.mktemp("full")
    read = run(home, AFTER_THE_EXAMPLE, "read", str(EXAMPLE))
    assert read.returncode == 0, read.stderr
    with House(home, AFTER_THE_EXAMPLE) as house:
        yield house


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that isn't there yet."""
    return tmp_path / "home"
