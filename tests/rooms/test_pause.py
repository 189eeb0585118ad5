"""A real pause: nothing is asked, nothing is reminded of, until the day that was chosen."""

from __future__ import annotations

from datetime import date

import pytest
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.records.models import Change, Opportunity, Owner
from onward_app.records.reading.taking_out import list_dates
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.undo import undo_change
from onward_app.web.moves import list_next_moves

BEFORE, MEANWHILE, AFTER = "2026-11-17T09:00", "2026-11-20T09:00", "2026-11-24T09:00"


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 11, 1))
    Opportunity.objects.update(promised_on=date(2026, 11, 20))
    return row


def pause(owner: Owner, until: str = "2026-11-24") -> str:
    with clock.fixed(BEFORE):
        return flat(door(owner).post("/recover/pause/", {"until": until}, follow=True))


def test_until_its_day_today_holds_one_sentence_and_then_it_speaks_again(alice: Owner, job: Opportunity) -> None:
    assert "Onward is silent until 24 November." in pause(alice)
    browser = door(alice)
    with clock.fixed(MEANWHILE):
        page = flat(browser.get("/"))
        assert "Onward is silent" in page
        assert "Harbor Light" not in page
        alice.refresh_from_db()
        assert [one["move"] for one in list_next_moves(alice)] == ["End the pause"]
    with clock.fixed(AFTER):
        assert "Onward is silent" not in flat(browser.get("/"))


def test_an_interview_and_the_end_of_an_offer_are_still_said(alice: Owner, job: Opportunity) -> None:
    add_event(alice, job, kind="written offer", on=date(2026, 11, 10))
    add_interview(alice, job, on=date(2026, 11, 21))
    Opportunity.objects.update(deadline_on=date(2026, 11, 21))
    pause(alice)
    with clock.fixed(MEANWHILE):
        page = flat(door(alice).get("/"))
        assert "Before you walk in" in page
        assert "Harbor Light" in page
        alice.refresh_from_db()
        kept = {one.key.split()[0] for one in list_dates(alice, date(2026, 11, 17))}
    assert kept == {"interview", "deadline"}


def test_the_calendar_leaves_out_what_only_onward_asks_for(alice: Owner, job: Opportunity) -> None:
    assert [one.key.split()[0] for one in list_dates(alice, date(2026, 11, 17))] == ["promised"]
    pause(alice)
    alice.refresh_from_db()
    assert list_dates(alice, date(2026, 11, 17)) == []


def test_it_is_ended_in_one_tap_and_can_be_undone(alice: Owner, job: Opportunity) -> None:
    pause(alice)
    browser = door(alice)
    with clock.fixed(MEANWHILE):
        assert "Onward is silent until 24 November." in flat(browser.get("/recover/pause/"))
        assert "Onward is silent" not in flat(browser.post("/recover/pause/end/", follow=True))
        undo_change(alice, Change.objects.latest("pk"))
        assert "Onward is silent" in flat(browser.get("/"))


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-11-17", "A day that is still to come."),
        ("2020-01-01", "A day that is still to come."),
        ("2027-11-17", "Three months at most"),
        ("soon", "day"),
        ("", "required"),
    ],
)
def test_a_day_that_is_none_is_refused_and_nothing_is_silent(
    alice: Owner, job: Opportunity, until: str, said: str
) -> None:
    assert said in pause(alice, until)
    alice.refresh_from_db()
    assert alice.paused_until is None
