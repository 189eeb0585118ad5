"""How large Onward in a browser is, how soon it is there, and how fast its pages are: `python benchmarks/anywhere.py`.

Build it first (`make web`). Times are of a real Chromium, once as it is and once with its processor slowed four times, beside the
same pages asked of the same door in ordinary Python.
"""

from __future__ import annotations

import argparse
import gzip
import os
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anywhere.serve import FOLDER, open_server
from benchmarks.browser_memory import measure_memory, watch_memory, write_mailbox
from playwright.sync_api import BrowserContext, Page, sync_playwright
from tests.browser.find_browser import FLAGS, browser
from tests.browser.shell import follow, leads_on

PAGES = ("/", "/start/", "/start/no/", "/jobs/", "/practice/", "/pace/", "/talk/", "/data/")
FIRST = (  # what stands there before the program does
    *("index.html", "sw.js", "*.webmanifest", "static-*/onward/onward.css", "static-*/onward/onward.svg"),
    *(f"{name}-*.js" for name in ("first", "own", "shell", "talk", "pages")),
)
ROUNDS = 3
PATIENCE = 1200  # seconds; a mailbox of some GB takes minutes
SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}  # ms, bytes/s
ASK = """
async (path) => { const began = performance.now(); await (await fetch(path)).text(); return performance.now() - began; }
"""


def main() -> None:
    """Print the table."""
    given = argparse.ArgumentParser(prog="python benchmarks/anywhere.py")
    given.add_argument("--mailboxes", type=int, nargs="*", default=[200], help="MB of each that is read (200)")
    asked = given.parse_args()
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    print(
        f"download, compressed: {sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) / 1e6:.2f} MB in {len(files)} files"
    )
    first = [path for pattern in FIRST for path in FOLDER.glob(pattern)]
    print(f"the first page, with its scripts and its look: {sum(path.stat().st_size for path in first) / 1e3:.0f} kB")
    for slowed in (1, 4):
        print(f"\nprocessor slowed {slowed} times" if slowed > 1 else "\nas it is")
        _visit_twice(slowed, asked.mailboxes if slowed == 1 else [])
    print(
        "\nprocessor slowed 4 times, over a line of 1.6 Mbit/s with 150 ms to an answer (what Lighthouse takes for a phone)"
    )
    _visit_over_a_slow_line()
    print("\nthe same pages of the same door in ordinary Python")
    _time_at_home()


def _visit_twice(slowed: int, mailboxes: Sequence[int]) -> None:
    with open_server() as server, tempfile.TemporaryDirectory() as profile, sync_playwright() as play:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for number in ("first", "second"):
            context = play.chromium.launch_persistent_context(profile, executable_path=browser(), args=list(FLAGS))
            _visit(context, f"http://127.0.0.1:{server.server_port}/", number, slowed, profile)
            for megabytes in mailboxes if number == "second" else ():
                _read_mailbox(context.pages[0], profile, megabytes)
            context.close()
        server.shutdown()


def _visit(context: BrowserContext, address: str, number: str, slowed: int, profile: str) -> None:
    page = context.pages[0]
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    began = time.perf_counter()
    page.goto(address)
    box = time.perf_counter() - began
    while not page.evaluate("() => window.onwardShown ?? 0"):
        page.wait_for_timeout(20)
    print(
        f"  {number} visit: a box to write in after {box:.2f} s, the first page of the program after {time.perf_counter() - began:.2f} s"
    )
    if number == "second":
        for path in PAGES:
            print(f"  {path:14} {median(page.evaluate(ASK, path) for _ in range(ROUNDS)):6.0f} ms")
    else:
        page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    print(f"  memory of the page and its worker: {measure_memory(profile) / 1e6:.0f} MB")


def _visit_over_a_slow_line() -> None:
    """Only until there is a box to write in: the rest is what is downloaded, over what the line carries."""
    with open_server() as server, tempfile.TemporaryDirectory() as profile, sync_playwright() as play:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = play.chromium.launch_persistent_context(profile, executable_path=browser(), args=list(FLAGS))
        page = context.pages[0]
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
        began = time.perf_counter()
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="commit")
        page.locator("textarea").first.wait_for(timeout=PATIENCE * 1000)
        print(f"  first visit: a box to write in after {time.perf_counter() - began:.2f} s")
        context.close()
        server.shutdown()


def _read_mailbox(page: Page, profile: str, megabytes: int) -> None:
    """A mailbox of so many million bytes, given to the file picker."""
    with tempfile.TemporaryDirectory() as folder:
        mailbox = Path(folder) / "mail.mbox"
        count = write_mailbox(mailbox, megabytes * 1_000_000)
        follow(page, "/notice/bring/")
        page.locator("input[type=file]").set_input_files(mailbox)
        began = time.perf_counter()
        with watch_memory(profile) as watched, leads_on(page, PATIENCE):
            page.get_by_role("button", name="Read it").click(timeout=0)
    print(
        f"  a mailbox of {megabytes} MB, {count} letters, is read in {time.perf_counter() - began:.0f} s; "
        f"memory at most: {watched.most / 1e6:.0f} MB"
    )


def _time_at_home() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"ONWARD_HOME": folder, "DJANGO_SETTINGS_MODULE": "onward_app.anywhere.settings"}
        from onward_app.anywhere.door import answer, back_up, open_house

        open_house()
        back_up()
        for path in PAGES:
            taken: list[float] = []
            for _ in range(ROUNDS):
                began = time.perf_counter()
                told: Any = answer("GET", path, {}, b"")
                taken.append((time.perf_counter() - began) * 1000)
                assert told[0] in (200, 302), path
            print(f"  {path:14} {median(taken):6.0f} ms")


if __name__ == "__main__":
    main()
