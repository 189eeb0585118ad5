"""What filing links again is enough: each deed, in any order, comes to what it comes to where everything is linked."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.db import transaction

from onward.facts import LetterKind
from onward.notice.linking.reach import list_marks, list_marks_of_name
from onward.notice.verdict import verdict_from_json
from onward_app import clock
from onward_app.records.facts import to_letter_facts, to_mark_number
from onward_app.records.models import (
    Change,
    Event,
    JobMark,
    Letter,
    LetterMark,
    Opportunity,
    Owner,
)
from onward_app.records.reading.filing import load_everything, load_material
from onward_app.records.reading.notice import list_own_addresses, list_reads
from onward_app.records.reading.read_again import JudgedAgain
from onward_app.records.writing import read_again
from onward_app.records.writing.decisions import decide_letter, set_letter_aside
from onward_app.records.writing.filing import letters as filing_letters
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.jobs import add_event, add_job, edit_job, strike_event
from onward_app.records.writing.ledger import store_letters
from onward_app.records.writing.merging import merge_jobs, split_job
from onward_app.records.writing.owner import remember_addresses
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.undo import CannotUndo, undo_change

NAMES = [
    "Harborpoint Clinic", "Harborpiont Clinic", "Harborpoint", "harborpoint", "Exyra", "Exyra Technologies", "exyra",
    "Oakhollow Unified School District", "Oakhollow USD", "Willow Bend", "willowbend", "Cedar House", "Maple Grove",
    "Birch Lane", "Quiet Harbor", "Stonebridge", "Lindenhof", "Northgate", None,
]  # fmt: skip
SENDERS = [
    "no-reply@greenhouse-mail.io", "jobs@harborpoint.example", "lena@exyra.example", "kim@bridge.example",
    "hr@oakhollow.k12.oh.us", "", "sam@willowbend.example", "me@home.example",
]  # fmt: skip
ROLES = ["Nurse", "Night Nurse", "Clerk", None]
FIRST = date(2026, 1, 5)


@pytest.fixture
def me(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with clock.fixed("2026-11-16T09:00"):
        yield alice


def letter(owner: Owner, dice: random.Random, n: int) -> Letter:
    name, kind = dice.choice(NAMES), dice.choice(list(LetterKind))
    unsure, on = dice.random() < 0.25, FIRST + timedelta(days=dice.randrange(280))
    return Letter(
        owner=owner, key=f"{n:064x}", message_id=f"{n}@mail", on=on, sender=dice.choice(SENDERS), subject="Hello", body="Hello",
        to=[["", "x@y.example"]], refs=[f"{dice.randrange(60)}@mail"] if dice.random() < 0.2 else [],
        thread=dice.choice(["", "", "", f"t{dice.randrange(9)}"]), verdict=make_verdict(dice, kind, name, unsure), kind=str(kind),
        unsure=unsure, fingerprint=f"{n:032}", words=dice.choice(["", "", f"{dice.randrange(6):032}"]),
    )  # fmt: skip


def make_verdict(dice: random.Random, kind: LetterKind, name: str | None, unsure: bool) -> dict[str, Any]:
    return {
        "kind": str(kind), "probability": 0.97, "unsure": unsure, "chances": {str(kind): 0.97}, "employer": name,
        "role": dice.choice(ROLES), "language": "en", "outgoing": False, "because": [], "details_because": [],
        "agency": None, "people": [], "stage": None, "reason": None, "left_open": "", "meeting": "", "did": None,
        "employer_by": "domain" if name and name.islower() else "body", "number": dice.choice([None, None, "R100"]),
    }  # fmt: skip


def read_some(owner: Owner, dice: random.Random) -> None:
    start = Letter.objects.filter(owner=owner).count() + dice.randrange(1000, 10**6) * 1000
    some = [letter(owner, dice, start + n) for n in range(dice.choice([1, 2, 9]))]
    store_letters(owner, [(one.key, LetterKind(one.kind), one.on) for one in some], some)
    file_letters(owner)


def _one_of(owner: Owner, dice: random.Random, model: Any) -> Any:
    rows = model.objects.filter(owner=owner) if model is Letter else model.objects.of(owner)
    if model is Opportunity:
        rows = rows.filter(merged_into=None)
    found = list(rows.order_by("pk"))
    if not found:
        raise CannotUndo
    return dice.choice(found)


def _decide(owner: Owner, dice: random.Random) -> None:
    row, kind = (
        _one_of(owner, dice, Letter),
        dice.choice([None, LetterKind.REJECTION, LetterKind.INTERVIEW, LetterKind.OTHER]),
    )
    job = dice.choice([None, _one_of(owner, dice, Opportunity)])
    decide_letter(owner, row, kind=kind, opportunity=job, employer=dice.choice(["", dice.choice(NAMES) or ""]))


def _aside(owner: Owner, dice: random.Random) -> None:
    set_letter_aside(owner, _one_of(owner, dice, Letter))


def _merge(owner: Owner, dice: random.Random) -> None:
    merge_jobs(owner, _one_of(owner, dice, Opportunity), _one_of(owner, dice, Opportunity))


def _split(owner: Owner, dice: random.Random) -> None:
    job = _one_of(owner, dice, Opportunity)
    events = list(Event.objects.of(owner).filter(opportunity=job).order_by("pk"))
    split_job(owner, job, [dice.choice(events).pk] if events else [], dice.choice(NAMES) or "Split off", "Nurse")


def _undo(owner: Owner, dice: random.Random) -> None:
    rows = list(Change.objects.filter(owner=owner, undone_by=None).order_by("-pk")[:10])
    if rows:
        undo_change(owner, dice.choice(rows))


def _add(owner: Owner, dice: random.Random) -> None:
    add_job(owner, employer=dice.choice(NAMES) or "Elm", role=dice.choice(ROLES) or "", on=FIRST)


def _happened(owner: Owner, dice: random.Random) -> None:
    kind = dice.choice(["applied", "interview", "rejected", "withdrew"])
    add_event(owner, _one_of(owner, dice, Opportunity), kind=kind, on=FIRST + timedelta(days=dice.randrange(280)))


def _rename(owner: Owner, dice: random.Random) -> None:
    edit_job(owner, _one_of(owner, dice, Opportunity), employer=dice.choice(NAMES) or "Elm")


def _strike(owner: Owner, dice: random.Random) -> None:
    event = _one_of(owner, dice, Event)
    strike_event(owner, event.opportunity, event)


def _judge(owner: Owner, dice: random.Random) -> None:
    row, kind = _one_of(owner, dice, Letter), dice.choice([LetterKind.REJECTION, LetterKind.CONFIRMATION])
    judge_otherwise(owner, row, make_verdict(dice, kind, dice.choice(NAMES), dice.random() < 0.25))


def judge_otherwise(owner: Owner, row: Letter, verdict: dict[str, Any]) -> None:
    found = [JudgedAgain(row, verdict_from_json(verdict), fits=True)]
    with patch.object(read_again, "judge_read_earlier", lambda _: found):
        read_again.judge_again(owner)


def _mine(owner: Owner, dice: random.Random) -> None:
    remember_addresses(owner, [dice.choice(SENDERS[-2:])])


DEEDS: tuple[Callable[[Owner, random.Random], None], ...] = (
    read_some, read_some, _decide, _decide, _aside, _merge, _split, _undo, _undo, _add, _happened, _rename, _strike,
    _judge, _judge, _mine,
)  # fmt: skip


def state(owner: Owner) -> list[Any]:
    """Jobs go by their place: PostgreSQL doesn't give a number again that was given in what was taken back."""
    letters = Letter.objects.filter(owner=owner).order_by("pk")
    events = Event.objects.of(owner).filter(opportunity__stands=True).order_by("kind", "on", "letter", "opportunity")
    jobs = Opportunity.objects.of(owner).order_by("pk")
    numbers = Opportunity.objects.filter(owner=owner).order_by("pk").values_list("pk", flat=True)
    places: dict[Any, int | None] = {None: None} | {pk: place for place, pk in enumerate(numbers)}
    return [
        [
            (*told, places[job], places[other])
            for *told, job, other in letters.values_list("key", "waiting", "opportunity", "suggested")
        ],
        [
            (*told, places[job])
            for *told, job in events.values_list("kind", "on", "letter", "also", "reason", "day_known", "opportunity")
        ],
        [
            (*told, places[job], places[other])
            for *told, job, other in jobs.values_list(
                "employer", "role", "agency", "stage", "ended", "first_on", "pk", "merged_into"
            )
        ],
    ]


def try_linking_everything(owner: Owner, deed: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the deed comes to where everything is linked; it is taken back."""
    with transaction.atomic(), monkeypatch.context() as patch:
        patch.setattr(filing_letters, "load_material", lambda owner, **_: load_everything(owner))
        deed()
        found = state(owner)
        transaction.set_rollback(True)
    return found


def assert_marks_are_kept(owner: Owner) -> None:
    own = list_own_addresses(owner)
    letters = {(row.pk, to_mark_number(mark)) for row in Letter.objects.filter(owner=owner)
               for mark in list_marks(to_letter_facts(row, own))}  # fmt: skip
    jobs = {(row.pk, to_mark_number(mark)) for row in Opportunity.objects.filter(owner=owner)
            for mark in list_marks_of_name(row.employer)}  # fmt: skip
    assert set(LetterMark.objects.filter(owner=owner).values_list("letter", "mark")) == letters
    assert set(JobMark.objects.filter(owner=owner).values_list("opportunity", "mark")) == jobs


def test_what_a_letter_kept_apart_is_joined_once_it_is_judged_again(me: Owner) -> None:
    rows = [letter(me, random.Random(1), n) for n in range(3)]
    for row, name in zip(rows, ("Exyra", "Exyra Technologies", "Exyra Group"), strict=True):
        row.sender, row.refs, row.thread, row.words = f"jobs@{row.key[-1]}.example", [], "", ""
        row.kind, row.unsure, row.on = "confirmation", row is rows[2], FIRST
        row.verdict |= {
            "kind": row.kind,
            "unsure": row.unsure,
            "employer": name,
            "employer_by": "body",
            "role": "Nurse",
        }
    store_letters(me, [(row.key, LetterKind(row.kind), row.on) for row in rows], rows)
    for _ in range(2):
        file_letters(me)
    assert Opportunity.objects.of(me).count() == 2
    verdict = rows[2].verdict | {"employer": "Cedar House"}
    judge_otherwise(me, Letter.objects.get(owner=me, key=rows[2].key), verdict)
    assert [row.employer for row in Opportunity.objects.of(me).filter(merged_into=None)] == ["Exyra Technologies"]


@pytest.mark.parametrize("seed", range(6))
def test_each_deed_comes_to_what_it_comes_to_where_everything_is_linked(
    me: Owner, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice, parts = random.Random(seed), 0
    for _ in range(5):
        read_some(me, dice)
    for n in range(16):
        chosen, luck = dice.choice(DEEDS), f"{seed} {n}"

        def deed(chosen: Any = chosen, luck: str = luck) -> None:
            with suppress(CannotUndo, EventRefused):
                chosen(me, random.Random(luck))

        expected = try_linking_everything(me, deed, monkeypatch)
        deed()
        assert state(me) == expected, (n, chosen)
        parts += (keys := load_material(me).keys) is not None and len(keys) < len(list_reads(me))
    assert_marks_are_kept(me)
    assert parts
