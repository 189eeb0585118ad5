"""What is recorded: `python -m benchmarks.attack.power.work ROUNDS SYNCHRONOUS`, a line for each thing that was acknowledged.

A line is a row that has to be there afterwards, a file, or a backup; it is written where the person would be told.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.attack import search
from benchmarks.attack.victims import BOX

SPOKEN = b"\x1aE\xdf\xa3" + b"made up, and long enough for more than one page of a disk. " * 200


def tell(**fact: Any) -> None:
    """Say that it is kept."""
    print(json.dumps(fact), flush=True)


def work(rounds: int, synchronous: str) -> None:
    """Jobs through the form, and now and then a document, a recording, a letter, a deletion and a backup."""
    import django
    from django.db import connections

    django.setup()
    if synchronous:
        told = connections["default"].settings_dict["OPTIONS"]
        told["init_command"] += f"PRAGMA synchronous={synchronous};"
    from onward_app.records.writing.owner import ensure_owner
    from onward_app.serve import set_up

    set_up()
    owner = ensure_owner()
    browser = search.let_in(owner)
    for number in range(rounds):
        answer = browser.post(
            "/jobs/add/",
            {"employer": f"Employer {number}", "role": "", "on": "2026-11-02", "kind": "applied"},
            headers={"sec-fetch-site": "same-origin"},
        )
        assert answer.status_code == 302, answer.status_code
        tell(row=["records_opportunity", "employer", f"Employer {number}"])
        _do_more(owner, number)


def _do_more(owner: Any, number: int) -> None:
    from onward_app.collect import collect_mail
    from onward_app.keeping.backups import make_backup
    from onward_app.records.models import Letter

    if number % 8 == 1:
        _keep_files(owner, number)
    if number % 20 == 10:
        tell(backup=make_backup().name)
    if number == 15:
        collect_mail(owner, [BOX])
        for key in Letter.objects.filter(owner=owner).values_list("key", flat=True):
            tell(row=["records_letter", "key", key])


def _keep_files(owner: Any, number: int) -> None:
    from onward.practice.sound import Sound
    from onward_app.records.models import Opportunity
    from onward_app.records.writing.documents import keep_document
    from onward_app.records.writing.recordings import delete_recording, keep_recording

    job = Opportunity.objects.of(owner).get(employer=f"Employer {number}")
    raw = f"Letter {number} ".encode() * 900
    keep_document(owner, job, name="Letter.txt", chunks=[raw])
    key = sha256(raw).hexdigest()
    tell(row=["records_document", "key", key], file=[f"documents/{key}", key])
    first, kept = (
        keep_recording(
            owner, chunks=[SPOKEN], sort=Sound.WEBM, card=None, question=f"Question {number}{end}", seconds=9
        )
        for end in ("?", "!")
    )
    tell(row=["records_recording", "name", kept.name], file=[f"recordings/{kept.name}", sha256(SPOKEN).hexdigest()])
    name = first.name
    delete_recording(owner, first)
    tell(gone=f"recordings/{name}")


if __name__ == "__main__":
    work(int(sys.argv[1]), sys.argv[2])
