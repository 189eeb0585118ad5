"""Killed at a moment of chance: nothing is corrupt, what was acknowledged is there, and going on gives the same end.

Each try is a process of its own on a copy of a folder (forked, so that Python is ready at once). It is killed with SIGKILL, which
says nothing about a power cut: what SQLite hands to the system is then still there.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.attack.tally import Tally
from benchmarks.attack.victims import Victim, list_victims

LATER = 1.1  # how far beyond its own time a try may be killed: some are done by then


def attack(count: int, seed: int, folder: Path, kinds: list[str]) -> Iterator[Tally]:
    """Each victim killed `count` times."""
    for victim in list_victims(folder):
        if not kinds or victim.name in kinds:
            yield _attack(victim, count, seed, folder / victim.name)


def _attack(victim: Victim, count: int, seed: int, folder: Path) -> Tally:
    tally, chance = Tally(f"kill {victim.name}"), random.Random(f"{victim.name} {seed}")
    folder.mkdir()
    template, whole = folder / "template", folder / "whole"
    _must(in_child(lambda: victim.prepare(template)))
    shutil.copytree(template, whole)
    begun = time.monotonic()
    _must(_wait(victim.begin(whole)))
    took = time.monotonic() - begun
    tally.slowest, tally.slowest_of = took, "a whole run, on the wall"
    _must(in_child(lambda: victim.remember(whole)))
    killed = 0
    for number in range(count):
        here = folder / "here"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(template, here)
        tally.tried += 1
        killed += _kill(victim, here, chance.uniform(0, took * LATER))
        if said := in_child(lambda: victim.judge(here)):  # noqa: B023 - done before the next begins
            tally.fail(f"{victim.name} {number}: {said}")
    tally.told |= {"killed": killed, "acknowledged": victim.acknowledged}
    return tally


def _kill(victim: Victim, here: Path, after: float) -> bool:
    """Begin it, kill it after so many seconds, and say whether it was still at it."""
    pid = victim.begin(here)
    try:
        victim.drive(here, time.monotonic() + after)
    finally:
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def fork(work: Callable[[], None], told: int | None = None) -> int:
    """Do this in a process of its own, which ends with 0, or with 1 after saying why."""
    pid = os.fork()
    if pid:
        return pid
    code = 0
    try:
        work()
    except BaseException as trouble:
        code = 1
        if told is not None:
            os.write(told, f"{type(trouble).__name__}: {str(trouble)[:300]}".encode())
    os._exit(code)


def in_child(work: Callable[[], None]) -> str:
    """Do this in a process of its own and wait for it; "" or what went wrong."""
    read, write = os.pipe()
    pid = fork(work, write)
    os.close(write)
    with os.fdopen(read, "rb") as file:
        said = file.read().decode()
    return said or _wait(pid)


def _wait(pid: int) -> str:
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return f"ended with {code}" if code else ""


def _must(said: str) -> None:
    if said:
        raise SystemExit(said)
