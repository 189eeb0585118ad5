"""Spoiled files of every kind, led by what they reach: `python -m benchmarks.attack guided --only packs`.

Atheris (libFuzzer) keeps what comes to lines of ours that nothing came to before, and spoils that further. Each kind is a
process of its own, because what is to be counted has to be watched from its first import on. Of an archive what is in it
is spoiled and packed again, so that it isn't its own sum that ends it; a workbook is read in the process that is watched.
Where the library can't be had, that is a failure and is said: what was not tried did not hold.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import random
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.attack.packed import spoil_inside
from benchmarks.attack.samples import ROOT, Sample, list_samples
from benchmarks.attack.search import begin
from benchmarks.attack.tally import Tally

WATCHED = ["onward", "onward_app", "icalendar", "email", "tarfile", "zipfile", "tomllib", "csv"]
LIMIT = 5.0  # seconds of the processor for 100 kB: what is watched takes several times as long
LONG = 100_000  # bytes
MEMORY = 2_000  # megabytes, of which the library's own counters and files are the most
NOT_RUN = "NOT RUN: atheris isn't installed. `pip install 'onward[attack]'` has it where there is a wheel."
RARELY = 8  # of so many archives one is spoiled as it lies, and not what is in it


def attack(count: int, seed: int, folder: Path, kinds: Iterable[str] = ()) -> Iterator[Tally]:
    """`count` files of each kind; a tally for each, which says how many were kept because they led on."""
    wanted = set(kinds)
    for kind in [one.kind for one in list_samples(wanted)]:
        tally = Tally(f"guided {kind}")
        if importlib.util.find_spec("atheris") is None:
            tally.fail(NOT_RUN)
        else:
            _run(tally, kind, count, seed, folder / f"guided-{kind}")
        yield tally


def _run(tally: Tally, kind: str, count: int, seed: int, folder: Path) -> None:
    folder.mkdir(parents=True)
    words = ["--kind", kind, "--count", str(count), "--seed", str(seed), "--folder", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.attack.guided", *words],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith('{"attack"')]
    if not lines:
        tally.fail(f"{kind}: ended with {done.returncode}: {done.stderr[-600:]}")
        return
    told = json.loads(lines[-1])
    tally.tried, tally.slowest, tally.slowest_of = told["tried"], told["slowest"], told.get("slowest_of", "")
    tally.failed, tally.told = told.get("failures", []), {"led_on": told["led_on"]}


def follow(read: Callable[[bytes, Path], bool], place: Path, found: Path, tally: Tally) -> Callable[[bytes], None]:
    """One try of a file. What fails is kept in a file, and counted once for each place in the source that it fails in."""
    known: set[str] = set()

    def fail(raw: bytes, at: str, said: str) -> None:
        if at not in known:
            known.add(at)
            kept = found / hashlib.sha256(raw).hexdigest()[:12]
            kept.write_bytes(raw)
            tally.fail(f"{kept.name}: {said} at {at}")

    def once(raw: bytes) -> None:
        before, timed = tally.slowest, Tally("one")
        try:
            with timed.one("a file"):
                _read(read, raw, place, fail)
        finally:
            tally.tried += 1
        tally.slowest = max(before, timed.slowest)
        if timed.slowest > LIMIT:
            fail(raw, "no place: too slow", f"{timed.slowest:.1f} s for {len(raw)} bytes")

    return once


def _read(
    read: Callable[[bytes, Path], bool], raw: bytes, place: Path, fail: Callable[[bytes, str, str], None]
) -> None:
    try:
        read(raw, place)
    except Exception as trouble:
        last = traceback.extract_tb(trouble.__traceback__)[-1]
        fail(raw, f"{Path(last.filename).name}:{last.lineno}", f"{type(trouble).__name__}: {str(trouble)[:200]}")


def main() -> None:
    """What a kind's process does: it ends itself when it has tried so many, with the tally as its last line."""
    given = argparse.ArgumentParser(prog="python -m benchmarks.attack.guided")
    given.add_argument("--kind", required=True)
    given.add_argument("--count", type=int, required=True)
    given.add_argument("--seed", type=int, default=0)
    given.add_argument("--folder", type=Path, required=True)
    asked = given.parse_args()
    import atheris

    with atheris.instrument_imports(include=WATCHED):
        begin()
        _read_workbooks_here()
        (sample,) = list_samples({asked.kind})
        place = _place(asked.folder, sample)
        if not any(sample.read(raw, place) for raw in sample.files):
            sys.exit("What isn't spoiled is refused, so nothing would be tried.")
    _fuzz(atheris, sample, asked)


def _read_workbooks_here() -> None:
    """In this process, so that it is seen what they reach."""
    from onward_app.trackers import sheets, workbooks

    workbooks.read_sheets = sheets._read_here


def change(raw: bytes, most: int, seed: int, spoil: Callable[[bytes, int], bytes]) -> bytes:
    """The next file to try after this one: at most `most` bytes."""
    chance = random.Random(seed)
    inside = spoil_inside(raw, lambda inner: spoil(inner, most), chance) if chance.randrange(RARELY) else None
    return inside if inside is not None and len(inside) <= most else spoil(raw, most)


def _place(folder: Path, sample: Sample) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"spoiled{sample.ending}"


def _fuzz(atheris: Any, sample: Sample, asked: argparse.Namespace) -> None:
    seeds = asked.folder / "seeds"
    seeds.mkdir(exist_ok=True)
    for number, raw in enumerate(sample.files):
        (seeds / f"{number:04}").write_bytes(raw[:LONG])
    first, tally = len(list(seeds.iterdir())), Tally(f"guided {sample.kind}")
    once = follow(sample.read, _place(asked.folder, sample), asked.folder, tally)

    def try_one(raw: bytes) -> None:
        once(raw)
        if tally.tried >= asked.count:
            tally.told["led_on"] = len(list(seeds.iterdir())) - first
            print(f"\n{tally}", flush=True)
            os._exit(0)

    limits = [f"-seed={asked.seed + 1}", f"-max_len={LONG}", f"-rss_limit_mb={MEMORY}", "-timeout=300", "-verbosity=0"]
    how = partial(change, spoil=lambda raw, most: atheris.Mutate(raw, most))  # it is another one once it has begun
    atheris.Setup([sys.argv[0], *limits, str(seeds)], try_one, custom_mutator=how)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
