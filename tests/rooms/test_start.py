"""The first page asks what happened, and each of its doors notes it and leads on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from django.test import Client
from tests.flat import flat
from tests.people import door
from tests.records.test_nos import FORM, INVITATION
from tests.records.test_nos import PERSONAL as PASTED

from onward_app import clock
from onward_app.example import _beside
from onward_app.records.models import (
    Card,
    Change,
    Event,
    Interview,
    Letter,
    Opportunity,
    Owner,
    RejectionDay,
    SaidQuiet,
)
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job

PAGES = ["/start/", "/start/no/", "/start/interview/", "/start/quiet/", "/start/offer/", "/start/none/"]


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):
        yield


@pytest.mark.parametrize("page", PAGES)
def test_every_door_opens(alice: Owner, page: str) -> None:
    answer = door(alice).get(page)
    assert answer.status_code == 200
    assert answer.content.decode().count('class="lead"') == 1


def test_the_first_page_says_what_happens_to_your_mail(alice: Owner) -> None:
    text = door(alice).get("/start/").content.decode()
    assert "It stays on this computer. Onward never changes your mail and sends nothing by itself." in text
    assert text.index("Bring your mail") < text.index("LinkedIn") < text.index("look around")


def test_the_first_page_has_five_doors_and_three_things_to_bring(alice: Owner) -> None:
    text = flat(door(alice).get("/start/"))
    for place, words in (
        ("/start/no/", "I just got a no"), ("/start/interview/", "I have an interview"), ("/start/quiet/", "It’s gone quiet"),
        ("/start/offer/", "I have an offer"), ("/start/none/", "No interviews yet"), ("/notice/bring/", "Bring your mail"),
        ("/jobs/import/", "Bring a spreadsheet, or LinkedIn’s list"),
        ("/debrief/interview/calendar/", "Bring a calendar, or an invitation"),
    ):  # fmt: skip
        assert re.search(f'href="{place}">{words}</a>', text), place


def test_the_example_opens_beside_ones_own_search_and_ends_with_it(alice: Owner) -> None:
    told = door(alice).post("/start/example/").content.decode()
    found = re.search(r'href="(http://127\.0\.0\.1:\d+)(/enter\?token=[^"]+)"', told)
    assert found is not None
    visitor = build_opener(HTTPCookieProcessor())
    assert "This is an example." in visitor.open(found[1] + found[2]).read().decode()
    assert f'href="{found[1]}/"' in door(alice).post("/start/example/").content.decode()  # it is open already
    assert Opportunity.objects.count() == 0
    (open_,) = _beside
    assert open_.process.stdin is not None
    assert open_.process.stdout is not None
    open_.process.stdin.close()  # as when this process is gone
    open_.process.wait(20)
    open_.process.stdout.close()


def test_where_the_example_cant_be_opened_it_says_what_to_type(
    alice: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "no-python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.argv", [".venv/bin/onward"])
    assert "<code>.venv/bin/onward demo</code>" in door(alice).post("/start/example/").content.decode()
    (tmp_path / "onward").write_text("#!/bin/sh\n")
    (tmp_path / "onward").chmod(0o755)
    assert "<code>onward demo</code>" in door(alice).post("/start/example/").content.decode()


@pytest.mark.parametrize("page", PAGES[2:5])
def test_nothing_that_is_needed_is_called_optional(alice: Owner, page: str) -> None:
    text = flat(door(alice).get(page))
    label = re.search(r'<label for="id_(?:employer|since)">([^<]*)</label>', text)
    assert label is not None
    assert 'for="id_role">For which role? <span class="soft small">(optional)' in text


def test_a_no_is_acknowledged_before_anything_is_asked(alice: Owner) -> None:
    text = door(alice).get("/start/no/").content.decode()
    assert text.index("That stings. Nothing to solve tonight.") < text.index("Paste it, or say who. Both can wait.")
    assert text.index("Both can wait.") < text.index("<form")
    assert text.index("<form") < text.index("<textarea")


def test_a_no_by_name_makes_the_job_and_leads_to_this_evening(alice: Owner) -> None:
    answer = door(alice).post("/start/no/", {"text": "Harbor Light", "on": "2026-11-16"})
    row = Opportunity.objects.get()
    assert answer["Location"] == f"/recover/no/{row.events.get().pk}/"
    assert (row.employer, row.ended, row.ended_on) == ("Harbor Light", "rejected", date(2026, 11, 16))
    assert "That stings. Nothing to solve tonight." in door(alice).get(answer["Location"]).content.decode()


def test_a_no_without_a_word_is_noted_too(alice: Owner) -> None:
    answer = door(alice).post("/start/no/", {})
    assert answer.status_code == 302
    assert RejectionDay.objects.get().on == date(2026, 11, 16)


def test_a_no_finds_the_open_job_of_that_name(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 11, 1))
    door(alice).post("/start/no/", {"text": "harbor light", "on": "2026-11-16"})
    row.refresh_from_db()
    assert (row.ended, Opportunity.objects.count()) == ("rejected", 1)


def test_an_old_no_starts_no_such_day(alice: Owner) -> None:
    answer = door(alice).post("/start/no/", {"text": "Harbor Light", "on": "2026-11-01"})
    assert "more than a week old" in flat(door(alice).get(answer["Location"]))
    assert not RejectionDay.objects.exists()


def test_a_pasted_letter_is_acknowledged_and_not_analyzed(alice: Owner) -> None:
    answer = door(alice).post("/start/no/", {"text": PASTED}, follow=True)
    text = flat(answer)
    assert "That stings. Nothing to solve tonight." in text
    assert "<mark>" not in text
    assert "nsure" not in text


def test_the_job_that_is_likely_meant_is_one_tap_away(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Therapist", on=date(2026, 11, 1))
    add_interview(alice, row, on=date(2026, 11, 10))
    text = flat(door(alice).post("/start/no/", {"text": PASTED}, follow=True))
    assert "Was it Cedar, Therapist?" in text
    door(alice).post(re.search(r'action="(/start/no/\d+/of/\d+/)"', text)[1])  # type: ignore[index]
    row.refresh_from_db()
    assert (row.ended, Opportunity.objects.of(alice).count()) == ("rejected", 1)


def test_of_two_jobs_at_an_employer_whose_name_was_typed_one_is_one_tap_away(alice: Owner) -> None:
    add_job(alice, employer="Cedar", role="Clerk", on=date(2026, 11, 1))
    row, _ = add_job(alice, employer="Cedar", role="Therapist", on=date(2026, 11, 1))
    add_interview(alice, row, on=date(2026, 11, 10))
    text = flat(door(alice).post("/start/no/", {"text": "Cedar"}, follow=True))
    assert "Was it Cedar, Therapist?" in text
    answer = door(alice).post(re.search(r'action="(/start/no/\d+/told-of/\d+/)"', text)[1], follow=True)  # type: ignore[index]
    assert "That stings. Nothing to solve tonight." in flat(answer)
    row.refresh_from_db()
    assert (row.ended, Opportunity.objects.of(alice).count()) == ("rejected", 2)


def test_only_a_no_that_was_told_is_moved_so(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Therapist", on=date(2026, 11, 1))
    applied = row.events.get()
    assert door(alice).post(f"/start/no/{applied.pk}/told-of/{row.pk}/").status_code == 404


def test_a_form_from_nobody_is_noted_and_the_evening_goes_on(alice: Owner) -> None:
    text = flat(door(alice).post("/start/no/", {"text": FORM}, follow=True))
    assert "Noted. Want tonight off?" in text
    assert "That stings" not in flat(door(alice).get("/"))
    door(alice).post(re.search(r'action="(/recover/day/\d+/evening/)"', text)[1])  # type: ignore[index]
    assert "Is there somebody you’d like to be with?" in flat(door(alice).get("/"))


def test_an_invitation_pasted_as_a_no_is_not_buried(alice: Owner) -> None:
    text = flat(door(alice).post("/start/no/", {"text": INVITATION}, follow=True))
    assert "This may not be a no, and it names “Thursday”." in text
    letter = Letter.objects.get()
    assert f'href="/notice/letter/{letter.pk}/"' in text
    door(alice).post(f"/start/no/{letter.pk}/")
    assert Event.objects.of(alice).filter(kind="rejected").count() == 1


def test_a_link_is_kept_with_the_job(alice: Owner) -> None:
    door(alice).post("/start/no/", {"text": "https://jobs.example/portal/status/4411"})
    assert Opportunity.objects.get().link == "https://jobs.example/portal/status/4411"


@pytest.mark.parametrize(("met", "stage"), [("once", "interview"), ("more", "final")])
def test_the_next_morning_asks_once_whether_somebody_was_met(alice: Owner, met: str, stage: str) -> None:
    door(alice).post("/start/no/", {"text": "Harbor Light"})
    row = Opportunity.objects.get()
    with clock.fixed("2026-11-17T08:00"):
        assert f'href="/start/met/{row.pk}/"' in flat(door(alice).get("/"))
        door(alice).post(f"/start/met/{row.pk}/", {"met": met, "people": "Priya Raman", "when": "week"})
        made = Interview.objects.get()
        assert (made.people, made.day_known) == ("Priya Raman", False)
        row.refresh_from_db()
        assert (row.stage, row.ended, row.met) == (stage, "rejected", "yes")
        text = flat(door(alice).get("/"))
        assert f'href="/ask/new/{row.pk}/"' in text
        assert "Replay it" in text
        assert "Did you talk with somebody" not in text


def test_that_question_takes_one_tap(alice: Owner) -> None:
    door(alice).post("/start/no/", {"text": "Harbor Light"})
    row = Opportunity.objects.get()
    with clock.fixed("2026-11-17T08:00"):
        text = flat(door(alice).get(f"/start/met/{row.pk}/"))
        assert re.findall(r'<button name="met" value="(\w+)">', text) == ["once", "more", "form"]
        assert "required" not in text
        assert "Press one of the three." in flat(door(alice).post(f"/start/met/{row.pk}/", {"people": "Priya"}))
        door(alice).post(f"/start/met/{row.pk}/", {"met": "once"})
    assert Interview.objects.count() == 1


def test_only_a_form_is_an_answer_too(alice: Owner) -> None:
    door(alice).post("/start/no/", {"text": "Harbor Light"})
    row = Opportunity.objects.get()
    with clock.fixed("2026-11-17T08:00"):
        door(alice).post(f"/start/met/{row.pk}/", {"met": "form"})
        text = flat(door(alice).get("/"))
    assert "Did you talk" not in text
    assert "/ask/new/" not in text
    assert not Interview.objects.exists()


def test_a_letter_that_speaks_of_a_meeting_answers_it_by_itself(alice: Owner) -> None:
    door(alice).post("/start/no/", {"text": PASTED})
    with clock.fixed("2026-11-17T08:00"):
        text = flat(door(alice).get("/"))
    assert "Did you talk" not in text
    assert "/ask/new/" in text
    assert "Replay it" in text


def test_an_interview_to_come_is_kept_and_leads_to_its_debrief(alice: Owner) -> None:
    said = {"employer": "Cedar", "role": "Aide", "on": "2026-11-20", "at": "14:30", "kind": "screen", "format": "phone"}
    answer = door(alice).post("/start/interview/", {**said, "people": "the lead nurse"})
    made = Interview.objects.get()
    assert (made.on, str(made.at), made.round, made.format) == (date(2026, 11, 20), "14:30:00", "phone", "phone")
    assert made.opportunity.stage == "screen"
    assert answer["Location"] == f"/kinks/before/{made.pk}/?done={Change.objects.get().pk}"


def test_an_interview_that_has_been_leads_to_its_record(alice: Owner) -> None:
    answer = door(alice).post("/start/interview/", {"employer": "Cedar", "on": "2026-11-12", "kind": "interview"})
    made = Interview.objects.get()
    assert answer["Location"].startswith(f"/debrief/interview/{made.pk}/")
    assert Event.objects.get().on == date(2026, 11, 12)


def test_an_interview_at_the_job_of_a_no_can_still_be_noted(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="Aide", on=date(2026, 11, 1))
    add_event(alice, row, kind="rejected", on=date(2026, 11, 14))
    assert f'<option value="{row.pk}">' in door(alice).get("/start/interview/").content.decode()
    door(alice).post("/start/interview/", {"job": row.pk, "on": "2026-11-10", "kind": "interview"})
    assert Interview.objects.get().opportunity == row


def test_there_is_one_form_for_an_interview(alice: Owner) -> None:
    assert door(alice).get("/debrief/interview/add/")["Location"] == "/start/interview/"


def test_an_interview_can_be_added_to_a_job_that_is_there(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 11, 1))
    text = door(alice).get(f"/start/interview/?job={row.pk}").content.decode()
    assert f'<option value="{row.pk}" selected>' in text
    door(alice).post("/start/interview/", {"job": row.pk, "on": "2026-11-10", "kind": "interview"})
    assert Interview.objects.get().opportunity == row


def test_quiet_is_an_application_on_that_day(alice: Owner) -> None:
    answer = door(alice).post("/start/quiet/", {"employer": "Cedar", "since": "2026-10-20"})
    assert answer["Location"].startswith(f"/pace/?job={Opportunity.objects.get().pk}&done=")
    assert "Mail hasn’t been read" not in flat(door(alice).get("/pace/"))
    assert SaidQuiet.objects.get().on == date(2026, 11, 16)
    assert list(Event.objects.values_list("kind", "on")) == [("applied", date(2026, 10, 20))]


def test_quiet_about_a_job_that_is_there_counts_up_to_today(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="", on=date(2026, 11, 1))
    answer = door(alice).post("/start/quiet/", {"job": row.pk, "since": "2026-10-20"})
    assert answer["Location"].startswith(f"/pace/?job={row.pk}&done=")
    assert (Event.objects.count(), SaidQuiet.objects.get().opportunity) == (1, row)


def test_quiet_is_answered_with_how_often_somebody_still_hears(alice: Owner) -> None:
    page = flat(door(alice).post("/start/quiet/", {"employer": "Harbor Light", "since": "2026-10-20"}, follow=True))
    assert "27 days without news, counted to today, as you said." in page
    assert "<p>Waits as long as this one still end in an answer: about one in" in page


def test_a_conversation_is_put_into_a_week_that_is_open(alice: Owner) -> None:
    page = flat(door(alice).get("/start/none/"))
    assert 'href="/pace/?week=1#this-week">Put it into this week' in page
    assert "<details open><summary>Set the week" in flat(door(alice).get("/pace/?week=1"))


def test_an_offer_keeps_its_deadline_and_leads_to_values(alice: Owner) -> None:
    said = {"employer": "Cedar", "kind": "written offer", "on": "2026-11-16", "deadline_on": "2026-11-20"}
    answer = door(alice).post("/start/offer/", said)
    row = Opportunity.objects.get()
    assert (row.stage, row.deadline_on) == ("written offer", date(2026, 11, 20))
    assert answer["Location"].startswith(f"/values/job/{row.pk}/?done=")


def test_with_no_interviews_it_says_whom_this_is_not_about(alice: Owner) -> None:
    text = door(alice).get("/start/none/").content.decode()
    assert "Nobody has met you yet, so this isn’t about how you interview." in text
    assert 'action="/start/question/"' in text


def test_one_tap_leads_to_a_question_of_ones_field(alice: Owner) -> None:
    client = door(alice)
    client.post("/start/field/", {"field": "behavioral_health"})
    answer = client.post("/start/question/")
    card = Card.objects.get()
    assert (answer["Location"], card.pack) == (f"/practice/card/{card.pk}/", "behavioral_health")
    assert client.post("/start/question/")["Location"] == answer["Location"]  # until it is answered it is that one


def test_the_field_can_be_skipped_and_its_questions_come_first_once_it_is_said(alice: Owner) -> None:
    client = door(alice)
    text = flat(client.get("/start/"))
    assert text.index(">Not said<") < text.index(">Behavioral health<")
    page = flat(client.get("/practice/packs/"))
    assert page.index(">General<") < page.index(">Behavioral health<")
    client.post("/start/field/", {"field": "behavioral_health"})
    page = flat(client.get("/practice/packs/"))
    assert page.index(">Behavioral health<") < page.index(">General<")


def test_the_field_puts_its_values_and_what_is_known_of_it_first(alice: Owner) -> None:
    client = door(alice)
    own, any_job, known = "A caseload I can carry", "Pay I can live on", "one counselor in three left within a year"
    values, normal = flat(client.get("/values/")), flat(client.get("/recover/normal/"))
    assert any_job in values
    assert own not in values
    assert known not in normal
    client.post("/start/field/", {"field": "behavioral_health"})
    values, normal = flat(client.get("/values/")), flat(client.get("/recover/normal/"))
    assert values.index(own) < values.index(any_job)
    assert normal.index(known) < normal.index("five nos in a row")
    added = client.post("/values/value/", {"value-text": "a caseload I can carry", "value-points": "50"}, follow=True)
    assert flat(added).count("a caseload I can carry</strong>") == 1
    assert own not in flat(added)  # it stands there, so it isn't offered again


def test_an_offer_is_welcomed_and_what_is_offered_is_kept(alice: Owner) -> None:
    client = door(alice)
    text = flat(client.get("/start/offer/"))
    assert "That is good news." in text
    said = {"employer": "Cedar", "kind": "verbal offer", "on": "2026-11-16", "note": "Four days, supervision weekly"}
    client.post("/start/offer/", said)
    assert Event.objects.get().note == "Four days, supervision weekly"


def test_with_no_interviews_it_offers_to_replay_three_applications(alice: Owner) -> None:
    for name in ("One", "Two", "Three", "Four"):
        add_job(alice, employer=name, role="")
    met, _ = add_job(alice, employer="Met Them", role="")
    add_interview(alice, met, on=date(2026, 11, 16))
    text = door(alice).get("/start/none/").content.decode()
    assert text.count("<button>Replay ") == 3
    assert "Met Them" not in text


# what is refused


@pytest.mark.parametrize("page", PAGES)
def test_nobody_without_the_cookie_gets_in(charlie: Client, db: None, page: str) -> None:
    assert charlie.get(page).status_code == 403


def test_a_strangers_job_is_not_found_and_cannot_be_chosen(alice: Owner, bob: Owner) -> None:
    row, _ = add_job(bob, employer="Cedar", role="")
    assert door(alice).get(f"/start/interview/?job={row.pk}").status_code == 404
    add_job(alice, employer="Mine", role="")
    answer = door(alice).post("/start/no/", {"job": row.pk, "on": "2026-11-16"})
    assert answer.status_code == 200
    assert Event.objects.filter(kind="rejected").count() == 0


@pytest.mark.parametrize("page", ["/start/interview/", "/start/offer/"])
def test_nobody_named_is_said_beside_the_field(alice: Owner, page: str) -> None:
    text = door(alice).post(page, {"employer": "", "role": "Nurse <3", "on": "2026-11-16"}).content.decode()
    assert "Say who: the employer’s name" in text
    assert "Nurse &lt;3" in text


@pytest.mark.parametrize(
    ("page", "said", "words"),
    [
        ("/start/no/", {"text": "My very own role", "on": "2026-11-17"}, "hasn’t come yet"),
        ("/start/no/", {"text": "My very own role", "on": "2026-02-30"}, "can’t be read"),
        ("/start/quiet/", {"employer": "C", "since": "2027-01-01"}, "hasn’t come yet"),
        ("/start/quiet/", {"employer": "C", "since": ""}, "Say on which day."),
        (
            "/start/interview/",
            {"employer": "C", "on": "2026-11-17", "at": "25:00", "kind": "final"},
            "time can’t be read",
        ),
        (
            "/start/offer/",
            {"employer": "C", "kind": "verbal offer", "on": "2026-11-16", "deadline_on": "2026-11-01"},
            "before the offer came",
        ),
    ],
)
def test_what_cannot_be_is_said_in_words_and_nothing_is_kept(
    alice: Owner, page: str, said: dict[str, str], words: str
) -> None:
    answer = door(alice).post(page, {"role": "My very own role", **said})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert words in text
    assert "My very own role" in text
    assert not Opportunity.objects.exists()
