"""How much memory the server has after long use: `python benchmarks/lasting.py [--jobs 5000] [--pages 4000]`.

A search of so many jobs (`benchmarks/filled.py`) is opened as anybody opens it, and each address in the URL table that a
page is read from is asked for again and again, as many pages as somebody reads in an hour who never stops to think.
Prints one JSON object a line: what the server holds then, and how far it grew in the second half; a server that keeps
something of each page grows on.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.start import find_address, measure_memory, running, surroundings

MOST_MB, MOST_GROWTH = 120, 1.05
FILLED = "filled.json"


def fill(home: Path, jobs: int) -> None:
    """Make the search in a folder, and beside it the addresses of its pages. In a process of its own."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "onward_app.settings"
    import django

    django.setup()
    from benchmarks.addresses import address_with_rows, list_addresses
    from benchmarks.filled import CLOCK, fill_search, name_rows
    from django.core.management import call_command

    from onward_app import clock
    from onward_app.records.models import Owner

    os.environ["ONWARD_CLOCK"] = CLOCK
    call_command("migrate", verbosity=0)
    owner = Owner.objects.create(name="Sam", made_at=clock.now())
    fill_search(owner, jobs)
    named = name_rows(owner)
    pages = [address_with_rows(name, path, named) for name, path in list_addresses()]
    (home.parent / FILLED).write_text(json.dumps({"clock": CLOCK, "pages": pages}), encoding="utf-8")


def read_pages(browser: urllib.request.OpenerDirector, opened: str, pages: list[str], number: int) -> int:
    """Ask for so many pages; how many came. What is refused (a page that only takes forms) takes memory, too."""
    came = 0
    for page in islice(cycle(pages), number):
        try:
            with browser.open(opened + page, timeout=60) as answer:
                came += bool(answer.read())
        except urllib.error.HTTPError:
            continue
    return came


def tell(what: str, ours: float, goal: float, **more: object) -> None:
    """One line."""
    line = {"what": what, "ours": round(ours, 2), "goal": goal, "peer": None, "ratio": None, "kept": ours <= goal}
    print(json.dumps(line | more), flush=True)


def measure(home: Path, number: int, jobs: int) -> None:
    """Open on the day that the search was made for, read, print."""
    told = json.loads((home.parent / FILLED).read_text(encoding="utf-8"))
    pages, within = told["pages"], surroundings(home) | {"ONWARD_CLOCK": told["clock"]}
    with running([sys.executable, "-m", "onward_app", "--no-browser"], within) as program:
        address = find_address(program)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        browser.open(address, timeout=60).close()
        first, begun = measure_memory(program.pid), time.perf_counter()
        opened = "/".join(address.split("/")[:3])
        came = read_pages(browser, opened, pages, number // 2)
        half = measure_memory(program.pid)
        came += read_pages(browser, opened, pages, number // 2)
        last = measure_memory(program.pid)
    more = {"jobs": jobs, "pages": came, "at_first": first, "half_way": half, "s": round(time.perf_counter() - begun)}
    tell("memory of the server after that many pages, MB", last, MOST_MB, **more)
    tell("memory at the end, of that half way", last / half, MOST_GROWTH)


def main() -> None:
    """Fill, open, read, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jobs", type=int, default=5000)
    options.add_argument("--pages", type=int, default=4000)
    options.add_argument("--fill", type=Path, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.fill:
        fill(asked.fill, asked.jobs)
        return
    with tempfile.TemporaryDirectory(prefix="onward-lasting-") as folder:
        home = Path(folder) / "home"
        again = [sys.executable, __file__, "--fill", str(home), "--jobs", str(asked.jobs)]
        subprocess.run(again, env=surroundings(home), check=True)
        measure(home, asked.pages, asked.jobs)


if __name__ == "__main__":
    main()
