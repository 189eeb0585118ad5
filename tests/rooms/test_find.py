"""The page of the one box, and `onward find`."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.people import door

from onward.facts import OtherEvent
from onward_app.records.models import Letter, Owner
from onward_app.records.reading.finding import A_FEW
from onward_app.records.writing.jobs import add_event, add_job


@pytest.fixture
def browser(alice: Owner) -> Client:
    return door(alice)


def page(browser: Client, **asked: str) -> str:
    answer = browser.get("/find/", asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_box_is_on_every_page_and_behind_the_slash(browser: Client) -> None:
    assert browser.get("/jobs/").content.decode().count('href="/find/"') == 2
    assert "What you look for isn’t kept." in page(browser)


def test_what_is_found_stands_by_kind_with_its_words_marked_and_its_page_one_tap_away(
    browser: Client, alice: Owner
) -> None:
    row, _ = add_job(alice, employer="Łódź Clinic", role="Therapist", on=date(2026, 11, 2))
    add_event(alice, row, kind=OtherEvent.NOTE, on=date(2026, 11, 3), note="Call them about Lodz")
    told = page(browser, q="lodz")
    assert told.index("<h2>Jobs") < told.index("<h2>Notes")
    assert f'<a href="/jobs/{row.pk}/"><mark>Łódź</mark> Clinic, Therapist</a>' in told
    assert "Call them about <mark>Lodz</mark>" in told


def test_what_was_found_is_shown_as_text(browser: Client, alice: Owner) -> None:
    body = "Dear <script>alert(1)</script> & friends"
    Letter.objects.create(owner=alice, key="k", subject="<b>Hi</b>", body=body, verdict={}, kind="other")
    told = page(browser, q="script <b>")
    assert "&lt;<mark>script</mark>&gt;alert(1)" in told
    assert "&lt;<mark>b</mark>&gt;Hi" in told
    assert "<script>alert" not in told


def test_of_many_the_first_are_shown_and_the_rest_is_one_tap_away(browser: Client, alice: Owner) -> None:
    for number in range(A_FEW + 2):
        add_job(alice, employer=f"Clinic {number}", role="Therapist", on=date(2026, 11, 2))
    told = page(browser, q="therapist")
    assert told.count("<mark>Therapist</mark>") == A_FEW
    assert "/find/?q=therapist&amp;sort=jobs" in told
    assert page(browser, q="therapist", sort="jobs").count("<mark>Therapist</mark>") == A_FEW + 2


def test_nothing_found_says_what_helps(browser: Client) -> None:
    assert "Nothing has this word in it" in page(browser, q="zzz")
    assert "There is no word in that yet" in page(browser, q='"*🙂')


def test_words_of_harm_bring_up_whom_to_call(browser: Client) -> None:
    assert "Call or text 988" in page(browser, q="I want to kill myself")
