"""Pictures of the main pages, empty and with the example read, wide and narrow, light and dark, into shots/.

`python tests/browser/shots.py` takes them all; `python tests/browser/shots.py first-page` takes the one in the README.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))  # so that it also runs as a script

from playwright.sync_api import Browser, Page  # noqa: E402
from tests.browser.house import NARROW, WIDE, House, chromium, visit  # noqa: E402
from tests.browser.steps import THE_DAY, live  # noqa: E402
from tests.browser.walk import walk  # noqa: E402

LOOKS = (("wide", WIDE, False), ("wide", WIDE, True), ("narrow", NARROW, False), ("narrow", NARROW, True))
TALL = 900  # pixels
LONGEST = 80  # characters of a picture's name; an address may carry a whole answer
FIRST_PAGE = ROOT / "docs" / "first-page.png"


def shoot(opened: Browser, house: House, folder: Path) -> int:
    """Every kind of page in every look; how many pictures."""
    number = 0
    for name, width, dark in LOOKS:
        with visit(opened, house, width=width, dark=dark) as window:
            for path in walk(window):
                look = f"{name}-{'dark' if dark else 'light'}"
                _all_of_it(window.page, width)
                window.page.screenshot(path=folder / f"{_name(path)}-{look}.png")
                window.page.set_viewport_size({"width": width, "height": TALL})
                number += 1
    return number


def first_page(opened: Browser, house: House, place: Path) -> None:
    """The page that somebody sees first."""
    with visit(opened, house, width=1000, height=640) as window:
        window.go("/start/")
        window.page.screenshot(path=place)


def main() -> None:
    """Take the pictures and say where they are."""
    with tempfile.TemporaryDirectory() as place, chromium() as opened:
        if sys.argv[1:] == ["first-page"]:
            with House(Path(place) / "empty", "") as house:
                first_page(opened, house, FIRST_PAGE)
            print(f"Wrote {FIRST_PAGE.relative_to(ROOT)}.")  # noqa: T201 - this is what the command is for
            return
        print(f"{_both(opened, Path(place))} pictures are in shots/.")  # noqa: T201 - this is what the command is for


def _both(opened: Browser, place: Path) -> int:
    number = 0
    for state in ("empty", "full"):
        folder = ROOT / "shots" / state
        folder.mkdir(parents=True, exist_ok=True)
        with House(place / state, THE_DAY) as house:
            if state == "full":
                with visit(opened, house) as window:
                    live(window)
            number += shoot(opened, house, folder)
    return number


def _all_of_it(page: Page, width: int) -> None:
    """As tall as the page, so that what is fixed to the bottom edge covers nothing."""
    page.set_viewport_size({"width": width, "height": max(TALL, page.evaluate("document.body.scrollHeight"))})


def _name(path: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")[:LONGEST] or "today"


if __name__ == "__main__":
    main()
