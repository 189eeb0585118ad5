"""A job is chosen from a short list; in a long search by typing a part of its name, on a plain form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from benchmarks.filled import CLOCK, fill_search
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.people import door

from onward_app import clock
from onward_app.records.models import Letter, Opportunity, Owner
from onward_app.records.writing.jobs import add_job
from onward_app.web.job_choice import MANY, MOST, NONE, SEVERAL


@pytest.fixture
def many(alice: Owner) -> Iterator[Owner]:
    with clock.fixed(CLOCK):
        fill_search(alice, 120)
        yield alice


@pytest.fixture
def here(many: Owner) -> str:
    row = Opportunity.objects.of(many).order_by("pk")[60]
    return f"/jobs/{row.pk}/merge/"


def options(page: bytes, name: str) -> list[str]:
    return [str(one.attributes["value"]) for one in HTMLParser(page).css(f"select[name={name}] option")]


def test_a_short_search_has_all_of_its_jobs_in_the_list_and_nothing_to_type(alice: Owner) -> None:
    rows = [add_job(alice, employer=name, role="")[0] for name in ("Cedar", "Fern", "Quill")]
    page = door(alice).get(f"/jobs/{rows[0].pk}/merge/").content
    assert sorted(options(page, "other")) == ["", *sorted(str(row.pk) for row in rows[1:])]
    assert b"job_named" not in page


def test_a_long_search_lists_fifty_and_asks_for_a_name(many: Owner, here: str) -> None:
    page = door(many).get(here).content
    assert len(options(page, "other")) == MOST + 1
    assert b"Or type a part of its name" in page


def test_a_name_that_one_job_has_is_that_job(many: Owner, here: str) -> None:
    gone, _ = add_job(many, employer="Zephyr Ward", role="Nurse")
    answer = door(many).post(here, {"other": "", "job_named": "zephyr nurse", "keep": "this"})
    assert answer.status_code == 302
    gone.refresh_from_db()
    assert gone.merged_into_id == int(here.split("/")[2])


@pytest.mark.parametrize(("typed", "said"), [("Harbor Clinic 1", SEVERAL), ("a", MANY), ("no such place", NONE)])
def test_a_name_that_several_or_none_have_is_asked_again(many: Owner, here: str, typed: str, said: str) -> None:
    add_job(many, employer="Harbor Clinic 1 again", role="")
    page = door(many).post(here, {"other": "", "job_named": typed, "keep": "this"})
    assert page.status_code == 200
    assert said in page.content.decode()
    assert (len(options(page.content, "other")) > 1) == (said != NONE)


def test_what_was_chosen_from_the_names_found_is_taken(many: Owner, here: str) -> None:
    far = Opportunity.objects.of(many).order_by("first_on", "pk")[0]
    assert str(far.pk) not in options(door(many).get(here).content, "other")
    assert door(many).post(here, {"other": str(far.pk), "keep": "this"}).status_code == 302


def test_a_strangers_job_can_be_neither_chosen_nor_typed(many: Owner, bob: Owner, here: str) -> None:
    theirs, _ = add_job(bob, employer="Only Bob’s", role="")
    for sent in ({"other": str(theirs.pk)}, {"other": "", "job_named": "Only Bob"}):
        assert door(many).post(here, {**sent, "keep": "this"}).status_code == 200
    theirs.refresh_from_db()
    assert theirs.merged_into_id is None


def test_nothing_chosen_and_nothing_typed_is_asked_for(many: Owner, here: str) -> None:
    assert "Choose the other one." in door(many).post(here, {"other": "", "keep": "this"}).content.decode()


def test_a_letter_goes_to_the_job_that_was_typed(many: Owner) -> None:
    job, _ = add_job(many, employer="Zephyr Ward", role="Nurse")
    letter = Letter.objects.filter(owner=many).exclude(waiting="").order_by("pk")[0]
    page = door(many).get(f"/notice/letter/{letter.pk}/").content
    assert options(page, "job")[1] == str(letter.suggested_id)
    sent = {"kind": "rejection", "job": "", "job_named": "zephyr", "employer": ""}
    assert door(many).post(f"/notice/letter/{letter.pk}/", sent).status_code == 302
    letter.refresh_from_db()
    assert letter.opportunity_id == job.pk
