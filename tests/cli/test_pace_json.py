"""`onward pace --json` prints what the page on pace shows, under the names that the documentation has."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from onward_app import clock
from onward_app.cli.pace import NOT_TONIGHT, pace
from onward_app.records.models import Event, Opportunity, Owner
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.owner import record_mail_read
from onward_app.records.writing.pace import spread_hope
from onward_app.records.writing.recover import open_no

NOW = "2026-11-16T09:00"


def jobs(alice: Owner) -> list[Opportunity]:
    """A silent interview, an application of today, and a lead."""
    with clock.fixed(NOW):
        met, _ = add_job(alice, employer="Harbor", role="Therapist", on=date(2026, 10, 1))
        add_event(alice, met, kind="interview", on=date(2026, 11, 2))
        fresh, _ = add_job(alice, employer="Mill", role="Therapist", on=date(2026, 11, 16))
        lead, _ = add_job(alice, employer="Later", role="", kind="lead", on=date(2026, 11, 10))
        spread_hope(alice, {met.pk: 70, fresh.pk: 30})
    record_mail_read(alice, date(2026, 11, 16))
    return [met, fresh, lead]


def printed(capsys: pytest.CaptureFixture[str], *, as_json: bool = True, wish: int = 50, anyway: bool = False) -> str:
    with clock.fixed(NOW):
        pace(as_json=as_json, wish=wish, anyway=anyway)
    return capsys.readouterr().out


def told(capsys: pytest.CaptureFixture[str], wish: int = 50) -> dict[str, Any]:
    return dict(json.loads(printed(capsys, wish=wish)))


def test_it_prints_hope_silence_chances_and_the_pace_needed(alice: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    met, fresh, lead = jobs(alice)
    now = told(capsys)
    assert now["effective_opportunities"] == pytest.approx(1 / (0.7**2 + 0.3**2), abs=0.001)
    assert now["hope"] == {str(met.pk): 70, str(fresh.pk): 30}
    by_id = {job["id"]: job for job in now["opportunities"]}
    assert by_id[met.pk]["silent_days"] == 14
    assert by_id[met.pk]["quiet_on"] == "2026-11-16"
    assert by_id[fresh.pk]["plan_closed_on"] >= "2026-11-30"
    for job in (by_id[met.pk], by_id[fresh.pk]):
        assert 0 < job["low"] < job["still_hear"] < job["high"] < 1
        assert job["counted_to"] == "2026-11-16"
    assert {value for key, value in by_id[lead.pk].items() if key != "id"} == {None}
    assert now["odds"]["by"] == "2027-02-14"
    assert 0 < now["odds"]["low"] < now["odds"]["chance"] < now["odds"]["high"] < 1
    assert now["pace_for"]["wish"] == 0.5


def test_another_wish_takes_another_pace(alice: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    jobs(alice)
    some, more = (told(capsys, wish=wish)["pace_for"]["a_week"] for wish in (45, 55))
    assert some < more


def test_nothing_is_null_that_is_known_and_nothing_open_is_no_error(
    alice: Owner, capsys: pytest.CaptureFixture[str]
) -> None:
    now = told(capsys)
    assert (now["effective_opportunities"], now["hope"], now["opportunities"]) == (None, {}, [])
    assert now["odds"]["chance"] == 0
    assert printed(capsys, as_json=False) == "Nothing is open yet.\n"


def test_silence_that_nobody_vouches_for_is_not_counted(alice: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    with clock.fixed(NOW):
        add_job(alice, employer="Mill", role="", on=date(2026, 10, 1))
    job = told(capsys)["opportunities"][0]
    assert (job["silent_days"], job["counted_to"]) == (0, None)


def test_in_words_it_says_what_the_page_says(alice: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    jobs(alice)
    said = printed(capsys, as_json=False)
    assert "Harbor, Therapist: 14 days without news" in said
    assert "At least one signed offer by 14 February 2027" in said
    assert "it takes" in said


def test_on_the_day_of_a_no_figures_wait_unless_asked(alice: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    met, *_ = jobs(alice)
    with clock.fixed(NOW):
        add_event(alice, met, kind="rejected", on=date(2026, 11, 16))
        open_no(alice, Event.objects.get(kind="rejected"))
    assert printed(capsys, as_json=False) == f"{NOT_TONIGHT}\n"
    assert "At least one signed offer" in printed(capsys, as_json=False, anyway=True)
