"""One playwright for each file of these tests: its loop must not outlive the file it serves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright


@pytest.fixture(scope="module")
def play() -> Iterator[Playwright]:
    """One playwright for the file."""
    with sync_playwright() as found:
        yield found
