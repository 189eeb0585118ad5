"""People: a list, a page for each with the jobs they belong to and what there was, made one, and found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.test.utils import CaptureQueriesContext
from tests.in_folder import in_folder
from tests.people import door

from onward_app import clock
from onward_app.records.models import Change, Contact, ContactAtJob, Letter, Opportunity, Owner
from onward_app.records.reading.contacts import list_suggested
from onward_app.records.reading.finding import find_words
from onward_app.records.tables import make_tables
from onward_app.records.upgrading import upgrade_tables
from onward_app.records.writing.ask import record_ask_sent
from onward_app.records.writing.contacts import add_contact, merge_contacts, put_at_job
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.merging import merge_jobs
from onward_app.records.writing.undo import undo_change


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock.fixed("2026-11-16T09:00"):
        yield


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    return add_job(alice, employer="Elm Clinic", role="Counselor", on=date(2026, 11, 3))[0]


@pytest.fixture
def jo(alice: Owner, job: Opportunity) -> Contact:
    told = {"name": "Jo Ruiz", "reach": "jo@elm.example", "how": "at a fair", "notes": "**Kind**, and late"}
    return add_contact(alice, job=job, part="interviewed me", **told)[0]


def page_of(owner: Owner, path: str) -> str:
    return " ".join(door(owner).get(path).content.decode().split())


def letter_from(owner: Owner, name: str, address: str, job: Opportunity) -> Letter:
    return Letter.objects.create(
        owner=owner, key=f"{address}{job.pk}", sender_name=name, sender=address, by_person=True, verdict={},
        kind="interview", on=date(2026, 11, 10), opportunity=job, subject="Tuesday?",
    )  # fmt: skip


# The list


def test_the_list_says_how_to_reach_them_the_jobs_and_how_you_met(alice: Owner, jo: Contact) -> None:
    page = page_of(alice, "/people/")
    for words in ("Jo Ruiz", "jo@elm.example", "Elm Clinic, Counselor", "at a fair"):
        assert words in page


def test_an_empty_list_says_what_will_be_here(alice: Owner) -> None:
    assert "Nobody is here yet." in page_of(alice, "/people/")


def test_it_is_narrowed_by_any_word_of_them(alice: Owner, jo: Contact) -> None:
    add_contact(alice, name="Ada Birch", employer="Oak")
    assert "Jo Ruiz" not in page_of(alice, "/people/?q=oak")
    assert "Jo Ruiz" in page_of(alice, "/people/?q=fair ruiz")
    assert "Nobody here is called that." in page_of(alice, "/people/?q=nobody")


def test_many_cost_no_more_queries_than_a_few(alice: Owner, job: Opportunity) -> None:
    counts = []
    for more in (5, 15):
        for n in range(more):
            add_contact(alice, job=job, name=f"One {more} {n}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page_of(alice, "/people/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_who_wrote_is_offered_once_and_kept_with_their_job(alice: Owner, job: Opportunity) -> None:
    letter_from(alice, "Mira Olt", "mira@elm.example", job)
    other, _ = add_job(alice, employer="Oak", role="", on=date(2026, 11, 4))
    letter_from(alice, "Mira Olt", "mira@elm.example", other)
    assert page_of(alice, "/people/").count("Mira Olt, about") == 1
    asked = f"/people/add/?name=Mira+Olt&reach=mira%40elm.example&job={job.pk}"
    assert door(alice).post(asked, {"name": "Mira Olt", "reach": "mira@elm.example"}).status_code == 302
    assert ContactAtJob.objects.get().opportunity == job
    assert list_suggested(alice, 3) == []


# One of them


def test_a_page_says_how_to_reach_them_and_what_there_was(alice: Owner, job: Opportunity, jo: Contact) -> None:
    add_interview(alice, job, on=date(2026, 11, 9), people="J. R., the director")
    letter_from(alice, "Ruiz, Jo", "jo@elm.example", job)
    record_ask_sent(alice, job, sort="thanks", on=date(2026, 11, 11), to_name="Jo Ruiz", text="Thank you.")
    page = page_of(alice, f"/people/{jo.pk}/")
    assert 'href="mailto:jo@elm.example"' in page
    assert "How you met: at a fair." in page
    assert "<strong>Kind</strong>, and late" in page
    story = page[page.index("What there was") :]
    places = [story.index(said) for said in ("At the interview:", "They wrote:", "You thanked them:")]
    assert places == sorted(places)


def test_what_was_with_others_at_the_same_job_is_not_theirs(alice: Owner, job: Opportunity, jo: Contact) -> None:
    add_interview(alice, job, on=date(2026, 11, 9), people="J. R. S., K. L.")
    letter_from(alice, "Kim", "kim@elm.example", job)
    assert "What there was" not in page_of(alice, f"/people/{jo.pk}/")


def test_they_are_changed_where_they_stand_and_an_undo_takes_it_back(alice: Owner, jo: Contact) -> None:
    changed = door(alice).post(f"/people/{jo.pk}/edit/", {"name": "Jo Ruiz-Lee", "reach": "+1 555 010 0199"})
    assert changed.status_code == 302
    jo.refresh_from_db()
    assert (jo.name, jo.reach, jo.how) == ("Jo Ruiz-Lee", "+1 555 010 0199", "")
    undo_change(alice, Change.objects.get(intention="people.edit"))
    jo.refresh_from_db()
    assert (jo.name, jo.how) == ("Jo Ruiz", "at a fair")


def test_a_form_that_cannot_be_kept_comes_back_open_with_what_was_typed(alice: Owner, jo: Contact) -> None:
    page = door(alice).post(f"/people/{jo.pk}/edit/", {"name": "", "reach": "two doors down"}).content.decode()
    assert "A first name is enough." in page
    assert 'value="two doors down"' in page


def test_they_belong_to_several_jobs_and_are_taken_off_one(alice: Owner, job: Opportunity, jo: Contact) -> None:
    other, _ = add_job(alice, employer="Oak", role="", on=date(2026, 11, 4))
    page = door(alice)
    assert page.post(f"/people/{jo.pk}/job/", {"job": other.pk, "part": "told me of it"}).status_code == 302
    assert put_at_job(alice, jo, other) is None
    link = ContactAtJob.objects.of(alice).get(opportunity=job)
    assert page.post(f"/people/{jo.pk}/off/{link.pk}/").status_code == 302
    assert [one.part for one in ContactAtJob.objects.of(alice)] == ["told me of it"]


def test_the_page_of_a_job_leads_to_its_people_and_to_adding_one(alice: Owner, job: Opportunity, jo: Contact) -> None:
    add_contact(alice, name="Ada Birch", employer="elm clinic", role="Director")
    page = page_of(alice, f"/jobs/{job.pk}/")
    assert f'<a href="/people/{jo.pk}/">Jo Ruiz</a> <span class="soft">interviewed me</span>' in page
    assert page.count("Ada Birch") == 1
    assert f"/people/add/?job={job.pk}" in page


def test_they_go_along_when_two_jobs_are_made_one(alice: Owner, job: Opportunity, jo: Contact) -> None:
    keep, _ = add_job(alice, employer="Elm", role="", on=date(2026, 11, 1))
    merge_jobs(alice, keep, job)
    assert ContactAtJob.objects.of(alice).get().opportunity == keep


# Two that are one


def test_two_are_made_one_and_the_old_address_leads_there(alice: Owner, job: Opportunity, jo: Contact) -> None:
    other, _ = add_job(alice, employer="Oak", role="", on=date(2026, 11, 4))
    twice, _ = add_contact(alice, job=other, name="Jo R.", employer="Elm Clinic", notes="Has a dog.", reach="no")
    put_at_job(alice, twice, job)
    page = door(alice)
    assert "Jo R., Elm Clinic" in page.get(f"/people/{jo.pk}/merge/").content.decode()
    assert page.post(f"/people/{jo.pk}/merge/", {"other": twice.pk}).status_code == 302
    jo.refresh_from_db()
    assert (jo.reach, jo.employer, jo.notes) == ("jo@elm.example", "Elm Clinic", "**Kind**, and late\n\nHas a dog.")
    assert {one.opportunity for one in ContactAtJob.objects.of(alice).filter(contact=jo)} == {job, other}
    assert page.get(f"/people/{twice.pk}/").headers["Location"] == f"/people/{jo.pk}/"
    assert "Jo R." not in page_of(alice, "/people/")
    undo_change(alice, Change.objects.get(intention="people.merge"))
    assert page.get(f"/people/{twice.pk}/").status_code == 200


def test_who_was_merged_before_leads_to_the_last(alice: Owner, jo: Contact) -> None:
    one, two = (add_contact(alice, name=name)[0] for name in ("J.", "Joanna"))
    merge_contacts(alice, two, one)
    merge_contacts(alice, jo, two)
    assert door(alice).get(f"/people/{one.pk}/").headers["Location"] == f"/people/{jo.pk}/"


# Found, taken off, deleted


def test_the_one_box_finds_them_by_anything_that_is_known(alice: Owner, jo: Contact) -> None:
    for word in ("ruiz", "elm.example", "fair", "late"):
        (people,) = [one for one in find_words(alice, word).sorts if one.name == "people"]
        assert [row.pk for row in people.rows] == [jo.pk]
    assert f'href="/people/{jo.pk}/"' in page_of(alice, "/find/?q=ruiz")


def test_who_was_merged_away_is_found_no_more(alice: Owner, jo: Contact) -> None:
    twice, _ = add_contact(alice, name="Quentin")
    merge_contacts(alice, jo, twice)
    assert not find_words(alice, "quentin").sorts


def test_one_is_taken_off_and_an_undo_brings_them_back_with_their_jobs(alice: Owner, jo: Contact) -> None:
    assert door(alice).post(f"/people/{jo.pk}/remove/").status_code == 302
    assert not Contact.objects.of(alice).exists()
    assert not ContactAtJob.objects.of(alice).exists()
    undo_change(alice, Change.objects.get(intention="people.remove"))
    assert ContactAtJob.objects.of(alice).get().contact == jo


def test_deleting_asks_once(alice: Owner, jo: Contact) -> None:
    assert "Delete Jo Ruiz?" in page_of(alice, f"/people/{jo.pk}/delete/")
    assert Contact.objects.of(alice).exists()


def test_another_search_sees_none_of_them(alice: Owner, bob: Owner, jo: Contact) -> None:
    assert "Jo Ruiz" not in page_of(bob, "/people/")
    for path in ("", "merge/", "delete/"):
        assert door(bob).get(f"/people/{jo.pk}/{path}").status_code == 404
    for path in ("edit/", "job/", "remove/", "delete/"):
        assert door(bob).post(f"/people/{jo.pk}/{path}", {"name": "x"}).status_code == 404


# A search from before


@pytest.fixture
def before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any) -> Iterator[dict[str, Any]]:
    """The models of a search that stands where nobody had a page, by their names."""
    with django_db_blocker.unblock(), in_folder(monkeypatch, tmp_path):
        made = make_tables(connection, MigrationLoader(connection), ("records", "0032_documents"))
        yield {model.__name__: model for model in made}


def test_whom_one_wrote_to_is_there_when_a_search_is_brought_up_to_date(before: dict[str, Any]) -> None:
    owner = before["Owner"].objects.create(made_at=clock.now())
    job = before["Opportunity"].objects.create(owner=owner, employer="Elm")
    known = before["Contact"].objects.create(owner=owner, name="mira olt", employer="Elm")
    for name, sent in (("Mira Olt", date(2026, 11, 2)), ("Pat", date(2026, 11, 3)), ("Kim", None)):
        before["Ask"].objects.create(
            owner=owner, opportunity=job, to_name=name, to_address=f"{name[:3]}@elm.example", sent_on=sent
        )
    upgrade_tables()
    told = ContactAtJob.objects.order_by("pk").values_list("contact__name", "contact__reach", "opportunity")
    assert list(told) == [("mira olt", "", job.pk), ("Pat", "Pat@elm.example", job.pk)]
    assert Contact.objects.get(pk=known.pk).employer == "Elm"
