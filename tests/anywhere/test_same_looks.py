"""The example in the ordinary Onward and in the built one: each page side by side, pixel by pixel, narrow and wide."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright
from tests.anywhere.phone import Phone
from tests.browser.at_home import House
from tests.browser.shell import BUILT, served, wait_for_page
from tests.browser.walk import walk
from tests.browser.window import NARROW, WIDE, Visit

WHERE = "It says where things stay: in this browser, and not on this computer."
MAIL = "A browser can’t talk to a mail server, and has no folders: only files are brought, and mail goes out by the mail program."
DIFFERS = {  # by a pattern of the address, each with its reason
    "/start/": WHERE,
    "/notice/paste/": WHERE,
    "/talk/country/": WHERE,
    r"/jobs/\d+/documents/": WHERE,
    "/notice/bring/": MAIL,
    "/notice/mailbox/": MAIL,
    "/help/mail/": MAIL,
    "/ask/": MAIL,
    r"/ask/new/\d+/": MAIL,
    "/ask/server/": MAIL,
    "/help/": "No folder can be shown.",
    "/help/privacy/": "No folder can be shown, and there is no command line.",
    "/data/": "Nothing is sealed, and no other program can ask; a search is brought in there.",
}
# On every page it is said where things stay, and a browser has a link that leaves the example.
HIDE = """() => { for (const one of document.querySelectorAll(".foot span, .example")) one.style.display = "none"; }"""
TOLERANCE = 0.0002  # of all pixels; what doesn’t differ on purpose differed in none
COMPARE = """async (both) => {
  const read = async (raw) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${raw}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [one, other] = await Promise.all(both.map(read));
  if (one.width !== other.width || one.height !== other.height) return 1;
  let count = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const differs = [0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) > 16);
    count += differs ? 1 : 0;
  }
  return count / (one.data.length / 4);
}"""


@pytest.fixture
def phone(play: Playwright, tmp_path: Path) -> Iterator[Phone]:
    """A browser with the example of the built Onward in its first page."""
    with served(BUILT) as server:
        found = Phone(play, tmp_path / "profile", server)
        found.start("", path="/?example")
        wait_for_page(found.page, 1)
        yield found
        found.close()


def test_each_page_of_the_example_looks_the_same_as_in_the_ordinary_onward(phone: Phone, tmp_path: Path) -> None:
    with House(tmp_path / "home", "", words=("demo", "--no-browser")) as house:
        assert phone.context is not None
        visit = Visit(house, phone.context, phone.context.new_page())
        visit.page.goto(house.door)
        canvas = phone.context.new_page()
        differing = {path for path in walk(visit) if looks_different(canvas, phone, visit.page, path, tmp_path)}
    found = {path: find_named(path) for path in differing}
    assert [path for path, named in found.items() if not named] == []
    assert set(DIFFERS) - set(found.values()) == set()  # each named page is there, and does differ


def find_named(path: str) -> str:
    """The pattern under which an address is named as one that differs on purpose; nothing where it isn’t."""
    return next((one for one in DIFFERS if re.fullmatch(one, path.partition("?")[0])), "")


def looks_different(canvas: Page, phone: Phone, home: Page, path: str, folder: Path) -> bool:
    """Whether the page that is open at home is another one in the built Onward, narrow or wide."""
    phone.go(path)
    shares = [measure_difference(canvas, home, phone.page, width, folder / "shots") for width in (NARROW, WIDE)]
    return max(shares) > TOLERANCE


def measure_difference(canvas: Page, home: Page, built: Page, width: int, folder: Path) -> float:
    """The share of pixels that differ between the two; 1 where they aren't of one size."""
    both = [shoot(page, width) for page in (home, built)]
    share = float(canvas.evaluate(COMPARE, [b64encode(raw).decode() for raw in both]))
    folder.mkdir(exist_ok=True)
    if share > TOLERANCE:
        name = re.sub(r"[^a-z0-9]+", "-", home.url.partition("//")[2].partition("/")[2])[:80]
        for where, raw in zip(("home", "built"), both, strict=True):
            (folder / f"{name}-{width}-{where}.png").write_bytes(raw)
    return share


def shoot(page: Page, width: int) -> bytes:
    """All of the page, without what differs everywhere."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(HIDE)
    return page.screenshot(full_page=True)
