"""The letter of an offer: brought, read, and the lines marked by it; what can't be read gets its sentence."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from string import ascii_letters

import pypdf
import pytest
import typer
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from tests.commands import run
from tests.core.values.test_offer_letter import LETTER
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.cli.offer import offer as offer_command
from onward_app.offers import opening
from onward_app.offers.opening import MOST_BYTES, OfferTrouble, open_offer
from onward_app.records.models import Change, Fit, Opportunity, Owner, Value
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import add_line

WORD = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'


def make_pdf(text: str, *, pages: int = 1, password: str = "", cipher: str = "RC4-128") -> bytes:
    """A PDF that shows these lines on its first page."""
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(612, 792)
    shown = "".join(f"({line.translate({40: '[', 41: ']'})}) Tj 0 -14 Td\n" for line in text.splitlines())
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 11 Tf 40 740 Td\n{shown}ET".encode("latin-1"))
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): named})
    page = writer.pages[0]
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm=cipher)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def make_word(text: str, place: str = "word/document.xml", *, picture: str = "") -> bytes:
    """A Word file with these paragraphs."""
    paragraphs = "".join(WORD.format(line.replace("&", "&amp;")) for line in text.splitlines())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(place, f"<w:document><w:body>{paragraphs}</w:body></w:document>")
        if picture:
            packed.writestr(picture, b"\x89PNG")
    return out.getvalue()


OTHER_LETTERS = {
    one: 33 + one * 7 % 90 for letter in ascii_letters for one in [ord(letter)]
}  # as a font without a map of its letters gives


def wrap_in_pdf(name: str, raw: bytes) -> bytes:
    """A PDF that only holds another file."""
    says = "For the best experience, open this PDF portfolio in Acrobat X or Adobe Reader X, or later."
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(says)))
    writer.add_attachment(name, raw)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def make_mail(text: str, attached: bytes = b"", name: str = "offer.pdf") -> bytes:
    """A mail, as a mail program saves it."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Dana <dana@harbor.example>", "Your offer"
    mail.set_content(text, cte="base64")
    if attached:
        mail.add_attachment(attached, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


@pytest.fixture
def job(alice: Owner) -> Opportunity:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 10, 1))
    add_event(alice, row, kind="written offer", on=date(2026, 11, 10))
    add_line(alice, "Weekly clinical supervision, in writing")
    add_line(alice, "No unpaid documentation")
    return row


def read(owner: Owner, row: Opportunity, raw: bytes | str, name: str = "offer.pdf", query: str = "") -> str:
    told = {"text": raw} if isinstance(raw, str) else {"file": SimpleUploadedFile(name, raw)}
    return flat(door(owner).post(f"/values/job/{row.pk}/letter/{query}", told))


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (LETTER, ""), (LETTER.encode(), "offer.txt"), (LETTER.encode("utf-16"), "offer.txt"),
        (make_word(LETTER), "offer.docx"), (make_pdf(LETTER), "offer.pdf"), (make_mail(LETTER), "Your offer.eml"),
        (make_mail("Here it is.", make_pdf(LETTER)), "offer.eml"),
        (make_mail("Here it is.", make_word(LETTER), "offer.docx"), "offer.eml"),
    ],
    ids=["pasted", "text", "utf-16", "word", "pdf", "a mail", "a PDF in a mail", "a Word file in a mail"],
)  # fmt: skip
def test_it_says_what_the_letter_says_and_what_a_line_asks_for(
    alice: Owner, job: Opportunity, raw: bytes | str, name: str
) -> None:
    page = read(alice, job, raw, name)
    assert "<dt>Pay</dt><dd>“Your salary will be $62,000 per year.”" in page
    supervision, documentation = page.split('<section class="card"')[1:3]
    assert "You will receive weekly clinical supervision." in supervision
    assert "The letter says nothing of it." in documentation
    assert "could you confirm in writing that there will be no unpaid documentation?" in documentation
    assert "It is no legal advice." in page


def test_marks_made_by_it_are_seen_in_writing_and_lead_back_to_the_gate(alice: Owner, job: Opportunity) -> None:
    page = read(alice, job, LETTER, query="?gate=accept")
    line = Value.objects.get(text__startswith="Weekly")
    assert f'name="known_{line.pk}" value="seen"' in page
    there = f"/values/job/{job.pk}/letter/?gate=accept"
    done = door(alice).post(there, {"do": "mark", f"mark_{line.pk}": "crossed", f"known_{line.pk}": "seen"})
    assert done["Location"].startswith(f"/values/gate/{job.pk}/?action=accept")
    assert (Fit.objects.get().mark, Fit.objects.get().known) == ("crossed", "seen")
    assert "This crosses a line you set" in flat(door(alice).get(done["Location"]))


def test_the_deadline_the_start_and_the_pay_go_to_the_job_in_one_tap_and_come_back(
    alice: Owner, job: Opportunity
) -> None:
    with clock.fixed("2026-11-27T09:00"):
        page = read(alice, job, LETTER)
        assert 'name="deadline_on" value="2026-12-04" checked' in page
        told = {"deadline_on": "2026-12-04", "starts_on": "2027-01-11", "pay": "Your salary will be $62,000 per year."}
        door(alice).post(f"/values/job/{job.pk}/letter/", {"do": "mark", **told})
        job.refresh_from_db()
        assert (job.deadline_on, job.starts_on) == (date(2026, 12, 4), date(2027, 1, 11))
        assert "on 4 December 2026" in flat(door(alice).get("/")) or "4 December" in flat(door(alice).get("/"))
        shown = flat(door(alice).get(f"/jobs/{job.pk}/"))
        assert "<dt>Pay</dt><dd>Your salary will be $62,000 per year.</dd>" in shown
        assert 'name="deadline_on"' not in read(alice, job, LETTER)  # it is there already
        undo_change(alice, Change.objects.latest("pk"))
    job.refresh_from_db()
    assert (job.deadline_on, job.pay) == (None, "")


def test_what_is_not_ticked_and_a_day_that_no_letter_means_are_not_kept(alice: Owner, job: Opportunity) -> None:
    with clock.fixed("2026-11-27T09:00"):
        door(alice).post(f"/values/job/{job.pk}/letter/", {"do": "mark", "deadline_on": "9999-01-01", "pay": "$20"})
    job.refresh_from_db()
    assert (job.deadline_on, job.starts_on, job.pay) == (None, None, "$20")


def test_without_lines_it_only_says_what_it_says(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 10, 1))
    page = read(alice, row, "We offer you $20 an hour, 40 hours a week.")
    assert "Your lines</h2>" not in page
    assert "Not found in it" in page


def test_the_way_to_it_stands_at_the_gate_and_in_values(alice: Owner, job: Opportunity) -> None:
    for where in (f"/values/job/{job.pk}/", f"/values/gate/{job.pk}/?action=sign"):
        assert f"/values/job/{job.pk}/letter/" in flat(door(alice).get(where))


# What can't be read


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"0" * 99, "scan.png", opening.PICTURE),
        (b"\xff\xd8\xff\xe0" + b"0" * 99, "scan.jpg", opening.PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"0" * 99, "scan.webp", opening.PICTURE),
        (b"\x00\x00\x00\x1cftypavif" + b"0" * 99, "scan.avif", opening.PICTURE),
        (b"\x00\x00\x00\x24ftypheix" + b"0" * 99, "IMG_2041.HEIC", opening.PICTURE),
        (b'<?xml version="1.0"?>\n<svg><image href="data:image/png;base64,AAAA"/></svg>', "scan.svg", opening.PICTURE),
        (make_pdf(""), "scan.pdf", opening.PICTURE),
        (make_pdf("Scanned with CamScanner\n" * 6), "scan.pdf", opening.PICTURE),
        (make_pdf(LETTER, pages=400, password="secret"), "handbook.pdf", opening.PASSWORD),
        (make_word("", picture="word/media/image1.png"), "scan.docx", opening.PICTURE),
        (make_word("Scanned 16.11.2026", picture="word/media/image1.png"), "scan.docx", opening.PICTURE),
        (b"\x00\x00\x00\x18ftypmsf1" + b"0" * 99, "burst.heifs", opening.PICTURE),
        (b"\x00\x00\x00\x0cJXL \r\n\x87\n" + b"0" * 99, "scan.jxl", opening.PICTURE),
        (b"AT&TFORM\x00\x00\x01\x00DJVM" + b"0" * 99, "scan.djvu", opening.PICTURE),
        (b"%!PS-Adobe-3.0\n(Salary 60,000 a year) show", "offer.ps", opening.OTHER),
        (make_pdf(LETTER.translate(OTHER_LETTERS)), "offer.pdf", opening.NO_MEANING),
        (wrap_in_pdf("offer.pdf", make_pdf(LETTER)), "portfolio.pdf", opening.WRAPPED.format(names="offer.pdf")),
        (make_mail("Here it is.", make_pdf(LETTER, password="secret")), "offer.eml", opening.PASSWORD),
        (make_mail("Here it is.", b"\xff\xd8\xff\xe0" + b"0" * 99), "offer.eml", opening.PICTURE),
        (b"\xd0\xcf\x11\xe0" + b"0" * 99, "offer.msg", opening.OTHER),
        (make_pdf(LETTER, pages=400), "handbook.pdf", opening.PAGES.format(number=400)),
        (make_pdf(LETTER, password="secret"), "offer.pdf", opening.PASSWORD),
        (b"%PDF-1.7\nnothing that is one", "offer.pdf", opening.BROKEN),
        (make_pdf(LETTER)[:300], "offer.pdf", opening.BROKEN),
        (b"\xd0\xcf\x11\xe0" + b"0" * 99, "offer.docx", opening.PASSWORD),
        (b"\xd0\xcf\x11\xe0" + b"0" * 99, "offer.doc", opening.OLD_WORD),
        (make_word(LETTER)[:80], "offer.docx", opening.BROKEN),
        (make_word(LETTER, "xl/workbook.xml"), "offer.xlsx", opening.OTHER),
        (make_word("x" * 90_000_000), "bomb.docx", opening.TOO_LARGE),
        (b"{\\rtf1 Dear Alice", "offer.rtf", opening.OTHER),
        (b"a\x00b\x00", "offer.bin", opening.OTHER),
        (b" \n ", "offer.txt", opening.EMPTY),
        (b"x" * (MOST_BYTES + 1), "offer.txt", opening.TOO_LARGE),
    ],
    ids=lambda one: f"{len(one)} bytes" if isinstance(one, bytes) else None,  # a zip has the time in it: no name
)
def test_what_cannot_be_read_gets_its_sentence(raw: bytes, name: str, said: str) -> None:
    with pytest.raises(OfferTrouble) as trouble:
        open_offer(name, raw)
    assert str(trouble.value) == said


def test_of_a_saved_page_the_words_are_read_and_not_its_tags() -> None:
    saved = "<!DOCTYPE html><html><head><style>p {}</style></head><body><p>Salary: $60,000.</p><p>Start: May 4.</p>"
    assert open_offer("offer.html", saved.encode()).split("\n") == ["Salary: $60,000.", "", "Start: May 4."]


def test_a_password_that_is_empty_is_none() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf(LETTER)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert "$62,000" in open_offer("offer.pdf", out.getvalue())


def test_without_pypdf_it_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(OfferTrouble, match=r"pip install “onward\[pdf\]”"):
        open_offer("offer.pdf", make_pdf(LETTER))


def test_the_sentence_stands_on_the_page_and_what_was_pasted_stays(alice: Owner, job: Opportunity) -> None:
    assert "Onward can’t read pictures." in read(alice, job, b"\x89PNG" + b"0" * 99, "scan.png")
    page = read(alice, job, "Dana: 62,000 a year?\nMe: wow\nDana: yes")
    assert "This looks like a chat." in page
    assert "62,000 a year?" in page
    assert "Bring a file, or paste the letter." in read(alice, job, "")


def test_a_strangers_job_has_none(alice: Owner, bob: Owner, job: Opportunity) -> None:
    assert door(bob).get(f"/values/job/{job.pk}/letter/").status_code == 404


def test_the_command_keeps_the_same_at_a_job(
    alice: Owner, job: Opportunity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("onward_app.cli.owner.command_line_owner", lambda: alice)
    place = tmp_path / "offer.txt"
    place.write_text(LETTER, "utf-8")
    with clock.fixed("2026-11-27T09:00"):
        offer_command(place, as_json=True, job=job.pk)
        assert json.loads(capsys.readouterr().out)["deadline"] == "2026-12-04"
        with pytest.raises(typer.Exit):
            offer_command(place, job=job.pk + 1)
        place.write_text("We offer you 40 hours a week.", "utf-8")
        with pytest.raises(typer.Exit):
            offer_command(place, job=job.pk)
    said = capsys.readouterr().err
    assert ("There is no job" in said, "Nothing was kept" in said) == (True, True)
    job.refresh_from_db()
    assert (job.deadline_on, job.pay) == (date(2026, 12, 4), "Your salary will be $62,000 per year.")


def test_the_command_says_the_same(tmp_path: Path, db: None) -> None:
    place = tmp_path / "offer.docx"
    place.write_bytes(make_word(LETTER))
    code, said, _ = run(tmp_path, "offer", str(place))
    assert (code, "Pay (line 3): “Your salary will be $62,000 per year.”" in said) == (0, True)
    assert run(tmp_path, "offer", "-", given=place.read_bytes()) == (0, said, "")
    told = json.loads(run(tmp_path, "offer", str(place), "--json")[1])
    assert (told["missing"], {one["field"] for one in told["quotes"]} >= {"salary", "deadline"}) == ([], True)
    place.write_bytes(b"\x89PNG")
    code, _, complaint = run(tmp_path, "offer", str(place))
    assert (code, "pictures" in complaint) == (2, True)
