"""What counts how much: a tap at a time, nothing kept before the last, and dated."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.records.models import Change, Interview, Opportunity, Owner, Value, Weighing
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import add_value, keep_weights, mark_job

WHERE = "/values/weights/"
PAY, BACKED = "pay I can live on, and hours I can keep", "people above me who stand behind me"


def tap(browser: Client, said: str, choose: str = "", **more: str) -> tuple[str, str]:
    """One press: the page, and what it sends along with the next."""
    page = flat(browser.post(WHERE, {"said": said, "choose": choose, **more}))
    found = re.search(r'name="said" value="([^"]*)"', page)
    assert found is not None
    return page, found[1]


def play(browser: Client, *taps: str) -> tuple[str, str]:
    page, said = "", ""
    for choose in taps:
        page, said = tap(browser, said, choose)
    return page, said


def test_the_six_and_the_fields_own_are_there_needs_before_culture(alice: Owner) -> None:
    alice.field = "behavioral_health"
    alice.save()
    page = flat(door(alice).get(WHERE))
    needs, culture = page.split("How it is to be there")
    assert len(re.findall('name="choose"', needs)) == 6
    assert len(re.findall('name="choose"', culture)) == 4
    assert "A caseload I can carry" in needs
    assert "People I like to work with" in culture


def test_of_the_fields_own_those_that_were_set_are_asked_first(alice: Owner) -> None:
    alice.field = "behavioral_health"
    alice.save()
    assert "license" not in flat(door(alice).get(WHERE))
    add_value(alice, text="hours that count toward my license", points=50)
    page = flat(door(alice).get(WHERE))
    assert "Hours that count toward my license" in page
    assert len(re.findall('name="choose"', page)) == 10


def test_nothing_is_kept_before_the_last_tap_and_then_it_is_dated(alice: Owner) -> None:
    browser = door(alice)
    page, said = play(browser, "1", "0", "2", "3", "4", "1", "0")
    assert "This is what your taps come to." in page
    assert not Value.objects.exists()
    with clock.fixed("2026-11-17T09:00"):
        done = browser.post(WHERE, {"said": said, "do": "keep"})
    assert done.status_code == 302
    assert dict(Value.objects.values_list("text", "points"))[BACKED] == 100
    weighed = Weighing.objects.get()
    assert (weighed.on, weighed.offers_pending) == (date(2026, 11, 17), False)
    assert weighed.points[0] == [BACKED, 100]
    assert "Weighed 17 November" in flat(browser.get("/values/"))


def test_a_contradiction_is_said_and_settled_by_one_tap(alice: Owner) -> None:
    browser = door(alice)
    page, said = play(browser, "0", "1", "2", "3", "4", "2")
    assert "You put “pay I can live on, and hours I can keep” above “people I like to work with”, and just now" in page
    page, said = tap(browser, said, "2")
    page, said = tap(browser, said, "0")
    ranked = re.findall(r"<li>([^<]+)<span", page)
    assert ranked[0].strip() == "People I like to work with"


def test_one_can_go_back_and_a_double_tap_says_nothing_twice(alice: Owner) -> None:
    browser = door(alice)
    page, said = play(browser, "0", "0")
    assert "So far: pay I can live on, and hours I can keep." in page
    page, said = play(browser, "0", "1")
    page, said = tap(browser, said, do="back")
    assert "So far: pay I can live on, and hours I can keep." in page


@pytest.mark.parametrize("said", ["x y z", "99", "rest rest", "²", "0 " * 5000])
def test_what_no_page_sent_begins_anew(alice: Owner, said: str) -> None:
    assert door(alice).post(WHERE, {"said": said, "do": "keep"}).status_code == 200
    assert not Weighing.objects.exists()


def test_while_an_offer_is_live_it_says_so_and_so_does_the_record(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="T", on=date(2026, 11, 1))
    add_event(alice, row, kind="written offer", on=date(2026, 11, 10))
    assert "An offer is waiting." in flat(door(alice).get(WHERE))
    keep_weights(alice, [(PAY, 100)])
    assert Weighing.objects.get().offers_pending
    assert "while an offer was waiting: do it once more" in flat(door(alice).get("/values/"))


def test_weighing_anew_keeps_the_versions_and_the_marks_and_can_be_undone(alice: Owner) -> None:
    with clock.fixed("2026-11-01T09:00"):
        keep_weights(alice, [(PAY, 100), (BACKED, 40)])
    with clock.fixed("2026-11-17T09:00"):
        keep_weights(alice, [(PAY, 30), (BACKED, 100)])
    assert dict(Value.objects.values_list("text", "points")) == {PAY: 30, BACKED: 100}
    page = flat(door(alice).get(WHERE))
    assert page.index("17 November") < page.index("1 November")
    undo_change(alice, Change.objects.filter(intention="values.weights").first())
    assert dict(Value.objects.values_list("text", "points")) == {PAY: 100, BACKED: 40}
    assert Weighing.objects.of(alice).count() == 1


def test_points_may_still_be_typed(alice: Owner) -> None:
    add_value(alice, text="Hours", points=50)
    page = flat(door(alice).get("/values/"))
    assert page.index("Change points, or retire one") < page.index("Keep: the points of Hours")


def test_what_counts_most_and_is_not_known_is_asked_before_you_walk_in(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor Light", role="T", on=date(2026, 11, 1))
    talk = Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 20))
    keep_weights(alice, [(PAY, 100), (BACKED, 80), ("calm", 60), ("cake", 5)])
    known = Value.objects.get(text=BACKED)
    mark_job(alice, Opportunity.objects.get(), {known.pk: ("kept", "seen")})
    page = flat(door(alice).get(f"/kinks/before/{talk.pk}/"))
    asked = page.split("What counts most, and isn’t known yet")[1].split("</ul>")[0]
    assert "How is it handled here: “pay I can live on" in asked
    assert BACKED not in asked
    guessed = Value.objects.get(text="calm")
    mark_job(alice, Opportunity.objects.get(), {guessed.pk: ("kept", "guessed")})
    assert "Calm" in flat(door(alice).get(f"/kinks/before/{talk.pk}/"))
