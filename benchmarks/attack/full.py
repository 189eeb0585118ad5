"""A disk without room: each command says so in words, nothing is spoiled, and with room again it does its work.

The disk is a small one in memory, mounted in a namespace of this process's own (Linux); elsewhere it says that it wasn't tried.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.attack.tally import Tally

ROOT = Path(__file__).parents[2]
ON_IT = "ATTACK_SMALL_DISK"
SIZE = 24_000_000  # bytes
COMMAND = "from onward_app.cli.start import main; main()"


def attack(count: int, seed: int) -> Tally:
    """Each command on a disk with a chance amount of room left, `count` times."""
    if ON_IT in os.environ:
        return _attack(count, seed, Path(os.environ[ON_IT]))
    with tempfile.TemporaryDirectory(prefix="onward-full-") as folder:
        words = f'mount -t tmpfs -o size={SIZE} tmpfs "{folder}" && exec "$0" -m benchmarks.attack full --count {count} --seed {seed}'
        world = os.environ | {ON_IT: folder, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        try:
            done = subprocess.run(
                ["unshare", "-rm", "sh", "-c", words, sys.executable],
                env=world,
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
        except OSError:
            done = None
    if done is None or not done.stdout.startswith("{"):
        return Tally("full", told={"not_tried": "no small disk can be mounted here"})
    told = json.loads(done.stdout.splitlines()[-1])
    return Tally("full", told["tried"], told.get("failures", []), told["slowest"])


def _attack(count: int, seed: int, disk: Path) -> Tally:
    tally, chance = Tally("full"), random.Random(seed)
    template = disk / "template"
    _run(template, "read", str(ROOT / "examples/mailbox.mbox"))
    commands = (
        ("read", str(ROOT / "examples/mailbox.mbox")),
        ("add", "Oak Hollow", "Counselor"),
        ("export", str(disk / "out.zip")),
        ("backup",),
    )
    for number in range(count):
        words = commands[number % len(commands)]
        home = disk / "home"
        shutil.rmtree(home, ignore_errors=True)
        if words[0] != "read":
            shutil.copytree(template, home)
        left = chance.choice((0, 4_000, 40_000, 200_000, 700_000))
        with tally.one(f"{words[0]} with {left} bytes left"):
            _try(home, words, disk / "ballast", left)
        (disk / "out.zip").unlink(missing_ok=True)
    return tally


def _try(home: Path, words: tuple[str, ...], ballast: Path, left: int) -> None:
    free = os.statvfs(ballast.parent)
    _fill(ballast, free.f_bavail * free.f_frsize - left)
    try:
        code, said = _run(home, *words)
    finally:
        ballast.unlink()
    assert "Traceback" not in said, said[-300:]
    assert code == 0 or "full" in said or "No space" in said, said[-300:]
    code, said = _run(home, *words)
    assert code == 0, f"with room again: {said[-300:]}"


def _fill(place: Path, size: int) -> None:
    with place.open("wb") as file:
        while size > 0:
            try:
                size -= file.write(bytes(min(size, 65_536)))
                file.flush()
            except OSError:
                return


def _run(home: Path, *words: str) -> tuple[int, str]:
    world = os.environ | {"ONWARD_HOME": str(home), "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *words], env=world, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr
