"""Mock rounds: for anybody, resumable, graded at the end, and logged for those that are cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door
from tests.rooms.test_recordings import WEBM
from tests.sealed import sealed

from onward_app import clock
from onward_app.records.models import Attempt, Card, Owner, Recording, RejectionDay, Review, Round
from onward_app.records.reading.rounds import find_next_attempt
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.practice import add_card
from onward_app.records.writing.undo import undo_change

POINTS = ["a first point", "a second point", "a third point"]


@pytest.fixture(autouse=True)
def _world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def client(alice: Owner) -> Client:
    return door(alice)


def begin(client: Client, source: str = "general", questions: int = 3, only: tuple[str, ...] = ()) -> Round:
    answer = client.post("/practice/rounds/", {"source": source, "questions": questions, "only": only})
    assert answer.status_code == 302, answer.content.decode()
    return Round.objects.latest("pk")


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return flat(answer)


def respond(client: Client, row: Round, text: str = "", **more: object) -> str:
    attempt = find_next_attempt(row)
    assert attempt is not None
    sent = {"attempt": attempt.pk, "box0": text, **more}
    return client.post(f"/practice/rounds/{row.pk}/", sent, follow=True).content.decode()


def answer_all(client: Client, row: Round) -> None:
    while find_next_attempt(row) is not None:
        respond(client, row, "I said it shortly.")


def finish(client: Client, row: Round, met: tuple[str, ...] = ("0", "1", "2")) -> str:
    marks = {f"met_{pk}": met for pk in row.attempts.values_list("pk", flat=True)}
    return client.post(f"/practice/rounds/{row.pk}/", marks, follow=True).content.decode()


def own_cards(owner: Owner, number: int) -> list[Card]:
    for n in range(number):
        add_card(owner, question=f"Own question {n}?", points=POINTS)
    return list(Card.objects.of(owner))


def test_somebody_without_anything_gets_a_round_from_a_pack(client: Client) -> None:
    assert "Try a mock round" in page(client, "/practice/")
    choose = page(client, "/practice/rounds/")
    assert "Ten minutes at most." in choose
    assert "My own cards" not in choose
    row = begin(client, questions=4)
    assert row.attempts.count() == 5  # and one that is asked back
    first = page(client, f"/practice/rounds/{row.pk}/")
    assert "1 of 5" in first
    assert "Take about two minutes" in first
    assert row.attempts.first().points[0] not in first
    assert Card.objects.count() == 0


def test_answers_are_kept_as_they_come_and_another_browser_goes_on(alice: Owner, client: Client) -> None:
    row = begin(client)
    respond(client, row, "The first answer", clock_seconds="95")
    elsewhere = door(alice)
    assert f"/practice/rounds/{row.pk}/" in page(elsewhere, "/practice/rounds/")
    assert "2 of 4" in page(elsewhere, f"/practice/rounds/{row.pk}/")
    kept = row.attempts.first()
    assert (kept.parts, kept.seconds) == (["The first answer"], 95)


def test_an_answer_sent_twice_or_from_an_old_tab_is_not_taken_for_the_next_question(client: Client) -> None:
    row = begin(client)
    first = row.attempts.first()
    respond(client, row, "The first answer")
    client.post(f"/practice/rounds/{row.pk}/", {"attempt": first.pk, "box0": "Once more"})
    assert [one.parts for one in row.attempts.all()[:2]] == [["The first answer"], []]


def test_the_points_come_at_the_end_and_then_what_is_next(alice: Owner, client: Client) -> None:
    row = begin(client)
    answer_all(client, row)
    points = page(client, f"/practice/rounds/{row.pk}/")
    for one in row.attempts.all():
        assert all(str(point).replace("'", "&#x27;") in points for point in one.points)
    told = finish(client, row, ("0",))
    assert told.count("not this time") == 8
    assert "Finished a mock round: 4 questions." in told
    assert told.count("Keep it as a card") == 3
    assert Review.objects.count() == 0  # none of them is a card


def test_a_question_of_a_round_becomes_a_card_once(alice: Owner, client: Client) -> None:
    row = begin(client)
    answer_all(client, row)
    finish(client, row)
    attempt = row.attempts.first()
    for _ in range(2):
        client.post(f"/practice/rounds/{row.pk}/{attempt.pk}/keep/")
    card = Card.objects.of(alice).get()
    assert (card.question, card.points, card.item) == (attempt.question, attempt.points, attempt.item)
    assert "It is one of your cards now." in page(client, f"/practice/rounds/{row.pk}/")


def test_own_cards_get_a_review_each_and_an_undo_takes_them_back(alice: Owner, client: Client) -> None:
    cards = own_cards(alice, 4)
    row = begin(client, "my cards", 4)
    assert {one.card_id for one in row.attempts.all()} == {*(card.pk for card in cards), None}
    answer_all(client, row)
    told = finish(client, row, ("0", "1"))
    assert Review.objects.of(alice).count() == 4
    assert told.count("Comes again") == 4
    assert {tuple(review.met) for review in Review.objects.of(alice)} == {(0, 1)}
    before = {card.pk: card.due_at for card in cards}
    undo_change(alice, alice.changes.get(intention="practice.finish"))
    assert Review.objects.of(alice).count() == 0
    row.refresh_from_db()
    assert row.done_at is None
    assert {card.pk: card.due_at.date() for card in Card.objects.of(alice)} == {
        pk: due.date() for pk, due in before.items()
    }
    assert page(client, f"/practice/rounds/{row.pk}/").count(" checked") == 10  # what was marked is still there


def test_few_cards_of_ones_own_are_filled_up(alice: Owner, client: Client) -> None:
    own_cards(alice, 1)
    assert "My own cards: 1, and what is missing from General" in page(client, "/practice/rounds/")
    row = begin(client, "my cards", 5)
    assert row.attempts.exclude(card=None).count() == 1
    assert row.attempts.filter(card=None).exclude(item="").count() == 4


def test_only_the_families_that_were_chosen(client: Client) -> None:
    row = begin(client, "behavioral_health", 3, ("behavioral_health/risk", "general/why-here"))
    families = set(row.attempts.exclude(family="").values_list("family", flat=True))
    assert families == {"risk"}


def test_families_of_another_set_get_a_sentence(client: Client) -> None:
    sent = {"source": "general", "questions": 3, "only": ["behavioral_health/risk"]}
    told = client.post("/practice/rounds/", sent).content.decode()
    assert "The families you chose are in another set." in told
    assert Round.objects.count() == 0


@pytest.mark.parametrize("sent", [{}, {"source": "x", "questions": 3}, {"source": "general", "questions": 60}])
def test_what_isnt_a_choice_begins_nothing(client: Client, sent: dict[str, object]) -> None:
    assert client.post("/practice/rounds/", sent).status_code == 200
    assert Round.objects.count() == 0


def test_it_can_be_ended_early_with_what_is_answered(client: Client) -> None:
    row = begin(client)
    respond(client, row, "One answer")
    client.post(f"/practice/rounds/{row.pk}/end/")
    assert row.attempts.count() == 1
    assert "The points" in page(client, f"/practice/rounds/{row.pk}/")


def test_ending_it_before_any_answer_lets_it_go_and_undo_brings_it_back(alice: Owner, client: Client) -> None:
    row = begin(client)
    client.post(f"/practice/rounds/{row.pk}/end/")
    assert not Round.objects.of(alice).exists()
    undo_change(alice, alice.changes.filter(intention="practice.round").first())
    assert Round.objects.of(alice).get().attempts.count() == 4


def test_client_details_are_shown_before_anything_is_kept(client: Client) -> None:
    row = begin(client)
    told = respond(client, row, "John Smith, 14, from Springfield, was admitted on 3 May 2024.")
    assert "could point to a client" in told
    assert "John Smith, 14" in told
    assert row.attempts.first().answered_at is None
    respond(client, row, "John Smith, 14, from Springfield, was admitted on 3 May 2024.", **sealed(told))
    assert row.attempts.first().answered_at is not None


def test_a_recorded_answer_stays_with_its_question_and_its_review(alice: Owner, client: Client) -> None:
    own_cards(alice, 3)
    row = begin(client, "my cards", 3)
    first = row.attempts.first()
    respond(client, row, sound=SimpleUploadedFile("a.webm", WEBM), sound_seconds="30")
    recording = Recording.objects.get()
    assert (recording.card_id, recording.question) == (first.card_id, first.question)
    answer_all(client, row)
    finish(client, row)
    assert Review.objects.of(alice).get(card=first.card_id).recording == recording.name


def test_on_a_rejection_day_it_waits_unless_asked_for(alice: Owner, client: Client) -> None:
    job, _ = add_job(alice, employer="Harbor Light", role="")
    RejectionDay.objects.create(owner=alice, on=clock.today(), restart_on=clock.today(), opportunity=job)
    assert "It can wait until you start again." in page(client, "/practice/rounds/")
    assert "Begin the round" not in page(client, "/practice/rounds/")
    client.post("/practice/today/")
    assert "Begin the round" in page(client, "/practice/rounds/")


def test_a_strangers_round_is_not_found(alice: Owner, bob: Owner, charlie: Client, client: Client) -> None:
    row = begin(client)
    stranger = door(bob)
    assert stranger.get(f"/practice/rounds/{row.pk}/").status_code == 404
    for place in ("end/", "let-go/", f"{row.attempts.first().pk}/keep/"):
        assert stranger.post(f"/practice/rounds/{row.pk}/{place}").status_code == 404
        assert charlie.post(f"/practice/rounds/{row.pk}/{place}").status_code == 403
    mine = begin(stranger)
    assert client.post(f"/practice/rounds/{row.pk}/{mine.attempts.first().pk}/keep/").status_code == 404
    assert Attempt.objects.filter(owner=alice).count() == 4


def test_a_long_round_asks_the_database_no_more_than_a_short_one(alice: Owner, client: Client) -> None:
    own_cards(alice, 6)
    counts = []
    for number in (3, 6):
        row = begin(client, "my cards", number)
        answer_all(client, row)
        finish(client, row)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/practice/rounds/{row.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
