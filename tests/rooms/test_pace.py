"""Where hope is, how quiet it is and who says so, and a week without shaming."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door

from onward.pace.tight import Spot, Tight
from onward.today.move import Move
from onward.today.moves import list_moves
from onward_app import clock
from onward_app.records.models import Change, Event, Goal, Hope, Interview, Opportunity, Owner, SaidQuiet, StatusCheck
from onward_app.records.reading.pace import (
    FIELDS,
    JobSilence,
    count_decided,
    find_coast_guard,
    find_last_hope,
    find_tight_spot,
    list_open_jobs,
    list_silences,
    load_goals,
    report_pace,
    suggest_points,
)
from onward_app.records.reading.recover import count_own_numbers
from onward_app.records.reading.rows import find_last_change
from onward_app.records.reading.today import load_now
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.owner import record_mail_read
from onward_app.records.writing.pace import spread_hope
from onward_app.records.writing.recover import open_no
from onward_app.records.writing.undo import undo_change
from onward_app.web.moves import move_address

NOW = "2026-11-16T09:00"


def a_job(owner: Owner, employer: str = "Harbor", kind: str = "interview", on: date = date(2026, 11, 2)) -> Opportunity:
    with clock.fixed(NOW):
        row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 10, 1))
        if kind != "applied":
            add_event(owner, row, kind=kind, on=on)
    return row


def want_numbers(owner: Owner) -> None:
    """They are off until the person wants them."""
    owner.show_numbers = True
    owner.save(update_fields=["show_numbers"])


def page_of(owner: Owner, moment: str = NOW) -> str:
    with clock.fixed(moment):
        return flat(door(owner).get("/pace/"))


def told(owner: Owner, moment: str = NOW) -> JobSilence:
    with clock.fixed(moment):
        return list_silences(owner, list_open_jobs(owner), clock.today())[0]


def test_a_friendly_check_is_drafted_to_the_one_met_and_noted(alice: Owner) -> None:
    row = a_job(alice, on=date(2026, 11, 2))
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2), people="Dana Reed, clinical director")
    record_mail_read(alice, date(2026, 11, 16))
    assert f'href="/pace/check/{row.pk}/"' in page_of(alice)
    with clock.fixed(NOW):
        page = door(alice).get(f"/pace/check/{row.pk}/").content.decode()
        assert "Hi Dana,\n\nThank you again for the conversation. Could you tell me where things stand" in page
        assert page.split("<textarea")[1].split("</textarea>")[0].count("?") == 1
        door(alice).post(f"/pace/check/{row.pk}/")
        again = door(alice).get(f"/pace/check/{row.pk}/").content.decode()
    assert "<textarea" not in again
    assert "One more check is fine from 23 November 2026; then stop." in again


def test_very_many_silent_applications_are_a_tight_spot_with_something_to_do(alice: Owner) -> None:
    want_numbers(alice)
    for n in range(61):
        a_job(alice, f"Clinic {n}", kind="applied")
    record_mail_read(alice, date(2026, 11, 16))
    page = page_of(alice)
    assert "Nobody has met you yet, so this isn’t about how you interview. Applications look like the tight" in page
    assert "from 61 applications" in page
    assert "Replay three applications" in page
    assert "Have one conversation with a person" in page


def tight_of(owner: Owner) -> Tight:
    with clock.fixed(NOW):
        return find_tight_spot(count_decided(owner, list_silences(owner, list_open_jobs(owner), clock.today())))


def test_what_the_person_ended_says_nothing_about_them(alice: Owner) -> None:
    for n in range(30):
        add_event(alice, a_job(alice, f"Clinic {n}"), kind="withdrew", on=date(2026, 11, 10))
    assert tight_of(alice).spot is Spot.NONE
    with clock.fixed(NOW):
        own = count_own_numbers(alice)
        assert (own.interviews, own.offers, own.met) == (0, 0, 30)
        assert "tight" not in flat(door(alice).get("/recover/normal/")).lower()


def test_a_held_interview_was_a_meeting_also_when_all_are_silent(alice: Owner) -> None:
    for n in range(9):
        a_job(alice, f"Clinic {n}", on=date(2026, 10, 3))
    silent = a_job(alice, "By record only", kind="applied")
    Interview.objects.create(owner=alice, opportunity=silent, on=date(2026, 11, 2), round="phone")
    record_mail_read(alice, date(2026, 11, 16))
    assert "Nobody has met you yet" not in page_of(alice)
    with clock.fixed(NOW):
        page = flat(door(alice).get("/recover/normal/"))
        assert "Nobody has met you yet" not in page
        assert count_own_numbers(alice).met == 10
    assert "from 9 interviews" in page  # long silent ones count as decided


def test_after_signing_the_others_are_let_go_with_a_kind_word(alice: Owner) -> None:
    signed, other = a_job(alice, "Harbor"), a_job(alice, "Mill")
    with clock.fixed(NOW):
        add_event(alice, signed, kind="written offer", on=date(2026, 11, 12))
        add_event(alice, signed, kind="signed", on=date(2026, 11, 16))
    link = f"/ask/new/{other.pk}/?sort=withdrawal"
    assert link in page_of(alice)
    with clock.fixed(NOW):
        said = {"text": "I have accepted another position.", "do": "sent"}
        door(alice).post(link, said)
    other.refresh_from_db()
    assert other.ended == "withdrew"
    assert link not in page_of(alice)
    undo_change(alice, Change.objects.get(intention="ask.sent"))
    other.refresh_from_db()
    assert other.ended == ""


def test_good_news_of_an_offer_that_was_taken_back_is_no_news(alice: Owner) -> None:
    row = a_job(alice)
    with clock.fixed(NOW):
        add_event(alice, row, kind="verbal offer", on=date(2026, 11, 15))
        assert find_coast_guard(alice, clock.today()) is not None
        add_event(alice, row, kind="rescinded", on=date(2026, 11, 16))
        assert find_coast_guard(alice, clock.today()) is None


def test_hope_begins_equal_and_is_kept_with_its_day(alice: Owner) -> None:
    want_numbers(alice)
    rows = [a_job(alice, name) for name in "abc"]
    with clock.fixed(NOW):
        assert sorted(suggest_points(find_last_hope(alice), rows).values()) == [33, 33, 34]
        points = {f"hope_{row.pk}": share for row, share in zip(rows, (70, 20, 10), strict=True)}
        assert door(alice).post("/pace/hopes/", points).status_code == 302
    hope = Hope.objects.get()
    assert (hope.on, dict(map(tuple, hope.shares))[rows[0].pk]) == (date(2026, 11, 16), 70)
    page = page_of(alice)
    assert "Most of your hope is on one place. What would a second door be?" in page
    assert "as if over 1.9 opportunities" in page
    assert len(re.findall(r'class="(?:button )?first"', page)) == 1


def test_points_that_are_not_100_are_refused_in_words_and_stay_typed(alice: Owner) -> None:
    rows = [a_job(alice, name) for name in "ab"]
    with clock.fixed(NOW):
        page = (
            door(alice)
            .post("/pace/hopes/", {f"hope_{r.pk}": n for r, n in zip(rows, (70, 41), strict=True)})
            .content.decode()
        )
    assert "That is 111 points; take off 11." in page
    assert 'value="70"' in page
    assert not Hope.objects.exists()


def test_a_strangers_job_takes_no_points(alice: Owner, bob: Owner) -> None:
    row = a_job(alice)
    with clock.fixed(NOW):
        page = door(bob).post("/pace/hopes/", {f"hope_{row.pk}": 100}).content.decode()
    assert "nothing open to put points on" in page or "Nothing is open yet" in page
    assert not Hope.objects.exists()


def test_old_points_are_asked_about(alice: Owner) -> None:
    want_numbers(alice)
    row = a_job(alice)
    with clock.fixed(NOW):
        spread_hope(alice, {row.pk: 100})
    assert "Still so?" not in page_of(alice)
    assert "Your points are from 8 days ago. Still so?" in page_of(alice, "2026-11-24T09:00")


def test_silence_counts_only_to_the_day_mail_was_read(alice: Owner) -> None:
    a_job(alice)
    assert "the silence isn’t counted yet" in page_of(alice)
    record_mail_read(alice, date(2026, 11, 10))
    page = page_of(alice)
    assert "8 days without news, counted to 10 November 2026, as far as mail was read." in page


def test_the_person_can_say_that_nothing_came(alice: Owner) -> None:
    one, two = a_job(alice, "one"), a_job(alice, "two")
    record_mail_read(alice, date(2026, 11, 10))
    with clock.fixed(NOW):
        door(alice).post(f"/pace/quiet/{one.pk}/")
        door(alice).post(f"/pace/quiet/{one.pk}/")
        shown = {q.row.pk: q.silence for q in list_silences(alice, list_open_jobs(alice), clock.today())}
        assert (shown[one.pk].days, shown[two.pk].days) == (14, 8)
        assert "counted to today, as you said" in page_of(alice)
        door(alice).post("/pace/quiet/")
        assert {q.silence.days for q in list_silences(alice, list_open_jobs(alice), clock.today())} == {14}
    assert SaidQuiet.objects.count() == 2


def test_quiet_and_carrying_on_never_close_anything(alice: Owner) -> None:
    row = a_job(alice)
    record_mail_read(alice, date(2026, 11, 16))
    assert told(alice).silence.quiet
    later = "2026-12-28T09:00"
    record_mail_read(alice, date(2026, 12, 28))
    page = page_of(alice, later)
    assert '<span class="chip">carry on</span>' in page
    assert "Carry on as if they won’t answer; they still might." in page
    row.refresh_from_db()
    assert row.ended == ""


def test_one_sent_today_is_not_given_up_however_many_are_silent(alice: Owner) -> None:
    for n in range(30):
        a_job(alice, f"Clinic {n}", kind="applied")
    record_mail_read(alice, date(2026, 11, 16))
    with clock.fixed(NOW):
        fresh, _ = add_job(alice, employer="Fresh", role="Therapist", on=date(2026, 11, 16))
        found = {one.row.pk: one.silence for one in list_silences(alice, list_open_jobs(alice), clock.today())}
    assert sum(one.plan_closed for one in found.values()) == 30
    assert (found[fresh.pk].quiet_on, found[fresh.pk].plan_closed) == (date(2026, 11, 30), False)


def test_a_chance_falls_from_day_to_day_and_never_in_a_jump(alice: Owner) -> None:
    """It fell from all to .22 of itself from the thirteenth day to the fourteenth."""
    row = a_job(alice, kind="final")
    chances = []
    for day in range(3, 24):
        record_mail_read(alice, date(2026, 11, day))
        with clock.fixed(f"2026-11-{day:02}T09:00"):
            chances.append(report_pace(alice, clock.today(), wish=50).odds.each[0])
    assert row.pk
    assert all(0 < before - after < 0.04 for before, after in pairwise(chances))


def test_silent_applications_count_as_much_as_those_closed_by_hand(alice: Owner, bob: Owner) -> None:
    """Five met and 45 silent made one offer in three of what 45 closed made one in eight."""
    record_mail_read(alice, date(2026, 11, 16))
    record_mail_read(bob, date(2026, 11, 16))
    chances = {}
    for owner in (alice, bob):
        for n in range(20):
            row = a_job(owner, f"Place {n}", kind="interview" if n < 2 else "applied", on=date(2026, 10, 9))
            with clock.fixed(NOW):
                if n >= 2 and owner == bob:
                    add_event(owner, row, kind="closed", on=date(2026, 11, 15))
        with clock.fixed(NOW):
            fresh, _ = add_job(owner, employer="Fresh", role="Therapist", on=date(2026, 11, 16))
            told = report_pace(owner, clock.today(), wish=50)
        chances[owner.pk] = told.odds.each[told.rows.index(fresh)]
    assert chances[alice.pk] == pytest.approx(chances[bob.pk], rel=0.15)


def test_through_an_agency_more_is_heard_and_more_comes_of_it(alice: Owner) -> None:
    with clock.fixed(NOW):
        cold, _ = add_job(alice, employer="Cold", role="Therapist", on=date(2026, 11, 10))
        warm, _ = add_job(alice, employer="Warm", role="Therapist", on=date(2026, 11, 10), agency="Bright Staffing")
        told = report_pace(alice, clock.today(), wish=50)
    found = {one.row.pk: one.silence.chance for one in told.silences}
    assert found[warm.pk] > found[cold.pk]
    assert told.odds.each[told.rows.index(warm)] > 2 * told.odds.each[told.rows.index(cold)]


def test_a_promised_date_restarts_the_clock(alice: Owner) -> None:
    row = a_job(alice)
    record_mail_read(alice, date(2026, 11, 16))
    with clock.fixed(NOW):
        door(alice).post(f"/pace/promised/{row.pk}/", {f"p{row.pk}-on": "2026-11-13"})
    assert told(alice).silence.days == 3
    assert "18 November 2026" in told(alice).silence.check.words
    with clock.fixed(NOW):
        assert "enter a date" in door(alice).post(f"/pace/promised/{row.pk}/", {f"p{row.pk}-on": "x"}).content.decode()


def test_one_check_one_more_and_then_stop(alice: Owner) -> None:
    row = a_job(alice)
    with clock.fixed(NOW):
        door(alice).post(f"/pace/check/{row.pk}/")
    assert "One more check is fine from 23 November 2026; then stop." in page_of(alice)
    with clock.fixed("2026-11-24T09:00"):
        door(alice).post(f"/pace/check/{row.pk}/")
        assert "You checked twice." in door(alice).post(f"/pace/check/{row.pk}/").content.decode()
    assert StatusCheck.objects.count() == 2


def test_after_a_form_alone_there_is_nobody_to_check_with(alice: Owner) -> None:
    a_job(alice, kind="applied")
    assert "nobody to check with" in page_of(alice)
    assert "I asked where things stand" not in page_of(alice)


def test_closing_by_hand_can_be_undone(alice: Owner) -> None:
    row = a_job(alice)
    with clock.fixed(NOW):
        door(alice).post(f"/pace/close/{row.pk}/")
        row.refresh_from_db()
        assert row.ended == "closed"
        assert "is there already" in door(alice).post(f"/pace/close/{row.pk}/").content.decode()
        undo_change(alice, find_last_change(alice) or Change())
    row.refresh_from_db()
    assert row.ended == ""


def test_good_news_is_when_it_speaks(alice: Owner) -> None:
    row = a_job(alice)
    assert "ease off" not in page_of(alice)
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 15), forecast=80)
    assert "After good news people ease off" in page_of(alice)
    a_job(alice, "Offer", "verbal offer", date(2026, 11, 16))
    assert "keep one other door open" in page_of(alice)
    a_job(alice, "Signed", "signed", date(2026, 11, 16))
    assert "Don’t resign until everything is cleared" in page_of(alice)


def test_the_pace_that_a_wished_for_chance_needs_stands_beside_the_chances(alice: Owner) -> None:
    want_numbers(alice)
    a_job(alice)
    page = page_of(alice)
    assert re.search(r"<p>For about one in two by 14 February 2027 it takes \d+ tailored applications? a week", page)
    assert '<a href="/pace/?wish=90#chances">90 in 100</a>' in page
    assert "?wish=50" not in page
    with clock.fixed(NOW):
        more = flat(door(alice).get("/pace/?wish=90"))
        odd = flat(door(alice).get("/pace/?wish=101"))
    assert "More applications alone don’t get to about nine in ten by 14 February 2027" in more
    assert "?wish=50" in more
    assert "?wish=50" not in odd


def test_figures_wait_on_a_rejection_day(alice: Owner) -> None:
    want_numbers(alice)
    row = a_job(alice)
    a_job(alice, "Other")
    with clock.fixed(NOW):
        add_event(alice, row, kind="rejected", on=date(2026, 11, 16))
        open_no(alice, Event.objects.get(kind="rejected"))
        assert "Figures can wait" in door(alice).get("/pace/").content.decode()
        assert "Where your hope is" in door(alice).get("/pace/?asked=1").content.decode()


def test_a_week_has_goals_and_a_day_off_and_no_shaming(alice: Owner) -> None:
    typed = {"tailored_wanted": 2, "tailored_done": 2, "contacts_wanted": 1, "contacts_done": 0, "practice_wanted": 0,
             "practice_done": 0, "day_off": 0}  # fmt: skip
    with clock.fixed("2026-11-17T09:00"):
        door(alice).post("/pace/week/", typed)
        assert (
            "A good week from here: 1 talk with a person. Monday is off." in door(alice).get("/pace/").content.decode()
        )
        page = door(alice).post("/pace/week/", {**typed, "tailored_wanted": 40}).content.decode()
        assert "a few good ones carry further" in page
    assert "Day off. Nothing here wants anything of you today." in page_of(alice, "2026-11-23T09:00")
    assert Goal.objects.filter(week=date(2026, 11, 16)).count() == 3
    with clock.fixed("2026-11-24T09:00"):
        assert load_goals(alice, clock.today())[0]["tailored"] == (2, 0)


def test_an_empty_page_says_what_will_be_here(alice: Owner) -> None:
    page = page_of(alice)
    assert "Nothing is open yet." in page
    assert page.count("button first") == 1


def test_the_page_asks_the_database_the_same_for_10_and_20(alice: Owner) -> None:
    def count() -> int:
        with clock.fixed(NOW), CaptureQueriesContext(connection) as seen:
            door(alice).get("/pace/")
        return len(seen)

    for name in "abcdefghij":
        a_job(alice, name)
    few = count()
    for name in "klmnopqrst":
        a_job(alice, name)
    assert count() == few


def test_of_many_jobs_those_with_points_and_the_furthest_have_a_field_and_the_rest_are_a_tap_away(alice: Owner) -> None:
    want_numbers(alice)
    rows = [a_job(alice, f"Place {n}") for n in range(FIELDS + 5)]
    with clock.fixed(NOW):
        add_event(alice, rows[0], kind="interview", on=date(2026, 11, 13))
        spread_hope(alice, {rows[1].pk: 60, rows[2].pk: 40})
        short, whole = (door(alice).get(f"/pace/{more}").content.decode() for more in ("", "?all=1"))
    assert short.count('name="hope_') == FIELDS
    assert all(f'name="hope_{row.pk}"' in short for row in rows[:3])
    assert short.count("5 more") == 2
    assert whole.count('name="hope_') == len(rows)
    assert whole.count('id="job-') == len(rows)
    assert "Show every job" not in whole


def test_jobs_that_were_not_on_the_page_are_asked_for_no_points(alice: Owner) -> None:
    first, second, _ = (a_job(alice, name) for name in "abc")
    with clock.fixed(NOW):
        door(alice).post("/pace/hopes/", {f"hope_{first.pk}": 60, f"hope_{second.pk}": 40})
    assert dict(map(tuple, Hope.objects.get().shares)) == {first.pk: 60, second.pk: 40}


@pytest.mark.parametrize("where", ["quiet", "check", "promised", "close"])
def test_a_stranger_changes_nothing(alice: Owner, bob: Owner, where: str) -> None:
    row = a_job(alice)
    with clock.fixed(NOW):
        assert door(bob).post(f"/pace/{where}/{row.pk}/").status_code == 404
        assert "Harbor" not in door(bob).get("/pace/").content.decode()


def test_nobody_gets_in_without_the_cookie(charlie: Client, db: None) -> None:
    assert charlie.get("/pace/").status_code == 403


# --- numbers when they are wanted ------------------------------------------------------------------------------------


def test_numbers_are_off_until_they_are_wanted_and_their_words_stay(alice: Owner) -> None:
    rows = [a_job(alice, name) for name in ("Harbor", "Mill")]
    with clock.fixed(NOW):
        spread_hope(alice, {rows[0].pk: 90, rows[1].pk: 10})
        record_mail_read(alice, date(2026, 11, 16))
    page = page_of(alice)
    for gone in ("as if over", "100 points", "At least one signed offer", "tight spot"):
        assert gone not in page, gone
    assert "Most of your hope is on one place. What would a second door be?" in page
    assert "14 days without news, counted to 16 November 2026, as far as mail was read." in page
    assert " in 100" not in re.sub(r"<details.*?</details>", "", page)
    with clock.fixed(NOW):
        answer = door(alice).post("/pace/numbers/", {"show": "yes", "next": "/debrief/forecasts/"})
    assert answer.headers["Location"].startswith("/debrief/forecasts/?done=")
    for there in (
        "as if over 1.2 opportunities",
        "100 points in all",
        "Too few to say where it is tight",
        "Put the numbers away",
    ):
        assert there in page_of(alice), there
    undo_change(alice, find_last_change(alice))
    assert "as if over" not in page_of(alice)


def test_today_says_so_when_one_job_holds_most_of_the_hope(alice: Owner) -> None:
    rows = [a_job(alice, name) for name in ("Harbor", "Mill", "Lake")]
    with clock.fixed(NOW):
        assert "doors" not in [key_of(one) for one in moves_of(alice)]  # three doors, and nobody leans on one
        spread_hope(alice, {rows[0].pk: 90, rows[1].pk: 5, rows[2].pk: 5})
        (nudge,) = [one for one in moves_of(alice) if key_of(one) == "doors"]
        assert nudge.reason == "Most of your hope is on one place. What would a second door be?"
        shown = flat(door(alice).get("/"))
    assert nudge.reason in shown
    assert 'href="/jobs/add/">Open another door</a>' in shown


def test_today_says_so_when_fewer_than_three_doors_are_open(alice: Owner) -> None:
    a_job(alice)
    with clock.fixed(NOW):
        assert "One door is open. What would another be?" in [one.reason for one in moves_of(alice)]


def test_good_news_takes_the_place_of_the_nudge(alice: Owner) -> None:
    a_job(alice, kind="verbal offer", on=date(2026, 11, 16))
    with clock.fixed(NOW):
        keys = [key_of(one) for one in moves_of(alice)]
    assert "coast" in keys
    assert "doors" not in keys


def test_who_was_met_by_nobody_is_offered_one_conversation(alice: Owner) -> None:
    for number in range(5):
        row = a_job(alice, f"Place {number}", kind="applied")
        with clock.fixed(NOW):
            add_event(alice, row, kind="rejected", on=date(2026, 10, 20))
    with clock.fixed(NOW):
        (told,) = [one for one in moves_of(alice) if key_of(one) == "unmet"]
        assert told.reason.startswith("Nobody has met you yet, so this isn’t about how you interview. One conversation")
        assert move_address(told) == "/start/none/"
        assert "Choose one" in flat(door(alice).get("/pace/?asked=1"))
    a_job(alice, "Met", kind="interview")
    with clock.fixed(NOW):
        assert "unmet" not in [key_of(one) for one in moves_of(alice)]


def test_after_signing_all_of_it_rests(alice: Owner) -> None:
    a_job(alice, "Harbor")
    a_job(alice, "Hill", kind="signed", on=date(2026, 11, 15))
    want_numbers(alice)
    with clock.fixed(NOW):
        now = load_now(alice, clock.today())
        assert (now.doors, now.unmet, now.hopes, now.tight, now.coast) == ("", "", "", "", None)
        assert (now.quiet, now.cards_due) == ((), 0)
    page = page_of(alice)
    for gone in ("Open another door", "How quiet it is", "Chances", "This week", "Where it is tight"):
        assert gone not in page, gone


def moves_of(owner: Owner) -> list[Move]:
    """Everything that is proposed, in order, also past the three that a page shows."""
    return list_moves(load_now(owner, clock.today()), clock.today())


def key_of(move: Move) -> str:
    return move.key.partition(":")[0]
