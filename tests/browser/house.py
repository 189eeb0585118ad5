"""A real Onward in a process of its own, and a real browser that is let in."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright
from tests.browser.find_browser import FLAGS, browser

ONWARD = Path(sys.executable).with_name("onward")
EXAMPLE = Path(__file__).parents[2] / "examples" / "mailbox.mbox"
AFTER_THE_EXAMPLE = "2026-11-16T09:00"
WIDE, NARROW = 1280, 390  # pixels
PATIENCE = 30_000  # milliseconds; a machine with much else to do is no reason to fail
ENOUGH = 1500  # characters of a complaint
SAID = "Onward is open at "


def run(home: Path, moment: str, *words: str) -> subprocess.CompletedProcess[str]:
    """One `onward …` command on this data folder at this moment."""
    return subprocess.run([ONWARD, *words], env=_world(home, moment), capture_output=True, text=True, check=False)


@dataclass(slots=True)
class House:
    """Onward on a data folder, with a clock that stands still until it is opened again at another moment.

    Without a moment its clock is the world's.
    """

    home: Path
    moment: str
    process: subprocess.Popen[str] | None = None
    door: str = ""  # the address that works once
    cookies: list[Any] = field(default_factory=list)
    words: tuple[str, ...] = ("--no-browser",)
    surroundings: dict[str, str] = field(default_factory=dict)
    listens_at: int = 0  # where a proxy finds it; set with `--behind` alone

    def __enter__(self) -> House:
        self.open(self.moment)
        return self

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.door))

    @property
    def told(self) -> str:
        """The end of what the process wrote to standard error."""
        place = self._log()
        return place.read_text("utf-8")[-ENOUGH:] if place.exists() else ""

    def open(self, moment: str) -> None:
        """Start at `moment`; one that was open is closed first, and everything kept stays kept."""
        self.close()
        self.moment = moment
        words = self.words
        if "--behind" in words:
            self.listens_at = _free_port()
            words = (*words, "--port", str(self.listens_at))
        with self._log().open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [ONWARD, *words], env=_world(self.home, moment) | self.surroundings, stdout=subprocess.PIPE, stderr=log, text=True
            )  # fmt: skip
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line.startswith(SAID):
            self.close()
            raise AssertionError(f"Onward didn't open. {line}{self.told}")
        self.door = line.removeprefix(SAID).strip()

    def close(self) -> None:
        """Stop it and wait until it has stopped."""
        if self.process is None:
            return
        self.process.terminate()
        self.process.wait(60)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.process = None

    def _log(self) -> Path:
        return self.home.with_name(f"{self.home.name}.log")


@dataclass(slots=True)
class Visit:
    """A browser's window on a house, which remembers what it asked for and what it complained about."""

    house: House
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

    @property
    def strangers(self) -> list[str]:
        """Addresses asked for that are not on this machine."""
        return [url for url in self.asked if urlsplit(url).scheme in {"http", "https", "ws"} and not _is_here(url)]

    def assert_quiet(self) -> None:
        """Nothing left this machine, and neither browser nor server complained."""
        assert self.strangers == []
        assert self.complaints == []
        assert self.house.told == ""


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
    house: House,
    *,
    width: int = WIDE,
    height: int = 900,
    dark: bool = False,
    javascript: bool = True,
    touch: bool = False,
) -> Iterator[Visit]:
    """A window that was let in, with these sizes and habits."""
    context = opened.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        java_script_enabled=javascript,
        has_touch=touch,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    try:
        seen = Visit(house, context, context.new_page())
        _listen(seen)
        _enter(seen)
        yield seen
    except Exception as trouble:
        trouble.add_note(f"At {context.pages[0].url if context.pages else house.door}\n{house.told}")
        raise
    finally:
        context.close()


def names(rows: Sequence[str]) -> str:
    """Findings as lines, for an assertion's message."""
    return "\n" + "\n".join(rows)


def _listen(seen: Visit) -> None:
    def asked(request: Request) -> None:
        seen.asked.append(request.url)

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.complaints.append(f"{seen.page.url}: {message.text}")

    seen.context.on("request", asked)
    seen.context.on("console", said)
    seen.context.on("weberror", lambda error: seen.complaints.append(f"{seen.page.url}: {error.error}"))


def _enter(seen: Visit) -> None:
    """Through the door once; later windows bring the cookie of the first."""
    if seen.house.cookies:
        seen.context.add_cookies(seen.house.cookies)
        return
    answer = seen.page.goto(seen.house.door)
    assert answer is not None and answer.ok, seen.house.told  # noqa: PT018 - the second needs the first
    seen.house.cookies = list(seen.context.cookies())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _is_here(url: str) -> bool:
    return urlsplit(url).hostname == "127.0.0.1"


def _world(home: Path, moment: str) -> dict[str, str]:
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("ONWARD_", "DJANGO_"))}
    clock = {"ONWARD_CLOCK": moment} if moment else {}
    return keep | clock | {"ONWARD_HOME": str(home), "TZ": "UTC", "PYTHONUNBUFFERED": "1"}
