"""A pipe, a device, a socket, a folder or a dead link in the place of what Onward keeps is said at once, and nothing
waits for it.
"""

from __future__ import annotations

import ast
import importlib
import os
import socket
import time
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest
from benchmarks.attack.leaks import _commands as list_calls
from tests.commands import run
from tests.keeping.folders import copy_of, living_in

from onward_app.keeping.backups import make_backup
from onward_app.keeping.export import open_export
from onward_app.own_names import DATABASE_FILES, FILES, FOLDERS, LOCKS, PASSING

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes here")
SOURCE = Path(__file__).parents[2] / "src"
NAMED = {*DATABASE_FILES, *FILES, *FOLDERS, *LOCKS}
IN_TURN = {"files.folder", "one.folder", "name", "part.name", "one"}  # each of a list of such names
AWAY = {"notice", "comments", "unseal", "offer", "coach", "mcp", "--help"}  # look at what is given to them alone
SOON = 2.0  # seconds of the processor


def bind_socket(place: Path) -> None:
    before = Path.cwd()
    os.chdir(place.parent)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(place.name)
    os.chdir(before)


ODD: dict[str, Callable[[Path], object]] = {
    "a pipe": os.mkfifo,
    "a socket": bind_socket,
    "a link to a device": lambda place: place.symlink_to("/dev/zero"),
    "a link to nowhere": lambda place: place.symlink_to("/nowhere/at/all"),
    "a link to itself": lambda place: place.symlink_to(place.name),
    "a folder for a file": Path.mkdir,
    "a file for a folder": lambda place: place.write_text("was there"),
}


@pytest.mark.parametrize("what", ODD)
@pytest.mark.parametrize("name", [*DATABASE_FILES, *FILES, *FOLDERS])
@pytest.mark.parametrize(
    "command", [("jobs",), ("backup",), ("restore",), ("decrypt",), ("add", "Cedar House", "Chef")]
)
def test_each_command_names_it_and_leaves_it(tmp_path: Path, name: str, what: str, command: tuple[str, ...]) -> None:
    if what == ("a folder for a file" if name in FOLDERS else "a file for a folder"):
        return  # is what it should be
    place = tmp_path / name
    ODD[what](place)
    was, begun = os.lstat(place).st_ino, time.process_time()
    done = run(tmp_path, *command)
    assert time.process_time() - begun < SOON
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"onward: {place} is")
    assert done.stderr.endswith("start Onward again.\n")
    assert os.lstat(place).st_ino == was


@pytest.mark.parametrize("name", ["secret", "recordings"])
def test_so_does_every_command_that_looks_into_the_folder(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    os.mkfifo(home / name)
    for words in list_calls(tmp_path):
        done = run(home, *words)
        said = done.returncode == 1 and f"{home / name} isn’t a f" in done.stderr
        assert said or (words[0] in AWAY and "Error" not in done.stderr), (words, done)


@pytest.mark.parametrize("what", ODD)
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_stops_nothing_whatever_it_is(tmp_path: Path, name: str, what: str) -> None:
    ODD[what](tmp_path / name)
    assert run(tmp_path, "add", "Cedar House", "Chef", "--on", "2026-11-02").returncode == 0
    assert run(tmp_path, "backup").returncode == 0


@pytest.mark.parametrize("what", ODD)
def test_a_recording_or_document_that_is_none_is_missing_from_an_export(
    filled: Path, tmp_path: Path, what: str
) -> None:
    with living_in(copy_of(filled, tmp_path / "was")) as folder:
        for path in (next((folder / one).iterdir()) for one in ("recordings", "documents")):
            path.unlink()
            if what != "a file for a folder":
                ODD[what](path)
        file, told = open_export()
        file.close()
        assert told.missing == 2
        make_backup()


def list_places() -> Iterator[tuple[str, str]]:
    """What stands behind `home_folder() /` anywhere in the source: the module, and the name or what it is made of."""
    for path in sorted((SOURCE / "onward_app").rglob("*.py")):
        every = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        known = {name: value for node in every for name, value in read_constants(node)}
        for node in every:
            inside = isinstance(node, ast.BinOp) and ast.unparse(node.left).endswith("home_folder()")
            if inside and not isinstance(node.right, ast.JoinedStr):  # which is a passing name
                told = ast.unparse(node.right)
                yield path.name, known.get(told, told.strip("'\""))


def read_constants(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The words that have a name here, or are brought in from where they have it."""
    if isinstance(node, ast.ImportFrom) and str(node.module).startswith("onward_app"):
        there = importlib.import_module(str(node.module))
        found = {one.name: getattr(there, one.name, None) for one in node.names}
        yield from ((name, value) for name, value in found.items() if isinstance(value, str))
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
        yield from ((ast.unparse(name), str(node.value.value)) for name in node.targets)


def test_every_name_that_the_source_puts_into_the_folder_is_among_them() -> None:
    found = dict(reversed(one) for one in list_places())
    assert found.keys() >= {"secret", "password", "folder.key", "backups", "rekeyed", "in-use"}
    assert found.keys() <= {*NAMED, *IN_TURN, "nowhere"}, found


def test_every_name_that_comes_to_lie_in_the_folder_is_among_them(filled: Path, tmp_path: Path) -> None:
    with living_in(copy_of(filled, tmp_path / "was")) as folder:
        make_backup()
        run(folder, "backup")
        odd = [
            path.name
            for path in folder.iterdir()
            if path.name not in NAMED and not any(fnmatch(path.name, one) for one in PASSING)
        ]
        assert not odd
