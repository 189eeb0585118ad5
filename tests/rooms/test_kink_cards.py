"""A kink and its cards: what practice counts for, and how cards for it come to be."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from django.test import Client
from tests.people import door

from onward.packs.load import load_shipped_pack
from onward_app import clock
from onward_app.packs_folder import keep_pack, put_pack_away
from onward_app.records.facts import to_occasions
from onward_app.records.models import Card, Interview, Kink, Owner, Question, Review, Sighting
from onward_app.records.reading.evidence import report_kink
from onward_app.records.reading.practice import plan_tonight
from onward_app.records.writing.evidence import rebuild_kinks
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import add_line

BEGAN = date(2026, 3, 1)
MINE = """key = "mine"
name = "Mine"
reviewed = "reviewed by the team"

[[family]]
key = "small-talk"
name = "Small talk"
kink = "length"

[[family.question]]
ask = "How was your way here?"
points = ["A sentence.", "Another.", "It ends."]
"""


@pytest.fixture(autouse=True)
def _day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def client(alice: Owner) -> Client:
    return door(alice)


def kink(owner: Owner, **more: object) -> Kink:
    return Kink.objects.create(owner=owner, kind="length", name="Length", noticed_on=BEGAN, **more)


def card(owner: Owner, row: Kink) -> Card:
    points = ["one", "two", "three"]
    return Card.objects.create(owner=owner, kink=row, question="Why?", points=points, made_at=clock.now())


def test_practice_is_clean_when_two_points_or_three_were_there(alice: Owner) -> None:
    row = kink(alice, working_since=BEGAN)
    why = card(alice, row)
    for day, met in enumerate(([], [0], [0, 2], [0, 1, 2]), 2):
        at = datetime(2026, 3, day, 18).astimezone()
        Review.objects.create(owner=alice, card=why, at=at, met=met)
    told = report_kink(alice, row)
    assert [one.happened for one in to_occasions(told.chances, told.reviews)] == [True, True, False, False]
    assert told.verdict.practices == 4


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return " ".join(answer.content.decode().split())


def seen_in_an_interview(owner: Owner, row: Kink, **questions: int) -> None:
    there = add_job(owner, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))[0]
    met = Interview.objects.create(owner=owner, opportunity=there, on=date(2026, 5, 20))
    Sighting.objects.create(owner=owner, kink=row, source="just a feeling", on=met.on, text="Too long", interview=met)
    for asked, went in questions.items():
        Question.objects.create(owner=owner, interview=met, asked=f"{asked}?", went=went)


def test_work_on_a_kink_that_was_noted_by_hand_begins_with_a_card(alice: Owner, client: Client) -> None:
    row = kink(alice)
    seen_in_an_interview(alice, row, Why=4, How=2, When=3)
    client.post(f"/kinks/{row.pk}/work/")
    made = Card.objects.of(alice).get()
    assert (made.kink, made.practice, len(made.points)) == (row, "re_answer", 3)
    assert made.question == "How?"
    assert [one.id for one in plan_tonight(alice, clock.today()).cards] == [made.pk]
    client.post(f"/kinks/{row.pk}/work/")
    client.post(f"/kinks/{row.pk}/work/")
    assert Card.objects.of(alice).count() == 1
    for one in alice.changes.order_by("-pk")[:3]:
        undo_change(alice, one)
    assert not Card.objects.of(alice).exists()


def test_the_page_offers_cards_and_makes_those_that_were_chosen(alice: Owner, client: Client) -> None:
    row = kink(alice, if_they="If they ask about me,", then_i="then I open with now.")
    seen_in_an_interview(alice, row, How=2)
    shown = page(client, f"/kinks/{row.pk}/")
    assert "If they ask about me, then I open with now." in shown
    assert "If they ask about me …" in shown
    assert "Tell me about yourself." in shown
    client.post(f"/kinks/{row.pk}/cards/", {"draft": ["if_then", "re_answer", "no-such-thing"]})
    made = {one.practice: one for one in Card.objects.of(alice).filter(kink=row)}
    assert set(made) == {"if_then", "re_answer"}
    assert made["if_then"].points[0] == "Then I open with now"
    assert made["re_answer"].question == "How?"
    row.refresh_from_db()
    assert row.working_since == clock.today()  # practice that counts for nothing would be no practice
    again = page(client, f"/kinks/{row.pk}/").partition("<fieldset>")[2].partition("</fieldset>")[0]
    assert "Tell me about yourself." in again
    assert "If they ask about me …" not in again
    undo_change(alice, alice.changes.first())
    assert not Card.objects.of(alice).exists()


def test_a_pack_of_ones_own_is_offered_and_says_who_has_looked_at_it(alice: Owner, client: Client) -> None:
    row = kink(alice)
    seen_in_an_interview(alice, row)
    keep_pack(MINE.encode(), "mine")
    (key,) = re.findall(r'value="([^"]+)"> <span>How was your way here', page(client, f"/kinks/{row.pk}/"))
    client.post(f"/kinks/{row.pk}/cards/", {"draft": key})
    made = Card.objects.of(alice).get()
    said = "The points are from Mine, reviewed by the team."
    assert said in page(client, f"/practice/cards/{made.pk}/")
    put_pack_away("mine")
    assert "The points are from" not in page(client, f"/practice/cards/{made.pk}/")


def test_choosing_nothing_changes_nothing(alice: Owner, client: Client) -> None:
    row = kink(alice)
    assert client.post(f"/kinks/{row.pk}/cards/").status_code == 302
    assert not Card.objects.of(alice).exists()


def test_a_question_that_is_a_card_already_is_not_offered_again(alice: Owner, client: Client) -> None:
    row = kink(alice)
    seen_in_an_interview(alice, row)
    client.post("/practice/packs/general/open-questions/")
    shown = page(client, f"/kinks/{row.pk}/").partition("<fieldset>")[2].partition("</fieldset>")[0]
    assert "Tell me about yourself." not in shown


def test_a_strength_and_a_strangers_kink_get_no_cards(alice: Owner, bob: Owner, client: Client) -> None:
    strength = Kink.objects.create(owner=alice, kind="strength", name="Calm", noticed_on=BEGAN, strength=True)
    for row in (strength, kink(bob)):
        for what in ("cards", "work"):
            assert client.post(f"/kinks/{row.pk}/{what}/", {"draft": "if_then"}).status_code == 404
    assert not Card.objects.exists()


def test_what_is_put_apart_is_no_strength_to_walk_in_with(alice: Owner, client: Client) -> None:
    for name, apart in (("Calm", False), ("Luck", True)):
        row = Kink.objects.create(owner=alice, kind="strength", name=name, noticed_on=BEGAN, strength=True)
        Sighting.objects.create(owner=alice, kink=row, source="rubric", on=BEGAN, text=name, not_mine=apart)
    rebuild_kinks(alice)
    there = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))[0]
    coming = Interview.objects.create(owner=alice, opportunity=there, on=date(2026, 6, 12))
    shown = page(client, f"/kinks/before/{coming.pk}/")
    assert "Calm" in shown
    assert "Luck" not in shown


def test_before_an_interview_stands_whom_how_when_where_and_why_the_strengths_are_true(
    alice: Owner, client: Client
) -> None:
    there = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))[0]
    met = Interview.objects.create(owner=alice, opportunity=there, on=date(2026, 5, 20))
    for name in ("I bring families in early", "I name a real case", "I laugh"):
        row = Kink.objects.create(owner=alice, kind="strength", name=name, noticed_on=BEGAN, strength=True)
        Sighting.objects.create(owner=alice, kink=row, source="interviewer said", on=met.on, text=name, interview=met)
    planned = kink(alice)
    planned.if_they, planned.then_i = "they ask about risk", "I tell one case"
    planned.save()
    Sighting.objects.create(owner=alice, kink=planned, source="just a feeling", on=BEGAN, text="Too long")
    hunch = Kink.objects.create(owner=alice, kind="own", name="I rambled", noticed_on=BEGAN)
    Sighting.objects.create(owner=alice, kink=hunch, source="just a feeling", on=BEGAN, text="I rambled")
    rebuild_kinks(alice)
    coming = Interview.objects.create(
        owner=alice, opportunity=there, on=date(2026, 6, 12), at=time(10), people="D. W., director", format="video",
        round="first", minutes=45,
    )  # fmt: skip
    client.post(f"/kinks/before/{coming.pk}/", {"place": "Room 4, Mill Road", "text": ""})
    shown = page(client, f"/kinks/before/{coming.pk}/")
    for said in ("Friday, 12 June at 10:00, 45 minutes", "<dd>D. W., director</dd>", "An interview, video", "Room 4, Mill Road",
                 "If they ask about risk, then I tell one case.", "Write a plan for it", "To ask them"):  # fmt: skip
        assert said in shown, said
    assert shown.count("Interviewer said, Harbor Light, 20 May") == 2
    assert "No plan yet" not in shown
    assert "data-print hidden>Print this page" in shown
    undo_change(alice, alice.changes.first())
    assert "Mill Road" not in page(client, f"/kinks/before/{coming.pk}/")


def test_before_an_interview_stand_questions_to_ask_back_and_each_line_with_its_question(
    alice: Owner, client: Client
) -> None:
    there = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 5, 1))[0]
    coming = Interview.objects.create(owner=alice, opportunity=there, on=date(2026, 6, 12))
    add_line(alice, "weekly clinical supervision, in writing")
    shown = page(client, f"/kinks/before/{coming.pk}/")
    packs = {key: [pair.ask for pair in load_shipped_pack(key).ask_back] for key in ("behavioral_health", "general")}
    assert sum(question in shown for question in packs["general"]) == 4
    assert not any(question in shown for question in packs["behavioral_health"])  # of a field that nobody named
    client.post("/start/field/", {"field": "behavioral_health"})
    shown = page(client, f"/kinks/before/{coming.pk}/")
    assert packs["behavioral_health"][0] in shown
    assert packs["general"][0] in shown
    assert "<h2>Your lines, to check</h2>" in shown
    assert re.search(r"<li>weekly clinical supervision, in writing<br><span[^>]*>[^<]*\?</span>", shown)


def test_a_kink_named_after_its_kind_long_ago_is_called_by_its_first_words(alice: Owner, client: Client) -> None:
    row = kink(alice)
    Sighting.objects.create(owner=alice, kink=row, source="just a feeling", on=BEGAN, text="Too long. I went on.")
    rebuild_kinks(alice)
    assert "<h1>“Too long. I went on”</h1>" in page(client, f"/kinks/{row.pk}/")
    row.name = "The open question: I go on and on"
    row.save()
    assert "<h1>“The open question: I go on and on”</h1>" in page(client, f"/kinks/{row.pk}/")
