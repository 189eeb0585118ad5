"""After a no the page holds three things; the rest is there when asked for."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door
from tests.sealed import sealed

from onward.recover.lessons import LessonStanding
from onward.recover.talk import HEAVY_STRETCH
from onward_app import clock
from onward_app.records.models import (
    Change,
    Companion,
    Event,
    Goal,
    Hope,
    Interview,
    KindWords,
    Lesson,
    NoOpened,
    Opportunity,
    Owner,
    RejectionDay,
    Value,
)
from onward_app.records.reading.lessons import list_lessons
from onward_app.records.reading.recover import (
    find_rest,
    find_search_lesson,
    is_rejection_day,
    list_companions,
    list_kind_words,
    list_rejection_days,
    list_unopened_nos,
)
from onward_app.records.writing.jobs import add_event, add_job, strike_event
from onward_app.records.writing.recover import (
    add_companion,
    close_rejection_day,
    keep_kind_words,
    open_no,
    record_reached_out,
)
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import add_line, mark_job

DAY = "2026-11-16T19:00"
NEXT = "2026-11-17T09:00"


def no_from(owner: Owner, employer: str = "Harbor Light", on: date = date(2026, 11, 16)) -> Event:
    with clock.fixed(DAY):
        row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 10, 1))
        add_event(owner, row, kind="interview", on=date(2026, 10, 20))
        add_event(owner, row, kind="rejected", on=on)
    return Event.objects.get(opportunity=row, kind="rejected")


def test_opening_a_fresh_no_shows_the_sentence_the_people_and_the_close(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        add_companion(alice, name="Ruth", reach="555 0100")
        page = door(alice).get(f"/recover/no/{event.pk}/").content.decode()
    assert "That stings. Nothing to solve tonight." in page
    assert "Who makes you smile?" in page
    assert "Ruth" in page
    assert "555 0100" in page
    assert "Harbor Light, Therapist" in page
    assert "That’s enough for today." in page
    assert page.count('class="first"') == 1


def test_people_are_one_tap_away_and_what_is_no_number_is_just_said(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        add_companion(alice, name="Ruth", reach="555 0100, ruth@example.org")
        add_companion(alice, name="Sam", reach="two doors down")
        add_companion(alice, name="Eve", reach='javascript:"><script>alert(1)</script>')
        evening = door(alice).get(f"/recover/no/{event.pk}/").content.decode()
        pages = [evening, *(door(alice).get(path).content.decode() for path in ("/", "/talk/"))]
    for page in pages:
        assert 'href="tel:5550100"' in page
        assert 'href="mailto:ruth@example.org"' in page
        assert 'aria-label="Call 555 0100: Ruth"' in page
        assert ">two doors down<" in page
        assert "<script>alert" not in page
        assert 'href="javascript' not in page


def test_where_nobody_is_named_the_evening_asks_softly_and_has_something_quiet(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        evening = door(alice).get(f"/recover/no/{event.pk}/").content.decode()
        for page in (evening, door(alice).get("/").content.decode()):
            assert "Is there somebody you’d like to be with?" in page
            assert "Not tonight" in page
            assert "Something warm to drink, slowly." in page
            assert "Nobody is named" not in page
        add_companion(alice, name="Ruth", reach="")
        assert "Not tonight" not in door(alice).get("/").content.decode()


def test_the_days_page_holds_no_figures_and_no_drafts(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        page = door(alice).get(f"/recover/no/{event.pk}/").content.decode()
    inside = page.split('<div class="after-a-no">')[1].split("<footer")[0]
    for word in ("in 100", "lesson", "practise", "debrief", "/ask/", "It is normal"):
        assert word not in inside


def test_a_job_that_was_just_turned_down_leads_to_its_no(alice: Owner, bob: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        page = door(alice).get(f"/recover/?job={event.opportunity_id}").content.decode()
        assert "Harbor Light, Therapist" in page
        assert is_rejection_day(alice, clock.today())
        assert door(bob).get(f"/recover/?job={event.opportunity_id}").status_code == 404


def test_opening_twice_starts_one_day(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        assert open_no(alice, event) is not None
        assert open_no(alice, event) is None
    assert (NoOpened.objects.count(), RejectionDay.objects.count()) == (1, 1)
    day = RejectionDay.objects.get()
    assert (day.on, day.restart_on) == (date(2026, 11, 16), date(2026, 11, 17))


def test_a_no_older_than_seven_days_starts_no_day(alice: Owner) -> None:
    old, edge = no_from(alice, "Old", date(2026, 11, 8)), no_from(alice, "Edge", date(2026, 11, 9))
    with clock.fixed(DAY):
        page = door(alice).get(f"/recover/no/{old.pk}/").content.decode()
        assert not is_rejection_day(alice, date(2026, 11, 16))
        open_no(alice, edge)
        assert is_rejection_day(alice, date(2026, 11, 16))
    assert "more than a week old" in page


def test_a_no_of_this_evening_that_is_dated_tomorrow_where_it_was_sent_is_tonights(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed("2026-11-15T21:00"):
        assert list(list_unopened_nos(alice, clock.today())) == [event]
        open_no(alice, event)
        assert is_rejection_day(alice, date(2026, 11, 15))


def test_a_second_no_joins_the_day_while_it_is_open(alice: Owner) -> None:
    one, two = no_from(alice), no_from(alice, "Willow")
    with clock.fixed(DAY):
        open_no(alice, one)
        page = door(alice).get(f"/recover/no/{two.pk}/").content.decode()
    assert "Willow, Therapist" in page
    assert RejectionDay.objects.count() == 1


def test_undoing_the_no_undoes_the_day(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        open_no(alice, event)
        strike_event(alice, event.opportunity, event)
    assert not is_rejection_day(alice, date(2026, 11, 16))


def test_what_is_not_a_no_is_refused(alice: Owner) -> None:
    event = no_from(alice)
    other = Event.objects.get(opportunity=event.opportunity, kind="interview")
    with pytest.raises(ValueError, match="not a no"):
        open_no(alice, other)
    with clock.fixed(DAY):
        assert door(alice).get(f"/recover/no/{other.pk}/").status_code == 404


def test_closing_the_day_chooses_when_to_go_on(alice: Owner) -> None:
    event = no_from(alice)
    browser = door(alice)
    with clock.fixed(DAY):
        browser.get(f"/recover/no/{event.pk}/")
        day = RejectionDay.objects.get()
        late = browser.post(f"/recover/day/{day.pk}/close/", {"restart_on": "2026-11-20"})
        assert late.status_code == 200
        browser.post(f"/recover/day/{day.pk}/close/", {"restart_on": "2026-11-18"})
        page = browser.get("/recover/").content.decode()
    day.refresh_from_db()
    assert day.closed_at is not None
    assert day.restart_on == date(2026, 11, 18)
    assert "until Wednesday 18 November" in page
    assert "That’s enough for today." in page
    assert "said no" not in page
    with clock.fixed(NEXT):
        assert find_rest(alice, clock.today()) == day
        assert not is_rejection_day(alice, clock.today())


def test_going_on_later_than_72_hours_is_refused(alice: Owner) -> None:
    with clock.fixed(DAY):
        open_no(alice, no_from(alice))
        for on in (date(2026, 11, 16), date(2026, 11, 20)):
            with pytest.raises(ValueError, match="Tomorrow"):
                close_rejection_day(alice, RejectionDay.objects.get(), restart_on=on)


def test_reaching_out_is_kept_and_can_be_undone(alice: Owner) -> None:
    event = no_from(alice)
    browser = door(alice)
    with clock.fixed(DAY):
        browser.get(f"/recover/no/{event.pk}/")
        browser.post("/recover/people/add/", {"name": "Ruth", "reach": ""})
        day, ruth = RejectionDay.objects.get(), Companion.objects.get()
        browser.post(f"/recover/day/{day.pk}/reached/{ruth.pk}/")
        day.refresh_from_db()
        assert day.contacted == ruth
        undo_change(alice, Change.objects.get(intention="recover.contact"))
    day.refresh_from_db()
    assert (day.contacted, day.contacted_at) == (None, None)


def test_people_can_be_added_edited_and_taken_off(alice: Owner) -> None:
    browser = door(alice)
    assert "Add one here" in browser.get("/recover/").content.decode()
    assert "A first name is enough." in browser.post("/recover/people/add/", {"reach": "x"}).content.decode()
    browser.post("/recover/people/add/", {"name": "Ruth"})
    ruth = Companion.objects.get()
    browser.post(f"/recover/people/{ruth.pk}/", {"name": "Ruth B", "reach": "next door"})
    assert "next door" in browser.get("/recover/").content.decode()
    browser.post(f"/recover/people/{ruth.pk}/remove/")
    assert not list_companions(alice).exists()


def test_words_of_self_harm_bring_the_fixed_text_and_store_nothing(alice: Owner) -> None:
    browser = door(alice)
    typed = {"words": "I want to kill myself"}
    page = browser.post("/recover/lessons/taught/", typed).content.decode()
    assert "988" in page
    assert not Lesson.objects.exists()
    browser.post("/recover/lessons/taught/", typed | sealed(page))
    assert Lesson.objects.get().words == "I want to kill myself"


@pytest.mark.parametrize("met", [True, False])
def test_after_five_nos_in_a_week_from_people_who_met_them_talking_to_somebody_is_offered(
    alice: Owner, *, met: bool
) -> None:
    pages = []
    for day in (12, 13, 14, 15, 16):
        event = no_from(alice, f"Employer {day}", date(2026, 11, day))
        Opportunity.objects.filter(pk=event.opportunity_id).update(met="yes" if met else "form", stage="applied")
        with clock.fixed(f"2026-11-{day}T19:00"):
            open_no(alice, event)
            pages.append(door(alice).get("/recover/").content.decode())
    assert [HEAVY_STRETCH in page for page in pages] == [False] * 4 + [met]
    assert "Who is there now" not in pages[-1]


def test_normal_waits_on_a_rejection_day_unless_asked_for(alice: Owner) -> None:
    event = no_from(alice)
    browser = door(alice)
    with clock.fixed(DAY):
        browser.get(f"/recover/no/{event.pk}/")
        assert "one time in three" not in browser.get("/recover/normal/").content.decode()
        assert "one time in three" in browser.get("/recover/normal/?asked=1").content.decode()


def test_normal_has_sources_and_the_story_last_and_dismissible(alice: Owner) -> None:
    no_from(alice)
    browser = door(alice)
    with clock.fixed(NEXT):
        page = browser.get("/recover/normal/").content.decode()
        assert "1 interview so far: too few" in page
        assert page.index("Talent Board 2022") < page.index("One story")
        key = page.split('value="not-')[1].split('"')[0]
        browser.post("/recover/story/", {"say": f"not-{key}"})
        assert f'value="not-{key}"' not in browser.get("/recover/normal/").content.decode()
        browser.post("/recover/story/", {"say": "none"})
        assert "One story" not in browser.get("/recover/normal/").content.decode()


def test_kind_words_are_kept_as_they_were_written(alice: Owner) -> None:
    browser = door(alice)
    assert "Nothing is kept here yet" in browser.get("/recover/kind-words/").content.decode()
    browser.post("/recover/kind-words/", {"text": "You were <b>kind</b> to him.", "who": "Dana"})
    assert "You were &lt;b&gt;kind&lt;/b&gt; to him." in browser.get("/recover/kind-words/").content.decode()
    browser.post(f"/recover/kind-words/{KindWords.objects.get().pk}/remove/")
    assert not list_kind_words(alice).exists()


def test_a_day_closed_with_somebody_and_gone_on_from_teaches_normal(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        open_no(alice, event)
        day = RejectionDay.objects.get()
        add_companion(alice, name="Ruth")
        record_reached_out(alice, day, Companion.objects.get())
        close_rejection_day(alice, day, restart_on=date(2026, 11, 17))
        assert not list_lessons(alice, clock.today())[1].done
    with clock.fixed(NEXT):
        add_job(alice, employer="Next Door", role="Therapist", on=date(2026, 11, 17))
        assert list_lessons(alice, clock.today())[1].done


def hopes_of(owner: Owner) -> LessonStanding:
    return list_lessons(owner, clock.today())[0]


def test_an_application_elsewhere_while_one_job_looked_good_teaches_hopes(alice: Owner) -> None:
    with clock.fixed(DAY):
        first, _ = add_job(alice, employer="A", role="T", on=date(2026, 10, 1))
        add_event(alice, first, kind="interview", on=date(2026, 10, 26))
        add_job(alice, employer="A", role="another role", on=date(2026, 11, 1))
        assert not hopes_of(alice).done
        add_job(alice, employer="B", role="T", on=date(2026, 11, 2))
        assert hopes_of(alice).evidence == ("2 November 2026: applied at B while A was at an interview or further.",)


def test_a_step_before_or_after_it_looked_good_teaches_nothing(alice: Owner) -> None:
    with clock.fixed(DAY):
        first, _ = add_job(alice, employer="A", role="T", on=date(2026, 10, 1))
        add_event(alice, first, kind="interview", on=date(2026, 10, 26))
        add_event(alice, first, kind="rejected", on=date(2026, 10, 28))
        for on in (date(2026, 10, 25), date(2026, 10, 29)):
            add_job(alice, employer=f"B {on}", role="T", on=on)
        assert not hopes_of(alice).done


def test_hopes_can_be_learned_in_a_county_with_one_open_job(alice: Owner) -> None:
    with clock.fixed(DAY):
        only, _ = add_job(alice, employer="A", role="T", on=date(2026, 10, 1))
        Hope.objects.create(owner=alice, on=date(2026, 11, 9), at=clock.now(), shares=[[only.pk, 100]])
        assert not hopes_of(alice).done
        Goal.objects.create(owner=alice, week=date(2026, 11, 9), name="contacts", wanted=2, done=1)
        assert hopes_of(alice).evidence == (
            "9 November 2026: in that week you talked with somebody while A held half of your hope or more.",
        )


def test_hopes_can_be_learned_with_three_equal_jobs(alice: Owner) -> None:
    with clock.fixed(DAY):
        rows = [add_job(alice, employer=name, role="T", on=date(2026, 10, 1))[0] for name in "ABC"]
        add_event(alice, rows[0], kind="interview", on=date(2026, 10, 26))
        Interview.objects.create(owner=alice, opportunity=rows[1], on=date(2026, 11, 3))
        assert hopes_of(alice).done


def test_a_signature_without_a_noted_accept_is_a_yes_as_well(alice: Owner) -> None:
    with clock.fixed("2026-10-01T09:00"):
        row, _ = add_job(alice, employer="A", role="T", on=date(2026, 10, 1))
        add_line(alice, "weekly supervision, in writing")
    with clock.fixed(DAY):
        add_event(alice, row, kind="written offer", on=date(2026, 11, 10))
        mark_job(alice, row, {Value.objects.get().pk: ("kept", "seen")})
        add_event(alice, row, kind="signed", on=date(2026, 11, 16))
        (said,) = list_lessons(alice, clock.today())[2].evidence
    assert said == "16 November 2026: values dated 1 October 2026, 1 live option checked."


def test_a_lesson_can_be_retired_at_any_time(alice: Owner) -> None:
    browser = door(alice)
    browser.post("/recover/lessons/values/retire/")
    assert list_lessons(alice, clock.today())[2].retired
    assert browser.post("/recover/lessons/cheer/retire/").status_code == 404


def test_what_the_search_taught_can_be_kept_and_deleted(alice: Owner) -> None:
    browser = door(alice)
    browser.post("/recover/lessons/taught/", {"words": "Ask about supervision early."})
    assert "Ask about supervision early." in browser.get("/recover/lessons/").content.decode()
    browser.post("/recover/lessons/taught/", {"words": ""})
    assert find_search_lesson(alice) is None


def test_the_number_of_queries_does_not_grow_with_the_rows(alice: Owner) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            door(alice).get("/recover/lessons/")
            door(alice).get("/recover/")
        return len(seen)

    def grow(names: str) -> None:
        for name in names:
            event = no_from(alice, name)
            with clock.fixed(DAY):
                open_no(alice, event)
                close_rejection_day(alice, list_rejection_days(alice).first(), restart_on=date(2026, 11, 17))
                add_companion(alice, name=name)

    grow("abcde")
    few = count()
    grow("fghij")
    assert count() == few


@pytest.mark.parametrize("where", ["no/{event}/", "people/{who}/"])
def test_a_stranger_finds_nothing(alice: Owner, bob: Owner, where: str) -> None:
    event = no_from(alice)
    add_companion(alice, name="Ruth")
    place = "/recover/" + where.format(event=event.pk, who=Companion.objects.get().pk)
    with clock.fixed(DAY):
        assert door(bob).get(place).status_code == 404
    assert not NoOpened.objects.exists()


def test_a_stranger_changes_nothing(alice: Owner, bob: Owner) -> None:
    with clock.fixed(DAY):
        open_no(alice, no_from(alice))
        day = RejectionDay.objects.get()
        assert door(bob).post(f"/recover/day/{day.pk}/close/", {"restart_on": "2026-11-17"}).status_code == 404
        assert door(bob).post(f"/recover/day/{day.pk}/back/").status_code == 404


@pytest.mark.parametrize("where", ["", "normal/", "kind-words/", "lessons/", "no/1/"])
def test_nobody_gets_in_without_the_cookie(charlie: Client, db: None, where: str) -> None:
    assert charlie.get(f"/recover/{where}").status_code == 403


def test_after_signing_one_page_says_what_the_search_taught_and_what_clearing_waits_for(alice: Owner) -> None:
    browser = door(alice)
    row, _ = add_job(alice, employer="Cedar", role="Aide", on=date(2026, 1, 5))
    other, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 1, 5))
    add_event(alice, other, kind="screen", on=date(2026, 1, 9))
    add_event(alice, row, kind="written offer", on=date(2026, 1, 12))
    keep_kind_words(alice, text="You were a joy to meet.", who="Jen", on=date(2026, 1, 10))
    signed = browser.post(f"/jobs/{row.pk}/event/", {"kind": "signed", "on": "2026-01-14"})
    assert signed["Location"].startswith("/recover/ending/")
    page = flat(browser.get("/recover/ending/"))
    for said in ("You signed.", "Don’t resign until it is cleared.", "the background check", "You were a joy to meet."):
        assert said in page
    assert f'href="/ask/new/{other.pk}/?sort=withdrawal"' in page
    add_event(alice, row, kind="cleared", on=date(2026, 1, 20))
    assert "Don’t resign" not in flat(browser.get("/recover/ending/"))


def test_without_a_signature_the_same_page_says_what_was_learned_so_far(alice: Owner) -> None:
    page = flat(door(alice).get("/recover/ending/"))
    assert "So far. Nothing here has to be done." in page
    assert "You signed" not in page


def test_the_three_lessons_stand_on_one_page_each_with_its_evidence_or_what_it_takes(alice: Owner) -> None:
    event = no_from(alice)
    with clock.fixed(DAY):
        open_no(alice, event)
        add_companion(alice, name="Ruth")
        record_reached_out(alice, RejectionDay.objects.get(), Companion.objects.get())
        close_rejection_day(alice, RejectionDay.objects.get(), restart_on=date(2026, 11, 17))
    with clock.fixed(NEXT):
        add_job(alice, employer="Next Door", role="Therapist", on=date(2026, 11, 17))
        cards = flat(door(alice).get("/recover/lessons/")).split('<section class="card"')[1:]
    assert len(cards) == 3
    for card, says in zip(cards, ("Don’t pin all hopes", "It happens to everyone", "Never compromise"), strict=True):
        assert says in card
    assert "What shows it:</p><ul><li>16 November 2026" in cards[1]
    assert "Learned." in cards[1]
    assert all("Nothing on record yet." in card and "What it takes:" in card for card in (cards[0], cards[2]))
