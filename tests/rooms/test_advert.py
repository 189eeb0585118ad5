"""An advert is kept with its job, from a saved page or pasted, and a page made to harm does none."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.flat import flat
from tests.people import door

from onward_app.adverts import opening
from onward_app.adverts.opening import EMPTY, NO_TEXT, TOO_LARGE, AdvertTrouble, open_advert, read_pasted
from onward_app.records.models import Advert, Change, Opportunity, Owner
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.merging import merge_jobs
from onward_app.records.writing.undo import undo_change

POSTING = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Jobs"},
        {
            "@type": ["JobPosting"],
            "title": "Counselor",
            "hiringOrganization": {"@type": "Organization", "name": "Elm Clinic"},
            "jobLocation": [{"address": {"addressLocality": "Fairview", "addressRegion": "CA"}}],
            "datePosted": "2026-11-02T08:00:00Z",
            "validThrough": "2026-12-01",
            "description": "&lt;p&gt;You listen.&lt;/p&gt;&lt;p&gt;You write notes.&lt;/p&gt;",
        },
    ],
}
PAGE = (
    f'<!DOCTYPE html><html><head><title>Jobs</title><script type="application/ld+json">{json.dumps(POSTING)}</script>'
)
PAGE += "</head><body><nav>Menu</nav></body></html>"


def saved(text: str | bytes, name: str = "advert.html") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    return add_job(alice, employer="Elm Clinic", role="", on=date(2026, 11, 3))[0]


# Reading


def test_a_posting_on_the_page_says_what_the_job_is() -> None:
    found = open_advert(PAGE.encode())
    assert (found.title, found.employer, found.place) == ("Counselor", "Elm Clinic", "Fairview, CA")
    assert (found.posted_on, found.until) == (date(2026, 11, 2), date(2026, 12, 1))
    assert found.text.split() == ["You", "listen.", "You", "write", "notes."]


def test_a_page_without_a_posting_is_read_by_its_words() -> None:
    found = open_advert(b"<html><head><title>Counselor &amp; more</title></head><body><p>You listen.</p></body></html>")
    assert (found.title, found.text) == ("Counselor & more", "You listen.")


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>Counselor", "Counselor<script>x", "<b onclick=x>Counselor</b>"]
)
def test_code_in_a_title_is_no_part_of_it(title: str) -> None:
    posting = {"@type": "JobPosting", "title": title, "description": "You listen."}
    told = json.dumps(posting).replace("</", "<\\/")
    assert open_advert(f'<html><script type="application/ld+json">{told}</script></html>'.encode()).title == "Counselor"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"<html>" + b"x" * 20_000_000, TOO_LARGE),
        (b"%PDF-1.7\x00\x01", NO_TEXT),
        (b"", EMPTY),
        (b"<html><body></body></html>", EMPTY),
        (b'<html><script type="application/ld+json">{"@type":"JobPosting"}</script></html>', EMPTY),
    ],
    ids=["20 MB", "no text", "nothing", "an empty page", "an empty posting"],
)
def test_what_is_no_advert_gets_its_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(AdvertTrouble) as trouble:
        open_advert(raw)
    assert str(trouble.value) == said


@pytest.mark.parametrize(
    "posting",
    ["{", "[" * 5_000, '{"@type":"JobPosting","title":7,"hiringOrganization":[],"jobLocation":[],"description":9}'],
)
def test_a_broken_posting_stops_nothing(posting: str) -> None:
    page = f'<html><script type="application/ld+json">{posting}</script><body>You listen.</body></html>'
    assert open_advert(page.encode()).text == "You listen."


@pytest.mark.parametrize("alphabet", ["utf-8-sig", "utf-16", "cp1252"])
def test_words_come_in_any_of_the_usual_alphabets(alphabet: str) -> None:
    assert open_advert("Beratung für Łódź".encode(alphabet, "replace")).text.startswith("Beratung für")


@pytest.mark.parametrize("alphabet", ["cp1251", "koi8-r"])
def test_words_in_old_cyrillic_letters_are_read_as_everywhere(alphabet: str) -> None:
    words = "Мы ищем психолога для работы с подростками"
    assert open_advert(words.encode(alphabet)).text == words


def test_what_is_longer_than_an_advert_is_cut_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_LETTERS", 10)
    assert read_pasted("a" * 11).told == (opening.CUT.format(10),)


# The page


def test_an_advert_is_kept_shown_replaced_and_taken_away(alice: Owner, job: Opportunity) -> None:
    client, place = door(alice), f"/jobs/{job.pk}/advert/"
    client.post(place, {"file": saved(PAGE)})
    page = flat(client.get(place))
    assert "Counselor" in page
    assert "posted on" in page
    assert "open until" in page
    job.refresh_from_db()
    assert (job.role, job.place) == ("Counselor", "Fairview, CA")
    client.post(place, {"text": "They want somebody patient."})
    assert [one.text for one in Advert.objects.of(alice)] == ["They want somebody patient."]
    client.post(place, {"do": "away"})
    assert not Advert.objects.of(alice).exists()
    undo_change(alice, Change.objects.filter(owner=alice).order_by("-pk")[0])
    assert Advert.objects.of(alice).count() == 1


def test_what_is_known_of_the_job_is_left_as_it_is(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Elm", role="Therapist", on=date(2026, 11, 3))
    door(alice).post(f"/jobs/{row.pk}/advert/", {"file": saved(PAGE)})
    row.refresh_from_db()
    assert row.role == "Therapist"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Bring a file, or paste the advert."),
        ({"file": saved(b"\x00\x01\x02")}, "That is no page and no text."),
        ({"file": saved(b"<html></html>")}, EMPTY),
    ],
)
def test_trouble_stands_on_the_page_and_nothing_is_kept(
    alice: Owner, job: Opportunity, given: dict[str, Any], said: str
) -> None:
    assert said in flat(door(alice).post(f"/jobs/{job.pk}/advert/", given))
    assert not Advert.objects.exists()


def test_markup_in_an_advert_is_shown_and_never_run(alice: Owner, job: Opportunity) -> None:
    client, place = door(alice), f"/jobs/{job.pk}/advert/"
    client.post(place, {"text": "<script>alert(1)</script> You listen."})
    page = client.get(place).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_it_goes_along_when_two_jobs_become_one(alice: Owner, job: Opportunity) -> None:
    other, _ = add_job(alice, employer="Elm", role="Counselor", on=date(2026, 11, 4))
    door(alice).post(f"/jobs/{other.pk}/advert/", {"text": "You listen."})
    merge_jobs(alice, job, other)
    assert "You listen." in flat(door(alice).get(f"/jobs/{job.pk}/advert/"))
