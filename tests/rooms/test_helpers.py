"""Somebody who helps: a card, a packet of what was ticked by hand, its record, and the comments that come back."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader
from tests.filled import on_the_morning
from tests.people import door

from onward.debrief.chips import Chip
from onward.facts import Stage
from onward.packet.page import write_packet
from onward.packet.read import read_packet
from onward.packet.scan import COVERED
from onward_app import sealing
from onward_app.paper import packet_pdf
from onward_app.records.models import (
    Card,
    Change,
    Comment,
    Debrief,
    GivenPacket,
    Helper,
    Interview,
    KindWords,
    Kink,
    Opportunity,
    Owner,
    Sighting,
)
from onward_app.records.reading.evidence import report_kink
from onward_app.records.writing.helpers import add_helper
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.kinks import add_kink, remove_kink
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import add_line
from onward_app.rooms.helpers import packets

EVERYTHING = ["strength", "kink", "debrief", "timeline", "picture", "line", "pay"]


@pytest.fixture
def house(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """Alice's search: two jobs, one by an agency; a kink, a strength, a line and an offer with pay in its note."""
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 11, 2), agency="Oak Staffing")
        other, _ = add_job(alice, employer="Quillstone Records", role="Analyst", on=date(2026, 11, 3))
        add_event(alice, other, kind=Stage.WRITTEN, on=date(2026, 11, 12), note="61,000 a year")
        add_kink(
            alice, kind="result", name="I tell no ending", strength=False, text="I stopped too early", chip=Chip.FEELING
        )
        add_kink(alice, kind="", name="I listen", strength=True, text="I listen", chip=Chip.INTERVIEWER)
        add_line(alice, "Weekly supervision, in writing")
        add_helper(alice, name="Dana", sort="coach", reach="dana@example.org", may_see=EVERYTHING)
        yield door(alice)


def keys(owner: Owner) -> dict[str, str]:
    """The key of each thing that can be ticked, by its sort."""
    return {
        "kink": f"kink-{Kink.objects.get(owner=owner, strength=False).pk}",
        "strength": f"strength-{Kink.objects.get(owner=owner, strength=True).pk}",
        "job": f"timeline-{Opportunity.objects.get(owner=owner, employer='Harbor Light').pk}",
        "other": f"timeline-{Opportunity.objects.get(owner=owner, employer='Quillstone Records').pk}",
    }


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def fill_in(*items: str, **changed: str) -> dict[str, Any]:
    return {
        "items": list(items),
        "asks": "Where do I lose them?",
        "by": "Alice",
        "stale_on": "2026-12-16",
        "do": "make",
    } | changed


def make(house: Client, owner: Owner, *items: str, **changed: str) -> GivenPacket:
    """A packet for Dana."""
    where = f"/helpers/{Helper.objects.get(owner=owner, name='Dana').pk}/packet/"
    answer = house.post(where, fill_in(*items, **changed))
    assert answer.status_code == 302, text(answer)
    return GivenPacket.objects.filter(owner=owner).latest("pk")


def saved(house: Client, row: GivenPacket) -> bytes:
    return house.get(f"/helpers/packet/{row.pk}/file/").content


def comments(row: GivenPacket, *said: tuple[int, str], **changed: Any) -> bytes:
    told = {"format": "onward comments", "version": 1, "packet": row.code, "mark": row.mark, "by": "Dana", "on": "2026-11-15",
            "comments": [{"item": item, "text": words} for item, words in said]}  # fmt: skip
    return json.dumps(told | changed).encode()


def bring(house: Client, raw: bytes) -> Any:
    return house.post("/helpers/comments/", {"file": SimpleUploadedFile("comments.json", raw), "text": ""}, follow=True)


# -- cards --


def test_a_card_says_how_they_are_reached_in_one_tap(house: Client, alice: Owner) -> None:
    page = text(house.get(f"/helpers/{Helper.objects.get().pk}/"))
    assert 'href="mailto:dana@example.org"' in page
    assert 'href="mailto:dana@example.org"' in text(house.get("/helpers/"))


def test_an_agency_that_presented_jobs_is_offered_a_card_and_has_them_on_it(house: Client, alice: Owner) -> None:
    front = text(house.get("/helpers/"))
    assert "Oak Staffing, with 1 job" in front
    assert 'value="Oak Staffing"' in text(house.get("/helpers/add/?agency=Oak+Staffing"))
    sent = {"name": "Oak Staffing", "sort": "agency", "reach": "555 0100", "may_see": ["timeline"]}
    card = house.post("/helpers/add/", sent, follow=True)
    assert "Harbor Light, Therapist" in text(card)
    assert "Quillstone" not in text(card)
    assert "Oak Staffing, with" not in text(house.get("/helpers/"))
    job = Opportunity.objects.get(employer="Harbor Light")
    assert f"/helpers/{Helper.objects.get(name='Oak Staffing').pk}/" in text(house.get(f"/jobs/{job.pk}/"))


def test_a_card_can_be_changed_and_taken_away_and_that_undone(house: Client, alice: Owner) -> None:
    row = Helper.objects.get()
    sent = {"name": "Dana R.", "sort": "coach", "reach": "555 0100", "may_see": ["kink"], "places_people": "on"}
    house.post(f"/helpers/{row.pk}/edit/", sent)
    row.refresh_from_db()
    assert (row.name, row.may_see, row.places_people) == ("Dana R.", ["kink"], True)
    house.post(f"/helpers/{row.pk}/remove/")
    assert "Dana R." not in text(house.get("/helpers/")).partition("<main")[2].partition("Undo")[2]
    undo_change(alice, Change.objects.filter(intention="helpers.card").latest("pk"))
    assert "Dana R." in text(house.get("/helpers/"))


# -- a packet --


def test_of_many_replays_the_newest_come_first_and_the_others_by_a_tap(
    house: Client, alice: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packets, "FIRST", 1)
    job = Opportunity.objects.get(owner=alice, employer="Harbor Light")
    for day in (3, 9):
        at, answers = datetime(2026, 11, day, 18).astimezone(), {"asked": {"text": f"Why on day {day}?"}}
        met = Interview.objects.create(owner=alice, opportunity=job, on=at.date())
        told = {"interview": met, "script": "good", "answers": answers, "started_at": at, "done_at": at}
        Debrief.objects.create(owner=alice, opportunity=job, **told)
    where = f"/helpers/{Helper.objects.get(owner=alice, name='Dana').pk}/packet/"
    page, whole = text(house.get(where)), text(house.get(f"{where}?all=1"))
    assert "interview on 9 November" in page
    assert "interview on 3 November" not in page
    assert "Those before, too" in page
    assert "interview on 3 November" in whole
    assert "Those before, too" not in whole


def test_nothing_is_ticked_and_only_what_the_card_allows_is_there(house: Client, alice: Owner) -> None:
    row = Helper.objects.get()
    page = text(house.get(f"/helpers/{row.pk}/packet/"))
    assert "checked" not in page.partition("<main")[2].partition("</main")[0]
    assert all(words in page for words in ("I tell no ending", "I listen", "Harbor Light", "Weekly supervision"))
    Helper.objects.update(may_see=["strength"])
    page = text(house.get(f"/helpers/{row.pk}/packet/"))
    assert "I listen" in page
    assert "I tell no ending" not in page
    answer = house.post(f"/helpers/{row.pk}/packet/", fill_in(keys(alice)["kink"]))
    assert answer.status_code == 200
    assert not GivenPacket.objects.exists()


def test_it_is_read_once_before_it_is_made_and_client_details_are_named(house: Client, alice: Owner) -> None:
    add_kink(
        alice, kind="length", name="Too long", strength=False, text="My client Maria Lopez cried", chip=Chip.FEELING
    )
    mine = f"kink-{Kink.objects.get(name='Too long').pk}"
    where = f"/helpers/{Helper.objects.get().pk}/packet/"
    page = text(house.post(where, fill_in(mine, do="look")))
    assert "We found one, and miss about one in eight. Read it once." in page
    assert "“Maria Lopez” could point to a client." in page
    assert not GivenPacket.objects.exists()
    file = saved(house, make(house, alice, mine, cover="1")).decode()
    assert "Maria Lopez" not in file
    assert COVERED in file


def test_the_file_holds_what_was_ticked_and_nothing_else(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"], "picture-funnel")
    raw = saved(house, row)
    found = read_packet(raw)
    assert not found.changed
    assert [one.title for one in found.packet.items] == ["I tell no ending", "How far did each job come?"]
    assert "I stopped too early" in raw.decode()
    assert "<svg" in raw.decode()
    for words in ("Harbor Light", "Quillstone", "61,000", "Weekly supervision", "I listen"):
        assert words not in raw.decode()


def test_since_when_is_told_only_where_it_is_ticked(house: Client, alice: Owner) -> None:
    assert read_packet(saved(house, make(house, alice, keys(alice)["kink"]))).packet.since is None
    Owner.objects.filter(pk=alice.pk).update(search_began=date(2026, 9, 1))
    told = read_packet(saved(house, make(house, alice, keys(alice)["kink"], since="on")))
    assert told.packet.since == date(2026, 9, 1)


def test_for_who_also_places_people_pay_lines_and_other_employers_are_unticked_once(
    house: Client, alice: Owner
) -> None:
    dana = Helper.objects.get()
    Helper.objects.update(places_people=True, name="Oak Staffing")
    mine = keys(alice)
    page = house.post(f"/helpers/{dana.pk}/packet/", fill_in(mine["kink"], mine["job"], mine["other"], do="look"))
    assert "their employer also places people" in text(page)
    ticked = re.findall(r'value="([\w-]+)" checked', text(page))
    assert ticked == [mine["kink"], mine["job"]]
    assert page.templates[0].name == "helpers/make.html"
    again = house.post(f"/helpers/{dana.pk}/packet/", fill_in(mine["other"], do="look", meant="1"))
    assert "Quillstone" in text(again)
    assert again.templates[0].name == "helpers/look.html"


@pytest.mark.parametrize("day", ["", "2026-11-16", "2026-11-10", "2028-01-01", "soon"])
def test_the_day_on_which_it_gets_stale_has_to_be_one(house: Client, alice: Owner, day: str) -> None:
    where = f"/helpers/{Helper.objects.get().pk}/packet/"
    answer = house.post(where, fill_in(keys(alice)["kink"], stale_on=day))
    assert answer.status_code == 200
    assert "error" in text(answer)
    assert not GivenPacket.objects.exists()


def test_on_the_day_of_a_no_it_waits_unless_it_is_asked_for(house: Client, alice: Owner) -> None:
    job = Opportunity.objects.get(employer="Harbor Light")
    add_event(alice, job, kind="rejected", on=date(2026, 11, 16))
    house.get(f"/recover/?job={job.pk}")
    where = f"/helpers/{Helper.objects.get().pk}/packet/"
    assert "A packet can wait" in text(house.get(where))
    assert "Nothing is ticked beforehand" in text(house.get(f"{where}?asked=1"))


# -- the record --


def test_what_was_given_to_whom_is_on_record_as_a_change(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"], keys(alice)["strength"])
    change = Change.objects.latest("pk")
    assert change.summary == "Made a packet with 2 items for Dana."
    assert "2 items for Dana" in text(house.get("/helpers/"))
    page = text(house.get(f"/helpers/packet/{row.pk}/"))
    assert "I tell no ending" in page
    assert "Where do I lose them?" in page
    undo_change(alice, change)
    assert "2 items for Dana" not in text(house.get("/helpers/"))
    assert house.get(f"/helpers/packet/{row.pk}/").status_code == 404


def test_the_same_file_is_there_again_until_something_in_it_is_changed(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    assert saved(house, row) == saved(house, row)
    remove_kink(alice, Kink.objects.get(strength=False))
    page = text(house.get(f"/helpers/packet/{row.pk}/"))
    assert "the same file can’t be made again" in page
    assert "Something that you took away since" in page
    assert house.get(f"/helpers/packet/{row.pk}/file/").status_code == 302


def test_a_record_is_deleted_for_good_with_its_comments(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    bring(house, comments(row, (1, "End it earlier.")))
    house.post(f"/helpers/packet/{row.pk}/forget/")
    assert not GivenPacket.objects.exists()
    assert not Comment.objects.exists()


# -- sealed --


def test_it_is_sealed_with_a_passphrase_and_opened_by_it(house: Client, alice: Owner) -> None:
    pytest.importorskip("pyrage")
    row = make(house, alice, keys(alice)["kink"])
    answer = house.post(f"/helpers/packet/{row.pk}/file/", {"passphrase": "four words of mine"})
    assert answer.headers["Content-Disposition"].endswith('.html.age"')
    assert sealing.unseal(answer.content, "four words of mine") == saved(house, row)
    with pytest.raises(sealing.SealTrouble, match="doesn’t open it"):
        sealing.unseal(answer.content, "five words of mine")


def test_where_the_library_for_it_is_missing_it_says_so(
    house: Client, alice: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "_find_age", lambda: None)
    row = make(house, alice, keys(alice)["kink"])
    assert "pip install &#x27;onward[seal]&#x27;" in text(house.get(f"/helpers/packet/{row.pk}/"))
    sent = house.post(f"/helpers/packet/{row.pk}/file/", {"passphrase": "four words of mine"})
    assert "pip install" in text(sent)


def test_a_short_passphrase_is_not_taken(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    assert "four or five words" in text(house.post(f"/helpers/packet/{row.pk}/file/", {"passphrase": "short"}))


# -- on paper --


def test_the_same_packet_is_saved_as_a_pdf_that_says_what_its_page_says(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"], keys(alice)["strength"])
    assert "Save it as a PDF" in text(house.get(f"/helpers/packet/{row.pk}/"))
    answer = house.get(f"/helpers/packet/{row.pk}/paper/")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="packet-{row.code}.pdf"'
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    packet = read_packet(saved(house, row)).packet
    assert [
        words for one in packet.items for words in one.texts if " ".join(words.split()) not in " ".join(told.split())
    ] == []


def test_a_packet_whose_words_were_changed_is_not_printed(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    remove_kink(alice, Kink.objects.get(owner=alice, strength=False))
    assert house.get(f"/helpers/packet/{row.pk}/paper/").url == f"/helpers/packet/{row.pk}/"


def test_where_no_pdf_can_be_made_it_says_how_to_print_the_page(
    house: Client, alice: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packet_pdf, "can_print", lambda: False)
    row = make(house, alice, keys(alice)["kink"])
    page = text(house.get(f"/helpers/packet/{row.pk}/"))
    assert "open the file and print it" in page
    assert "Save it as a PDF" not in page
    assert house.get(f"/helpers/packet/{row.pk}/paper/").status_code == 302


# -- what comes back --


def test_comments_wait_and_become_another_persons_word_one_by_one(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["strength"], keys(alice)["kink"])
    said = [(1, "You do listen."), (2, "End with the number."), (0, "You are warm."), (0, "You rush names.")]
    page = bring(house, comments(row, *said, (2, "Unsure about this.")))
    assert "There are 5 to go through." in text(page)
    assert not Sighting.objects.filter(source=Chip.PERSON).exists()
    for what in ("row", "row", "kind", "kink", "left"):
        waiting = Comment.objects.filter(taken="").first()
        assert waiting is not None
        house.post(f"/helpers/comments/{waiting.pk}/", {"what": what})
    kink, strength = Kink.objects.get(name="I tell no ending"), Kink.objects.get(name="I listen")
    told = report_kink(alice, kink)
    assert str(told.standing.status) == "supported"
    assert [(one.group, one.text) for one in told.sightings if one.source == Chip.PERSON] == [
        ("Dana", "End with the number.")
    ]
    assert report_kink(alice, strength).standing.sources == 2
    assert KindWords.objects.get().text == "You are warm."
    named = Kink.objects.get(name="You rush names", strength=False)
    assert named.working_since is not None
    assert [card.question for card in Card.objects.filter(kink=named)] == [
        "The last time: “You rush names”. What do you say now?"
    ]
    assert "came back" not in text(house.get("/helpers/")).partition("Comments came back")[0].partition("<main")[2]


def test_a_yes_can_be_undone_and_the_comment_waits_again(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    bring(house, comments(row, (1, "End with the number.")))
    one = Comment.objects.get()
    house.post(f"/helpers/comments/{one.pk}/", {"what": "row"})
    undo_change(alice, Change.objects.latest("pk"))
    one.refresh_from_db()
    assert one.taken == ""
    assert not Sighting.objects.of(alice).filter(source=Chip.PERSON).exists()


def test_a_pasted_mail_is_taken_in_too(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    mail = f"Hi!\n> Comments on packet {row.code}\n> From: Dana\n>\n> [1: x]\n> End with the number.\n"
    page = house.post("/helpers/comments/", {"text": mail}, follow=True)
    assert "End with the number." in text(page)


def test_the_same_comments_again_are_not_kept_twice(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    bring(house, comments(row, (1, "End it.")))
    page = bring(house, comments(row, (1, "End it.")))
    assert "All of them are here already." in text(page)
    assert Comment.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"packet": "ZZZZ2222"}, "which wasn’t made in this search"),
        ({"version": 9}, "made by a newer Onward"),
        ({"mark": "0" * 32}, "changed by hand after you made it"),
        ({"comments": [{"item": 77, "text": "Good."}]}, "on an item that the packet doesn’t have"),
        ({"comments": []}, "Nobody wrote anything in it."),
        ({"format": "x"}, "There are no comments of a packet in it."),
    ],
)
def test_what_is_odd_about_comments_is_said(
    house: Client, alice: Owner, changed: dict[str, Any], sentence: str
) -> None:
    row = make(house, alice, keys(alice)["kink"])
    assert sentence in text(bring(house, comments(row, (1, "End it."), **changed)))


def test_comments_for_somebody_else_are_not_taken_in(house: Client, alice: Owner, bob: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    assert "wasn’t made in this search" in text(bring(door(bob), comments(row, (1, "End it."))))
    assert not Comment.objects.exists()


def test_a_comment_on_what_is_gone_is_kept_and_can_still_be_filed(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    remove_kink(alice, Kink.objects.get(strength=False))
    assert "on something that you took away since" in text(bring(house, comments(row, (1, "End it."))))
    page = text(house.get(f"/helpers/comments/{Comment.objects.get().pk}/"))
    assert "Something that you took away since" in page
    assert 'value="row"' not in page


def test_comments_on_a_packet_whose_record_was_taken_back_say_so(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    undo_change(alice, Change.objects.latest("pk"))
    assert "You took the record of packet" in text(bring(house, comments(row, (1, "End it."))))


def test_the_packet_itself_is_told_from_its_comments(house: Client, alice: Owner) -> None:
    row = make(house, alice, keys(alice)["kink"])
    assert "That is the packet itself." in text(bring(house, saved(house, row)))
    assert write_packet(read_packet(saved(house, row)).packet).startswith("<!doctype html>")


def test_the_published_figure_is_the_one_that_is_said() -> None:
    page = (Path(__file__).parents[2] / "docs" / "client-details.md").read_text("utf-8")
    found = re.search(r"Of \d+ details in \d+ sentences (0\.\d+) were found", page)
    assert found is not None
    from onward.packet.scan import MISSED
    from onward.wording.counts import say_about, spell_number

    assert say_about(1 - float(found[1])) == f"about one in {spell_number(MISSED)}"
