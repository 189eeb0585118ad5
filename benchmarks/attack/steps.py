"""Killed before a step of its own: each statement that the database is given is one, and each file that is written, moved or removed.

A moment of chance falls where most time goes. What is between two short steps, such as a table that is made and the note
that it was made, is found by counting them.
"""

from __future__ import annotations

import mmap
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.attack.places import is_on_server, listen_to_statements

MOVED = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}
WRITTEN = os.O_WRONLY | os.O_RDWR
SIZE = 8  # bytes of a number


class Steps:
    """The steps of one process: counted where another can read it, until the last one, before which it is killed."""

    def __init__(self, last: int | None = None) -> None:
        self.last = last
        self._done = mmap.mmap(-1, SIZE)  # shared with a process that is forked

    @property
    def done(self) -> int:
        """How many were taken."""
        return int.from_bytes(self._done[:SIZE], "little")

    def listen(self, folder: Path) -> None:
        """From here on in this process, for files of this folder and every database that is opened."""
        self._folder = str(folder)
        sys.addaudithook(self._hear)
        if is_on_server():
            listen_to_statements(self._take)
        from onward_app.key_file import find_sqlcipher

        for module in filter(None, (sqlite3, sqlite3.dbapi2, find_sqlcipher())):
            module.connect = partial(self._connect, module.connect)  # a hook is told before there is one to listen to

    def _connect(self, connect: Callable[..., Any], *given: Any, **named: Any) -> Any:
        db = connect(*given, **named)
        db.set_trace_callback(self._take)
        return db

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        moved = event in MOVED or (event == "open" and given[2] & WRITTEN)
        if moved and str(given[0]).startswith(self._folder):
            self._take()

    def _take(self, _: object = None) -> None:
        done = self.done
        if done == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        self._done[:SIZE] = (done + 1).to_bytes(SIZE, "little")
