"""How fast mail is read and judged, from the command to its end, beside `mu index` and `notmuch new` on the same messages
in the same run: `python benchmarks/speed.py [MAILDIR] [--messages 2000] [--times 3]`.

The peers are the Debian packages maildir-utils and notmuch; they index and do not judge. One that isn't installed is left
out, and its line says so. Without a MAILDIR mail is made up (`mail_shape.py`). All take turns, each in an empty folder of
its own each time.
Prints one JSON object a line; rates are messages a second by the clock on the wall, the median of the turns.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Thread

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.mail_shape import make_maildir

from onward_app.sources.newest import FEW

MOST_MB, MOST_AGAIN, TIMES_NOTMUCH, MOST_FIRST = 250, 0.05, 3, 3.0
OFTEN = 0.05  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class ReadingRun:
    """One run of one program: seconds by the wall and by the processor, of it and those it starts, the most memory
    that all of them had at once, in MB (0 where the system doesn't say), and seconds of either until it said something:
    Onward says a job or a no.
    """

    wall: float
    cpu: float
    mb: float
    first: float
    first_cpu: float


def run(command: Sequence[str], more: dict[str, str]) -> ReadingRun:
    """Run a program to its end. What it says of itself, an exit of 1 included, is its own."""
    begun, before = time.perf_counter(), os.times()
    program = subprocess.Popen(
        command, env=os.environ | more, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    first: list[tuple[float, float]] = []
    listening = Thread(target=listen, args=(program, begun, first))
    listening.start()
    most = 0.0
    while program.poll() is None:
        most = max(most, measure_memory(program.pid))
        time.sleep(OFTEN)
    listening.join()
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return ReadingRun(time.perf_counter() - begun, used, most, *(first[0] if first else (0.0, 0.0)))


def listen(program: subprocess.Popen[bytes], begun: float, first: list[tuple[float, float]]) -> None:
    """Note when a program said something for the first time, and let the rest pass."""
    for _ in program.stdout or ():
        if not first:
            first.append((time.perf_counter() - begun, measure_processor(program.pid)))


def measure_processor(pid: int) -> float:
    """The seconds of the processor that a process and those it started have taken; 0 where the system doesn't say."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:
        return 0.0
    own = (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(measure_processor(int(child)) for child in below)


def measure_memory(pid: int) -> float:
    """What a process and all those it started hold, in MB; what they share is shared out among them."""
    try:
        told = re.search(r"Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8"))
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:  # it ended, or isn't Linux
        return 0.0
    return (int(told[1]) / 1000 if told else 0.0) + sum(measure_memory(int(child)) for child in below)


def read_twice(mail: Path, home: Path) -> tuple[ReadingRun, ReadingRun]:
    """Onward, with nothing there and then with all of it read."""
    within = {"ONWARD_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    command = (sys.executable, "-m", "onward_app", "read", str(mail))
    return run(command, within), run(command, within)


def index_with_mu(mail: Path, home: Path) -> ReadingRun:
    """mu, in an empty store."""
    run(("mu", "init", f"--maildir={mail.parent}", f"--muhome={home}"), {})
    return run(("mu", "index", f"--muhome={home}"), {})


def index_with_notmuch(mail: Path, home: Path) -> ReadingRun:
    """notmuch, in an empty store."""
    home.mkdir()
    config, store = home / "config", home / "store"
    store.mkdir()
    config.write_text(
        f"[database]\npath={store}\nmail_root={mail.parent}\n[user]\nname=Sam\nprimary_email=sam@home.example\n"
    )
    return run(("notmuch", f"--config={config}", "new"), {})


def tell(what: str, ours: float, goal: float | None, peer: float | None = None, **more: object) -> None:
    """One line. Of a rate more is better, of all else less."""
    rate = "a second" in what
    kept = goal is None or (ours >= goal if rate else ours <= goal)
    line = {"what": what, "ours": round(ours, 3), "goal": goal and round(goal, 3), "peer": peer and round(peer, 3)}
    print(json.dumps(line | {"ratio": peer and round(ours / peer, 3), "kept": kept} | more), flush=True)


def measure(mail: Path, times: int, work: Path) -> dict[str, list[ReadingRun]]:
    """Each program’s runs, in turns."""
    peers: dict[str, Callable[[Path, Path], ReadingRun]] = {"mu": index_with_mu, "notmuch": index_with_notmuch}
    found: dict[str, list[ReadingRun]] = {name: [] for name in ("onward", "again")}
    for turn in range(times):
        for name, one in zip(("onward", "again"), read_twice(mail, work / f"onward{turn}"), strict=True):
            found[name].append(one)
        for name, index in peers.items():
            if shutil.which(name):
                found.setdefault(name, []).append(index(mail, work / f"{name}{turn}"))
    return found


def main() -> None:
    """Make mail, take turns, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("maildir", type=Path, nargs="?")
    options.add_argument("--messages", type=int, default=2000)
    options.add_argument("--times", type=int, default=3)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="onward-speed-") as folder:
        work = Path(folder)
        mail = asked.maildir or work / "mail" / "inbox"
        if asked.maildir is None:
            make_maildir(mail, asked.messages)
        sizes = [file.stat().st_size for file in (mail / "cur").iterdir()]
        found = measure(mail, asked.times, work)
    count, of = len(sizes), {"messages": len(sizes), "megabytes": sum(sizes) // 1_000_000}
    wall = {name: median(one.wall for one in runs) for name, runs in found.items()}
    cpu = {name: count / median(one.cpu for one in runs) for name, runs in found.items()}
    rates = {name: count / seconds for name, seconds in wall.items()}
    for name, times in (("mu", 1), ("notmuch", TIMES_NOTMUCH)):
        peer = rates.get(name)
        by_cpu = {"cpu_ours": round(cpu["onward"], 1), "cpu_peer": round(cpu[name], 1) if peer else None}
        told = f"messages read a second, beside {name}" + ("" if peer else ", which isn’t installed")
        tell(told, rates["onward"], peer and times * peer, peer, **by_cpu, **of)
    if count > FEW:
        runs = found["onward"]
        by_cpu = {"cpu_ours": round(median(one.first_cpu for one in runs), 2)}
        tell("seconds until a job or a no stood there", median(one.first for one in runs), MOST_FIRST, **by_cpu)
    tell("reading again, of the first time", wall["again"] / wall["onward"], MOST_AGAIN)
    tell("memory of all processes together, MB", max(one.mb for one in found["onward"]), MOST_MB)


if __name__ == "__main__":
    main()
