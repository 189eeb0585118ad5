"""Mail is written by strangers: on pages it is text, and only text."""

from __future__ import annotations

import re
from pathlib import Path

from django.db import connection
from django.test import Client
from tests.cli.test_terminal import encoded
from tests.people import door

from onward_app import clock
from onward_app.collect import take_in_letters
from onward_app.records.models import Letter, Opportunity, Owner
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.kinks import add_kink

SCRIPT = "<script>alert(1)</script>"
PICTURE = '<img src="https://elsewhere.example/seen.png" onerror="alert(1)">'
LINK = '<a href="https://elsewhere.example/">Click</a> https://elsewhere.example/offer'
STATIC = Path(__file__).parents[2] / "src" / "onward_app"


def letter(owner: Owner) -> Letter:
    said = (
        f"Thank you for interviewing with us. Unfortunately we have decided to move forward with another candidate for the "
        f"Therapist position. {SCRIPT} {PICTURE} {LINK} \u202eturned\u202c \x1b[2J" + "x" * 20_000
    )
    head = f"From: {encoded('Pat ' + SCRIPT + chr(0x202E))} <pat@harbor.example>\nSubject: {encoded('Your application ' + SCRIPT)}\n"
    take_in_letters(
        owner,
        [f"{head}Date: Mon, 02 Mar 2026 09:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{said}\n".encode()],
    )
    return Letter.objects.get(owner=owner)


def pages(client: Client, owner: Owner) -> dict[str, str]:
    row = letter(owner)
    job, _ = add_job(owner, employer=f"Evil {SCRIPT}\u202e", role=PICTURE, link="javascript:alert(1)")
    add_kink(owner, kind="own", name=f"Laughing {SCRIPT}", strength=False, text=PICTURE, chip="just a feeling")
    where = [
        "/",
        "/notice/",
        f"/notice/letter/{row.pk}/",
        "/jobs/?show=all",
        "/changes/",
        "/kinks/",
        "/pace/",
        "/debrief/",
    ]
    where += [f"/jobs/{job.pk}/", *([f"/jobs/{row.opportunity_id}/"] if row.opportunity_id else [])]
    return {path: client.get(path).content.decode() for path in where}


def test_nothing_a_stranger_wrote_is_more_than_text(alice: Owner) -> None:
    with clock.fixed("2026-03-03T09:00"):
        told = pages(door(alice), alice)
    assert sum("&lt;script&gt;" in page for page in told.values()) >= 5
    for path, page in told.items():
        for raw in ("<script>alert", "<img src=", 'href="https:', "href='https:", 'href="javascript', "\u202e", "\x1b"):
            assert raw not in page, (path, raw)


def test_no_template_lets_a_text_through_as_it_is() -> None:
    for path in STATIC.rglob("*.html"):
        text = path.read_text("utf-8")
        for word in ("|safe", "autoescape off", "|safeseq", " style=", " onclick=", "<style", "javascript:"):
            assert word not in text, (path.name, word)
    marked = {path.name for path in STATIC.rglob("*.py") if "mark_safe" in path.read_text("utf-8")}
    assert marked == {"notes.py"}  # its reader of Markdown lets no HTML through: test_notes.py


def test_the_pages_are_set_with_curly_apostrophes() -> None:
    for path in STATIC.rglob("*.html"):
        shown = re.sub(r"\{[{%#].*?[}%#]\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"[A-Za-z]'(?:s|t|re|ve|ll|d|m)\b", shown), path.name


def test_a_full_disk_is_a_sentence_and_what_was_there_is_as_it_was(alice: Owner) -> None:
    mine = door(alice)
    mine.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        try:
            told = mine.post(
                "/jobs/add/",
                {"employer": "Cedar", "role": "x", "kind": "applied", "on": "2026-03-02", "notes": "y" * 90_000},
            )
        finally:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert told.status_code == 500
    assert "The disk is full. Make some room and try again" in told.content.decode()
    assert not Opportunity.objects.exists()
