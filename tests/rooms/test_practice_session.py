"""Sessions: each kind's own form, the answer first, when it comes again and why, a card's page, and the log as truth."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.people import door
from tests.sealed import sealed

from onward.practice.ways import KINDS
from onward_app import clock
from onward_app.records.models import (
    Attempt,
    Card,
    Interview,
    Kink,
    Owner,
    Question,
    RejectionDay,
    Review,
)
from onward_app.records.reading.practice import load_states, plan_tonight
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.practice import grade_card, rebuild_schedules
from onward_app.records.writing.undo import undo_change

POINTS = ["a first point", "a second point", "a third point"]
DAY = date(2026, 6, 10)


@pytest.fixture(autouse=True)
def _world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def client(alice: Owner) -> Client:
    return door(alice)


def card(owner: Owner, way: str = "say_aloud", question: str = "Tell me about yourself.", **more: object) -> Card:
    return Card.objects.create(
        owner=owner, question=question, points=POINTS, practice=way, made_at=clock.now(), due_at=clock.now(), **more
    )


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return " ".join(answer.content.decode().split())


def respond(client: Client, row: Card, **parts: str) -> str:
    sent = parts or {"box0": "I said it shortly."}
    return " ".join(client.post(f"/practice/card/{row.pk}/", sent, follow=True).content.decode().split())


def interview(owner: Owner, on: date) -> Interview:
    there, _ = add_job(owner, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))
    return Interview.objects.create(owner=owner, opportunity=there, on=on)


# -- each kind's own form --


@pytest.mark.parametrize("way", KINDS, ids=lambda way: way.key)
def test_each_kind_shows_its_own_form_and_no_point_before_the_answer(alice: Owner, client: Client, way) -> None:
    row = card(alice, way.key)
    shown = page(client, f"/practice/card/{row.pk}/")
    assert way.name in shown
    assert shown.count("<textarea") == len(way.boxes)
    assert ("data-record" in shown) == way.aloud
    assert "No client details." in shown
    assert "That’s enough for now" in shown
    assert not any(point in shown for point in POINTS)
    after = respond(client, row)
    assert all(point in after for point in POINTS)
    assert "That’s enough for now" in after


def test_four_beats_are_four_boxes_and_their_words_are_counted(alice: Owner, client: Client) -> None:
    row = card(alice, "story_four_beats")
    after = respond(
        client, row, box0="On a ward.", box1="Too few hands.", box2="I asked each of them what they could take.",
        box3="It held for a year, and the count says so.",
    )  # fmt: skip
    assert "19 of 25 words are what you did and what came of it. That is more than half." in after
    grade_card(alice, row, met={0, 1, 2})
    assert Review.objects.of(alice).get().answer.startswith("Where: On a ward.\n\nWhat was wanted: Too few hands.")


def test_the_very_question_comes_with_what_was_said_then(alice: Owner, client: Client, bob: Owner) -> None:
    asked = "How do you plan a day?"
    Question.objects.create(owner=alice, interview=interview(alice, date(2026, 5, 20)), asked=asked, said="I wing it")
    Question.objects.create(owner=bob, interview=interview(bob, date(2026, 5, 21)), asked=asked, said="not for Alice")
    row = card(alice, "re_answer", f"A time when. Last time they asked: “{asked}” What do you say now?")
    shown = page(client, f"/practice/card/{row.pk}/")
    assert "Harbor Light" in shown
    assert "<details" in shown.split("I wing it")[0].rsplit("<p", 1)[0]  # folded: the new answer comes first
    after = respond(client, row, box0="First the two that can’t wait.")
    assert after.index("What I said now") < after.index("What I said then")
    assert "I wing it" in after
    assert "not for Alice" not in shown + after


def test_the_if_shows_its_then_only_afterward(alice: Owner, client: Client) -> None:
    kink = Kink.objects.create(
        owner=alice, kind="length", name="Length", noticed_on=DAY, if_they="they ask about me", then_i="I open with now"
    )
    row = card(alice, "if_then", "If they ask about me …", kink=kink)
    assert "I open with now" not in page(client, f"/practice/card/{row.pk}/")
    assert "If they ask about me, then I open with now." in respond(client, row)
    own = card(alice, "if_then", "If it goes quiet …")
    assert POINTS[0] in respond(client, own).split("It had")[0]


# -- nothing typed is lost --


def test_an_answer_waits_for_its_grade_over_a_closed_browser(alice: Owner, client: Client) -> None:
    row = card(alice)
    respond(client, row, box0="A long and careful answer.")
    again = door(alice).get(f"/practice/card/{row.pk}/", follow=True).content.decode()
    assert "A long and careful answer." in again
    assert "It had" in again
    changed = page(client, f"/practice/card/{row.pk}/?change=1")
    assert "A long and careful answer." in changed
    respond(client, row, box0="A shorter one.")
    client.post(f"/practice/card/{row.pk}/grade/", {"met": ["2", "9", "x"]})
    review = Review.objects.of(alice).get()
    assert (review.answer, review.met) == ("A shorter one.", [2])
    assert not Attempt.objects.exists()


def test_client_details_are_shown_and_nothing_is_kept_until_the_person_says_so(alice: Owner, client: Client) -> None:
    row = card(alice)
    words = "John Smith, 14, from Springfield, was admitted on 3 May 2024."
    told = respond(client, row, box0=words)
    assert "could point to a client" in told
    assert words in told
    assert not Attempt.objects.exists()
    changed = respond(client, row, box0=f"{words} And Mary Jones.", **sealed(told))
    assert "could point to a client" in changed  # other words are looked at again
    assert "It had" in respond(client, row, box0=words, **sealed(told))


def test_words_of_self_harm_get_somebody_to_talk_to_and_are_not_kept(alice: Owner, client: Client) -> None:
    row = card(alice)
    told = respond(client, row, box0="I want to kill myself")
    assert "Call or text 988" in told.split("<form")[0]
    assert not Attempt.objects.exists()


def test_points_without_an_answer_lead_back_to_the_question(alice: Owner, client: Client) -> None:
    row = card(alice)
    assert client.get(f"/practice/card/{row.pk}/points/").headers["Location"] == f"/practice/card/{row.pk}/"


# -- when it comes again, and why --


def test_after_the_grade_it_says_when_it_comes_again_and_why(alice: Owner, client: Client) -> None:
    row = card(alice)
    respond(client, row)
    told = " ".join(
        client.post(f"/practice/card/{row.pk}/grade/", {"met": ["0", "1", "2"]}, follow=True).content.decode().split()
    )
    assert "Clear. It comes again on Friday 12 June. By then you would still have it nine times in ten" in told
    assert "(“Tell me about yourself.”)" in told
    assert "Undo" in told


def test_an_interview_bends_it_and_is_named(alice: Owner, client: Client) -> None:
    interview(alice, DAY + timedelta(days=9))
    row = card(alice)
    for days in (-40, -38, -30, -20):
        Review.objects.create(owner=alice, card=row, at=clock.now() + timedelta(days=days), met=[0, 1, 2])
    respond(client, row)
    told = client.post(f"/practice/card/{row.pk}/grade/", {"met": ["0", "1", "2"]}, follow=True).content.decode()
    assert "It comes again on Wednesday 17 June. There is an interview on Friday 19 June" in told
    assert "one repetition falls a day or two before it" in told


# -- the front --


def test_the_front_never_counts_what_piled_up(alice: Owner, client: Client) -> None:
    for n in range(30):
        card(alice, "if_then", f"If {n} …")
    with clock.fixed("2026-09-30T09:00"):
        shown = page(client, "/practice/")
    assert "8 cards, about 4 minutes." in shown
    assert "30" not in shown.split("<h1>")[1].split("<footer")[0]
    assert "overdue" not in shown


def test_after_the_session_one_more_is_there_for_who_wants_it(alice: Owner, client: Client) -> None:
    row = card(alice)
    assert "Practice one now anyway" not in page(client, "/practice/")
    grade_card(alice, row, met={0, 1, 2})
    shown = page(client, "/practice/")
    assert "That’s enough for today." in shown
    assert "Practice one now anyway" in shown
    assert client.get("/practice/anyway/").headers["Location"] == f"/practice/card/{row.pk}/"


def test_when_nothing_is_due_it_says_when_the_next_card_comes(alice: Owner, client: Client) -> None:
    grade_card(alice, card(alice), met={0, 1, 2})
    assert "That’s enough for today. The next card comes in 2 days." in page(client, "/practice/")
    card(alice, question="Why here?", retired_on=DAY)
    with clock.fixed("2026-06-11T09:00"):
        assert "Nothing is due today. The next card comes tomorrow." in page(client, "/practice/")


def test_points_of_a_pack_say_that_no_clinician_has_looked_at_them(alice: Owner, client: Client) -> None:
    said = "The points are from Behavioral health, not reviewed by a clinician."
    row, mine = card(alice, pack="behavioral_health", family="risk"), card(alice, question="Why here?")
    assert said in respond(client, row)
    assert said in page(client, f"/practice/cards/{row.pk}/")
    assert "clinician" not in respond(client, mine)


def test_a_rejection_day_is_quiet_unless_asked(alice: Owner, client: Client) -> None:
    there, _ = add_job(alice, employer="Harbor Light", role="")
    RejectionDay.objects.create(owner=alice, on=clock.today(), restart_on=clock.today(), opportunity=there)
    row = card(alice)
    shown = page(client, "/practice/")
    assert "Begin" not in shown
    assert "Practice one now anyway" not in shown
    assert "Mock round" not in shown
    assert client.get("/practice/anyway/").headers["Location"] == "/practice/"
    client.post("/practice/today/")
    assert f"/practice/card/{row.pk}/" in page(client, "/practice/")


def test_answers_that_nobody_timed_count_as_their_kind_takes(alice: Owner) -> None:
    for n in range(8):
        grade_card(alice, card(alice, question=f"Question {n}?"), met={0}) if n < 5 else card(alice, question=f"{n}?")
    assert plan_tonight(alice, clock.today()).cards == ()  # five said aloud are ten minutes


# -- a card's page --


def test_a_cards_page_tells_all_of_it(alice: Owner, client: Client) -> None:
    kink = Kink.objects.create(owner=alice, kind="length", name="Length", noticed_on=DAY)
    row = card(alice, kink=kink)
    shown = page(client, f"/practice/cards/{row.pk}/")
    assert shown.count("Not yet:") == 3
    assert "It hasn’t been practiced yet." in shown
    for days, met in ((-40, [0, 1, 2]), (-38, [0, 1, 2]), (-30, [0, 1, 2]), (0, [0, 1])):
        Review.objects.create(
            owner=alice, card=row, at=clock.now() + timedelta(days=days), met=met, answer=f"Day {days}"
        )
    rebuild_schedules(alice)
    shown = page(client, f"/practice/cards/{row.pk}/")
    assert shown.count("<strong>Met:</strong>") == 2
    assert 'Right on three different days <span class="soft">(so far on 4 days)' in shown
    assert '<strong>Not yet:</strong> Clear the last time <span class="soft">(last time partly)' in shown
    assert shown.index("Day 0") < shown.index("Day -40")
    assert "11 May" in shown
    assert f"/kinks/{kink.pk}/" in shown


def test_a_card_can_be_changed_and_the_change_undone(alice: Owner, client: Client) -> None:
    row = card(alice)
    grade_card(alice, row, met={0})
    sent = {"question": "And you are?", "point1": "x", "point2": "y", "point3": "z", "practice": "write"}
    told = client.post(f"/practice/cards/{row.pk}/edit/", sent, follow=True).content.decode()
    assert "And you are?" in told
    row.refresh_from_db()
    assert (row.question, row.points, row.practice) == ("And you are?", ["x", "y", "z"], "write")
    assert Review.objects.of(alice).count() == 1
    undo_change(alice, alice.changes.get(intention="practice.edit"))
    row.refresh_from_db()
    assert (row.question, row.points, row.practice) == ("Tell me about yourself.", POINTS, "say_aloud")


def test_a_card_needs_three_points_and_keeps_what_was_typed(alice: Owner, client: Client) -> None:
    sent = {"question": "And you are?", "point1": "x", "point2": "", "point3": "z", "practice": "write"}
    told = client.post("/practice/cards/add/", sent).content.decode()
    assert "A card has three points." in told
    assert "And you are?" in told
    sent = sent | {"point2": "y", "practice": "whistle"}
    assert client.post("/practice/cards/add/", sent).status_code == 200
    assert Card.objects.count() == 0


def test_a_cards_own_words_are_scanned_too(alice: Owner, client: Client) -> None:
    sent = {"question": "What did you do for John Smith, 14, of Springfield?", "point1": "x", "point2": "y",
            "point3": "z", "practice": "write"}  # fmt: skip
    assert "could point to a client" in client.post("/practice/cards/add/", sent).content.decode()
    assert Card.objects.count() == 0


def test_letting_go_and_taking_up_again(alice: Owner, client: Client) -> None:
    row = card(alice)
    told = client.post(f"/practice/cards/{row.pk}/retire/", follow=True).content.decode()
    assert "Let go on 10 June." in told
    assert "Begin" not in page(client, "/practice/")
    client.post(f"/practice/cards/{row.pk}/retire/")
    assert "Begin" in page(client, "/practice/")


def test_a_strangers_card_is_not_found(alice: Owner, bob: Owner, charlie: Client) -> None:
    row = card(alice)
    for place in (f"card/{row.pk}/", f"card/{row.pk}/points/", f"cards/{row.pk}/", f"cards/{row.pk}/edit/"):
        assert door(bob).get(f"/practice/{place}").status_code == 404, place
        assert charlie.get(f"/practice/{place}").status_code == 403, place
    for place in (f"card/{row.pk}/grade/", f"cards/{row.pk}/retire/", f"card/{row.pk}/"):
        assert door(bob).post(f"/practice/{place}").status_code == 404, place
    assert not Review.objects.exists()


def test_a_card_answered_often_costs_no_more_queries(alice: Owner, client: Client) -> None:
    row = card(alice)
    counts = []
    for number in (10, 20):
        while Review.objects.count() < number:
            grade_card(alice, row, met={0})
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/practice/cards/{row.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


# -- the log is the truth --


def told(owner: Owner) -> dict[int, tuple[object, ...]]:
    return {row.pk: (row.due_at, row.stability) for row in Card.objects.of(owner)}


def log(owner: Owner, cards: list[Card], *, shuffled: int | None = None) -> None:
    """Forty answers over two months, entered as they came or in another order."""
    chance = random.Random(7)
    days = sorted(chance.sample(range(-60 * 24, 0), 40))
    rows = [
        (chance.choice(cards), clock.now() + timedelta(hours=hours), chance.sample(range(3), chance.randrange(4)))
        for hours in days
    ]
    if shuffled is not None:
        random.Random(shuffled).shuffle(rows)
    for row, at, met in rows:
        Review.objects.create(owner=owner, card=row, at=at, met=sorted(met))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_cached_of_cards_is_rebuilt_from_the_log_in_any_order(alice: Owner, bob: Owner, seed: int) -> None:
    mine, theirs = ([card(owner, question=f"{n}?") for n in range(4)] for owner in (alice, bob))
    log(alice, mine)
    log(bob, theirs, shuffled=seed)
    assert rebuild_schedules(alice) == rebuild_schedules(bob) == 4
    expected = told(alice)
    assert [told(bob)[row.pk] for row in theirs] == [expected[row.pk] for row in mine]
    states = load_states(Card.objects.of(alice))
    Card.objects.all().update(due_at=None, stability=None, state={})
    rebuild_schedules(alice)
    assert told(alice) == expected
    assert load_states(Card.objects.of(alice)) == states


def test_undoing_an_answer_brings_the_state_before_and_undoing_that_the_one_after(alice: Owner) -> None:
    row = card(alice)
    log(alice, [row])
    rebuild_schedules(alice)
    states, cached = load_states(Card.objects.filter(pk=row.pk)), told(alice)
    change = grade_card(alice, row, met={0, 1, 2})
    after = told(alice)
    assert after != cached
    undone = undo_change(alice, change)
    assert (load_states(Card.objects.filter(pk=row.pk)), told(alice)) == (states, cached)
    undo_change(alice, undone)
    assert told(alice) == after


def test_an_answer_late_in_the_evening_counts_for_the_persons_own_day(
    alice: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    import time

    time.tzset()
    try:
        row = card(alice)
        evening = datetime.fromisoformat("2026-06-09T22:30:00-04:00")  # already 10 June in UTC
        Review.objects.create(owner=alice, card=row, at=evening, met=[0, 1, 2])
        rebuild_schedules(alice)
        row.refresh_from_db()
        (mark,) = load_states([row])[row.pk].marks
        assert mark[0] == date(2026, 6, 9)
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()
