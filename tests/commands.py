"""Commands, called in this process: in a world of their own, and without the second that a program needs to start.

What is about the process itself (a signal, a terminal, an alphabet, two at once) starts a program: `COMMAND` is one.
"""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple
from unittest.mock import patch

import django
import pytest
from django.conf import settings
from django.db import connections
from django.db.utils import load_backend

from onward_app import folder_key, home
from onward_app.cli import unlocking
from onward_app.cli.start import main
from onward_app.database import choose_database
from onward_app.keeping import in_use

COMMAND = [sys.executable, "-c", "from onward_app.cli.start import main; main()"]


class Ended(NamedTuple):
    """What a command ended with, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


class _Terminal(io.TextIOWrapper):
    """A stream that says that somebody sits there."""

    def isatty(self) -> bool:
        return True


def run(
    place: Path,
    *words: str | Path,
    given: bytes | str | BinaryIO = b"",
    alphabet: str = "utf-8",
    terminal: bool = False,
    **more: str,
) -> Ended:
    """One `onward …` on this data folder, given this on standard input, with `more` variables.

    Its streams have this alphabet, and say that they are a terminal where they are to be one.
    """
    asked = given.encode() if isinstance(given, str) else given
    kind = _Terminal if terminal else io.TextIOWrapper
    came = io.BytesIO(asked) if isinstance(asked, bytes) else asked
    streams = [kind(raw, alphabet) for raw in (came, io.BytesIO(), io.BytesIO())]
    with _world_of(place, more), pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "argv", ["onward", *map(str, words)])
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            patched.setattr(sys, name, stream)
        code = _run_to_its_end()
    streams[0].detach()  # whoever gave it closes it
    out, err = (_read_written(stream) for stream in streams[1:])
    return Ended(code, out, err)


def start(place: Path, *words: str | bytes, **more: str) -> subprocess.Popen[bytes]:
    """The same as a program of its own, which is left to run."""
    within = os.environ | {"ONWARD_HOME": str(place), "PYTHONPATH": "src"} | more
    return subprocess.Popen(
        [*COMMAND, *words], env=within, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def _run_to_its_end() -> int:
    """Run it to its end, as Python does: what it exits with is a number, a sentence for standard error, or nothing."""
    try:
        main()
    except SystemExit as left:
        if left.code is None or isinstance(left.code, int):
            return left.code or 0
        sys.stderr.write(f"{left.code}\n")
        return 1
    return 0


def _read_written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode(stream.encoding)  # type: ignore[attr-defined]


@contextmanager
def _world_of(place: Path, more: dict[str, str]) -> Iterator[None]:
    """Variables, database, keys and holds as they are in a program that was just started; all is put back."""
    before, held = connections["default"], list(in_use._held)
    in_use._held.clear()
    with patch.dict(os.environ, {"ONWARD_HOME": str(place), **more}), pytest.MonkeyPatch.context() as patched:
        os.environ.pop("DATABASE_URL", None)
        patched.setattr(folder_key, "_opened", {})
        patched.setattr(folder_key, "_ways", [])
        patched.setattr(unlocking, "_has_terminal", lambda: False)
        patched.setattr(django, "setup", lambda: _set_up(patched))
        try:
            yield
        finally:
            if connections["default"] is not before:
                connections["default"].close()
            connections["default"] = before
            gc.unfreeze()
            gc.enable()
            _let_go(in_use._held)
            in_use._held[:] = held


def _set_up(patched: pytest.MonkeyPatch) -> None:
    """What Django's settings take from the variables, taken anew; the rest of them is there."""
    patched.setattr(settings, "SECRET_KEY", home.read_secret())
    told = {**connections["default"].settings_dict, **choose_database()}
    connections["default"] = load_backend(told["ENGINE"]).DatabaseWrapper(told, "default")


def _let_go(held: Sequence[tuple[Path, object]]) -> None:
    for _, db in held:
        db.close()  # type: ignore[attr-defined]
