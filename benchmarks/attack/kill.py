"""Killed by chance: nothing is corrupt, what was acknowledged is there, and going on gives the same end.

Each try is a process of its own on a copy of a folder (forked, so that Python is ready at once). Every other one is killed at a
moment of chance, and those between them before a step of chance (`steps`). SIGKILL says nothing about a power cut: what
SQLite hands to the system is then still there.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.attack.places import copy_place, is_on_server, wait_until_noticed
from benchmarks.attack.steps import Steps
from benchmarks.attack.tally import Tally
from benchmarks.attack.victims import Victim, list_victims

LATER = 1.1  # how far beyond its own time a try may be killed: some are done by then
LONGEST = 4  # as many times as long as a whole run takes may one take that dies at a step


def attack(count: int, seed: int, folder: Path, kinds: list[str]) -> Iterator[Tally]:
    """Each victim killed `count` times; each try has its number, from `seed` on."""
    for victim in list_victims(folder):
        if not kinds or victim.name in kinds:
            yield _attack(victim, range(seed, seed + count), folder / victim.name)


def _attack(victim: Victim, numbers: range, folder: Path) -> Tally:
    tally = Tally(f"kill {victim.name}{' on PostgreSQL' if is_on_server() else ''}")
    template, whole = folder / "template", folder / "whole"
    folder.mkdir()
    _must(in_child(lambda: victim.prepare(template)))
    copy_place(template, whole)
    tally.slowest, steps = _time_whole(victim, whole)
    tally.slowest_of = "a whole run, on the wall"
    killed = 0
    for number in numbers:
        here, chance = folder / "here", random.Random(f"{victim.name} {number}")
        copy_place(template, here)
        tally.tried += 1
        victim.steps = Steps(chance.randrange(steps)) if number % 2 else None
        after = chance.uniform(0, tally.slowest * LATER) if victim.steps is None else tally.slowest * LONGEST + 1
        killed += _kill(victim, here, after)
        wait_until_noticed(here)
        if said := in_child(lambda: victim.judge(here)):  # noqa: B023 - done before the next begins
            tally.fail(f"{victim.name} {number}: {said}")
    tally.told |= {"killed": killed, "acknowledged": victim.acknowledged, "steps": steps}
    return tally


def _time_whole(victim: Victim, whole: Path) -> tuple[float, int]:
    """How many seconds and how many steps it takes when nobody kills it; what it leaves is what the others are held against."""
    victim.steps = Steps()
    begun = time.monotonic()
    _must(_wait(victim.begin(whole)))
    took = time.monotonic() - begun
    _must(in_child(lambda: victim.remember(whole)))
    return took, victim.steps.done


def _kill(victim: Victim, here: Path, after: float) -> bool:
    """Begin it, kill it after so many seconds, and say whether it was still at it."""
    pid = victim.begin(here)
    try:
        victim.drive(here, time.monotonic() + after, pid)
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
