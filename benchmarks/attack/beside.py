"""A server, a reading and events beside each other on one folder: each does its work, and everything is there afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

from benchmarks.attack.tally import Tally

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from onward_app.cli.start import main; main()"]
OPEN_AT = "Onward is open at "


def attack(count: int, folder: Path) -> Tally:
    """`count` additions while a mailbox is read and pages are looked at."""
    tally = Tally("beside")
    world = os.environ | {
        "ONWARD_HOME": str(folder / "beside"),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
    }
    server = subprocess.Popen(
        [*COMMAND, "--no-browser"], env=world, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout is not None
        door = server.stdout.readline().removeprefix(OPEN_AT).strip()
        browser, origin = build_opener(HTTPCookieProcessor()), "{0.scheme}://{0.netloc}".format(urlsplit(door))
        browser.open(door)
        at_work = [_start(world, "read", str(ROOT / "examples/mailbox.mbox"))]
        at_work += [
            _start(world, "add", f"Employer {number}", "Counselor", "--on", "2026-11-02") for number in range(count)
        ]
        while any(one.poll() is None for one in at_work):
            for page in ("/", "/jobs/", "/pace/", "/changes/"):
                with tally.one(page):
                    assert browser.open(origin + page).status == 200
        for one in at_work:
            tally.holds(one.wait() == 0, str(one.stderr.read())[-200:] if one.stderr else "")
        jobs = json.loads(subprocess.check_output([*COMMAND, "jobs", "--json"], env=world))
        there = {job["employer"] for job in jobs}
        tally.holds({f"Employer {number}" for number in range(count)} <= there, "a job was lost")
        tally.holds(len(jobs) > count, "the mailbox wasn't filed")
    finally:
        server.terminate()
        server.wait()
    return tally


def _start(world: dict[str, str], *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([*COMMAND, *words], env=world, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
