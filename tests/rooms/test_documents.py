"""Documents lie with a job under a fingerprint, come out as downloads, and are gone for good when they are deleted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.people import door

from onward_app import documents
from onward_app.documents import DocumentTrouble, clean_document_name, document_path, documents_folder
from onward_app.records.models import Document, Opportunity, Owner
from onward_app.records.writing.documents import delete_document, keep_document
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.merging import merge_jobs
from onward_app.records.writing.undo import undo_change

OFFER = b"%PDF-1.7 we offer you 58,000"


@pytest.fixture(autouse=True)
def _world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path / "home"))


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    return add_job(alice, employer="Elm Clinic", role="", on=date(2026, 11, 3))[0]


def sent(name: str = "Offer.pdf", raw: bytes = OFFER) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, raw)}


def the_document(owner: Owner) -> Document:
    return Document.objects.of(owner).get()


def test_it_is_kept_under_its_fingerprint_and_comes_out_as_it_came(alice: Owner, job: Opportunity) -> None:
    page = door(alice)
    assert page.post(f"/jobs/{job.pk}/documents/", sent()).status_code == 302
    row = the_document(alice)
    path = document_path(row.key)
    assert (path.read_bytes(), path.stat().st_mode & 0o777, row.size) == (OFFER, 0o600, len(OFFER))
    assert "Offer" not in str(path)
    answer = page.get(f"/jobs/documents/{row.pk}/")
    assert b"".join(answer.streaming_content) == OFFER  # type: ignore[attr-defined]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Offer.pdf"'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "Offer.pdf" in page.get(f"/jobs/{job.pk}/documents/").content.decode()


def test_a_name_of_any_letters_comes_out_whole(alice: Owner, job: Opportunity) -> None:
    keep_document(alice, job, name="Łódź.pdf", chunks=[OFFER])
    answer = door(alice).get(f"/jobs/documents/{the_document(alice).pk}/")
    assert answer.headers["Content-Disposition"] == "attachment; filename*=utf-8''%C5%81%C3%B3d%C5%BA.pdf"


def test_a_page_that_is_kept_is_never_shown_as_one(alice: Owner, job: Opportunity) -> None:
    page = door(alice)
    page.post(f"/jobs/{job.pk}/documents/", sent("advert.html", b"<script>alert(1)</script>"))
    answer = page.get(f"/jobs/documents/{the_document(alice).pk}/")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("came", "kept"),
    [
        ("../../x", "x"),
        ("..\\..\\Windows\\x.pdf", "x.pdf"),
        ("/etc/passwd", "passwd"),
        ("a/../../b.txt", "b.txt"),
        ("..", "document"),
        ("...", "document"),
        ("", "document"),
        ("C:evil.txt", "C evil.txt"),
        ("CON.pdf", "_CON.pdf"),
        ("nul", "_nul"),
        ("fdp.\u202egpj", "fdp.gpj"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "abSet-Cookie x.pdf"),
        ('"; filename="x.exe', "; filename= x.exe"),
        ("Łódź – Zażalenie.pdf", "Łódź – Zażalenie.pdf"),
        ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
        ("a." + "b" * 300, "a." + "b" * 118),
        (" .hidden. ", "hidden"),
    ],
)
def test_whatever_it_was_called_its_name_is_a_name(came: str, kept: str) -> None:
    assert clean_document_name(came) == kept


def test_a_name_that_leads_elsewhere_leads_nowhere(alice: Owner, job: Opportunity) -> None:
    keep_document(alice, job, name="../../x", chunks=[OFFER])
    assert [path.name for path in documents_folder().iterdir()] == [the_document(alice).key]
    for odd in ("../onward.sqlite3", "x", "", "A" * 64):
        with pytest.raises(DocumentTrouble):
            document_path(odd)


def test_the_same_file_twice_is_there_once(alice: Owner, job: Opportunity) -> None:
    assert keep_document(alice, job, name="a.pdf", chunks=[OFFER]) is not None
    assert keep_document(alice, job, name="b.pdf", chunks=[OFFER[:5], OFFER[5:]]) is None
    other, _ = add_job(alice, employer="Oak", role="", on=date(2026, 11, 3))
    keep_document(alice, other, name="c.pdf", chunks=[OFFER])
    assert len(list(documents_folder().iterdir())) == 1


def test_what_is_empty_or_too_large_is_refused_and_nothing_is_left(
    alice: Owner, job: Opportunity, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = door(alice)
    assert "That file is empty" in page.post(f"/jobs/{job.pk}/documents/", sent(raw=b"")).content.decode()
    monkeypatch.setattr(documents, "MOST_BYTES", 10)
    assert "larger than 25 MB" in page.post(f"/jobs/{job.pk}/documents/", sent()).content.decode()
    assert not Document.objects.exists()
    assert list(documents_folder().iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(alice: Owner, job: Opportunity) -> None:
    documents_folder().parent.mkdir(parents=True)
    documents_folder().write_bytes(b"")
    said = door(alice).post(f"/jobs/{job.pk}/documents/", sent()).content.decode()
    assert "can’t write to" in said
    assert not Document.objects.exists()


def test_keeping_it_is_undone_and_brought_back(alice: Owner, job: Opportunity) -> None:
    made = keep_document(alice, job, name="a.pdf", chunks=[OFFER])
    assert made is not None
    back = undo_change(alice, made)
    assert not Document.objects.of(alice).exists()
    undo_change(alice, back)
    assert document_path(the_document(alice).key).read_bytes() == OFFER


def test_a_file_that_another_job_has_stays(alice: Owner, job: Opportunity) -> None:
    other, _ = add_job(alice, employer="Oak", role="", on=date(2026, 11, 3))
    for row in (job, other):
        keep_document(alice, row, name="a.pdf", chunks=[OFFER])
    first, second = Document.objects.of(alice)
    delete_document(alice, first)
    assert document_path(second.key).exists()
    delete_document(alice, second)
    assert not document_path(second.key).exists()


def test_it_goes_along_when_two_jobs_are_made_one(alice: Owner, job: Opportunity) -> None:
    other, _ = add_job(alice, employer="Elm", role="", on=date(2026, 11, 3))
    keep_document(alice, other, name="a.pdf", chunks=[OFFER])
    merge_jobs(alice, job, other)
    assert the_document(alice).opportunity == job


def test_a_stranger_finds_nothing(alice: Owner, bob: Owner, job: Opportunity) -> None:
    keep_document(alice, job, name="a.pdf", chunks=[OFFER])
    row, theirs = the_document(alice), door(bob)
    for path in (f"/jobs/{job.pk}/documents/", f"/jobs/documents/{row.pk}/", f"/jobs/documents/{row.pk}/delete/"):
        assert theirs.get(path).status_code == 404
    assert theirs.post(f"/jobs/documents/{row.pk}/delete/").status_code == 404


def test_what_lies_there_and_cannot_be_read_is_not_found_either(alice: Owner, job: Opportunity) -> None:
    keep_document(alice, job, name="Offer.pdf", chunks=[OFFER])
    path = document_path(the_document(alice).key)
    path.unlink()
    path.mkdir()
    assert door(alice).get(f"/jobs/documents/{the_document(alice).pk}/").status_code == 404


def test_a_file_that_is_gone_is_not_found(alice: Owner, job: Opportunity) -> None:
    keep_document(alice, job, name="a.pdf", chunks=[OFFER])
    document_path(the_document(alice).key).unlink()
    assert door(alice).get(f"/jobs/documents/{the_document(alice).pk}/").status_code == 404
