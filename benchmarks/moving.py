"""How long everything takes to go out and come back, in how much memory: `python benchmarks/moving.py [--jobs 500 5000]`.

Prints one JSON object for each step and size: seconds on the wall and on the processor, the most memory that the process of
that step ever held, and the size of what it wrote. Each step is a process of its own, as the command is. The search is that
of `benchmarks/filled.py`, with a recording of 200 kB for every tenth job. `same` says whether what came back goes out as
the same bytes.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
SOUND = 200_000  # bytes
ON = "2026-11-16T09:00"
FILL = """
import sys, django
django.setup()
from benchmarks.filled import fill_search
from onward_app import clock
from onward_app.serve import set_up
set_up()
from onward_app.records.writing.owner import ensure_owner
fill_search(ensure_owner(), int(sys.argv[1]))
"""
# Started by a small process: Linux counts what the one that starts another held to that other's peak, too.
MEASURE = """
import json, os, subprocess, sys, time
begun = time.perf_counter()
process = subprocess.Popen([sys.executable, "-c", *sys.argv[1:]], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
took, peak = time.perf_counter() - begun, used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(json.dumps({"seconds": round(took, 2), "cpu": round(used.ru_utime + used.ru_stime, 2), "peak_mb": round(peak)}))
sys.exit(os.waitstatus_to_exitcode(status))
"""
COMMAND = "import sys; from onward_app.cli.start import main; main()"


def run(home: Path, code: str, *words: str) -> dict[str, Any]:
    """Run this in a process of its own; how long it took, and the most memory it held."""
    world = os.environ | {"ONWARD_HOME": str(home), "ONWARD_CLOCK": ON, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    world["DJANGO_SETTINGS_MODULE"] = "onward_app.settings"
    told = subprocess.run(
        [sys.executable, "-c", MEASURE, code, *words], env=world, stdout=subprocess.PIPE, text=True, check=False
    )
    if told.returncode:
        raise SystemExit(f"{words} ended with {told.returncode}")
    measured: dict[str, Any] = json.loads(told.stdout)
    return measured


def add_recordings(home: Path, number: int) -> None:
    """Recordings with their rows: sound can't be packed any further, so it is made of chance."""
    import sqlite3

    folder = home / "recordings"
    folder.mkdir()
    names = [secrets.token_hex(16) for _ in range(number)]
    for name in names:
        (folder / name).write_bytes(secrets.token_bytes(SOUND))
    with sqlite3.connect(home / "onward.sqlite3") as db:
        db.execute("DELETE FROM records_recording")  # rows without a file
        db.executemany(
            "INSERT INTO records_recording (owner_id, question, name, sort, size, at) VALUES (1, '', ?, 'audio/webm', ?, ?)",
            [(name, SOUND, "2026-11-16 09:00:00") for name in names],
        )
    db.close()


def count_mb(*places: Path) -> float:
    """The bytes of files and folders, in millions."""
    files = [one for place in places for one in (place.rglob("*") if place.is_dir() else [place]) if one.is_file()]
    return round(sum(path.stat().st_size for path in files) / 1e6, 1)


def measure(jobs: int, folder: Path) -> Iterator[dict[str, Any]]:
    """Out, in, out again, a backup and a restore, of a search of this size."""
    was, new, out, again = folder / "was", folder / "new", folder / "out.zip", folder / "again.zip"
    run(was, FILL, str(jobs))
    add_recordings(was, jobs // 10)
    run(was, COMMAND, "jobs")  # the backup of the day
    yield {"step": "export", "jobs": jobs} | run(was, COMMAND, "export", str(out)) | {"mb": count_mb(out)}
    came = run(new, COMMAND, "import", str(out))
    yield {"step": "import", "jobs": jobs} | came | {"mb": count_mb(new / "onward.sqlite3", new / "recordings")}
    run(new, COMMAND, "export", str(again))
    yield {"step": "again", "jobs": jobs, "same": filecmp.cmp(out, again, shallow=False)}
    told = run(was, COMMAND, "backup")
    (name,) = (one.name for one in (was / "backups").iterdir() if one.name not in ("recordings", "documents"))
    yield {"step": "backup", "jobs": jobs} | told | {"mb": count_mb(was / "backups" / name)}
    yield {"step": "restore", "jobs": jobs} | run(was, COMMAND, "restore", name)


def main() -> None:
    """Measure each size, and say it as it comes."""
    given = argparse.ArgumentParser()
    given.add_argument("--jobs", type=int, nargs="+", default=[500, 5000])
    for jobs in given.parse_args().jobs:
        with tempfile.TemporaryDirectory(prefix="onward-moving-") as folder:
            for told in measure(jobs, Path(folder)):
                print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
