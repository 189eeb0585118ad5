"""How much memory a browser’s page takes, now and at most, and a mailbox of any size to give it."""

from __future__ import annotations

import base64
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

PAUSE = 0.2  # seconds between two looks
ATTACHED = (0, 20_000, 200_000, 2_000_000, 5_000_000)  # bytes that hang on a letter, in turn
LETTER = """From friend@garden.example Mon Jan  5 10:00:00 2026
From: Friend {number} <friend{number}@garden.example>
To: robin@home.example
Subject: Seeds and photos, {number}
Date: Mon, 05 Jan 2026 10:00:00 +0000
Message-ID: <{number}@garden.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="cut{number}"

--cut{number}
Content-Type: text/plain

The beans came up, all but the third row. See you on Saturday.

--cut{number}
Content-Type: application/pdf; name="photos.pdf"
Content-Disposition: attachment; filename="photos.pdf"
Content-Transfer-Encoding: base64

"""


@dataclass(slots=True)
class WatchedMemory:
    """What was the most so far, in bytes."""

    most: float = 0
    ended: Event = field(default_factory=Event)


def write_mailbox(place: Path, size: int) -> int:
    """Write an mbox of at least so many bytes; how many letters it has. The same size gives the same bytes."""
    attached = base64.encodebytes(random.Random(0).randbytes(ATTACHED[-1]))
    number = 0
    with place.open("wb") as file:
        while file.tell() < size:
            file.write(LETTER.format(number=number).encode())
            file.write(attached[: ATTACHED[number % len(ATTACHED)]])
            file.write(b"\n--cut%d--\n\n" % number)
            number += 1
    return number


@contextmanager
def watch_memory(profile: str) -> Iterator[WatchedMemory]:
    """Look again and again for as long as the block lasts."""
    watched = WatchedMemory()

    def look() -> None:
        while not watched.ended.is_set():
            watched.most = max(watched.most, measure_memory(profile))
            time.sleep(PAUSE)

    looking = Thread(target=look)
    looking.start()
    try:
        yield watched
    finally:
        watched.ended.set()
        looking.join()


def measure_memory(profile: str) -> float:
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
