"""Which letter answers which ask is kept beside the letter, and is what looking at everything says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.filled import fill, on_the_morning
from tests.records.test_counted import DEEDS
from typer.testing import CliRunner

from onward.ask.answered import find_answered
from onward.facts import NOS, LetterKind
from onward_app.cli.start import app
from onward_app.collect import take_in_letters
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.reading.replies import list_asks_in_mail, to_maybe_answer
from onward_app.records.reading.rows import list_opportunities
from onward_app.records.writing.ask import AskedAlready, record_ask_sent
from onward_app.records.writing.decisions import decide_letter
from onward_app.records.writing.rebuild import rebuild_everything
from onward_app.records.writing.refusals import EventRefused
from onward_app.records.writing.undo import CannotUndo

NAMES = ("Dana Reed", "Pat Moss", "")
HOUSES = ("harbor", "cedar", "quill")
SUBJECTS = ("Thank you", "Your application", "A question")
BODIES = ("Thank you for asking. A real example would have helped.", "Unfortunately we chose somebody else.")
FIRST = date(2026, 9, 1)


@pytest.fixture
def me(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        fill(alice)
        yield alice


def answers_by_everything(owner: Owner) -> dict[str, int]:
    """Every letter held against every ask."""
    asks = list_asks_in_mail(owner)
    nos = set(Event.objects.of(owner).filter(kind__in=NOS).values_list("letter", flat=True))
    rows = [row for row in Letter.objects.filter(owner=owner, outgoing=False) if row.key not in nos]
    found = {
        row.key: find_answered(to_maybe_answer(row, body=row.body if not row.sender else ""), asks) for row in rows
    }
    return {key: ask.id for key, ask in found.items() if ask is not None}


def answers_kept(owner: Owner) -> dict[str, int]:
    return dict(Letter.objects.filter(owner=owner).exclude(answers=None).values_list("key", "answers"))


def _ask(me: Owner, dice: random.Random, job: Opportunity, _: Opportunity) -> None:
    name, house = dice.choice(NAMES), dice.choice(HOUSES)
    to = {"to_name": name, "to_address": f"people@{house}.example", "subject": dice.choice(SUBJECTS), "text": "Hi"}
    record_ask_sent(me, job, sort="advice", on=FIRST + timedelta(days=dice.randrange(70)), **to)


def _mail(me: Owner, dice: random.Random, *_: Opportunity) -> None:
    day = FIRST + timedelta(days=dice.randrange(77))
    head = (
        f"From: {dice.choice(NAMES)} <people@{dice.choice(HOUSES)}.example>\nDate: {day:%a, %d %b %Y} 10:00:00 +0000\n"
    )
    subject = f"Subject: Re: {dice.choice(SUBJECTS)}\nMessage-ID: <{dice.random()}@mail.example>\nTo: me@mail.example\n"
    take_in_letters(me, [f"{head}{subject}\n{dice.choice(BODIES)}\n\nDana\n".encode()])


def _decide(me: Owner, dice: random.Random, job: Opportunity, _: Opportunity) -> None:
    letter = dice.choice(list(Letter.objects.filter(owner=me)))
    decide_letter(me, letter, kind=dice.choice([None, LetterKind.REJECTION, LetterKind.FEEDBACK]), opportunity=job)


@pytest.mark.parametrize("seed", range(6))
def test_after_any_history_it_is_what_looking_at_everything_says(me: Owner, seed: int) -> None:
    dice, answered = random.Random(seed), 0
    for _ in range(45):
        deed = dice.choice((*DEEDS, _ask, _ask, _mail, _mail, _decide))
        try:
            deed(me, dice, *dice.sample(list(list_opportunities(me).order_by("pk")), 2))
        except (EventRefused, CannotUndo, AskedAlready):
            continue
        assert answers_kept(me) == answers_by_everything(me), deed.__name__
        answered += len(answers_kept(me))
    assert answered
    assert not any(one.differing for one in rebuild_everything(me))


def test_what_is_lost_is_found_anew_and_said(me: Owner) -> None:
    job = list_opportunities(me)[0]
    to = {"to_name": "Dana Reed", "to_address": "people@harbor.example", "subject": "Thank you", "text": "Hi"}
    ask, _ = record_ask_sent(me, job, sort="advice", on=FIRST, **to)
    for seed in range(30):
        _mail(me, random.Random(seed))
    before = answers_kept(me)
    assert ask.pk in before.values()
    Letter.objects.filter(owner=me).update(answers=None)
    found = {one.what: one for one in rebuild_everything(me)}
    assert answers_kept(me) == before
    assert found["answers to asks"].differing == len(before)


def test_the_command_says_what_was_put_right(me: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onward_app.cli.owner.command_line_owner", lambda: me)
    Opportunity.objects.filter(owner=me).update(reached="")
    said = CliRunner().invoke(app, ["rebuild"]).output
    rows = Opportunity.objects.filter(owner=me)
    assert f"jobs: {rows.count()} computed, {rows.exclude(reached='').count()} put right" in said
    assert "waits: " in said
    assert "0 put right" in CliRunner().invoke(app, ["rebuild"]).output.splitlines()[0]
