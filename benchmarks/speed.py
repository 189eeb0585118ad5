"""How fast mail is read and judged, from the command to its end, beside `mu index` and `notmuch new` on the same messages
in the same run: `python benchmarks/speed.py [MAILDIR] [--messages 2000] [--times 3]`.

The peers are the Debian packages maildir-utils and notmuch; they index and do not judge. One that isn't installed is left
out, and its line says so. Without a MAILDIR mail is made up: the ordinary mails and the letters of this folder as text,
in the sizes, encodings and parts that mail has in the wild. All take turns, each in an empty folder of its own each time.
Prints one JSON object a line; rates are messages a second by the clock on the wall, the median of the turns.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import quopri
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email.header import Header
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.corpus import own
from benchmarks.ordinary import make_mails

SEED = 20261127
LETTERS = 8  # one message in so many is a letter about a job
MARKUP, FILE = 0.45, 0.10  # how many have markup beside the text, and a file with it
MOST_MB, MOST_AGAIN, TIMES_NOTMUCH = 250, 0.05, 3
ENCODINGS = ("quoted-printable", "base64", "8bit")
CHARSETS = ("utf-8", "utf-8", "utf-8", "iso-8859-1", "windows-1252")
CELL = (
    '<tr><td style="padding:12px 24px;font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;color:#333">'
    '{}</td></tr><tr><td style="padding:0 24px"><a href="https://mail.example/r/{}" style="color:#06c">…</a></td></tr>\n'
)


@dataclass(frozen=True, slots=True)
class ReadingRun:
    """One run of one program: seconds by the wall and by the processor, and the most memory of one process in MB."""

    wall: float
    cpu: float
    mb: float


def write_texts(number: int) -> Iterator[tuple[str, str, str]]:
    """Sender, subject and text of so many messages, the same each time: every eighth is a letter about a job."""
    rng = Random(SEED)
    mails, letters = list(make_mails(min(number, 6_000))), own()
    rng.shuffle(mails)
    rng.shuffle(letters)
    for place, mail in enumerate(islice(cycle(mails), number)):
        if place % LETTERS == 0:
            letter = letters[place // LETTERS % len(letters)]
            yield letter.sender or "jobs@employer.example", letter.subject, letter.body
        else:
            more = (rng.choice(mails).body for _ in range(int(rng.paretovariate(1.2)) - 1))
            yield mail.sender, mail.subject, "\n\n".join((mail.body, *islice(more, 12)))


def make_message(place: int, sender: str, subject: str, text: str, rng: Random) -> bytes:
    """One message as it comes over the wire."""
    day = f"{1 + place % 28:02} {('Aug', 'Sep', 'Oct')[place % 3]} 2026 {place % 24:02}:{place % 60:02}:00 +0000"
    head = f"From: {sender}\nTo: sam@home.example\nSubject: {Header(subject, 'utf-8').encode()}\nDate: {day}\n"
    head += f"Message-ID: <{place}@mail.example>\nMIME-Version: 1.0\nReceived: from mx.example by home.example; {day}\n"
    if place % 5 == 1:
        head += f"In-Reply-To: <{place - 1}@mail.example>\nReferences: <{place - 1}@mail.example>\n"
    parts, kind = [_part("text/plain", text, rng)], "mixed"
    if rng.random() < MARKUP:
        rows = (CELL.format(line, number) for number, line in enumerate(text.splitlines()) if line)
        parts.append(_part("text/html", f"<html><body><table>{''.join(rows)}</table></body></html>", rng))
        kind = "alternative"
    if rng.random() < FILE:
        body = base64.encodebytes(rng.randbytes(int(20_000 * rng.paretovariate(1.1)) % 2_000_000))
        parts.append(b"Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n" + body)
        kind = "mixed"
    if len(parts) == 1:
        return head.encode() + parts[0]
    whole = b"".join(b"--=_b\n" + part + b"\n" for part in parts)
    return f"{head}Content-Type: multipart/{kind}; boundary==_b\n\n".encode() + whole + b"--=_b--\n"


def _part(kind: str, text: str, rng: Random) -> bytes:
    charset, encoding = rng.choice(CHARSETS), rng.choice(ENCODINGS)
    raw = text.encode(charset, "replace")
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(raw)
    return f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + coded


def make_maildir(folder: Path, number: int) -> int:
    """So many messages in a folder; how many bytes they are."""
    rng, size = Random(SEED + 1), 0
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for place, (sender, subject, text) in enumerate(write_texts(number)):
        raw = make_message(place, sender, subject, text, rng)
        size += (folder / "cur" / f"{1_780_000_000 + place}.{place}.home:2,S").write_bytes(raw)
    return size


def run(command: Sequence[str], more: dict[str, str]) -> ReadingRun:
    """Run a program to its end. What it says of itself, an exit of 1 included, is its own."""
    begun = time.perf_counter()
    program = subprocess.Popen(
        command, env=os.environ | more, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    _, _, used = os.wait4(program.pid, 0)
    program.returncode = 0
    return ReadingRun(time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)


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
    tell("reading again, of the first time", wall["again"] / wall["onward"], MOST_AGAIN)
    tell("memory of one process, MB", max(one.mb for one in found["onward"]), MOST_MB)


if __name__ == "__main__":
    main()
