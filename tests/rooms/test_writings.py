"""What is written for nobody but oneself: kept or burnt, offered once a week at most, and read by nothing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.people import door

from onward.values.fifteen_minutes import MATTERS
from onward_app import clock
from onward_app.records.models import Change, Owner, Writing
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job

WHY = "My sister laughed when the dog came home."
ROOMS = ("/values/what-matters/", "/recover/writing/")


@pytest.fixture(autouse=True)
def _day() -> object:
    with clock.fixed("2026-11-18T12:00"):
        yield


def page(owner: Owner, place: str) -> str:
    return " ".join(door(owner).get(place).content.decode().split())


def test_two_or_three_are_chosen_and_why_is_kept(alice: Owner) -> None:
    assert len(MATTERS) == 13
    client = door(alice)
    told = {"about": ["people", "laugh"], "text": WHY, "say": "keep"}
    assert client.post(ROOMS[0], told).status_code == 302
    assert "the people I love and laughing" in page(alice, ROOMS[0])
    assert WHY in page(alice, ROOMS[0])
    many = client.post(ROOMS[0], told | {"about": ["people", "laugh", "free", "calm"]}).content.decode()
    assert "Choose the two or three that matter most." in many
    assert WHY in many
    assert Writing.objects.filter(owner=alice).count() == 1


def test_both_studies_stand_there_and_that_it_may_do_nothing(alice: Owner) -> None:
    said = page(alice, ROOMS[0])
    assert "found some harm. It may do nothing for you." in said
    assert "334 and 556 job seekers" in said
    assert "174 people on welfare" in said


def test_it_is_offered_once_a_week_whether_kept_or_burnt(alice: Owner) -> None:
    job, _ = add_job(alice, employer="Harbor", role="T", on=date(2026, 11, 1))
    talk, _ = add_interview(alice, job, on=date(2026, 11, 30))
    before = f"/kinks/before/{talk.pk}/"
    for place in ("/values/", before):
        assert "It may do nothing for you." in page(alice, place)
    door(alice).post(ROOMS[0], {"text": WHY, "say": "burn"})
    alice.refresh_from_db()
    for place in ("/values/", before):
        assert "It may do nothing for you." not in page(alice, place)
    with clock.fixed("2026-11-25T12:00"):
        for place in ("/values/", before):
            assert "It may do nothing for you." in page(alice, place)


def test_a_no_never_brings_it_up(alice: Owner) -> None:
    job, _ = add_job(alice, employer="Harbor", role="T", on=date(2026, 11, 1))
    add_event(alice, job, kind="rejected", on=date(2026, 11, 18))
    for place in ("/", f"/jobs/{job.pk}/", "/recover/"):
        assert "what-matters" not in page(alice, place)


@pytest.mark.parametrize("room", ROOMS)
def test_words_of_self_harm_come_first_also_where_they_are_to_be_burnt(alice: Owner, room: str) -> None:
    said = door(alice).post(room, {"text": "I want to kill myself.", "say": "burn"})
    assert said.status_code == 200
    assert "Need to talk to someone now?" in said.content.decode()
    assert not Writing.objects.exists()


@pytest.mark.parametrize("room", ROOMS)
def test_client_details_are_asked_about_only_where_it_is_kept(alice: Owner, room: str) -> None:
    told = {"text": "My client Maria Lopez, 34, from Xenia."}
    assert "could point to a client" in door(alice).post(room, told | {"say": "keep"}).content.decode()
    assert door(alice).post(room, told | {"say": "burn"}).status_code == 302


@pytest.mark.parametrize("room", ROOMS)
def test_nothing_of_it_comes_up_anywhere_else(alice: Owner, room: str) -> None:
    client = door(alice)
    client.post(room, {"text": WHY, "say": "keep"})
    for place in ("/", "/changes/", "/kinks/", "/recover/kind-words/", "/values/", "/recover/lessons/", "/pace/"):
        assert WHY not in page(alice, place)
    assert not Change.objects.filter(owner=alice).exists()


@pytest.mark.parametrize("room", ROOMS)
def test_nobody_else_reads_or_burns_it(alice: Owner, bob: Owner, room: str) -> None:
    door(alice).post(room, {"text": WHY, "say": "keep"})
    row = Writing.objects.get(owner=alice)
    assert WHY not in page(bob, room)
    assert door(bob).post(f"{room}{row.pk}/burn/").status_code == 404
    other = ROOMS[1 - ROOMS.index(room)]
    assert door(alice).post(f"{other}{row.pk}/burn/").status_code == 404
    assert Writing.objects.count() == 1
