"""A phone with Onward's static files on it: a plain server on loopback, a browser with a profile that stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Playwright, expect
from tests.browser.built import MICROPHONE
from tests.browser.find_browser import FLAGS, browser
from tests.browser.shell import PATIENCE, count_shown, follow, wait_for_page
from tests.browser.test_article import Hand


@dataclass(slots=True)
class Finger(Hand):
    """Taps, and waits until the page that comes of it is there."""

    def open(self, what: Locator) -> None:
        """Tap what leads to another page."""
        self.taps += 1
        before = count_shown(self.page)
        what.tap()
        wait_for_page(self.page, before + 1)


@dataclass(slots=True)
class Phone:
    """The browser on one profile, and everything that it asked for."""

    play: Playwright
    profile: Path
    server: ThreadingHTTPServer
    moment: str = ""
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    context: BrowserContext | None = None

    @property
    def origin(self) -> str:
        """Where it is served."""
        return f"http://127.0.0.1:{self.server.server_port}"

    @property
    def page(self) -> Page:
        """The one page that is open."""
        assert self.context is not None
        return self.context.pages[0]

    @property
    def house(self) -> SimpleNamespace:
        """As a window on a house has it: only its moment is asked for."""
        return SimpleNamespace(moment=self.moment)

    def start(self, moment: str, *, path: str = "/") -> Finger:
        """The browser is opened anew, at this moment."""
        self.close()
        self.moment = moment
        self.context = self.play.chromium.launch_persistent_context(
            str(self.profile), executable_path=browser(), args=[*FLAGS, *MICROPHONE], has_touch=True, accept_downloads=True,
            viewport={"width": 390, "height": 844}, reduced_motion="reduce",
        )  # fmt: skip
        self.context.set_default_timeout(PATIENCE * 1000)
        expect.set_options(timeout=PATIENCE * 1000)
        self.context.add_init_script(f"localStorage.setItem('onward:clock', {moment!r})")
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        self.context.on("weberror", lambda trouble: self.complaints.append(str(trouble.error)))
        self.page.goto(self.origin + path)
        return Finger(self.page)

    def close(self) -> None:
        """The browser is closed; its profile stays."""
        if self.context is not None:
            self.context.close()
        self.context = None

    def go(self, path: str) -> None:
        """To another page of the program that is open, as a link on it would lead there."""
        follow(self.page, path)

    @property
    def strangers(self) -> list[str]:
        """Addresses asked for that are not on this machine."""
        return [
            url
            for url in self.asked
            if urlsplit(url).scheme in {"http", "https", "ws"} and not url.startswith(self.origin)
        ]
