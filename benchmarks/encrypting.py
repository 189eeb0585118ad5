"""What an encrypted folder costs: `python benchmarks/encrypting.py [--jobs 500]`.

One search (`benchmarks/filled.py`, with fifty recordings of 200 kB) is measured as it is, encrypted, and as it
is again; each time in a process of its own. Prints one JSON object for each thing: seconds of the processor as it is, encrypted, and
their ratio (above 1: encrypted takes longer); medians, so that another program in between doesn't count. Beside what is measured as it is
stands the second time it was: how far the two are apart is how far a ratio can be trusted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")
PASSPHRASE = "correct horse battery"
PAGES = ("today:front", "jobs:front", "find:front", "notice:front", "pace:front", "changes:front", "practice:front")
REPEATS, LETTERS = 15, 2000
FILL = """
import sys, django
django.setup()
from benchmarks.filled import fill_search
from onward_app.serve import set_up
set_up()
from onward_app.records.writing.owner import ensure_owner
fill_search(ensure_owner(), int(sys.argv[1]))
"""

KEEP_SOUND = """
import secrets, django
django.setup()
from onward.practice.sound import Sound
from onward_app.records.models import Card, Owner
from onward_app.records.writing.recordings import keep_recording
owner = Owner.objects.get()
for card in Card.objects.filter(owner=owner)[:50]:
    keep_recording(owner, chunks=[bytes.fromhex("1a45dfa3") + secrets.token_bytes(200_000)], sort=Sound.WEBM, card=card, question="Why us?", seconds=30)
"""


def spend(what: Callable[[], object], repeats: int = REPEATS) -> float:
    """Seconds of the processor: the median."""
    taken = []
    for _ in range(repeats):
        begun = time.process_time()
        what()
        taken.append(time.process_time() - begun)
    return median(taken)


def measure() -> dict[str, float]:
    """Everything that is measured of the folder that ONWARD_HOME names."""
    from onward_app.cli.unlocking import prepare_unlocking

    prepare_unlocking(terminal=False)
    told = {"opening it": spend(_open, 1)}
    from benchmarks.reading import made_up
    from django.db import connection
    from django.test import Client
    from django.urls import reverse

    from onward_app.collect import take_in_letters
    from onward_app.keeping.backups import make_backup
    from onward_app.keeping.export import write_export
    from onward_app.records.models import Owner, Recording
    from onward_app.records.writing.jobs import add_job
    from onward_app.web.gate import cookie_for, cookie_name

    owner = Owner.objects.get()
    browser = Client(HTTP_HOST="127.0.0.1:80", SERVER_PORT="80")
    browser.cookies[cookie_name()] = cookie_for(owner)

    def look(path: str) -> None:
        connection.close()  # as for each request
        assert browser.get(path).status_code == 200

    for path in map(reverse, PAGES):
        look(path)  # once, so that nothing is imported when it counts
    told["seven pages"] = spend(lambda: [look(path) for path in map(reverse, PAGES)])
    told["a job added"] = spend(lambda: add_job(owner, employer="Elm", role="Nurse"))
    told[f"{LETTERS:,} letters read"] = spend(lambda: take_in_letters(owner, map(made_up, range(LETTERS))), 1)
    sound = reverse("practice:audio", args=[Recording.objects.latest("pk").pk])
    told["a recording of 200 kB heard"] = spend(lambda: b"".join(browser.get(sound).streaming_content))
    told["a backup"] = spend(make_backup, 3)
    with tempfile.TemporaryDirectory() as folder:
        told["everything taken out"] = spend(lambda: write_export(Path(folder) / "out.zip"), 3)
    return told


def _open() -> None:
    from onward_app.serve import set_up

    set_up()


def run(home: Path, code: str, *words: str) -> str:
    """What a process of its own prints about this folder."""
    world = os.environ | {
        "ONWARD_HOME": str(home),
        "ONWARD_CLOCK": "2026-11-16T09:00",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
    }
    world["ONWARD_PASSPHRASE_FILE"] = str(home.with_name("passphrase"))
    return subprocess.run(
        [sys.executable, "-c", code, *words], env=world, stdout=subprocess.PIPE, text=True, check=True
    ).stdout


def turn(home: Path, what: str) -> float:
    """Turn it on or off; seconds of the processor."""
    code = (
        "import time; from onward_app.cli.unlocking import prepare_unlocking; from onward_app.keeping.encrypting import *; "
        f"prepare_unlocking(); begun = time.process_time(); {what}; print(time.process_time() - begun)"
    )
    return float(run(home, code))


def main() -> None:
    """Fill, measure, encrypt, measure, decrypt, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jobs", type=int, default=500)
    jobs = options.parse_args().jobs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.with_name("passphrase").write_text(PASSPHRASE, encoding="utf-8")
        run(home, FILL, str(jobs))
        run(home, KEEP_SOUND)
        ask = "import json; from benchmarks.encrypting import measure; print(json.dumps(measure()))"
        plain: dict[str, Any] = json.loads(run(home, ask))
        on = turn(home, f"encrypt_folder({PASSPHRASE!r})")
        sealed: dict[str, Any] = json.loads(run(home, ask))
        off = turn(home, "decrypt_folder()")
        again: dict[str, Any] = json.loads(run(home, ask))
        size = sum(path.stat().st_size for path in home.rglob("*") if path.is_file())
    for name, seconds in plain.items():
        told = {"as_it_is": seconds, "encrypted": sealed[name], "as_it_is_again": again[name]}
        print(
            json.dumps(
                {
                    "what": name,
                    **{key: round(value, 4) for key, value in told.items()},
                    "ratio": round(sealed[name] / seconds, 2),
                }
            )
        )
    print(
        json.dumps(
            {
                "what": "turned on and off",
                "on": round(on, 2),
                "off": round(off, 2),
                "mb": round(size / 1e6, 1),
                "jobs": jobs,
            }
        )
    )


if __name__ == "__main__":
    main()
