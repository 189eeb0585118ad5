"""Every page that links lead to, each kind of page once, and what is wrong with it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urldefrag, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page
from tests.browser.aloud import find_out_of_order
from tests.browser.house import NARROW, Visit

MAIN = (
    "/", "/start/", "/start/no/", "/start/interview/", "/start/quiet/", "/start/offer/", "/start/none/", "/jobs/",
    "/jobs/add/", "/notice/", "/notice/paste/", "/notice/bring/", "/ask/", "/debrief/", "/debrief/transcripts/", "/kinks/", "/practice/",
    "/practice/cards/", "/practice/rounds/", "/practice/recordings/",
    "/pace/", "/values/", "/recover/", "/changes/", "/talk/", "/help/", "/help/mail/",
)  # fmt: skip
LAST = "/recover/no/"  # opening a no begins a day on which other pages are quiet, so these come last
MOST = 90  # pages of one walk
TARGET = 44  # pixels
LONGEST = 1500  # pixels of a page on a phone, at the default text size
AS_LONG_AS_IT_IS = re.compile(r"/help/|/jobs/\d+/$")  # Help, and the story of one job
TOUCHED = (
    "button, a.button, summary, select, textarea, label:has(> input), "
    "input:not([type=hidden], [type=checkbox], [type=radio])"
)
_axe = Axe()


def walk(visit: Visit) -> Iterator[str]:
    """Open each kind of page that links lead to; the path of each, after it was opened."""
    waiting = deque(MAIN)
    known = {_kind(path) for path in MAIN}
    opened = 0
    while waiting and opened < MOST:
        path = waiting.popleft()
        opened += 1
        if not _opens(visit, path):
            continue
        yield path
        for link in _links(visit.page):
            if _kind(link) in known:
                continue
            known.add(_kind(link))
            waiting.append(link)
        waiting = deque(sorted(waiting, key=lambda one: one.startswith(LAST)))


def troubles(page: Page, *, status: int = 200) -> list[str]:
    """What is wrong with the page that is open, each as a line."""
    found: list[str] = [] if status == 200 else [f"answers {status}"]
    headings = page.locator("h1").count()
    found += [] if headings == 1 else [f"has {headings} h1"]
    firsts = [button for button in page.locator("main .first").all() if button.is_visible()]
    found += [] if len(firsts) <= 1 else [f"has {len(firsts)} filled buttons"]
    found += [f"axe: {row['id']}: {row['nodes'][0]['html'][:160]}" for row in _violations(page)]
    found += [f"scrolls sideways: {row}" for row in _too_wide(page)]
    found += [f"is read in another order than it stands: {row}" for row in find_out_of_order(page)]
    found += [f"is {height} px long" for height in [_height(page)] if _is_long(page, height)]
    return found + [f"too small to touch: {row}" for row in _too_small(page)]


def _opens(visit: Visit, path: str) -> bool:
    """Whether there is a page; a file to download is none."""
    try:
        visit.status = visit.go(path)
    except Error as trouble:
        if "Download is starting" in str(trouble):
            return False
        raise
    return True


def _kind(path: str) -> tuple[str, tuple[str, ...]]:
    there = urlsplit(path)
    return re.sub(r"\d+", "#", there.path), tuple(sorted(parse_qs(there.query)))


def _links(page: Page) -> list[str]:
    found: list[str] = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    return [
        link for link in (urldefrag(one).url for one in found) if link.startswith("/") and not link.endswith("/undo/")
    ]


def _height(page: Page) -> int:
    height: int = page.evaluate("document.documentElement.scrollHeight")
    return height


def _is_long(page: Page, height: int) -> bool:
    narrow = page.viewport_size is not None and page.viewport_size["width"] == NARROW
    if page.locator("[data-somebody]").count():
        return False  # whom to call stands above what was typed, all of it
    return narrow and height > LONGEST and not AS_LONG_AS_IT_IS.match(urlsplit(page.url).path)


def _violations(page: Page) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = _axe.run(page).response["violations"]
    return rows


def _too_wide(page: Page) -> list[str]:
    rows: list[str] = page.evaluate(
        """() => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const over = (e) => e.getBoundingClientRect().right > width + 1 && !e.parentElement.closest(".scroll");
          const all = [...document.querySelectorAll("main *")].filter(over).map(e => e.outerHTML.slice(0, 120));
          return [...all.slice(0, 2), "the page"].slice(0, 2);
        }"""
    )
    return rows


def _too_small(page: Page) -> list[str]:
    rows: list[str] = page.evaluate(
        """([touched, target]) => [...document.querySelectorAll(touched)].filter(e => {
          const box = e.getBoundingClientRect();
          return e.checkVisibility() && box.width > 1 && (box.height < target - 0.5);
        }).slice(0, 3).map(e => Math.round(e.getBoundingClientRect().height) + " px " + e.outerHTML.slice(0, 120))""",
        [TOUCHED, TARGET],
    )
    return rows
