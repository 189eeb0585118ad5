"""The power goes at a moment of chance: what was acknowledged is there, and the file is whole.

A real Onward is recorded once, and then commands, each a process of its own; for each cut the folder is built as the disk may have it, and
Onward starts on it. Beside it the same with `synchronous=NORMAL`, which has to lose something: else the disk would be too kind to show anything.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from benchmarks.attack.kill import in_child
from benchmarks.attack.places import enter
from benchmarks.attack.power.calls import Call, count_calls, read_calls, record
from benchmarks.attack.power.disk import Disk
from benchmarks.attack.tally import Tally
from benchmarks.attack.victims import bring_up

ROOT = Path(__file__).parents[3]
ROUNDS = 60  # jobs that are noted
HOME = "home"
OUT = "out.zip"


@dataclass(frozen=True, slots=True)
class Step:
    """A recorded process, and what is known to be kept when it ended well."""

    calls: Path
    after: dict[str, Any]


def attack(count: int, seed: int, folder: Path, kinds: list[str]) -> Iterator[Tally]:
    """Cut `count` times what is shipped, and a tenth of that with NORMAL."""
    if shutil.which("strace") is None:
        yield Tally("power", told={"not_tried": "there is no strace here"})
        return
    if not kinds or "full" in kinds:
        yield _attack("power", count, seed, folder / "power", "")
    if not kinds or "normal" in kinds:
        beside = _attack("power with NORMAL", max(20, count // 10), seed, folder / "power-normal", "NORMAL")
        lost = len(beside.failed)
        beside.failed = [] if lost else ["nothing was lost: the disk is too kind to show anything"]
        beside.told["lost"] = lost
        yield beside


def _attack(name: str, count: int, seed: int, folder: Path, synchronous: str) -> Tally:
    tally, chance = Tally(name), random.Random(f"{name} {seed}")
    live = folder / "live"
    live.mkdir(parents=True)
    steps = list(_record(folder, live, synchronous))
    calls = sum(count_calls(step.calls) for step in steps)
    disk, facts, at = Disk(live), [], -1
    cuts = sorted(chance.sample(range(calls), min(count, calls)))
    shutil.move(live, folder / "whole")
    live.mkdir()
    disk = Disk(live)
    for step in steps:
        disk.begin_process()
        for call in read_calls(step.calls):
            at += 1
            disk.take(call)
            facts += _read_told(call)
            if cuts and at == cuts[0]:
                cuts.pop(0)
                _cut(tally, disk, chance, facts, folder / "found")
        if step.after:
            facts.append(step.after)
            _cut(tally, disk, chance, facts, folder / "found")
    _compare(tally, disk, folder)
    tally.told |= {"calls": calls, "acknowledged": len(facts)}
    return tally


def _record(folder: Path, live: Path, synchronous: str) -> Iterator[Step]:
    world = os.environ | {"ONWARD_HOME": str(live / HOME), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    world |= {"PYTHONDONTWRITEBYTECODE": "1", "DJANGO_SETTINGS_MODULE": "onward_app.settings"}
    asked: list[tuple[list[str], dict[str, Any]]] = [
        (["-m", "benchmarks.attack.power.work", str(ROUNDS), synchronous], {})
    ]
    if not synchronous:
        asked += [
            (["-m", "onward_app", *words], after)
            for words, after in (
                (["add", "By Command", "Counselor"], {"row": ["records_opportunity", "employer", "By Command"]}),
                (["export", str(live / OUT)], {"export": OUT}),
                (["import", str(live / OUT), "--replace"], {}),
                (["add", "Afterwards", "Counselor"], {"row": ["records_opportunity", "employer", "Afterwards"]}),
                (["backup"], {}),
            )
        ]
    for number, (words, after) in enumerate(asked):
        into = folder / f"calls-{number}"
        with (folder / "said").open("wb") as said:
            code = record([sys.executable, *words], into, world, said)
        assert code == 0, (words, (folder / "said").read_text()[-2000:])
        yield Step(into, after)


def _read_told(call: Call) -> list[dict[str, Any]]:
    """What the process said was kept, on its standard output."""
    if call.name != "write" or call.given[0] != "1":
        return []
    raw = call.given[1]
    assert isinstance(raw, bytes)
    return [json.loads(line) for line in raw.splitlines() if line.startswith(b"{")]


def _cut(tally: Tally, disk: Disk, chance: random.Random, facts: list[dict[str, Any]], found: Path) -> None:
    for kind in ("nothing", "some", "all"):
        shutil.rmtree(found, ignore_errors=True)
        disk.cut(found, chance if kind == "some" else None, all_of_it=kind == "all")
        tally.tried += 1
        if said := in_child(lambda: _judge(found, facts)):
            tally.fail(f"{kind} of what waited, {len(facts)} acknowledged: {said}")


def _judge(found: Path, facts: list[dict[str, Any]]) -> None:
    """Onward starts, the file is whole, and everything that was acknowledged is there."""
    from onward_app.keeping.backups import check_database, list_backups

    home = found / HOME
    if not home.is_dir():
        assert not facts, "no folder"
        return
    enter(home)
    bring_up()
    check_database(home / "onward.sqlite3")
    for one in list_backups():
        check_database(one.database)
    with closing(sqlite3.connect(home / "onward.sqlite3")) as db:
        lost = [fact for fact in facts if not _holds(db, found, fact)]
    assert not lost, f"lost {len(lost)}: {lost[:3]}"


def _holds(db: sqlite3.Connection, found: Path, fact: dict[str, Any]) -> bool:
    if row := fact.get("row"):
        query = f'SELECT 1 FROM "{row[0]}" WHERE "{row[1]}" = ?'
        if db.execute(query, (row[2],)).fetchone() is None:
            return False
    if file := fact.get("file"):
        return _has_print(found / HOME / file[0], file[1])
    if fact.get("backup"):  # an older one goes when there is a newer one of its day
        from onward_app.keeping.backups import list_backups

        return bool(list_backups())
    if name := fact.get("gone"):
        return not (found / HOME / name).exists()
    if name := fact.get("export"):
        from onward_app.keeping.archive import open_archive

        with open_archive(found / name):
            return True
    return True


def _has_print(place: Path, known: str) -> bool:
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == known


def _compare(tally: Tally, disk: Disk, folder: Path) -> None:
    """With nothing lost the disk is what the real one is: else the recording would have missed something."""
    shutil.rmtree(folder / "found", ignore_errors=True)
    disk.cut(folder / "found", None, all_of_it=True)
    for path in (folder / "whole").rglob("*"):
        other = folder / "found" / path.relative_to(folder / "whole")
        same = other.is_dir() if path.is_dir() else other.is_file() and other.read_bytes() == path.read_bytes()
        tally.holds(same, f"{path.name} was recorded as it is")
