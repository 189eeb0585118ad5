"""Onward as it is built for a browser, in a profile of its own: what is ready in a folder is brought in by the one file."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CompletedProcess
from types import TracebackType
from typing import Any

from playwright.sync_api import Browser, BrowserContext, BrowserType, Download, Error, expect, sync_playwright
from tests.browser.at_home import run
from tests.browser.find_browser import FLAGS, browser
from tests.browser.shell import BUILT, FOLLOW, PATIENCE, count_shown, leads_on, served, wait_for_page
from tests.browser.window import Visit

MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
# The program's worker says how each page was answered; the shell shows the page and doesn't pass that on.
STATUS = """
window.Worker = class extends window.Worker {
  constructor(...told) {
    super(...told);
    this.addEventListener("message", ({ data }) => { if (data.id) window.onwardStatus = data.status; });
  }
};
"""
SLOTS = """async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("onward"), found = [];
  for await (const [name, handle] of folder.entries()) {
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    found.push([name, bytes.toBase64()]);
  }
  return found;
}"""
CLOCK = "try {{ localStorage.setItem('onward:clock', {!r}); }} catch {{ /* no page of ours */ }}"
_ready: dict[str, Any] = {}


@contextmanager
def hosting() -> Iterator[None]:
    """The built folder served, and a profile that was there before, for every house of this run."""
    with served(BUILT) as server, tempfile.TemporaryDirectory() as folder:
        _ready.update(origin=f"http://127.0.0.1:{server.server_port}", profile=Path(folder) / "profile")
        with sync_playwright() as play:
            context = _launch(play.chromium, _ready["profile"])
            context.pages[0].goto(_ready["origin"])
            wait_for_page(context.pages[0], 1)
            context.pages[0].evaluate("async () => { await navigator.serviceWorker.ready; }")
            context.close()
        yield


@dataclass(slots=True)
class BuiltHouse:
    """As `at_home.House`, in a browser’s own storage."""

    home: Path
    moment: str
    window: VisitInPlace | None = field(default=None, repr=False)

    def __enter__(self) -> BuiltHouse:
        return self

    def __exit__(self, kind: type[BaseException] | None, what: BaseException | None, at: TracebackType | None) -> None:
        shutil.rmtree(self.profile, ignore_errors=True)

    @property
    def origin(self) -> str:
        """Where it is served."""
        return str(_ready["origin"])

    @property
    def told(self) -> str:
        """Nothing but its pages can complain."""
        return ""

    @property
    def profile(self) -> Path:
        """Where the browser keeps all of it."""
        return self.home.with_name(f"{self.home.name}.profile")

    def open(self, moment: str) -> None:
        """Whatever is opened next is opened at `moment`."""
        self.moment = moment

    def close(self) -> None:
        """Nothing runs but the window."""

    @contextmanager
    def let_in(self, opened: Browser, *, javascript: bool, **habits: Any) -> Iterator[Visit]:
        """A window with these habits, on the first page."""
        assert javascript, "Without JavaScript there is no program."
        is_new = not self.profile.exists()
        if is_new:
            shutil.copytree(_ready["profile"], self.profile)
        context = _launch(opened.browser_type, self.profile, **habits)
        try:
            self.window = seen = VisitInPlace(self, context, context.pages[0])
            seen.listen()
            if is_new and self.home.is_dir():
                self._bring_in(self.home)
            seen.go("/")
            yield seen
        finally:
            self.window = None
            context.close()

    def run(self, *words: str, at: str = "") -> CompletedProcess[str]:
        """One `onward …` command on this search, on a computer that it is taken to and from."""
        with self.on_a_computer() as folder:
            return run(folder, at or self.moment, *words)

    @contextmanager
    def on_a_computer(self) -> Iterator[Path]:
        """The search taken to a computer by its one file, and back."""
        assert self.window is not None
        with tempfile.TemporaryDirectory() as place:
            taken = Path(place) / "out.zip"
            self.window.go("/data/")
            with self.window.page.expect_download() as coming:
                self.window.page.get_by_role("button", name="Take everything out").click()
            coming.value.save_as(taken)
            folder = Path(place) / "home"
            told = run(folder, self.moment, "import", str(taken))
            assert told.returncode == 0, told.stderr
            yield folder
            self._bring_in(folder)

    def read_kept(self) -> dict[str, bytes]:
        """Every file that is kept, by its place; and what is in those that have none any more, by their own names."""
        assert self.window is not None
        slots = {name: b64decode(raw) for name, raw in self.window.page.evaluate(SLOTS)}
        index = max((slots.pop(name, b"") for name in ("index-a", "index-b")), key=lambda raw: raw[8:12][::-1])
        paths = json.loads(index[12 : 12 + int.from_bytes(index[:4], "little")])
        return slots | {path: slots[name] for path, name in paths.items()}

    def _bring_in(self, folder: Path) -> None:
        assert self.window is not None
        with tempfile.TemporaryDirectory() as place:
            taken = Path(place) / "in.zip"
            told = run(folder, self.moment, "export", str(taken))
            assert told.returncode == 0, told.stderr
            self.window.go("/data/")
            page = self.window.page
            page.get_by_label("The file").set_input_files(taken)
            with leads_on(page):
                page.get_by_role("button", name="Bring it in").click()
            expect(page.get_by_role("alert")).to_have_count(0)


@dataclass(slots=True)
class VisitInPlace(Visit):
    """A window whose pages are written in one another’s place."""

    opened_at: str = ""
    downloads: list[Download] = field(default_factory=list)

    def go(self, path: str) -> int:
        """As a link on the page that is there would lead to it; anew where time has gone by, or nothing is there yet."""
        if self.opened_at != self.house.moment or not self.page.url.startswith(self.house.origin):
            self._open(path)
        else:
            before, downloads = count_shown(self.page), len(self.downloads)
            self.page.evaluate(FOLLOW, path)
            self._wait(before + 1, downloads)
        return int(self.page.evaluate("() => window.onwardStatus"))

    def reload(self) -> None:
        """The browser loads the page again, and all of the program."""
        self.page.reload()
        wait_for_page(self.page, 1)

    def back(self) -> None:
        """To the page before, which is written again."""
        with leads_on(self.page):
            self.page.go_back(wait_until="commit")

    def listen(self) -> None:
        """Remember from now on; and how pages are answered."""
        Visit.listen(self)
        self.context.add_init_script(STATUS)
        self.page.on("download", lambda one: self.downloads.append(one))

    def _open(self, path: str) -> None:
        self.opened_at = self.house.moment
        self.context.add_init_script(CLOCK.format(self.opened_at))
        self.page.goto(self.house.origin + path)
        wait_for_page(self.page, 1)

    def _wait(self, number: int, downloads: int) -> None:
        until = time.monotonic() + PATIENCE
        while count_shown(self.page) < number:
            if len(self.downloads) > downloads:
                raise Error("Download is starting")
            assert time.monotonic() < until, self.page.url
            time.sleep(0.01)


def _launch(chromium: BrowserType, profile: Path, **habits: Any) -> BrowserContext:
    context = chromium.launch_persistent_context(
        str(profile), executable_path=browser(), args=[*FLAGS, *MICROPHONE], accept_downloads=True, **habits
    )
    context.set_default_timeout(PATIENCE * 1000)
    return context
