"""What changed, with an undo beside each and a way to bring it back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.records.models import Change, Owner
from onward_app.records.reading.rows import list_opportunities
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.jobs import add_event, add_job, edit_job
from onward_app.records.writing.practice import add_card
from onward_app.records.writing.undo import undo_change


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):
        yield


def test_what_was_done_is_listed_newest_first(alice: Owner, bob: Owner) -> None:
    add_job(alice, employer="First", role="")
    add_job(alice, employer="Second", role="")
    add_job(bob, employer="Strange", role="")
    text = door(alice).get("/changes/").content.decode()
    assert text.index("Added Second.") < text.index("Added First.")
    assert "Strange" not in text


def test_it_undoes_and_brings_back(alice: Owner) -> None:
    row, change = add_job(alice, employer="Cedar", role="")
    client = door(alice)
    answer = client.post(f"/changes/{change.pk}/undo/", follow=True)
    assert "Undid: Added Cedar." in answer.content.decode()
    assert not list_opportunities(alice).exists()
    taken = Change.objects.get(undoes=change)
    client.post(f"/changes/{taken.pk}/undo/")
    assert list(list_opportunities(alice)) == [row]
    assert "undone and brought back" in flat(client.get("/changes/"))


def button(client: Client, change: Change) -> str:
    page = flat(client.get("/changes/"))
    form = page.split(f'action="/changes/{change.pk}/undo/"')[1].split("</form>")[0]
    return form.split('<button class="plain">')[1].split("<span")[0]


def test_an_undo_can_be_brought_back_and_what_was_brought_back_undone(alice: Owner) -> None:
    _, change = add_job(alice, employer="Cedar", role="")
    client, words = door(alice), []
    for _ in range(3):
        done = client.post(f"/changes/{change.pk}/undo/", follow=True)
        change = Change.objects.get(undoes=change)
        words.append(button(client, change))
        assert f'<button class="plain">{words[-1]}</button>' in flat(done)
    assert words == ["Bring it back", "Undo", "Bring it back"]


def test_a_sentence_does_not_make_an_undo(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="")
    with open_change(alice, "jobs.edit", "Undid: is how a note of the person’s begins.") as doing:
        doing.edit(row, notes="Undid: nothing")
    assert button(door(alice), doing.record) == "Undo"
    taken = undo_change(alice, doing.record)
    assert taken.summary == "Undid: Undid: is how a note of the person’s begins."


def test_it_goes_on_where_the_person_was(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="", on=date(2026, 11, 1))
    change = add_event(alice, row, kind="screen", on=date(2026, 11, 2))
    answer = door(alice).post(f"/changes/{change.pk}/undo/", {"next": f"/jobs/{row.pk}/"})
    assert answer["Location"].startswith(f"/jobs/{row.pk}/?done=")


def test_it_does_not_go_to_a_page_that_the_undo_took_away(alice: Owner) -> None:
    row, change = add_job(alice, employer="Cedar", role="")
    answer = door(alice).post(f"/changes/{change.pk}/undo/", {"next": f"/jobs/{row.pk}/"})
    assert answer["Location"].startswith("/changes/?done=")


def test_an_empty_list_says_what_will_be_here(alice: Owner) -> None:
    assert "Nothing yet." in door(alice).get("/changes/").content.decode()


def test_twenty_changes_cost_no_more_queries_than_ten(alice: Owner) -> None:
    client, counts = door(alice), []
    for _ in range(2):
        for number in range(10):
            add_job(alice, employer=f"Employer {number}", role="")
        with CaptureQueriesContext(connection) as asked:
            client.get("/changes/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


# what is refused


def test_what_something_newer_rests_on_is_explained_on_the_page(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Cedar", role="")
    first = edit_job(alice, row, role="Aide")
    edit_job(alice, row, role="Nurse")
    answer = door(alice).post(f"/changes/{first.pk}/undo/")
    assert answer.status_code == 409
    assert "Undo that first." in answer.content.decode()
    row.refresh_from_db()
    assert row.role == "Nurse"


def test_undoing_twice_is_explained(alice: Owner) -> None:
    _, change = add_job(alice, employer="Cedar", role="")
    door(alice).post(f"/changes/{change.pk}/undo/")
    assert "already undone" in door(alice).post(f"/changes/{change.pk}/undo/").content.decode()


def test_a_strangers_change_is_not_found(alice: Owner, bob: Owner) -> None:
    _, change = add_job(bob, employer="Cedar", role="")
    assert door(alice).post(f"/changes/{change.pk}/undo/").status_code == 404
    assert list_opportunities(bob).exists()


def test_looking_does_not_undo(alice: Owner) -> None:
    _, change = add_job(alice, employer="Cedar", role="")
    assert door(alice).get(f"/changes/{change.pk}/undo/").status_code == 405


@pytest.mark.parametrize("where", ["//evil.example/", "https://evil.example/", "evil"])
def test_it_never_leads_elsewhere(alice: Owner, where: str) -> None:
    _, change = add_job(alice, employer="Cedar", role="")
    answer = door(alice).post(f"/changes/{change.pk}/undo/", {"next": where})
    assert answer["Location"].startswith("/changes/?done=")


def test_nobody_without_the_cookie_gets_in(charlie: Client, db: None) -> None:
    assert charlie.get("/changes/").status_code == 403
    assert charlie.post("/changes/1/undo/").status_code == 403


def test_a_day_is_a_group_and_an_evening_of_practice_one_line_that_opens(alice: Owner) -> None:
    with clock.fixed("2026-11-14T09:00"):
        add_job(alice, employer="Before", role="")
    for number in range(3):
        add_card(alice, question=f"Question {number}?", points=("one", "two", "three"))
    for number in range(8):
        add_job(alice, employer=f"Place {number}", role="")
    page = flat(door(alice).get("/changes/"))
    assert '<h2><time datetime="2026-11-16">16 November</time></h2>' in page
    assert "<summary>2 more<span" in page  # eight jobs, six of them at once
    assert "<summary>Practiced: three things<span" in page
    assert '<summary><time datetime="2026-11-14">14 November</time>, one thing</summary>' in page
    assert page.count("Undo<span") == 12
