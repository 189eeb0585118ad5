"""The list of jobs, one job's timeline, and what is done there by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.records.models import Debrief, Event, Letter, Opportunity, Owner, Value
from onward_app.records.reading.rows import list_opportunities
from onward_app.records.writing.ask import record_ask_answer, record_ask_sent
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job, add_offer
from onward_app.records.writing.owner import set_owner_fields

SHEET = "employer,role,status,date\nCedar,Aide,applied,2026-10-01\nCedar,Aide,interview,2026-10-09\n,x,,2026-10-01\n"


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):
        yield


def job(
    owner: Owner, employer: str = "Harbor Light", role: str = "Therapist", on: date = date(2026, 10, 1)
) -> Opportunity:
    return add_job(owner, employer=employer, role=role, on=on)[0]


def letter(owner: Owner, row: Opportunity, body: str, **fields: object) -> Letter:
    at = datetime(2026, 11, 2, 9, tzinfo=UTC)
    span = {"field": "body", "start": body.index("not"), "end": body.index("not") + 3, "text": "not"}
    verdict = {"kind": "rejection", "because": [span], "details_because": []}
    filed: dict[str, object] = {
        "key": "k",
        "subject": "Your <b>application</b>",
        "sender": "hr@cedar.example",
        **fields,
    }
    return Letter.objects.create(
        owner=owner, at=at, on=at.date(), body=body, kind="rejection", verdict=verdict, opportunity=row, **filed
    )


def line(owner: Owner) -> None:
    with open_change(owner, "values.add", "Set a line.") as doing:
        doing.make(Value, text="weekly supervision, in writing", line=True, set_on=date(2026, 3, 1))


def offered(owner: Owner) -> Opportunity:
    return add_offer(owner, None, employer="Cedar", role="Aide", kind="written offer", on=date(2026, 11, 10))[0]


# the list


def test_the_list_opens_on_what_is_alive(alice: Owner, bob: Owner) -> None:
    job(alice)
    add_event(alice, job(alice, "Gone Clinic"), kind="rejected", on=date(2026, 11, 1))
    job(bob, "Strange Clinic")
    client = door(alice)
    text = client.get("/jobs/").content.decode()
    assert "Harbor Light" in text
    assert "Gone Clinic" not in text
    assert "Strange Clinic" not in text
    assert "Gone Clinic" in client.get("/jobs/?show=ended").content.decode()
    assert "Gone Clinic" in client.get("/jobs/?show=all").content.decode()


def test_the_list_says_where_each_stands_in_plain_words(alice: Owner) -> None:
    add_event(alice, job(alice), kind="screen", on=date(2026, 11, 2))
    add_event(alice, job(alice, "Gone Clinic"), kind="rejected", on=date(2026, 11, 1))
    text = flat(door(alice).get("/jobs/?show=all"))
    assert ">first call</td>" in text
    assert ">they said no</td>" in text


def test_what_ended_before_this_search_is_one_tap_away(alice: Owner) -> None:
    add_job(alice, employer="Long Ago Clinic", role="", on=date(2024, 3, 1), kind="rejected")
    set_owner_fields(alice, search_began=date(2026, 6, 1))
    client = door(alice)
    assert "Long Ago" not in client.get("/jobs/?show=ended").content.decode()
    assert "Long Ago" in client.get("/jobs/?show=older").content.decode()


def test_finding_looks_at_all_of_them(alice: Owner) -> None:
    job(alice)
    add_event(alice, job(alice, "Gone Clinic", "Nurse"), kind="rejected", on=date(2026, 11, 1))
    text = door(alice).get("/jobs/?q=nurse+gone").content.decode()
    assert "Gone Clinic" in text
    assert "Harbor Light" not in text
    assert 'id="search"' in text


def test_an_empty_list_says_what_will_be_here(alice: Owner) -> None:
    text = door(alice).get("/jobs/").content.decode()
    assert "Nothing is here yet." in text
    assert 'href="/jobs/add/"' in text


def test_twenty_six_jobs_take_two_pages(alice: Owner) -> None:
    with open_change(alice, "jobs.import", "Many.") as doing:
        doing.make_many([Opportunity(owner=alice, employer=f"E{number:03}") for number in range(26)])
    client = door(alice)
    assert 'rel="next"' in client.get("/jobs/").content.decode()
    second = client.get("/jobs/?page=2").content.decode()
    assert second.count('<th scope="row"') == 1
    assert client.get("/jobs/?page=nonsense").status_code == 200


def test_a_long_list_says_where_they_stand_and_one_tap_shows_those_alone(alice: Owner) -> None:
    for number in range(26):
        kind = "interview" if number % 2 else "applied"
        add_job(alice, employer=f"E{number:03}", role="", on=date(2026, 3, 1), kind=kind)
    client = door(alice)
    text = client.get("/jobs/").content.decode()
    assert "1 to 25 of 26" in text
    chips = {one.text(): one.attributes["href"] for one in HTMLParser(text).css(".stands a")}
    assert list(chips) == ["applied 13", "interview 13"]
    assert client.get(chips["interview 13"]).content.decode().count('<th scope="row"') == 13
    assert "kind=interview" not in client.get("/jobs/?q=E001").content.decode()


def test_twenty_jobs_cost_no_more_queries_than_ten(alice: Owner) -> None:
    client, counts = door(alice), []
    for turn in range(2):
        for number in range(10):
            job(alice, f"Employer {turn} {number}")
        with CaptureQueriesContext(connection) as asked:
            client.get("/jobs/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


# one job


def test_the_timeline_shows_the_letter_with_what_decided_marked_and_escaped(alice: Owner) -> None:
    row = job(alice)
    letter(alice, row, "We will not go on. <script>alert(1)</script> https://x.example")
    with open_change(alice, "notice.file", "Filed.", by="onward") as doing:
        doing.make(
            Event, opportunity=row, kind="rejected", on=date(2026, 11, 2), source="mail", letter="k",
            reason="position filled", added_at=clock.now(),
        )  # fmt: skip
    text = flat(door(alice).get(f"/jobs/{row.pk}/"))
    assert "We will <mark>not</mark> go on. &lt;script&gt;" in text
    assert "Your &lt;b&gt;application&lt;/b&gt;" in text
    assert 'href="https' not in text
    assert "Reason given: position filled" in text
    assert text.count("Their letter: ") == 1


def test_a_letter_without_an_event_stands_in_the_story_and_is_opened_by_choice(alice: Owner) -> None:
    row = job(alice)
    letter(alice, row, "Please do not reply.")
    text = flat(door(alice).get(f"/jobs/{row.pk}/"))
    assert "They wrote" in text
    assert "<blockquote>" not in text


def test_a_letter_of_advice_is_called_so_and_its_words_are_opened_by_choice(alice: Owner) -> None:
    row = job(alice)
    of = letter(alice, row, "One thing that would not hurt: say how each of your stories ended.")
    add_event(alice, row, kind="note", on=date(2026, 11, 2), note="advice")
    Event.objects.filter(kind="note").update(letter=of.key, reason="feedback", source="mail", note="")
    text = flat(door(alice).get(f"/jobs/{row.pk}/"))
    assert "<strong>They wrote with advice</strong>" in text
    assert "Reason given" not in text
    assert "<blockquote>" not in text


def told(owner: Owner, row: Opportunity) -> list[str]:
    """The sentences of a job's story, in order."""
    page = HTMLParser(door(owner).get(f"/jobs/{row.pk}/").content)
    return [node.text(strip=True) for node in page.css("ol.story > li > p:first-of-type > strong")]


def test_a_job_is_told_from_oldest_to_newest_with_all_that_belongs_to_it(alice: Owner) -> None:
    row = job(alice)
    with clock.fixed("2026-10-20T09:00"):
        met, _ = add_interview(alice, row, on=date(2026, 10, 20), people="D. W.")
    add_event(alice, row, kind="rejected", on=date(2026, 11, 1), note="By phone.")
    with clock.fixed("2026-11-02T09:00"):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=date(2026, 11, 2), text="What could I do better?")
    record_ask_answer(alice, ask, on=date(2026, 11, 5), quote="Tell one case.")
    Debrief.objects.create(owner=alice, opportunity=row, interview=met, script="no", started_at=clock.now())
    assert told(alice, row) == [
        "You applied", "You met D. W.", "They said no", "You asked for one piece of advice", "They answered",
        "You began to replay the interview",
    ]  # fmt: skip
    text = flat(door(alice).get(f"/jobs/{row.pk}/"))
    for said in ("By phone.", "What could I do better?", "<blockquote>Tell one case.</blockquote>", "<li>D. W.</li>"):
        assert said in text


def test_what_was_only_known_by_then_stands_before_what_happened_on_that_day(alice: Owner) -> None:
    row = job(alice)
    add_event(alice, row, kind="rejected", on=date(2026, 11, 2))
    add_event(alice, row, kind="note", on=date(2026, 11, 2), note="They had met me.")
    Event.objects.filter(kind="note").update(day_known=False, source="mail")
    assert told(alice, row) == ["You applied", "A note", "They said no"]
    assert ">by 2 November</time>" in flat(door(alice).get(f"/jobs/{row.pk}/"))


def test_what_can_follow_has_its_own_door_and_the_rest_stands_behind_something_else(alice: Owner) -> None:
    row = job(alice)
    page = HTMLParser(door(alice).get(f"/jobs/{row.pk}/").content)
    doors = {node.text(strip=True): node.attributes["href"] for node in page.css("#say .chips a")}
    assert doors == {
        "A first call": f"/start/interview/?job={row.pk}&kind=screen",
        "An interview": f"/start/interview/?job={row.pk}&kind=interview",
        "They said no": f"/start/no/?job={row.pk}",
        "I closed it: they never wrote": f"/jobs/{row.pk}/event/?kind=closed",
    }
    rest = {node.attributes["value"] for node in page.css("#say option")}
    assert {"note", "final", "withdrew"} < rest
    assert rest.isdisjoint({"screen", "interview", "rejected", "closed"})
    client = door(alice)
    for address in doors.values():
        assert client.get(str(address)).status_code == 200


def test_one_thing_that_happened_is_asked_for_its_day_alone(alice: Owner) -> None:
    row = job(alice)
    page = flat(door(alice).get(f"/jobs/{row.pk}/event/?kind=closed"))
    assert "<h1>I closed it: they never wrote</h1>" in page
    assert '<input type="hidden" name="kind" value="closed"' in page
    assert "Did they give a reason?" not in page


def filled_buttons(owner: Owner, row: Opportunity) -> list[str]:
    page = HTMLParser(door(owner).get(f"/jobs/{row.pk}/").content)
    return [node.text(strip=True) for node in page.css("main .first")]


def test_the_one_filled_button_is_what_today_proposes_for_that_job(alice: Owner) -> None:
    row, other = job(alice), job(alice, "Other Clinic")
    assert filled_buttons(alice, row) == ["Say what happened"]
    add_interview(alice, row, on=date(2026, 11, 17))
    assert filled_buttons(alice, row) == ["Before you walk in"]
    assert filled_buttons(alice, other) == ["Say what happened"]


def test_a_signed_job_says_what_clearing_waits_for_until_it_is_cleared(alice: Owner) -> None:
    row = offered(alice)
    add_event(alice, row, kind="signed", on=date(2026, 11, 12))
    assert "Don’t resign until it is cleared." in flat(door(alice).get(f"/jobs/{row.pk}/"))
    add_event(alice, row, kind="cleared", on=date(2026, 11, 14))
    assert "Don’t resign" not in flat(door(alice).get(f"/jobs/{row.pk}/"))


def test_more_events_and_letters_cost_no_more_queries(alice: Owner) -> None:
    client, row, counts = door(alice), job(alice), []
    for turn in range(2):
        for number in range(10):
            letter(alice, row, "It is not.", key=f"{turn}-{number}")
            add_event(alice, row, kind="note", on=date(2026, 11, 2), note="Heard a thing.")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/jobs/{row.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_job_is_added_and_shown_with_an_undo(alice: Owner) -> None:
    said = {"employer": "Cedar", "role": "Aide", "kind": "applied", "on": "2026-11-10", "notes": "Via a friend."}
    answer = door(alice).post("/jobs/add/", said, follow=True)
    text = answer.content.decode()
    assert "Added Cedar, Aide." in text
    assert "Via a friend." in text
    assert "/undo/" in text


def test_a_no_that_is_entered_leads_to_recover_and_not_to_a_form(alice: Owner) -> None:
    row = job(alice)
    answer = door(alice).post(f"/jobs/{row.pk}/event/", {"kind": "rejected", "on": "2026-11-16"})
    assert answer["Location"] == f"/recover/?job={row.pk}"


def test_nothing_is_asked_of_the_job_on_the_day_of_its_no(alice: Owner) -> None:
    row = job(alice)
    add_event(alice, row, kind="rejected", on=date(2026, 11, 16))
    client = door(alice)
    first = client.get(f"/jobs/{row.pk}/", follow=True)
    assert first.redirect_chain[0][0].startswith("/recover/no/")
    text = client.get(f"/jobs/{row.pk}/").content.decode()
    for said in (first.content.decode(), text):
        assert "Nothing to solve tonight." in said
        assert "/debrief/?job" not in said
    with clock.fixed("2026-11-17T09:00"):
        assert f"/debrief/?job={row.pk}" in client.get(f"/jobs/{row.pk}/").content.decode()


def test_an_event_keeps_its_note_and_its_reason(alice: Owner) -> None:
    row = job(alice)
    said = {"kind": "rejected", "on": "2026-11-01", "note": "By phone.", "reason": "position filled"}
    answer = door(alice).post(f"/jobs/{row.pk}/event/", said)
    assert answer["Location"].startswith(f"/jobs/{row.pk}/?done=")
    assert Event.objects.filter(kind="rejected").values_list("note", "reason").get() == ("By phone.", "position filled")


def test_an_event_is_taken_out(alice: Owner) -> None:
    row = job(alice)
    add_event(alice, row, kind="screen", on=date(2026, 10, 9))
    event = Event.objects.get(kind="screen")
    door(alice).post(f"/jobs/{row.pk}/events/{event.pk}/strike/")
    row.refresh_from_db()
    assert row.stage == "applied"


def test_it_is_edited_and_told_by_when_to_hear(alice: Owner) -> None:
    row = job(alice)
    said = {
        "employer": "Harbor Lights",
        "role": "Therapist",
        "promised_on": "2026-11-30",
        "link": "https://x.example/1",
    }
    text = door(alice).post(f"/jobs/{row.pk}/edit/", said, follow=True).content.decode()
    assert "30 November" in text
    assert "https://x.example/1" in text
    assert 'href="https://x.example/1"' not in text


def test_two_are_made_one_and_the_old_address_leads_there(alice: Owner) -> None:
    old, new = job(alice), job(alice, "Harbor Light Clinics")
    client = door(alice)
    answer = client.post(f"/jobs/{new.pk}/merge/", {"other": old.pk, "keep": "first"})
    assert answer["Location"].startswith(f"/jobs/{old.pk}/?done=")
    assert client.get(f"/jobs/{new.pk}/")["Location"] == f"/jobs/{old.pk}/"


def test_the_name_that_stays_can_be_chosen(alice: Owner) -> None:
    old, new = job(alice), job(alice, "Harbor Light Clinics")
    door(alice).post(f"/jobs/{old.pk}/merge/", {"other": new.pk, "keep": "other"})
    assert list(list_opportunities(alice)) == [new]


def test_one_is_split_in_two(alice: Owner) -> None:
    row = job(alice)
    add_event(alice, row, kind="screen", on=date(2026, 10, 9))
    event = Event.objects.get(kind="screen")
    assert "A first call, 9 October 2026" in flat(door(alice).get(f"/jobs/{row.pk}/split/"))
    door(alice).post(f"/jobs/{row.pk}/split/", {"events": [event.pk], "employer": "Harbor Light", "role": "Supervisor"})
    assert {(r.role, r.stage) for r in list_opportunities(alice)} == {
        ("Therapist", "applied"),
        ("Supervisor", "screen"),
    }


# the lines


@pytest.mark.parametrize(("kind", "action"), [("accepted", "accept"), ("signed", "sign")])
def test_a_line_is_held_up_before_a_yes(alice: Owner, kind: str, action: str) -> None:
    line(alice)
    row = offered(alice)
    answer = door(alice).post(f"/jobs/{row.pk}/event/", {"kind": kind, "on": "2026-11-16"})
    assert answer["Location"] == f"/values/gate/{row.pk}/?action={action}&on=2026-11-16"
    assert not Event.objects.filter(kind=kind).exists()


@pytest.mark.parametrize("kind", ["accepted", "signed"])
def test_what_has_already_happened_is_never_blocked(alice: Owner, kind: str) -> None:
    line(alice)
    row = offered(alice)
    door(alice).post(f"/jobs/{row.pk}/event/", {"kind": kind, "on": "2026-11-16", "recorded": "on"})
    assert Event.objects.filter(kind=kind).count() == 1


def test_without_a_line_a_yes_is_noted_at_once(alice: Owner) -> None:
    row = offered(alice)
    door(alice).post(f"/jobs/{row.pk}/event/", {"kind": "signed", "on": "2026-11-16"})
    row.refresh_from_db()
    assert row.stage == "signed"


def test_a_retired_line_holds_nothing_up(alice: Owner) -> None:
    line(alice)
    Value.objects.update(retired_on=date(2026, 11, 1))
    row = offered(alice)
    door(alice).post(f"/jobs/{row.pk}/event/", {"kind": "accepted", "on": "2026-11-16"})
    assert Event.objects.filter(kind="accepted").exists()
    page = flat(door(alice).get(f"/jobs/{row.pk}/"))
    assert "You said yes on 16 November 2026. Until the letter is signed, the search goes on." in page


# the spreadsheet


def held(page: str) -> str:
    """The word by which the page goes on with a file."""
    return page.partition('name="held" value="')[2].partition('"')[0]


def test_a_spreadsheet_is_shown_before_anything_is_kept_then_added_once(alice: Owner) -> None:
    client = door(alice)
    text = client.post("/jobs/import/", {"file": SimpleUploadedFile("a.csv", SHEET.encode())}).content.decode()
    assert "Line 4: there is no employer." in text
    assert text.count("a new job") == 2
    assert not Opportunity.objects.exists()
    client.post("/jobs/import/", {"held": held(text), "confirm": "1"})
    assert list(Opportunity.objects.values_list("employer", "stage")) == [("Cedar", "interview")]
    again = client.post("/jobs/import/", {"text": SHEET.replace("\n", "\r\n")}).content.decode()
    assert "nothing to add" in again
    assert 'name="confirm"' not in again


def test_days_that_can_mean_two_are_asked_about(alice: Owner) -> None:
    client = door(alice)
    text = client.post("/jobs/import/", {"text": "employer,date\nCedar,3/4/2026\n"}).content.decode()
    assert "would rather ask than guess" in text.replace("\n", " ").replace("  ", "")
    assert 'name="confirm"' not in text
    said = {"held": held(text), "q.order": "day"}
    text = client.post("/jobs/import/", said).content.decode()
    assert "3 April" in text
    client.post("/jobs/import/", said | {"confirm": "1"})
    assert Event.objects.get().on == date(2026, 4, 3)


def test_a_yes_while_something_is_open_keeps_nothing(alice: Owner) -> None:
    client = door(alice)
    text = client.post("/jobs/import/", {"text": "employer,date\nCedar,3/4/2026\n"}).content.decode()
    client.post("/jobs/import/", {"held": held(text), "confirm": "1"})
    assert not Opportunity.objects.exists()


def test_a_file_that_is_held_is_its_owners_alone_and_one_that_is_gone_is_asked_for_again(
    alice: Owner, bob: Owner
) -> None:
    word = held(door(alice).post("/jobs/import/", {"text": SHEET}).content.decode())
    for client, said in ((door(bob), word), (door(alice), "other")):
        page = client.post("/jobs/import/", {"held": said, "confirm": "1"}).content.decode()
        assert "Choose it once more." in page
    assert not Opportunity.objects.exists()


# what is refused


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "That file is empty."),
        (b"PK\x03\x04 rest", "is damaged or was cut off"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\xff\xfe\x00", "is empty"),
        (b"hello", "There is nothing to add from this file"),
    ],
)
def test_a_file_that_is_no_spreadsheet_gets_a_sentence(alice: Owner, raw: bytes, words: str) -> None:
    answer = door(alice).post("/jobs/import/", {"file": SimpleUploadedFile("a.csv", raw)})
    assert answer.status_code == 200
    assert words in " ".join(answer.content.decode().split())


def test_nothing_chosen_gets_a_sentence(alice: Owner) -> None:
    assert "Choose a file, or paste" in door(alice).post("/jobs/import/", {"text": " "}).content.decode()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"kind": "interview", "on": "2026-09-01"}, "before the application"),
        ({"kind": "interview", "on": "2026-12-01"}, "hasn’t come yet"),
        ({"kind": "rescinded", "on": "2026-11-01"}, "needs an offer first"),
        ({"kind": "interview", "on": "2026-02-30"}, "can’t be read"),
        ({"kind": "hired", "on": "2026-11-01"}, "Choose one of the list."),
        ({"kind": "", "on": ""}, "Say on which day."),
    ],
)
def test_an_event_that_cannot_be_is_explained_and_what_was_typed_is_kept(
    alice: Owner, said: dict[str, str], words: str
) -> None:
    row = job(alice)
    answer = door(alice).post(f"/jobs/{row.pk}/event/", {**said, "note": "They called <twice>."})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert words in text
    assert "They called &lt;twice&gt;." in text
    assert Event.objects.count() == 1


def test_a_yes_that_cannot_be_is_refused_before_the_lines(alice: Owner) -> None:
    line(alice)
    row = job(alice)
    answer = door(alice).post(f"/jobs/{row.pk}/event/", {"kind": "accepted", "on": "2026-11-16"})
    assert "needs an offer first" in answer.content.decode()


def test_a_job_of_nobody_is_said_beside_the_field(alice: Owner) -> None:
    text = door(alice).post("/jobs/add/", {"employer": " ", "kind": "applied", "on": "2026-11-10", "role": "Aide"})
    assert "Say who" in text.content.decode()
    assert not Opportunity.objects.exists()


def test_splitting_off_everything_is_explained(alice: Owner) -> None:
    row = job(alice)
    add_event(alice, row, kind="screen", on=date(2026, 10, 9))
    ids = list(Event.objects.values_list("pk", flat=True))
    text = door(alice).post(f"/jobs/{row.pk}/split/", {"events": ids, "employer": "Cedar"}).content.decode()
    assert "Leave at least one event here." in text


@pytest.mark.parametrize("page", ["", "edit/", "event/", "merge/", "split/"])
def test_a_strangers_job_is_not_found(alice: Owner, bob: Owner, page: str) -> None:
    row = job(bob)
    assert door(alice).get(f"/jobs/{row.pk}/{page}").status_code == 404
    assert door(alice).post(f"/jobs/{row.pk}/{page}", {"kind": "note", "on": "2026-11-10"}).status_code == 404


def test_a_strangers_event_and_a_strangers_job_stay_out_of_reach(alice: Owner, bob: Owner) -> None:
    row, theirs = job(alice), job(bob)
    event = Event.objects.get(opportunity=theirs)
    client = door(alice)
    assert client.post(f"/jobs/{row.pk}/events/{event.pk}/strike/").status_code == 404
    job(alice, "Cedar")
    answer = client.post(f"/jobs/{row.pk}/merge/", {"other": theirs.pk, "keep": "first"})
    assert "Choose one of the list." in answer.content.decode()
    theirs.refresh_from_db()
    assert theirs.merged_into is None
    assert Event.objects.filter(stands=True).count() == 3


@pytest.mark.parametrize("page", ["", "add/", "import/", "1/", "1/edit/", "1/event/", "1/merge/", "1/split/"])
def test_nobody_without_the_cookie_gets_in(charlie: Client, db: None, page: str) -> None:
    assert charlie.get(f"/jobs/{page}").status_code == 403
