"""The example search: its mailbox, its day, and how it is opened beside the person's own."""

from __future__ import annotations

import os
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from signal import SIGINT, default_int_handler, signal
from threading import Lock, Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onward_app.home import DATABASE_URL
from onward_app.own_program import start_with

if TYPE_CHECKING:
    import subprocess

OPEN_AT = "Onward is open at "
BESIDE = "ONWARD_BESIDE"  # set when another Onward opened the example, which then ends with it
DAY = "2026-11-16T09:00"  # a Monday, shortly after the example's last letter; its clock stands still
SHOWN = "ONWARD_EXAMPLE"  # set while the example search is open, so that every page can say so


def is_example_shown() -> bool:
    """Whether this is the example search and not the person's own."""
    return SHOWN in os.environ


@contextmanager
def example_mailbox() -> Iterator[Path]:
    """The path of the example mailbox for as long as the block lasts."""
    packaged = files("onward_app") / "examples" / "mailbox.mbox"
    if packaged.is_file():
        with as_file(packaged) as place:
            yield place
        return
    yield Path(__file__).parents[2] / "examples" / "mailbox.mbox"


@dataclass(slots=True)
class ExampleBeside:
    """The example search in a process of its own, and where it is."""

    process: subprocess.Popen[str]
    origin: str


_beside: list[ExampleBeside] = []  # one at most
_opening = Lock()


def open_example_beside() -> str | None:
    """Where the example is open beside this Onward, opened when it isn't yet; None when it can't be opened.

    The first address lets one in once; later ones rest on the cookie that it left. It ends when this process does.
    """
    with _opening:
        if _beside and _beside[0].process.poll() is None:
            return _beside[0].origin
        _beside.clear()
        try:
            process = _start_demo()
        except OSError:
            return None
        said = process.stdout.readline() if process.stdout else ""
        if OPEN_AT not in said:
            process.kill()
            return None
        address = said.partition(OPEN_AT)[2].strip()
        _beside.append(ExampleBeside(process, "{0.scheme}://{0.netloc}/".format(urlsplit(address))))
        return address


def end_with_opener() -> None:
    """Stop this process once its standard input ends, as it does when the Onward that opened it is gone."""
    if os.environ.get(BESIDE):
        signal(SIGINT, default_int_handler)  # a process in the background may have been told to ignore it
        Thread(target=_wait_and_stop, daemon=True).start()


def _wait_and_stop() -> None:
    while os.read(0, 1024):  # not sys.stdin, whose lock would be held while Python ends
        pass
    interrupt_main()


def _start_demo() -> subprocess.Popen[str]:
    """`onward demo`, with nothing of this Onward's settings in its surroundings."""
    import subprocess  # takes as long as a page, and the example is opened once at most

    others = ("ONWARD_", "DJANGO_", DATABASE_URL)
    own = {name: value for name, value in os.environ.items() if not name.startswith(others)}
    return subprocess.Popen(  # noqa: S603 - itself
        [*start_with("onward_app"), "demo", "--no-browser"],
        env=own | {BESIDE: "yes"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
