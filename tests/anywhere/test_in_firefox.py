"""In Firefox: a no in the evening, and the morning after offline, on what was kept. `make test-web` asks for it by its mark."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.anywhere.firefox import Firefox, wait_until
from tests.anywhere.phone import served
from tests.anywhere.test_anywhere import BUILT
from tests.browser.test_article import ADDRESS, EVENING, MORNING, NO, THEY

SHOWN = "return window.onwardShown ?? 0"
MAIN = "return document.querySelector('main')?.innerText ?? ''"
FILL = """
const box = [...document.querySelectorAll("label")].find((one) => one.textContent.trim().startsWith(arguments[0])).control;
box.value = arguments[1];
box.dispatchEvent(new Event("input", { bubbles: true }));
"""
PRESS = """
const found = [...document.querySelectorAll("button, a")].find((one) => one.innerText.includes(arguments[0]));
found?.click();
return Boolean(found);
"""


@dataclass(slots=True)
class Reader:
    """Somebody at a driven browser: fills boxes, presses, and waits for the page that comes of it."""

    browser: Firefox
    origin: str

    def start(self, moment: str) -> None:
        """The address is opened at this moment."""
        self.browser.open(f"{self.origin}/fingerprint.txt")
        self.browser.run("localStorage.setItem('onward:clock', arguments[0])", moment)
        self.browser.open(f"{self.origin}/")

    def fill(self, label: str, text: str) -> None:
        """Write into the box with this label."""
        self.browser.run(FILL, label, text)

    def press(self, name: str) -> None:
        """Press what is called so, and wait for the page."""
        before = self.browser.run(SHOWN)
        assert self.browser.run(PRESS, name), f"{name}: {self.browser.run(MAIN)}"
        wait_until(lambda: self.browser.run(SHOWN) > before, f"{name} leads on: {self.browser.run(MAIN)}")

    def sees(self, text: str) -> None:
        """The page says so, soon."""
        wait_until(lambda: text in self.browser.run(MAIN), f"“{text}” in {self.browser.run(MAIN)}")


def the_evening(reader: Reader) -> None:
    """Written down before the rest is there, and handed over."""
    reader.start(EVENING)
    reader.fill("What they wrote, or who it was", NO)
    ready = "return document.getElementById('on')?.hidden === false"
    wait_until(lambda: reader.browser.run(ready), "the rest is there")
    reader.press("Go on")
    reader.press("Note it")
    reader.sees("That stings. Nothing to solve tonight.")
    reader.sees(THEY)


def the_next_morning(reader: Reader) -> None:
    """The ask is written and sent, and the replay begins."""
    reader.start(MORNING)
    wait_until(lambda: reader.browser.run(SHOWN), "its first page")
    reader.press("Write the ask")
    reader.sees("Ask for advice")
    reader.fill("Their mail address", ADDRESS)
    reader.press("Check it")
    reader.press("I sent it")
    reader.press("Today")
    reader.press("Replay it")
    reader.sees("What was asked?")


@pytest.mark.firefox
def test_firefox_keeps_the_evening_and_goes_on_offline_in_the_morning(tmp_path: Path) -> None:
    with served(BUILT) as server:
        origin = f"http://127.0.0.1:{server.server_port}"
        firefox = Firefox(tmp_path / "profile")
        the_evening(Reader(firefox, origin))
        kept = "return (async () => Boolean((await navigator.serviceWorker.ready).active))()"
        wait_until(lambda: firefox.run(kept), "the program is kept")
        firefox.close()
    firefox = Firefox(tmp_path / "profile")  # the server is gone
    the_next_morning(Reader(firefox, origin))
    firefox.close()
