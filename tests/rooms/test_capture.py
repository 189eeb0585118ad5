"""What is noted before the outcome is known, and what is no longer asked once it is."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.people import door
from tests.sealed import sealed

from onward.debrief.capture import TOO_LATE
from onward_app import clock
from onward_app.records.models import Interview, Opportunity, Owner
from onward_app.records.reading.debrief import list_forecasts
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.undo import undo_change

TUESDAY = "2026-03-10"


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed(f"{TUESDAY}T17:00"):
        yield


def interview(owner: Owner, on: date = date(2026, 3, 10), kind: str = "interview") -> Interview:
    row, _ = add_job(owner, employer="Harbor Light", role="Therapist", on=date(2026, 2, 20))
    return add_interview(owner, row, on=on, kind=kind, round=kind)[0]


def note(client: Client, row: Interview, **told: str) -> str:
    answer = client.post(f"/debrief/interview/{row.pk}/capture/", told)
    row.refresh_from_db()
    return "" if answer.status_code == 302 else answer.content.decode()


def ended(owner: Owner, row: Interview, kind: str = "rejected") -> None:
    add_event(owner, Opportunity.objects.get(pk=row.opportunity_id), kind=kind, on=clock.today())


def test_three_taps_and_a_line_are_kept(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    assert not note(client, row, asked0="Why did you leave?", went0="2", said_real="4", forecast_words="30")
    question = row.questions.get(stands=True)
    assert (question.asked, question.went, row.said_real, row.forecast) == ("Why did you leave?", 2, 4, 30)
    assert "30 in 100" in client.get(f"/debrief/interview/{row.pk}/").content.decode()


def test_once_it_is_noted_the_page_of_that_day_no_longer_leads_to_before_you_walk_in(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    place = f"/debrief/interview/{row.pk}/"
    assert "Before you walk" in client.get(place).content.decode()
    note(client, row, forecast_words="30")
    assert "Before you walk" not in client.get(place).content.decode()
    assert "Replay it" in client.get(place).content.decode()


def test_a_tap_alone_is_kept_and_nothing_at_all_is_asked_for_one_thing(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    assert "One tap or one line is enough" in note(client, row)
    assert not note(client, row, went0="5")
    assert row.questions.get(stands=True).went == 5


def test_a_rating_without_its_question_is_asked_about_and_not_dropped(alice: Owner) -> None:
    page = note(door(alice), interview(alice), asked0="Why here?", went1="2", said2="I told them")
    assert page.count("Which question was that?") == 2
    assert "Why here?" in page
    assert "I told them" in page


def test_another_tap_later_changes_a_forecast_that_was_a_number(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    note(client, row, forecast="42")
    assert row.forecast == 42
    note(client, row, forecast="42", forecast_words="90")
    assert row.forecast == 90


def test_once_the_outcome_is_known_no_forecast_is_asked_or_taken(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    ended(alice, row)
    page = client.get(f"/debrief/interview/{row.pk}/capture/").content.decode()
    assert TOO_LATE in page
    assert "forecast" not in page.replace(TOO_LATE, "")
    note(client, row, forecast="10", forecast_words="10", asked0="Why here?")
    assert row.forecast is None
    assert row.questions.get(stands=True).asked == "Why here?"


def test_what_was_said_before_the_outcome_stays_as_it_was_said(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    note(client, row, forecast_words="70")
    with clock.fixed("2026-03-12T10:00"):
        ended(alice, row)
        assert (
            "You said 70 in 100 before you knew" in client.get(f"/debrief/interview/{row.pk}/capture/").content.decode()
        )
        note(client, row, forecast="5", asked0="Why here?")
        assert row.forecast == 70
        assert [one.before for one in list_forecasts(alice)] == [True]


def test_a_forecast_of_the_same_day_counts_only_when_it_was_first(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    note(client, row, forecast_words="70")
    with clock.fixed(f"{TUESDAY}T18:00"):
        ended(alice, row)
    assert list_forecasts(alice)[0].before
    Interview.objects.update(forecast_at=clock.now().replace(hour=23))
    assert not list_forecasts(alice)[0].before


def test_a_call_that_led_to_an_interview_is_a_yes_though_a_no_came_at_the_end(alice: Owner) -> None:
    row = interview(alice, kind="screen")
    note(door(alice), row, forecast_words="70")
    job = Opportunity.objects.get(pk=row.opportunity_id)
    with clock.fixed("2026-03-20T10:00"):
        add_interview(alice, job, on=date(2026, 3, 20), kind="interview", round="interview")
        add_event(alice, Opportunity.objects.get(pk=job.pk), kind="rejected", on=date(2026, 3, 20))
        assert str(list_forecasts(alice)[0].outcome) == "moved on"


def test_the_front_page_asks_before_the_answer_and_not_after_it(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    assert "Before you hear from them" in client.get("/debrief/").content.decode()
    ended(alice, row, "withdrew")
    assert "Before you hear from them" not in client.get("/debrief/").content.decode()


def test_an_offer_noted_in_error_leaves_an_application_that_a_no_ended(alice: Owner) -> None:
    with clock.fixed("2026-03-09T09:00"):
        row, _ = add_job(alice, employer="Quiet Pines", role="Therapist", on=date(2026, 2, 20))
        offer = add_event(alice, row, kind="verbal offer", on=date(2026, 3, 2))
        add_event(alice, row, kind="rescinded", on=date(2026, 3, 9))
    undo_change(alice, offer)
    assert "Applications that reached nobody" in door(alice).get("/debrief/").content.decode()


@pytest.mark.parametrize("kind", ["rejected", "closed"])
def test_an_application_that_reached_nobody_can_be_replayed_once(alice: Owner, kind: str) -> None:
    client = door(alice)
    row, _ = add_job(alice, employer="Quiet Pines", role="Therapist", on=date(2026, 2, 20))
    with clock.fixed("2026-03-09T09:00"):
        add_event(alice, row, kind=kind, on=date(2026, 3, 9))
    assert "Replay it" in client.get("/debrief/").content.decode()
    there = client.post(f"/debrief/job/{row.pk}/start/").headers["Location"]
    given = {"text": "Telehealth: nowhere", "none": "nothing to fix", "chip": "just a feeling"}
    while not there.rstrip("/").endswith("done"):
        there = client.post(there, given).headers["Location"]
    client.post(there)
    assert "Applications that reached nobody" not in client.get("/debrief/").content.decode()


def test_client_details_in_any_box_of_it_are_shown_and_changed_words_are_looked_at_again(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    for box in ("asked0", "said0", "asked1", "said3", "liked"):
        told = {"asked0": "Why?", "asked3": "And?", box: "My client Maria Lopez, 34, from Elm Street"}
        answer = client.post(f"/debrief/interview/{row.pk}/capture/", told)
        assert answer.status_code == 200, box
        assert "could point to a client" in answer.content.decode(), box
    seal = sealed(answer)["keep"]
    assert "could point to a client" in note(client, row, **told | {"keep": seal, "asked1": "Tyrone Banks"})
    assert not note(client, row, **told | {"keep": seal})
