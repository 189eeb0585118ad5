"""The page that maps: columns with a person's own rows, questions, and what becomes of each row. No script is needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.flat import flat
from tests.people import door
from tests.trackers.files import make_workbook

from onward_app import clock
from onward_app.records.models import Event, Opportunity, Owner, TrackerMemory

ROWS = "Wo,Was,Stand,Wann,Gehalt\n" + "".join(f"Haus {n},Koch,Absage,2026-08-0{n},60k\n" for n in range(1, 8))


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):
        yield


def form_of(page: str, **changed: str) -> dict[str, str]:
    """What the browser would send of the page."""
    form = HTMLParser(page).css_first("main form")
    sent: dict[str, str] = {}
    for node in form.css("input, option[selected]"):
        values, name = (
            node.attributes,
            node.attributes.get("name") or (node.parent.attributes.get("name") if node.parent else ""),
        )
        if values.get("type") != "radio" or "checked" in values:
            sent[str(name)] = values.get("value") or ""
    return sent | {name.replace("__", "."): value for name, value in changed.items()}


def test_columns_are_shown_with_five_of_the_persons_own_rows_and_can_be_changed(alice: Owner) -> None:
    client = door(alice)
    page = client.post("/jobs/import/", {"text": ROWS}).content.decode()
    assert "Haus 1 · Haus 2 · Haus 3 · Haus 4 · Haus 5" in page
    assert "Haus 6 ·" not in page
    assert "Which column is the employer?" in page
    said = form_of(page, **{"c.Wo": "employer", "c.Was": "role"})
    page = client.post("/jobs/import/", said).content.decode()
    assert "On what day did these end?" in page
    assert "Not used of what you pasted: Gehalt." in flat_text(page)
    said = form_of(page, **{"q.day.ended": "day", "d.day.ended": "2026-09-01"})
    page = client.post("/jobs/import/", said).content.decode()
    assert "7 are new." in page
    answer = client.post("/jobs/import/", form_of(page) | {"confirm": "1"})
    assert answer.status_code == 302
    assert Opportunity.objects.filter(ended="rejected", ended_on=date(2026, 9, 1)).count() == 7
    kept = TrackerMemory.objects.get().answers
    columns = {what: said for what, said in kept.items() if what.startswith("column.")}
    assert (columns, "day.ended" in kept) == ({"column.Wo": "employer", "column.Was": "role"}, False)
    page = client.post("/jobs/import/", {"text": ROWS + "Haus 9,Koch,Beworben,2026-08-09,\n"}).content.decode()
    assert "Which column" not in page


def flat_text(page: str) -> str:
    return " ".join(page.split())


def test_a_workbook_is_brought_in_by_the_same_page(alice: Owner) -> None:
    client = door(alice)
    raw = make_workbook([["Company", "Role", "Status", "Date Applied"], ["Elm", "Aide", "Applied", "2026-08-02"]])
    page = client.post("/jobs/import/", {"file": SimpleUploadedFile("a.xlsx", raw)}).content.decode()
    client.post("/jobs/import/", form_of(page) | {"confirm": "1"})
    assert [(event.kind, event.on) for event in Event.objects.all()] == [("applied", date(2026, 8, 2))]


def test_several_files_at_once_are_one_list(alice: Owner) -> None:
    files = [
        SimpleUploadedFile("a.csv", b"Company,Role,Status,Date Applied\nElm,Aide,Applied,2026-08-02\n"),
        SimpleUploadedFile("b.csv", b"Employer,Job Title,List,Date Saved\nElm,Aide,Wishlist,2026-08-01\n"),
    ]
    page = flat(door(alice).post("/jobs/import/", {"file": files}))
    assert "Several tables are in it: a.csv and Huntr." in page
    assert "2 are new." in page


def test_a_word_is_asked_once_with_its_guess_and_says_which_rows(alice: Owner) -> None:
    text = "Company,Role,Status,Date Applied\nElm,Aide,Chatting,2026-08-02\nOak,Aide,Chatting,2026-08-02\nFir,Aide,OA,2026-08-02\n"
    page = door(alice).post("/jobs/import/", {"text": text}).content.decode()
    assert page.count("What does “Chatting” mean?") == 2  # to see, and to hear
    assert "Elm; Oak" in page
    chosen = HTMLParser(page).css_first('select[name="q.word.oa"] option[selected]')
    assert chosen.attributes["value"] == "screen"


def test_nothing_is_written_before_the_yes(alice: Owner) -> None:
    client = door(alice)
    page = client.post("/jobs/import/", {"text": ROWS}).content.decode()
    client.post("/jobs/import/", form_of(page, **{"c.Wo": "employer"}))
    assert not Opportunity.objects.exists()
    assert not TrackerMemory.objects.exists()


def test_a_row_that_is_a_paragraph_on_a_phone_says_what_each_of_its_words_is(alice: Owner) -> None:
    page = door(alice).post("/jobs/import/", {"text": "Company,Role,Status,Applied\nAcme,Nurse,Applied,2026-08-02\n"})
    cells = page.content.decode().partition('aria-label="What becomes of each row"')[2].partition("</table>")[0]
    assert cells.count("<td ") == cells.count("data-label=") == 5
