"""A real Onward in a process of its own, on a folder."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from tests.browser.window import PATIENCE, Visit

ONWARD = Path(sys.executable).with_name("onward")
EXAMPLE = Path(__file__).parents[2] / "examples" / "mailbox.mbox"
AFTER_THE_EXAMPLE = "2026-11-16T09:00"
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

    @contextmanager
    def let_in(self, opened: Browser, *, javascript: bool, **habits: Any) -> Iterator[Visit]:
        """A window with these habits. The first goes through the door; later ones bring its cookie."""
        context = opened.new_context(java_script_enabled=javascript, **habits)
        context.set_default_timeout(PATIENCE)
        try:
            seen = Visit(self, context, context.new_page())
            seen.listen()
            self._enter(seen)
            yield seen
        finally:
            context.close()

    def run(self, *words: str, at: str = "") -> subprocess.CompletedProcess[str]:
        """One `onward …` command on this search, at a moment of its own."""
        return run(self.home, at or self.moment, *words)

    @contextmanager
    def on_a_computer(self) -> Iterator[Path]:
        """The folder that the search is in."""
        yield self.home

    def read_kept(self) -> dict[str, bytes]:
        """Every file that is kept, by its place."""
        return {str(path.relative_to(self.home)): path.read_bytes() for path in self.home.rglob("*") if path.is_file()}

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

    def _enter(self, seen: Visit) -> None:
        if self.cookies:
            seen.context.add_cookies(self.cookies)
            return
        answer = seen.page.goto(self.door)
        assert answer is not None and answer.ok, self.told  # noqa: PT018 - the second needs the first
        self.cookies = list(seen.context.cookies())

    def _log(self) -> Path:
        return self.home.with_name(f"{self.home.name}.log")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _world(home: Path, moment: str) -> dict[str, str]:
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("ONWARD_", "DJANGO_"))}
    clock = {"ONWARD_CLOCK": moment} if moment else {}
    return keep | clock | {"ONWARD_HOME": str(home), "TZ": "UTC", "PYTHONUNBUFFERED": "1"}
