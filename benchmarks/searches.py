"""Whole searches, read as a mailbox is: `python benchmarks/searches.py [--misses]`.

Each file of `searches` opens with the jobs that are in it (employer, role, how it ended) and then holds the messages, written
by hand. Prints a JSON object for each: how many of the jobs were found, how many were invented, and how many of them
stand where they should, as filed at once and after the person said what each waiting letter is.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from datetime import UTC, datetime, time

from benchmarks.naming import is_right_role

from onward.facts import LetterKind
from onward.log.standing import Event, fold_events
from onward.notice.job.names import is_same_employer
from onward.notice.linking.link import FilingPlan, PlannedJob, link_letters, to_letter_facts
from onward.notice.linking.values import PersonDecision
from onward.notice.message.letter import Letter, parse_letter
from onward.notice.read import read_letter

SEARCHES = ROOT / "benchmarks" / "searches"


@dataclass(frozen=True, slots=True)
class Expected:
    """One job of a search, and the stage or ending that it is left at."""

    employer: str
    role: str
    final: str


@dataclass(frozen=True, slots=True)
class Search:
    """The jobs that are in a mailbox, and its messages with their true kinds."""

    name: str
    jobs: tuple[Expected, ...]
    messages: tuple[tuple[Letter, LetterKind], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made of a search: which jobs were found and stand right, and which are nobody's."""

    found: int
    right: int
    invented: tuple[str, ...]
    missed: tuple[str, ...]


def load_searches() -> list[Search]:
    """All of them, by name."""
    return [_read(path) for path in sorted(SEARCHES.glob("*.txt"))]


def _read(path: Path) -> Search:
    jobs, *messages = path.read_text(encoding="utf-8").strip().split("\n\n")
    expected = [line.removeprefix("job ").split(" | ") for line in jobs.splitlines()]
    return Search(path.stem, tuple(Expected(*one) for one in expected), tuple(_read_messages(messages, path.stem)))


def _read_messages(blocks: Sequence[str], name: str) -> Iterator[tuple[Letter, LetterKind]]:
    for number, block in enumerate(blocks):
        head, _, body = block.partition("\n")
        on, kind, sender, subject = head.split(" | ", 3)
        moment = format_datetime(datetime.combine(date.fromisoformat(on), time(9), UTC))
        fields = f"From: {sender}\nTo: me@home.example\nSubject: {subject}\nDate: {moment}\nMessage-ID: <{number}@{name}.example>"
        raw = f"{fields}\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
        yield parse_letter(raw.encode()), LetterKind(kind)


def file_search(search: Search) -> tuple[FilingPlan, FilingPlan]:
    """The plan as filed at once, and after every letter that waits was told to be what it is."""
    facts = [to_letter_facts(letter, read_letter(letter)) for letter, _ in search.messages]
    at_once = link_letters(facts)
    waiting = {one.key for one in at_once.waiting}
    decisions = [PersonDecision(letter.key, kind=kind) for letter, kind in search.messages if letter.key in waiting]
    return at_once, link_letters(facts, decisions=decisions)


def compare(search: Search, plan: FilingPlan) -> Outcome:
    """Each job of the search with the planned one of the same employer and role."""
    left = [job for job in plan.jobs if job.events]
    right, missed = 0, []
    found = 0
    for expected in search.jobs:
        planned = _find(expected, left)
        if planned is None:
            missed.append(f"{expected.employer}, {expected.role}")
            continue
        left.remove(planned)
        found += 1
        final = find_final(planned)
        right += final == expected.final
        if final != expected.final:
            missed.append(f"{expected.employer}, {expected.role}: {final} instead of {expected.final}")
    return Outcome(found, right, tuple(f"{job.employer}, {job.role}" for job in left), tuple(missed))


def _find(expected: Expected, jobs: Sequence[PlannedJob]) -> PlannedJob | None:
    """The job of that employer, by its role where there are several."""
    same = [job for job in jobs if is_same_employer(job.employer, expected.employer)]
    named = [job for job in same if is_right_role(job.role, expected.role)]
    unnamed = [job for job in same if not job.role]
    return next(iter([*named, *unnamed, *(same if len(same) == 1 else [])]), None)


def find_final(job: PlannedJob) -> str:
    """The stage or the ending at which its events leave it."""
    now = fold_events([Event(one.kind, one.on, place, "mail") for place, one in enumerate(job.events)])
    return str(now.ended or now.stage)


def main() -> None:
    """Print what was made of each, and of all."""
    total = {"jobs": 0, "found": 0, "invented": 0, "right": 0}
    for search in load_searches():
        at_once, answered = file_search(search)
        first, then = compare(search, at_once), compare(search, answered)
        told = {"jobs": len(search.jobs), "found": then.found, "invented": len(then.invented), "right": then.right}
        total = {name: total[name] + told[name] for name in total}
        more = {"right_at_once": first.right, "waited": len(at_once.waiting)}
        print(json.dumps({"search": search.name, "messages": len(search.messages), **told, **more}))
        if "--misses" in sys.argv:
            print(
                *[f"  missed: {one}" for one in then.missed], *[f"  invented: {one}" for one in then.invented], sep="\n"
            )
    print(json.dumps({"search": "all", **total}))


if __name__ == "__main__":
    main()
