"""How large Onward in a browser is, how soon it is there, and how fast its pages are: `python benchmarks/anywhere.py`.

Build it first (`make web`). Times are of a real Chromium, once as it is and once with its processor slowed four times, beside the
same pages asked of the same door in ordinary Python.
"""

from __future__ import annotations

import gzip
import os
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from anywhere.serve import FOLDER, open_server
from playwright.sync_api import BrowserContext, sync_playwright
from tests.browser.find_browser import FLAGS, browser

PAGES = ("/", "/start/", "/start/no/", "/jobs/", "/practice/", "/pace/", "/talk/", "/data/")
ROUNDS = 3
ASK = """
async (path) => { const began = performance.now(); await (await fetch(path)).text(); return performance.now() - began; }
"""


def main() -> None:
    """Print the table."""
    files = [path for path in FOLDER.rglob("*") if path.is_file()]
    print(
        f"download, compressed: {sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) / 1e6:.2f} MB in {len(files)} files"
    )
    first = [FOLDER / "index.html", *FOLDER.glob("first-*.js"), *FOLDER.glob("shell-*.js"), FOLDER / "sw.js"]
    print(f"the first page, with its scripts: {sum(path.stat().st_size for path in first) / 1e3:.0f} kB")
    for slowed in (1, 4):
        print(f"\nprocessor slowed {slowed} times" if slowed > 1 else "\nas it is")
        _visit_twice(slowed)
    print("\nthe same pages of the same door in ordinary Python")
    _time_at_home()


def _visit_twice(slowed: int) -> None:
    with open_server() as server, tempfile.TemporaryDirectory() as profile, sync_playwright() as play:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for number in ("first", "second"):
            context = play.chromium.launch_persistent_context(profile, executable_path=browser(), args=list(FLAGS))
            _visit(context, f"http://127.0.0.1:{server.server_port}/", number, slowed, profile)
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
    print(f"  memory of the page and its worker: {_measure_memory(profile) / 1e6:.0f} MB")


def _measure_memory(profile: str) -> float:
    """Of the process of this browser that shows the page: what is its alone (proportional set size).

    It is the largest; the others are the browser’s own bars, and one that waits for the next tab.
    """
    return max((_read_pss(place) for place in Path("/proc").glob("[0-9]*") if _shows_pages(place, profile)), default=0)


def _shows_pages(place: Path, profile: str) -> bool:
    try:
        return b"--type=renderer" in (place / "cmdline").read_bytes() and _is_below(int(place.name), profile)
    except OSError:
        return False  # it has ended


def _read_pss(place: Path) -> float:
    rollup = (place / "smaps_rollup").read_text()
    return float(next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) * 1024)


def _is_below(number: int, profile: str) -> bool:
    """Whether a process was started by the browser on this profile, and not by somebody else’s."""
    while number > 1:
        place = Path("/proc") / str(number)
        if f"--user-data-dir={profile}".encode() in (place / "cmdline").read_bytes():
            return True
        number = int((place / "stat").read_text().rpartition(")")[2].split()[1])
    return False


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
