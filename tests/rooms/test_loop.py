"""Debrief, kinks and practice as one person walks through them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.people import door
from tests.sealed import sealed

from onward_app import clock
from onward_app.records.models import Card, Chance, Debrief, Interview, Kink, Owner, RejectionDay, Review, Sighting
from onward_app.records.reading.evidence import report_kink
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.undo import undo_change


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-03-10T09:00"):
        yield


def interview(owner: Owner, on: date = date(2026, 3, 9)) -> Interview:
    row, _ = add_job(owner, employer="Harbor Light", role="Therapist", on=date(2026, 2, 20))
    return Interview.objects.create(owner=owner, opportunity=row, on=on, round="interview")


def debriefed(owner: Owner, row: Interview) -> Debrief:
    """Walk through the script as the browser would."""
    client = door(owner)
    there = client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"]
    answers = {
        "asked": {"text": "How do you handle a crisis?"},
        "said": {"text": "I said I stay calm."},
        "worked": {"text": "I asked about supervision", "chip": "just a feeling"},
        "change": {"change_1": "I made a claim and told no example", "kind_1": "story", "none": ""},
        "know": {"chip_1": "interviewer said", "who_1": "D. W."},
        "plan": {"if_1": "they ask about a crisis", "then_1": "the night shift in May"},
        "myself": {"said_real": "4", "could_be": "3"},
    }
    while not there.rstrip("/").endswith("done"):
        screen = there.rstrip("/").rpartition("/")[2]
        assert client.get(there).status_code == 200
        given = answers.get(screen) or {f"kink_{Kink.objects.get(kind='story').pk}": "a clean chance"}
        answer = client.post(there, given)
        if answer.status_code == 200:
            answer = client.post(there, given | sealed(answer))
        assert answer.status_code == 302, answer.content.decode()
        there = answer.headers["Location"]
    assert client.post(there).status_code == 302
    return Debrief.objects.get(interview=row)


def test_a_debrief_becomes_a_kink_with_evidence_a_plan_and_a_card(alice: Owner) -> None:
    debrief = debriefed(alice, interview(alice))
    kink = Kink.objects.of(alice).get(strength=False)
    assert (kink.kind, kink.then_i, kink.working_since) == ("story", "the night shift in May", date(2026, 3, 10))
    assert Sighting.objects.of(alice).get(kink=kink).source == "interviewer said"
    assert report_kink(alice, kink).standing.status == "supported"
    assert Kink.objects.of(alice).filter(strength=True).count() == 1
    assert Card.objects.of(alice).filter(kink=kink).count() == 1
    assert debrief.done_at is not None


def test_finishing_is_one_change_and_undoing_it_takes_all_of_it_back(alice: Owner) -> None:
    debriefed(alice, interview(alice))
    undo_change(alice, alice.changes.get(intention="debrief.finish"))
    assert not Kink.objects.of(alice).exists()
    assert not Card.objects.of(alice).exists()
    assert not Sighting.objects.of(alice).exists()


def test_the_next_interview_says_whether_it_had_a_chance(alice: Owner) -> None:
    debriefed(alice, interview(alice))
    with clock.fixed("2026-03-20T09:00"):
        debriefed(alice, interview(alice, date(2026, 3, 19)))
    kink = Kink.objects.of(alice).get(strength=False)
    assert not Chance.objects.of(alice).get(kink=kink).happened
    assert "1 of" in report_kink(alice, kink).verdict.words


def test_it_can_be_left_and_taken_up_again(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"]
    client.post(there, {"text": "Why here?"})
    assert client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"].endswith("/said/")
    assert "Why here?" in client.get(there).content.decode()


def test_a_refused_screen_keeps_what_was_typed(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"].replace("asked", "change")
    page = client.post(there, {"change_1": "I rambled", "none": "nothing to fix", "kind_1": ""}).content.decode()
    assert "I rambled" in page
    assert "Keep one of the two" in page


def test_a_verdict_on_oneself_is_asked_for_words(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    there = client.post(f"/debrief/interview/{row.pk}/start/").headers["Location"].replace("asked", "said")
    page = client.post(there, {"text": "I'm bad at interviews"})
    assert "Which answer" in page.content.decode()
    assert client.post(there, {"text": "I'm bad at talking"} | sealed(page)).status_code == 200
    assert client.post(there, {"text": "I'm bad at interviews"} | sealed(page)).status_code == 302


def test_a_capture_keeps_the_forecast_of_the_day(alice: Owner) -> None:
    client, row = door(alice), interview(alice)
    told = {
        "forecast_words": "70",
        "forecast": "",
        "liked": "the team",
        "asked0": "Why here?",
        "said0": "Because",
        "went0": "4",
    }
    assert client.post(f"/debrief/interview/{row.pk}/capture/", told).status_code == 302
    row.refresh_from_db()
    assert (row.forecast, row.liked) == (70, "the team")
    assert row.questions.get(stands=True).went == 4
    assert "Why here?" in client.get(f"/debrief/interview/{row.pk}/").content.decode()


def test_nothing_is_replayed_or_practised_on_a_rejection_day(alice: Owner) -> None:
    row = interview(alice)
    with clock.fixed("2026-03-09T18:00"):  # what a replay adds to practice is there the day after
        debriefed(alice, row)
    RejectionDay.objects.create(
        owner=alice, on=date(2026, 3, 10), opportunity=row.opportunity, restart_on=date(2026, 3, 11)
    )
    client = door(alice)
    assert "Not today" in client.post(f"/debrief/interview/{row.pk}/start/").content.decode()
    assert "Begin" not in client.get("/practice/").content.decode()
    client.post("/practice/today/")
    assert "Begin" in client.get("/practice/").content.decode()


def test_on_that_day_nothing_else_is_proposed_there(alice: Owner) -> None:
    job, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 2, 1))
    RejectionDay.objects.create(owner=alice, on=date(2026, 3, 10), opportunity=job, restart_on=date(2026, 3, 11))
    client = door(alice)
    practice, debrief = (client.get(place).content.decode() for place in ("/practice/", "/debrief/"))
    assert "Choose questions" not in practice
    assert "I’d rather be with somebody" in practice
    assert "Interviews will be here" not in debrief
    assert 'class="button first"' not in debrief


def test_figures_of_a_kink_and_forecasts_wait_on_a_rejection_day_unless_asked_for(alice: Owner) -> None:
    row = interview(alice)
    debriefed(alice, row)
    client, told = door(alice), Kink.objects.filter(strength=False).get()
    places = {f"/kinks/{told.pk}/": "Why? The figures", "/debrief/forecasts/": "Your forecasts"}
    assert all(said in client.get(place).content.decode() for place, said in places.items())
    RejectionDay.objects.create(
        owner=alice, on=date(2026, 3, 10), opportunity=row.opportunity, restart_on=date(2026, 3, 11)
    )
    for place, said in places.items():
        page = client.get(place).content.decode()
        assert "<h1>This can wait</h1>" in page
        assert said not in page
        assert said in client.get(f"{place}?asked=1").content.decode()


def test_a_card_shows_its_points_only_after_the_answer(alice: Owner) -> None:
    debriefed(alice, interview(alice))
    client, card = door(alice), Card.objects.of(alice).get()
    assert card.points[1] not in client.get(f"/practice/card/{card.pk}/").content.decode()
    assert (
        card.points[1] in client.post(f"/practice/card/{card.pk}/", {"box0": "As it was"}, follow=True).content.decode()
    )
    assert client.post(f"/practice/card/{card.pk}/grade/", {"met": ["0", "1", "2"]}).status_code == 302
    card.refresh_from_db()
    assert Review.objects.of(alice).get().met == [0, 1, 2]
    assert card.due_at > clock.now()


def test_a_family_from_a_pack_becomes_cards_once(alice: Owner) -> None:
    client = door(alice)
    page = client.get("/practice/packs/").content.decode()
    place = page.split('action="/practice/packs/')[1].split('"')[0]
    client.post(f"/practice/packs/{place}")
    number = Card.objects.of(alice).count()
    assert number >= 8
    client.post(f"/practice/packs/{place}")
    assert Card.objects.of(alice).count() == number
    assert "Begin" in client.get("/practice/").content.decode()


def test_before_you_walk_in_has_strengths_plans_and_lines(alice: Owner) -> None:
    debriefed(alice, interview(alice))
    coming = Interview.objects.create(
        owner=alice, opportunity=Interview.objects.first().opportunity, on=date(2026, 3, 15)
    )
    page = door(alice).get(f"/kinks/before/{coming.pk}/").content.decode()
    assert "I asked about supervision" in page
    assert "the night shift in May" in page


def test_every_page_of_these_rooms_answers(alice: Owner) -> None:
    row = interview(alice)
    debrief = debriefed(alice, row)
    kink, card = Kink.objects.of(alice).first(), Card.objects.of(alice).first()
    client = door(alice)
    for place in (
        "/debrief/", "/start/interview/", f"/debrief/interview/{row.pk}/", f"/debrief/interview/{row.pk}/capture/",
        "/kinks/", "/kinks/add/", f"/kinks/{kink.pk}/", f"/kinks/{kink.pk}/edit/", f"/kinks/{kink.pk}/merge/",
        "/practice/", "/practice/cards/", "/practice/cards/add/", "/practice/packs/", f"/practice/card/{card.pk}/", "/",
    ):  # fmt: skip
        assert client.get(place).status_code == 200, place
    assert client.get(f"/debrief/{debrief.pk}/").status_code == 302


def test_a_strangers_records_are_not_found_and_nobody_else_gets_in(alice: Owner, bob: Owner, charlie: Client) -> None:
    row = interview(alice)
    debrief = debriefed(alice, row)
    kink, card = Kink.objects.of(alice).first(), Card.objects.of(alice).first()
    for place in (
        f"/debrief/interview/{row.pk}/", f"/debrief/interview/{row.pk}/capture/", f"/debrief/{debrief.pk}/asked/",
        f"/kinks/{kink.pk}/", f"/kinks/before/{row.pk}/", f"/practice/card/{card.pk}/",
    ):  # fmt: skip
        assert door(bob).get(place).status_code == 404, place
        assert charlie.get(place).status_code == 403, place
    assert door(bob).post(f"/practice/card/{card.pk}/grade/", {"met": "0"}).status_code == 404


def test_an_interview_of_the_mail_gets_a_record_once(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 2, 20))
    add_event(alice, row, kind="interview", on=date(2026, 3, 5))
    event = row.events.get(kind="interview")
    client = door(alice)
    assert "Make a record" in client.get("/debrief/").content.decode()
    client.post(f"/debrief/event/{event.pk}/record/")
    client.post(f"/debrief/event/{event.pk}/record/")
    assert Interview.objects.of(alice).count() == 1
