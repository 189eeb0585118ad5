"""A no has a way: the no, asked, replayed, practiced, next interview; each place is reached by a record."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import door

from onward_app import clock
from onward_app.records.models import Card, Debrief, Event, Interview, Opportunity, Owner, Review
from onward_app.records.reading.ways import WayOfNo, find_way, list_recent_ways
from onward_app.records.writing.ask import record_ask_sent
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.recover import open_no

EVENING, LATER = "2026-11-16T19:00", "2026-11-20T09:00"


def turned_down(owner: Owner, employer: str = "Harbor Light", *, on: date = date(2026, 11, 16)) -> Opportunity:
    with clock.fixed(EVENING):
        row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 10, 1))
        add_event(owner, row, kind="rejected", on=on)
        open_no(owner, Event.objects.get(opportunity=row, kind="rejected"))
    row.refresh_from_db()
    return row


def reached(way: WayOfNo) -> list[str]:
    return [step.name for step in way.steps if step.done]


def ways(owner: Owner, moment: str = LATER) -> list[WayOfNo]:
    with clock.fixed(moment):
        return list_recent_ways(owner, clock.today())


def practice(owner: Owner, at: datetime) -> None:
    card = Card.objects.create(owner=owner, question="Why here?", made_at=at)
    Review.objects.create(owner=owner, card=card, at=at)


def test_each_place_is_reached_by_what_was_done(alice: Owner) -> None:
    row = turned_down(alice)
    assert reached(ways(alice)[0]) == ["the no"]
    with clock.fixed("2026-11-17T09:00"):
        record_ask_sent(alice, row, sort="advice", on=clock.today(), text="What would you advise?")
    assert reached(ways(alice)[0]) == ["the no", "asked"]
    when = datetime(2026, 11, 18, 9, tzinfo=UTC)
    Debrief.objects.create(owner=alice, opportunity=row, started_at=when, done_at=when)
    practice(alice, when)
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 19))
    assert reached(ways(alice)[0]) == ["the no", "asked", "replayed", "practiced", "next interview"]


def test_an_interview_of_which_only_a_letter_tells_may_have_been_before_the_no(alice: Owner) -> None:
    row = turned_down(alice)
    other, _ = add_job(alice, employer="Elm Court", role="", on=date(2026, 10, 1))
    Interview.objects.create(owner=alice, opportunity=other, on=date(2026, 11, 18), day_known=False)
    assert reached(ways(alice)[0]) == ["the no"]
    with clock.fixed(LATER):
        way = find_way(alice, row, clock.today())
    assert way is not None
    assert reached(way) == ["the no"]


def test_what_was_before_the_no_or_is_unfinished_or_to_come_is_not_reached(alice: Owner) -> None:
    row = turned_down(alice)
    Debrief.objects.create(owner=alice, opportunity=row, started_at=datetime(2026, 11, 18, 9, tzinfo=UTC))
    practice(alice, datetime(2026, 11, 15, 9, tzinfo=UTC))
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2))
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 12, 3))
    (way,) = ways(alice)
    assert reached(way) == ["the no"]
    assert way.steps[-1].day == date(2026, 12, 3)


def test_it_stands_at_the_furthest_place_and_the_line_goes_there(alice: Owner) -> None:
    turned_down(alice)
    practice(alice, datetime(2026, 11, 18, 9, tzinfo=UTC))
    (way,) = ways(alice)
    assert [step.name for step in way.steps if step.now] == ["practiced"]
    assert [step.on for step in way.steps] == [True, True, True, False, False]


def test_only_opened_nos_of_two_weeks_are_shown_and_a_signed_offer_ends_it(alice: Owner, bob: Owner) -> None:
    turned_down(alice)
    assert ways(alice, "2026-11-29T09:00")
    assert not ways(alice, "2026-11-30T09:00")
    assert not ways(bob)
    with clock.fixed(LATER):
        other, _ = add_job(alice, employer="Mill", role="Therapist", on=date(2026, 11, 1))
        add_event(alice, other, kind="rejected", on=date(2026, 11, 19))
    assert [way.event.opportunity.employer for way in ways(alice)] == ["Harbor Light"]
    with clock.fixed(LATER):
        hill, _ = add_job(alice, employer="Hill", role="Therapist", on=date(2026, 11, 1))
        add_event(alice, hill, kind="signed", on=date(2026, 11, 19))
    assert not ways(alice)


def test_more_nos_cost_no_more_queries_than_one(alice: Owner) -> None:
    counts = []
    for name in ("Harbor Light", "Mill", "Lake"):
        turned_down(alice, name)
        with CaptureQueriesContext(connection) as asked:
            ways(alice)
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 6


def test_today_and_the_job_draw_it_with_words_and_the_evening_does_not(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(EVENING):
        evening = [door(alice).get(path).content.decode() for path in ("/", f"/jobs/{row.pk}/")]
        assert find_way(alice, row, clock.today()) is not None
    assert not [page for page in evening if 'class="way"' in page]
    with clock.fixed(LATER):
        for path in ("/", f"/jobs/{row.pk}/"):
            page = door(alice).get(path).content.decode()
            line = " ".join(page.split('<ol class="way">')[1].split("</ol>")[0].split())
            assert 'aria-current="step">the no<span class="hidden">, 16 November</span>' in line
            assert 'asked<span class="hidden">, open</span>' in line
