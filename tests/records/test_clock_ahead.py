"""A computer whose clock once stood years ahead: practice goes on when it is right again."""

from __future__ import annotations

from datetime import date

import pytest

from onward_app.records.models import Card, Owner
from onward_app.records.writing.practice import add_card, grade_card, keep_attempt, rebuild_schedules
from onward_app.records.writing.undo import undo_change

pytestmark = pytest.mark.django_db
AHEAD, NOW = "2031-01-01T10:00", "2026-11-16T10:00"


def answer(owner: Owner, when: str, monkeypatch: pytest.MonkeyPatch, *, met: set[int]) -> object:
    monkeypatch.setenv("ONWARD_CLOCK", when)
    card = Card.objects.get(question="Why us?")
    keep_attempt(owner, card, parts=["I said why."])
    return grade_card(owner, card, met=met)


@pytest.fixture
def made_ahead(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> Owner:
    monkeypatch.setenv("ONWARD_CLOCK", AHEAD)
    add_card(alice, question="Why us?", points=("a", "b", "c"))
    return alice


def due_day(owner: Owner) -> date:
    due = Card.objects.get(question="Why us?").due_at
    assert due is not None
    return due.date()


def asked_now(client: object) -> bool:
    page = client.get("/practice/").content.decode()  # type: ignore[attr-defined]
    return "Nothing is due" not in page


def test_a_card_that_was_made_then_is_asked_now(
    made_ahead: Owner, client: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONWARD_CLOCK", NOW)
    assert asked_now(client)


def test_a_card_that_was_answered_then_is_asked_now(
    made_ahead: Owner, client: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(made_ahead, AHEAD, monkeypatch, met={0, 1})
    monkeypatch.setenv("ONWARD_CLOCK", NOW)
    assert asked_now(client)


def test_answered_now_it_comes_in_days_and_not_in_years(made_ahead: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(made_ahead, AHEAD, monkeypatch, met={0, 1})
    answer(made_ahead, "2031-01-03T10:00", monkeypatch, met={0, 1, 2})
    answer(made_ahead, NOW, monkeypatch, met={0, 1, 2})
    assert date(2026, 11, 16) < due_day(made_ahead) < date(2027, 3, 1)


def test_the_order_of_answers_is_that_in_which_they_were_given(
    made_ahead: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(made_ahead, AHEAD, monkeypatch, met={0, 1, 2})
    answer(made_ahead, NOW, monkeypatch, met=set())
    assert [mark for _, mark in Card.objects.get().state["marks"]] == [3, 1]


def test_undoing_and_rebuilding_bring_the_years_not_back(made_ahead: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(made_ahead, AHEAD, monkeypatch, met={0, 1})
    answer(made_ahead, NOW, monkeypatch, met={0, 1, 2})
    last = answer(made_ahead, "2026-11-20T10:00", monkeypatch, met=set())
    undo_change(made_ahead, last)  # type: ignore[arg-type]
    rebuild_schedules(made_ahead)
    assert due_day(made_ahead) < date(2027, 3, 1)
