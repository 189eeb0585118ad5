"""Onward as it is built for a browser, served on loopback; and waiting for its pages, which come without being loaded."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from anywhere.serve import FOLDER, open_server
from playwright.sync_api import Page

BUILT = Path(os.environ.get("ONWARD_BUILT", FOLDER))
PATIENCE = 120  # seconds; on a machine with much else to do everything is slow
FOLLOW = """(path) => {
  const link = document.createElement("a");
  link.href = path;
  document.body.append(link);
  link.click();
}"""


@contextmanager
def served(folder: Path) -> Iterator[ThreadingHTTPServer]:
    """The folder on loopback for as long as the block lasts."""
    with open_server(0, folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def count_shown(page: Page) -> int:
    """How many pages the program has shown; 0 also where it is an ordinary page of a server."""
    return int(page.evaluate("() => window.onwardShown ?? 0"))


def wait_for_page(page: Page, number: int, patience: float = PATIENCE) -> None:
    """Until the program has shown so many pages. Asked again and again, because its policy forbids more."""
    until = time.monotonic() + patience
    while count_shown(page) < number:
        assert time.monotonic() < until, page.locator("#said").all_inner_texts() or page.url
        time.sleep(0.02)


def follow(page: Page, path: str) -> None:
    """To another page of the program that is open, as a link on it would lead there."""
    with leads_on(page):
        page.evaluate(FOLLOW, path)


@contextmanager
def leads_on(page: Page, patience: float = PATIENCE) -> Iterator[None]:
    """What is done within leads to another page; wait until that page is there."""
    if not (before := count_shown(page)):
        with page.expect_navigation():
            yield
        return
    yield
    wait_for_page(page, before + 1, patience)
