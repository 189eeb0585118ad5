"""How long it takes to start, beside Fava in the same run: `python benchmarks/start.py [--times 9] [--no-peer]`.

Prints one JSON object a line: seconds by the clock on the wall from the command to the first page that is answered, the
median of runs that take turns, with the memory that the server then has; the same for Fava, in an environment of its
own that is made on the first run (it is fetched from the Python Package Index); then `--help`, `--version` and
`onward today`, each with its goal.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
PEER = Path(tempfile.gettempdir()) / "onward-peer-fava"
ONWARD = (sys.executable, "-m", "onward_app")
MOST_MB, MOST_HELP, MOST_TODAY = 60, 0.15, 0.6
PATIENCE = 60  # seconds
LEDGER = (
    '2026-01-02 open Assets:Cash\n2026-01-02 open Income:Pay\n2026-01-03 * "Pay"\n  Assets:Cash  5 USD\n  Income:Pay\n'
)

Started = tuple[float, float]  # seconds to the first answered page, and the memory then in MB


def surroundings(home: Path) -> dict[str, str]:
    """What a command is run in: a data folder of its own and this source, with bytecode as after installing."""
    told = {
        "ONWARD_HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONPYCACHEPREFIX": str(home.parent / "bytecode"),
    }
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | told


@contextmanager
def running(command: Sequence[str], within: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A program, ended afterwards."""
    program = subprocess.Popen(command, env=within, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield program
    finally:
        program.terminate()
        program.wait(PATIENCE)


def measure_memory(pid: int) -> float:
    """What a process holds, in MB; 0 where the system doesn't say."""
    try:
        told = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    except OSError:
        return 0.0
    return round(int(told[1]) / 1000, 1) if told else 0.0


def answer(address: str) -> bool:
    """Whether a page comes; an address that nobody listens at yet has none."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as page:
            return bool(page.read())
    except (urllib.error.URLError, ConnectionError):
        return False


def start_onward(home: Path) -> Started:
    """From the command to the first page that its own address leads to."""
    begun = time.perf_counter()
    with running([*ONWARD, "--no-browser"], surroundings(home)) as program:
        address = find_address(program)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with browser.open(address, timeout=PATIENCE) as page:
            page.read()
        return time.perf_counter() - begun, measure_memory(program.pid)


def find_address(program: subprocess.Popen[str]) -> str:
    """The address that a server says it is open at."""
    line = program.stdout.readline() if program.stdout else ""
    return str(re.findall(r"http://\S+", line)[0])


def start_fava(ledger: Path) -> Started:
    """From the command to its first page."""
    port = find_port()
    begun = time.perf_counter()
    with running([str(PEER / "bin" / "fava"), "--port", str(port), str(ledger)], dict(os.environ)) as program:
        while not answer(f"http://127.0.0.1:{port}/"):
            if time.perf_counter() - begun > PATIENCE:
                raise TimeoutError("Fava gave no page")
            time.sleep(0.005)
        return time.perf_counter() - begun, measure_memory(program.pid)


def find_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def make_peer() -> None:
    """Fava in an environment of its own."""
    if not (PEER / "bin" / "fava").exists():
        venv.create(PEER, with_pip=True)
        fetch = [str(PEER / "bin" / "python"), "-m", "pip", "install", "--quiet", "fava"]
        subprocess.run(fetch, check=True)


def time_command(words: Sequence[str], home: Path) -> float:
    """Seconds that one command takes, from the shell to its end."""
    begun = time.perf_counter()
    subprocess.run([*ONWARD, *words], env=surroundings(home), check=False, capture_output=True)
    return time.perf_counter() - begun


def take_turns(times: int, *each: Callable[[], Any]) -> list[list[Any]]:
    """What each gives, in turns, so that what else the machine does meets all alike."""
    found: list[list[Any]] = [[] for _ in each]
    for _ in range(times):
        for place, one in enumerate(each):
            found[place].append(one())
    return found


def tell(what: str, ours: float, goal: float, peer: float | None = None) -> None:
    """One line."""
    line = {"what": what, "ours": round(ours, 3), "goal": round(goal, 3), "peer": peer and round(peer, 3)}
    print(json.dumps(line | {"ratio": peer and round(ours / peer, 2), "kept": ours <= goal}))


def main() -> None:
    """Warm up, take turns, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--times", type=int, default=9)
    options.add_argument("--no-peer", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="onward-start-") as folder:
        home, ledger = Path(folder) / "home", Path(folder) / "some.beancount"
        ledger.write_text(LEDGER, encoding="utf-8")
        both: list[Callable[[], Started]] = [lambda: start_onward(home)]
        if not asked.no_peer:
            make_peer()
            both.append(lambda: start_fava(ledger))
        take_turns(1, *both)  # the database is made, and bytecode is there
        found = take_turns(asked.times, *both)
        (ours, memory), *others = [[median(column) for column in zip(*runs, strict=True)] for runs in found]
        peer, their_memory = others[0] if others else (None, None)
        tell("first answered page, s", ours, peer or ours, peer)
        tell("memory after it, MB", memory, MOST_MB, their_memory)
        commands = {"--help": MOST_HELP, "--version": MOST_HELP, "today": MOST_TODAY}
        for words, runs in zip(
            commands, take_turns(asked.times, *(lambda w=w: time_command([w], home) for w in commands)), strict=True
        ):
            tell(f"onward {words}, s", median(runs), commands[words])


if __name__ == "__main__":
    main()
