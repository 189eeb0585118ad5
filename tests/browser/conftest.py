"""One browser and one house for each file: playwright's loop must not outlive the file it serves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser import cannot
from tests.browser.built import hosting
from tests.browser.house import AFTER_THE_EXAMPLE, EXAMPLE, IS_BUILT, House, chromium, run

HERE = Path(__file__).parent
SHORT = {"test_article.py", "test_asking.py", "test_gate.py", "test_noting.py"}  # the story; the walks take longer


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What walks through every page is a target of its own; and a browser can't do all of it."""
    ours = [item for item in items if item.path.parent == HERE]
    for item in ours:
        if item.path.name not in SHORT:
            item.add_marker(pytest.mark.long)
        if IS_BUILT and (reason := cannot.find_reason(item)):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session", autouse=True)
def _hosted() -> Iterator[None]:
    """As it is built for a browser, it is served once for all."""
    if not IS_BUILT:
        yield
        return
    with hosting():
        yield


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    """A Chromium."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house on its first day."""
    with House(tmp_path_factory.mktemp("empty") / "home", AFTER_THE_EXAMPLE) as house:
        yield house


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house in which the example was read."""
    home = tmp_path_factory.mktemp("full") / "home"
    read = run(home, AFTER_THE_EXAMPLE, "read", str(EXAMPLE))
    assert read.returncode == 0, read.stderr
    with House(home, AFTER_THE_EXAMPLE) as house:
        yield house


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A data folder that isn't there yet."""
    return tmp_path / "home"
