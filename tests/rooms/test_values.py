"""Lines are set in advance, held up before a yes, and never stand in the way of what happened."""

from __future__ import annotations

import os
from datetime import UTC, date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door

from onward.packs.load import load_shipped_pack
from onward_app import clock
from onward_app.records.models import Change, Event, Fit, Gate, Opportunity, Owner, Value
from onward_app.records.reading.values import list_values
from onward_app.records.writing.jobs import add_event, add_job, edit_job
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import add_line, add_value, mark_job
from onward_app.web.tags import format_hour

BEFORE = "2026-03-02T09:00"
NOW = "2026-11-16T09:00"
LINE = "Weekly clinical supervision, in writing"


def an_offer(owner: Owner, employer: str = "Harbor Light", stage: str = "verbal offer") -> Opportunity:
    with clock.fixed(NOW):
        row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 11, 1))
        add_event(owner, row, kind=stage, on=date(2026, 11, 15))
    return row


def a_line(owner: Owner, text: str = LINE) -> Value:
    with clock.fixed(BEFORE):
        add_line(owner, text)
    return Value.objects.get(text=text)


def marked(owner: Owner, row: Opportunity, line: Value, held: str, known: str = "told") -> None:
    mark_job(owner, row, {line.pk: (held, known)})


def gate(row: Opportunity, action: str = "accept", more: str = "") -> str:
    return f"/values/gate/{row.pk}/?action={action}&on=2026-11-16{more}"


def events(kind: str) -> int:
    return Event.objects.filter(kind=kind, stands=True).count()


def test_an_example_of_a_line_goes_into_the_box_and_is_kept_only_when_it_is_set(alice: Owner) -> None:
    alice.field = "behavioral_health"
    alice.save()
    client = door(alice)
    page = flat(client.get("/values/"))
    assert page.count("?example=") == 15
    assert "five times as common" in page
    page = flat(client.get("/values/?example=0"))
    said = load_shipped_pack("behavioral_health").values[0].line
    assert f"{said}</textarea>" in page
    assert not Value.objects.exists()
    page = flat(client.post("/values/line/", {"line-text": said}, follow=True))
    assert page.count("?example=") == 14
    assert "Weekly" not in flat(client.get("/values/?example=999")).split("</textarea>")[0].split("<textarea")[1]


def test_a_line_is_dated_and_remembers_whether_an_offer_was_waiting(alice: Owner) -> None:
    assert not a_line(alice).offers_pending
    an_offer(alice)
    with clock.fixed(NOW):
        page = door(alice).get("/values/").content.decode()
        assert "An offer is waiting." in page
        door(alice).post("/values/line/", {"line-text": "No on-call nights"})
    assert Value.objects.get(text="No on-call nights").offers_pending
    assert page.count('class="first"') == 1


def test_three_lines_are_the_most_and_what_was_typed_stays(alice: Owner) -> None:
    for text in ("one hour of supervision", "two hours paid", "three days written"):
        a_line(alice, text)
    with clock.fixed(NOW):
        page = door(alice).post("/values/line/", {"line-text": "a fourth one"}).content.decode()
        assert "Three lines at most" in page
        assert "a fourth one</textarea>" in page
        door(alice).post(f"/values/{Value.objects.first().pk}/retire/")
        assert list_values(alice, clock.today(), line=True).count() == 2
        undo_change(alice, Change.objects.get(intention="values.retire"))
        assert list_values(alice, clock.today(), line=True).count() == 3


def test_a_vague_line_gets_a_hint(alice: Owner) -> None:
    a_line(alice, "Respectful culture")
    with clock.fixed(NOW):
        assert "so that anybody could check it" in door(alice).get("/values/").content.decode().split("<h2>Values")[0]


def test_values_have_plain_points(alice: Owner) -> None:
    browser = door(alice)
    assert (
        "Between 0 and 100."
        in browser.post("/values/value/", {"value-text": "Hours", "value-points": 101}).content.decode()
    )
    browser.post("/values/value/", {"value-text": "Hours", "value-points": 40})
    value = Value.objects.get()
    browser.post(f"/values/{value.pk}/points/", {"points": 70})
    assert "between 0 and 100" in browser.post(f"/values/{value.pk}/points/", {"points": "x"}).content.decode()
    value.refresh_from_db()
    assert (value.points, value.line) == (70, False)


def test_marks_are_kept_from_the_lead_on_and_unknown_becomes_a_question(alice: Owner) -> None:
    line = a_line(alice)
    with clock.fixed(NOW):
        row, _ = add_job(alice, employer="Lead", role="T", on=date(2026, 11, 1), kind="lead")
        assert (
            "How is it handled here: weekly clinical supervision?"
            in door(alice).get(f"/values/job/{row.pk}/").content.decode()
        )
        door(alice).post(f"/values/job/{row.pk}/", {f"mark_{line.pk}": "kept", f"known_{line.pk}": "seen"})
        assert "How is it handled" not in door(alice).get(f"/values/job/{row.pk}/").content.decode()
        fit = Fit.objects.get()
        assert (fit.mark, fit.known, fit.on) == ("kept", "seen", date(2026, 11, 16))
        door(alice).post(f"/values/job/{row.pk}/", {f"mark_{line.pk}": "kept", f"known_{line.pk}": "seen"})
        assert Change.objects.filter(intention="values.mark").count() == 1


def test_a_lead_offers_two_quick_questions_that_may_be_left(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Elm Court", role="Therapist", kind="lead", on=date(2026, 3, 2))
    story, place = f"/jobs/{row.pk}/", f"/values/job/{row.pk}/?before"
    assert "quick questions" not in flat(door(alice).get(story))  # without a line or a value there is none
    line = a_line(alice)
    add_value(alice, text="Fair pay", points=60)
    add_value(alice, text="Kind people", points=20)
    assert f'href="{place}"' in door(alice).get(story).content.decode()
    page = flat(door(alice).get(place))
    assert [one in page for one in (line.text, "Fair pay", "Kind people")] == [True, True, False]
    left = door(alice).post(place, {})
    assert (left.status_code, left["Location"].partition("?")[0], Fit.objects.count()) == (302, story, 0)
    door(alice).post(place, {f"mark_{line.pk}": "kept", f"known_{line.pk}": "seen"})
    assert [(one.value_id, one.mark, one.known) for one in Fit.objects.all()] == [(line.pk, "kept", "seen")]
    add_event(alice, row, kind="applied", on=date(2026, 3, 3))
    assert "quick questions" not in flat(door(alice).get(story))


def test_a_clear_gate_records_at_once(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    with clock.fixed(NOW):
        marked(alice, row, line, "kept", "seen")
        page = door(alice).get(gate(row)).content.decode()
        assert "Nothing here crosses a line you set." in page
        assert events("accepted") == 0
        assert door(alice).post(gate(row), {"do": "go"}).status_code == 302
    assert events("accepted") == 1


def test_a_crossing_asks_first_then_wants_a_reason_and_a_day(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    browser = door(alice)
    with clock.fixed(NOW):
        marked(alice, row, line, "crossed")
        page = browser.get(gate(row)).content.decode()
        assert "This crosses a line you set in March." in page
        assert "Before I say yes, could weekly clinical supervision be in the letter?" in page
        assert page.count('class="first"') == 1
        browser.post(gate(row), {"do": "go"})
        assert events("accepted") == 0
        browser.post(gate(row), {"do": "asked"})
        assert "You asked them today." in browser.get(gate(row)).content.decode()
        assert "A sentence is enough." in browser.post(gate(row), {"do": "reason", "reason": ""}).content.decode()
        browser.post(gate(row), {"do": "reason", "reason": "The team is right."})
        assert "17 November at 09:00" in browser.get(gate(row)).content.decode()
        browser.post(gate(row), {"do": "go"})
        assert events("accepted") == 0
    with clock.fixed("2026-11-17T09:01"):
        assert "The team is right." in browser.get(gate(row)).content.decode()
        browser.post(gate(row), {"do": "go"})
    assert events("accepted") == 1
    assert Gate.objects.get().ended == "waited"


def test_what_is_not_known_is_asked_for_before_signing(alice: Owner) -> None:
    a_line(alice)
    row = an_offer(alice, stage="written offer")
    with clock.fixed(NOW):
        page = door(alice).get(gate(row, "sign")).content.decode()
        assert "Before I sign, could weekly clinical supervision be in the letter?" in page
        door(alice).post(gate(row, "sign"), {"do": "go"})
        assert events("signed") == 0
        door(alice).post(gate(row, "sign"), {"do": "reason", "reason": "They are away."})
    with clock.fixed("2026-11-17T09:01"):
        door(alice).post(gate(row, "sign"), {"do": "go"})
    assert events("signed") == 1


def test_the_wait_ends_when_the_deadlines_day_begins(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    with clock.fixed("2026-11-16T18:00"):
        edit_job(alice, row, deadline_on=date(2026, 11, 17))
        marked(alice, row, line, "crossed")
        door(alice).post(gate(row), {"do": "reason", "reason": "Rent."})
    with clock.fixed("2026-11-17T08:00"):
        door(alice).post(gate(row), {"do": "go"})
    assert events("accepted") == 1


def test_the_wait_can_be_waived_but_not_before_there_is_a_reason(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    with clock.fixed(NOW):
        marked(alice, row, line, "crossed")
        door(alice).post(gate(row), {"do": "waive"})
        assert events("accepted") == 0
        door(alice).post(gate(row), {"do": "reason", "reason": "Rent."})
        door(alice).post(gate(row), {"do": "waive"})
    assert events("accepted") == 1
    assert Gate.objects.get().ended == "waived"


def test_what_already_happened_is_always_recorded(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    with clock.fixed(NOW):
        marked(alice, row, line, "crossed")
        door(alice).post(gate(row, more="&recorded=1"))
        assert events("accepted") == 1
        door(alice).post(gate(row, "sign"), {"do": "recorded"})
    assert events("signed") == 1


def test_thinking_it_over_can_end_in_a_no(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    with clock.fixed(NOW):
        marked(alice, row, line, "crossed")
        door(alice).post(gate(row), {"do": "reason", "reason": "Rent."})
        door(alice).post(gate(row), {"do": "against"})
        assert "Rent." not in door(alice).get(gate(row)).content.decode()
    assert events("accepted") == 0


def test_what_cannot_be_true_is_refused_in_words(alice: Owner) -> None:
    with clock.fixed(NOW):
        row, _ = add_job(alice, employer="Early", role="T", on=date(2026, 11, 1))
        assert "needs an offer first" in door(alice).post(gate(row), {"do": "go"}).content.decode()
        late = f"/values/gate/{row.pk}/?action=sign&on=2027-01-01"
        assert "hasn’t come yet" in door(alice).post(late, {"do": "go"}).content.decode()
        assert door(alice).get(f"/values/gate/{row.pk}/?action=dance").status_code == 404
    assert events("accepted") == 0


def test_income_now_says_its_sentence_and_has_a_review(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    with clock.fixed(NOW):
        marked(alice, row, line, "crossed")
        assert "still to come" in door(alice).post("/values/income/", {"income-review": "2026-11-16"}).content.decode()
        door(alice).post("/values/income/", {"income-review": "2027-02-01"})
        assert "isn’t giving up the line" in door(alice).get(gate(row)).content.decode()
        assert "Monday 1 February" in door(alice).get("/values/").content.decode()
        door(alice).post("/values/income/", {"say": "over"})
    alice.refresh_from_db()
    assert alice.income_now is None


def test_on_its_day_income_now_is_looked_at_and_goes_on_or_ends(alice: Owner) -> None:
    with clock.fixed(NOW):
        add_job(alice, employer="Harbor", role="T", on=date(2026, 11, 1))
        door(alice).post("/values/income/", {"income-review": "2027-02-01"})
    with clock.fixed("2027-02-03T09:00"):
        browser = door(alice)
        asked = "from 1 February 2027 on: does income still come first?"
        assert asked in flat(browser.get("/"))
        page = flat(browser.get("/values/"))
        assert asked in page
        assert page.index("Not any more") < page.index("It still does")
        browser.post("/values/income/", {"income-review": "2027-05-04"})
        assert "Look again" not in flat(browser.get("/"))
        assert "It still does" not in flat(browser.get("/values/"))
    alice.refresh_from_db()
    assert alice.income_now == date(2026, 11, 16)


def test_jobs_stand_beside_each_other_and_beside_searching_on(alice: Owner) -> None:
    one, two = an_offer(alice, "One"), an_offer(alice, "Two")
    with clock.fixed(NOW):
        add_value(alice, text="Hours", points=50)
        value = Value.objects.get(text="Hours")
        marked(alice, one, value, "kept", "guessed")
        page = door(alice).get("/values/").content.decode()
        assert "a tie, as far as is known" in page
        assert "Keep searching" in page
        marked(alice, one, value, "kept", "seen")
        marked(alice, two, value, "crossed", "seen")
        assert (
            "One, Therapist gives more of what you said matters than Two"
            in door(alice).get("/values/").content.decode()
        )


def test_words_of_self_harm_bring_the_fixed_text(alice: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    with clock.fixed(NOW):
        marked(alice, row, line, "crossed")
        page = door(alice).post(gate(row), {"do": "reason", "reason": "I want to die"}).content.decode()
    assert "988" in page
    assert not Gate.objects.exists()


def test_the_page_asks_the_database_the_same_for_10_and_20(alice: Owner) -> None:
    value = a_line(alice)

    def count() -> int:
        with clock.fixed(NOW), CaptureQueriesContext(connection) as seen:
            door(alice).get("/values/")
        return len(seen)

    def grow(names: str) -> None:
        for name in names:
            marked(alice, an_offer(alice, name), value, "kept")

    grow("abcdefghij")
    few = count()
    grow("klmnopqrst")
    assert count() == few


def test_a_stranger_finds_nothing(alice: Owner, bob: Owner) -> None:
    line, row = a_line(alice), an_offer(alice)
    for place in (f"job/{row.pk}/", f"gate/{row.pk}/?action=accept"):
        assert door(bob).get(f"/values/{place}").status_code == 404
    assert door(bob).post(f"/values/{line.pk}/retire/").status_code == 404
    assert door(bob).post(f"/values/gate/{row.pk}/?action=accept&recorded=1").status_code == 404
    assert events("accepted") == 0


@pytest.mark.parametrize("where", ["", "job/1/", "gate/1/?action=accept"])
def test_nobody_gets_in_without_the_cookie(charlie: Client, db: None, where: str) -> None:
    assert charlie.get(f"/values/{where}").status_code == 403


def test_income_now_says_what_a_job_held_meanwhile_did_to_callbacks_and_in_whom(alice: Owner) -> None:
    page = flat(door(alice).get("/values/"))
    assert "college-educated women for administrative jobs" in page
    assert "The rent may still come first." in page


def test_the_end_of_a_wait_is_said_in_the_persons_own_clock(alice: Owner) -> None:
    zone = os.environ.get("TZ")
    try:
        clock.live_in("America/Chicago")
        with clock.fixed("2026-03-10T18:00"):
            assert format_hour(clock.now().astimezone(UTC)) == "18:00"
    finally:
        clock.live_in(zone)
