"""How long filing takes in a long search: `python benchmarks/filing.py [--letters 1000 5000 20000]`.

Prints one JSON object for each deed at each size: linking every letter there is, a yes and a no to a letter that waits,
two jobs made one, that undone, and a hundred letters that just came. Seconds on the processor's clock, the median of
three for what can be taken back; `goal` says whether it keeps to what was set for 20,000 letters: 100 ms, and 2 s for
the hundred.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
os.environ["ONWARD_HOME"] = tempfile.mkdtemp(prefix="onward-filing-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward_app.settings")

import django

django.setup()

from benchmarks.filled import BODY, CLOCK, ROLES, TODAY, moment
from django.core.management import call_command
from django.db import transaction

from onward.facts import LetterKind
from onward.notice.linking.link import link_letters
from onward_app import clock
from onward_app.records import models as rows
from onward_app.records.reading.notice import list_known_jobs, list_person_decisions, list_reads, list_waiting_letters
from onward_app.records.writing.decisions import decide_letter
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.ledger import store_letters
from onward_app.records.writing.merging import merge_jobs
from onward_app.records.writing.undo import undo_change

REPEATS = 3
MOST, MOST_FOR_NEW = 0.1, 2.0
NEW = 100
SYLLABLES = (
    "bar",
    "ced",
    "dol",
    "fen",
    "gri",
    "hal",
    "jun",
    "kel",
    "lor",
    "mun",
    "nar",
    "pel",
    "quo",
    "rin",
    "sut",
    "tav",
)
KINDS = (LetterKind.CONFIRMATION, LetterKind.INTERVIEW, LetterKind.REJECTION)


def make_letters(owner: rows.Owner, first: int, number: int) -> list[rows.Letter]:
    """So many letters, three for each application, and every fiftieth is unsure."""
    return [_letter(owner, place) for place in range(first, first + number)]


def _letter(owner: rows.Owner, place: int) -> rows.Letter:
    job, step = divmod(place, len(KINDS))
    dice = random.Random(job)
    name = "".join(dice.choice(SYLLABLES) for _ in range(4))
    kind, on = KINDS[step], TODAY - timedelta(days=900 - job * 900 // 7000 - step * 9)
    verdict = {
        "kind": str(kind), "probability": 0.97, "unsure": place % 50 == 7, "chances": {str(kind): 0.97},
        "employer": f"{name.title()} Clinic", "role": dice.choice(ROLES), "language": "en", "outgoing": False,
        "because": [{"field": "body", "start": 12, "end": 40, "text": BODY[12:40]}], "details_because": [],
        "agency": None, "people": [], "stage": None, "reason": None, "employer_by": "body", "number": None,
        "did": None, "left_open": "", "meeting": "",
    }  # fmt: skip
    key = f"{place:064x}"
    return rows.Letter(
        owner=owner, key=key, message_id=f"{place}@mail.example", at=moment(on), on=on, sender_name="Pat Reed",
        sender=f"pat@{name}.example", to=[["Sam", "sam@home.example"]], subject="Your application", body=BODY,
        thread=f"{job}@mail.example", verdict=verdict, kind=str(kind), unsure=verdict["unsure"], by_person=True,
        fingerprint=key[:32], words=key[:32],
    )  # fmt: skip


def store(owner: rows.Owner, letters: list[rows.Letter]) -> None:
    """Into the ledger, unfiled, as reading does it."""
    store_letters(owner, [(one.key, LetterKind(one.kind), one.on) for one in letters], letters)


def timed(deed: Callable[[], Any]) -> float:
    """The seconds that the processor took."""
    begun = time.process_time()
    deed()
    return time.process_time() - begun


def often(deed: Callable[[], Any]) -> float:
    """The median of a few; each is taken back."""

    def once() -> float:
        with transaction.atomic():
            taken = timed(deed)
            transaction.set_rollback(True)
        return taken

    return median(once() for _ in range(REPEATS))


def measure(owner: rows.Owner, letters: int) -> dict[str, float]:
    """Every deed in a search with so many letters."""
    store(owner, make_letters(owner, 0, letters))
    found = {"the first filing": timed(lambda: file_letters(owner))}
    file_letters(owner)  # as reading much mail does
    reads, known, decided = list_reads(owner), list_known_jobs(owner), list_person_decisions(owner)
    found["linking alone"] = timed(lambda: link_letters(reads, known_jobs=known, decisions=decided))
    waiting = list_waiting_letters(owner)[0]
    one, other = rows.Opportunity.objects.filter(owner=owner).order_by("pk")[5:7]
    found["a yes"] = often(lambda: decide_letter(owner, waiting, opportunity=one))
    found["a no"] = often(lambda: decide_letter(owner, waiting, kind=LetterKind.OTHER))
    found["a merge"] = often(lambda: merge_jobs(owner, one, other))
    change = merge_jobs(owner, one, other)
    found["an undo"] = often(lambda: undo_change(owner, change))
    store(owner, make_letters(owner, letters, NEW))
    found["a hundred new letters"] = often(lambda: file_letters(owner))
    return found


def tell(letters: int, deed: str, seconds: float) -> dict[str, Any]:
    """One line."""
    goal = {"the first filing": None, "linking alone": None, "a hundred new letters": MOST_FOR_NEW}.get(deed, MOST)
    of: dict[str, Any] = {"letters": letters, "deed": deed}
    line = of | {"ours": round(seconds, 3), "goal": goal, "peer": None, "ratio": None}
    return line | ({} if goal is None else {"kept": seconds <= goal})


def main() -> None:
    """Fill, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--letters", type=int, nargs="+", default=[1000, 5000, 20000])
    os.environ["ONWARD_CLOCK"] = CLOCK
    for letters in options.parse_args().letters:
        call_command("migrate", verbosity=0)
        owner = rows.Owner.objects.create(name="Sam", made_at=clock.now())
        for deed, seconds in measure(owner, letters).items():
            print(json.dumps(tell(letters, deed, seconds)), flush=True)
        call_command("flush", verbosity=0, interactive=False)


if __name__ == "__main__":
    main()
