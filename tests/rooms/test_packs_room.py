"""Packs of one's own: dropped into the folder or brought by the page, looked at first, named by the line when wrong."""

from __future__ import annotations

import csv
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.people import door

from onward_app import clock
from onward_app.packs_folder import MOST_BYTES, list_own_packs, packs_folder
from onward_app.records.models import Card, Owner, Review
from onward_app.records.writing.practice import add_card, add_family, grade_card, remove_family
from onward_app.records.writing.undo import undo_change

PACK = """key = "our-clinic"
name = "Our clinic"
plain = "What they ask at ours."

[[family]]
key = "intake"
name = "Intake"

[[family.question]]
ask = "How do you begin a first session?"
points = ["Consent, in plain words.", "What the person came for.", "What happens next."]
[[family.question]]
ask = "What do you write down, and when?"
points = ["The same day.", "What was done and why.", "What comes next."]

[[ask_back]]
ask = "Who covers when somebody is ill?"
why = "It is you, or it is nobody."
"""
NO_POINTS = PACK.replace('points = ["The same day.", "What was done and why.", "What comes next."]\n', "")


@pytest.fixture(autouse=True)
def _world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))
    with clock.fixed("2026-06-10T09:00"):
        yield


@pytest.fixture
def client(alice: Owner) -> Client:
    return door(alice)


def drop(text: str, name: str = "clinic.toml") -> Path:
    packs_folder().mkdir(parents=True, exist_ok=True)
    place = packs_folder() / name
    place.write_text(text, encoding="utf-8")
    return place


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return " ".join(answer.content.decode().split())


def bring(client: Client, raw: bytes, name: str = "clinic.toml") -> str:
    sent = {"file": SimpleUploadedFile(name, raw)}
    return " ".join(client.post("/practice/packs/add/", sent).content.decode().split())


# -- a file dropped into the folder --


def test_a_file_in_the_folder_is_a_pack_at_once(alice: Owner, client: Client) -> None:
    assert "Our clinic" not in page(client, "/practice/packs/")
    drop(PACK)
    shown = page(client, "/practice/packs/")
    assert "Our clinic" in shown
    assert "Not reviewed by a clinician." in shown
    client.post("/practice/packs/our-clinic/intake/")
    assert list(Card.objects.of(alice).values_list("pack", "family", "question")) == [
        ("our-clinic", "intake", "How do you begin a first session?"),
        ("our-clinic", "intake", "What do you write down, and when?"),
    ]


def test_its_questions_are_there_for_a_mock_round_and_before_an_interview(alice: Owner, client: Client) -> None:
    drop(PACK)
    assert "Our clinic" in page(client, "/practice/rounds/")
    answer = client.post("/practice/rounds/", {"source": "our-clinic", "questions": 3})
    assert answer.status_code == 302
    assert "How do you begin" in page(client, answer["Location"]) or "What do you write" in page(
        client, answer["Location"]
    )


def test_a_mistake_is_named_with_its_file_and_line_and_the_others_go_on(client: Client) -> None:
    drop(NO_POINTS, "broken.toml")
    drop(PACK, "good.toml")
    drop("\x00\x01", "not-text.toml")
    shown = page(client, "/practice/packs/")
    assert "broken.toml, line 12: The question “What do you write down, and when?” has no points." in shown
    assert "not-text.toml, line 1: This isn’t text." in shown
    assert "Our clinic" in shown


def test_two_files_with_one_key_are_named_and_the_first_counts(client: Client) -> None:
    drop(PACK, "a.toml")
    drop(PACK.replace("Our clinic", "Another clinic"), "b.toml")
    shown = page(client, "/practice/packs/")
    assert "b.toml, line 1: “a.toml” has the key “our-clinic” already." in shown
    assert "Another clinic" not in shown


def test_the_key_of_a_pack_that_ships_is_taken(client: Client) -> None:
    drop("\n" + PACK.replace('"our-clinic"', '"general"'))
    assert "clinic.toml, line 2: The key “general” is that of a pack that ships." in page(client, "/practice/packs/")


# -- a file brought by the page --


def test_a_pack_is_looked_at_first_and_kept_when_one_says_so(client: Client) -> None:
    shown = bring(client, b"\xef\xbb\xbf" + PACK.replace("\n", "\r\n").encode())
    assert "Intake: 2 questions" in shown
    assert list_own_packs() == []
    client.post("/practice/packs/add/", {"text": PACK, "confirm": "our-clinic"})
    (kept,) = list_own_packs()
    assert kept.pack is not None
    assert kept.path.name == "our-clinic.toml"
    if os.name == "posix":
        assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "That file is empty."),
        (b"\x89PNG\x00\x01", "clinic.toml, line 1: This isn’t text."),
        (PACK.encode("utf-16"), "clinic.toml, line 1: This isn’t text."),
        ("# caf\u00e9\n".encode("latin-1") + PACK.encode(), "clinic.toml, line 1: This isn’t UTF-8."),
        (NO_POINTS.encode(), "clinic.toml, line 12: The question “What do you write down, and when?” has no points."),
        (b"x" * (MOST_BYTES + 1), "The file is larger than a pack may be (1 MB)."),
        (b"   \n", "clinic.toml, line 1: The file is empty."),
    ],
)
def test_a_file_that_is_no_pack_is_answered_in_words(client: Client, raw: bytes, said: str) -> None:
    assert said in bring(client, raw)
    assert list_own_packs() == []


def test_no_file_at_all_is_said_beside_the_field(client: Client) -> None:
    assert "Choose the file first." in client.post("/practice/packs/add/", {}).content.decode()


def test_what_is_replaced_or_put_away_is_not_lost(client: Client) -> None:
    broken = drop(NO_POINTS, "our-clinic.toml")
    drop(PACK, "b.toml")
    newer = PACK.replace("Our clinic", "Our new clinic")
    assert "There is a pack with the key “our-clinic” already" in bring(client, newer.encode())
    client.post("/practice/packs/add/", {"text": newer, "confirm": "our-clinic"})
    away = {path.read_text() for path in (packs_folder() / "removed").iterdir()}
    assert away == {NO_POINTS, PACK}
    assert broken.read_text() == newer
    client.post("/practice/packs/our-clinic/remove/")
    assert list_own_packs() == []
    assert newer in {path.read_text() for path in (packs_folder() / "removed").iterdir()}


@pytest.mark.parametrize("place", ["general/remove", "no-such/remove", "no-such/intake", "general/no-such"])
def test_what_is_not_there_is_not_found(client: Client, place: str) -> None:
    assert client.post(f"/practice/packs/{place}/").status_code == 404


def test_a_name_of_a_pack_is_text_and_nothing_else(client: Client) -> None:
    drop(PACK.replace("Our clinic", "<script>alert(1)</script>"))
    assert "<script>alert" not in page(client, "/practice/packs/")


# -- a family --


def test_a_family_is_read_before_its_questions_become_cards(alice: Owner, client: Client) -> None:
    drop(PACK)
    assert "Consent, in plain words." in page(client, "/practice/packs/our-clinic/intake/")
    item = "intake-what-do-you-write-down-and-when"
    client.post("/practice/packs/our-clinic/intake/", {"item": item})
    assert Card.objects.of(alice).get().item == item
    assert "Add the rest" in page(client, "/practice/packs/our-clinic/intake/")


def test_letting_a_family_go_and_adding_it_again_keeps_what_was_answered(alice: Owner, client: Client) -> None:
    drop(PACK)
    client.post("/practice/packs/our-clinic/intake/")
    first = Card.objects.of(alice).first()
    assert first is not None
    grade_card(alice, first, met={0, 1, 2})
    client.post("/practice/packs/our-clinic/intake/let-go/")
    assert not Card.objects.of(alice).filter(retired_on=None).exists()
    client.post("/practice/packs/our-clinic/intake/")
    assert Card.objects.of(alice).filter(retired_on=None).count() == 2
    assert Review.objects.of(alice).get().card == first


def test_letting_a_family_go_can_be_undone(alice: Owner) -> None:
    add_family(alice, pack="p", family="f", title="F", items=[("a", "A?", ("1", "2", "3"))])
    undo_change(alice, remove_family(alice, pack="p", family="f", title="F"))
    assert Card.objects.of(alice).get().retired_on is None


def test_more_questions_cost_no_more_queries(alice: Owner, client: Client) -> None:
    counts = []
    for number in (10, 20):
        items = [(f"i{n}", f"Question {n}?", ("1", "2", "3")) for n in range(number)]
        add_family(alice, pack="general", family="why-here", title="Why", items=items)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(client, "/practice/packs/")
            page(client, "/practice/packs/general/why-here/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


# -- for Anki --


def exported(client: Client, **choice: str) -> list[list[str]]:
    answer = client.get("/practice/anki/", {"which": "all", **choice})
    assert answer["Content-Disposition"] == 'attachment; filename="onward-cards.txt"'
    lines = answer.content.decode().split("\n")
    told = [line for line in lines if line.startswith("#")]
    assert "#columns:Guid\tFront\tBack\tPractice\tTags" in told
    return list(csv.reader("\n".join(lines[len(told) :]).splitlines(keepends=True), delimiter="\t"))


def test_cards_go_to_anki_with_the_same_guid_each_time(alice: Owner, client: Client) -> None:
    add_card(alice, question='Say "hello"\tand go on.', points=["one", "two", "three"])
    add_family(alice, pack="p", family="f g", title="F", items=[("a", "A?", ("1", "2", "3"))])
    rows = exported(client)
    assert [row[1:3] for row in rows] == [['Say "hello"\tand go on.', "one\ntwo\nthree"], ["A?", "1\n2\n3"]]
    assert rows[1][4] == "onward f-g"
    assert len({row[0] for row in rows}) == 2
    assert exported(client) == rows


def test_a_kink_or_a_family_can_be_exported_alone(alice: Owner, client: Client) -> None:
    add_family(alice, pack="p", family="f", title="F", items=[("a", "A?", ("1", "2", "3"))])
    add_card(alice, question="Mine?", points=["one", "two", "three"])
    assert [row[1] for row in exported(client, which="p/f")] == ["A?"]
    assert "Choose one of those shown." in page(client, "/practice/anki/?which=kink-99")


def test_client_details_are_shown_before_anything_leaves(alice: Owner, client: Client) -> None:
    add_card(alice, question="About Maria Keller, 43, in Toledo.", points=["one", "two", "three"])
    first = client.get("/practice/anki/", {"which": "all"})
    shown = first.content.decode()
    assert "could point to a client" in shown
    seal = shown.split('name="keep" value="')[1].split('"')[0]
    assert exported(client, keep=seal)[0][1].startswith("About Maria")


def test_bobs_cards_stay_with_bob(alice: Owner, bob: Owner, client: Client) -> None:
    add_card(bob, question="Bob's?", points=["one", "two", "three"])
    assert "no such cards yet" in page(client, "/practice/anki/?which=all")


def test_a_text_that_somebody_tampered_with_is_no_crash(client: Client) -> None:
    assert client.post("/practice/packs/add/", {"text": "key\0", "confirm": "key"}).status_code == 200
    assert list_own_packs() == []
