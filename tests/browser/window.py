"""A browser's window on a house, wherever that lives: what it asked for, and what it complained about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright
from tests.browser.find_browser import FLAGS, browser

WIDE, NARROW = 1280, 390  # pixels
PATIENCE = 30_000  # milliseconds; a machine with much else to do is no reason to fail


class Lived(Protocol):
    """What a house is to its window."""

    home: Path
    moment: str

    @property
    def origin(self) -> str:
        """Scheme, host and port."""

    @property
    def told(self) -> str:
        """What whatever answers there complained about."""

    def let_in(self, opened: Browser, *, javascript: bool, **habits: Any) -> AbstractContextManager[Visit]:
        """A window with these habits, as Playwright names them, on the house's first page."""


@dataclass(slots=True)
class Visit:
    """A window on a house, which remembers."""

    house: Any
    context: BrowserContext
    page: Page
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    status: int = 0  # of the last answer

    def go(self, path: str) -> int:
        """Open this path; the status of the answer."""
        answer = self.page.goto(self.house.origin + path)
        assert answer is not None
        return answer.status

    def reload(self) -> None:
        """The page is loaded again."""
        self.page.reload()

    def back(self) -> None:
        """To the page before."""
        self.page.go_back()

    @property
    def strangers(self) -> list[str]:
        """Addresses asked for that are not on this machine."""
        return [url for url in self.asked if urlsplit(url).scheme in {"http", "https", "ws"} and not _is_here(url)]

    def assert_quiet(self) -> None:
        """Nothing left this machine, and neither browser nor server complained."""
        assert self.strangers == []
        assert self.complaints == []
        assert self.house.told == ""

    def listen(self) -> None:
        """Remember from now on."""

        def asked(request: Request) -> None:
            self.asked.append(request.url)

        def said(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                self.complaints.append(f"{self.page.url}: {message.text}")

        self.context.on("request", asked)
        self.context.on("console", said)
        self.context.on("weberror", lambda error: self.complaints.append(f"{self.page.url}: {error.error}"))


@contextmanager
def chromium(*flags: str) -> Iterator[Browser]:
    """One Chromium for as long as the block lasts, with these flags beside the usual ones."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=browser(), args=[*FLAGS, *flags])
        try:
            yield opened
        finally:
            opened.close()


@contextmanager
def visit(
    opened: Browser,
    house: Lived,
    *,
    width: int = WIDE,
    height: int = 900,
    dark: bool = False,
    javascript: bool = True,
    touch: bool = False,
) -> Iterator[Visit]:
    """A window that was let in, with these sizes and habits."""
    habits: dict[str, Any] = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce"}
    habits |= {"color_scheme": "dark" if dark else "light", "has_touch": touch}
    with house.let_in(opened, javascript=javascript, **habits) as seen:
        try:
            yield seen
        except Exception as trouble:
            trouble.add_note(f"At {seen.page.url}\n{house.told}")
            raise


def names(rows: Sequence[str]) -> str:
    """Findings as lines, for an assertion's message."""
    return "\n" + "\n".join(rows)


def _is_here(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1"
