"""The front door: at most three moves, each with its reason; a no as today, tomorrow, next interview."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward import STORY
from onward.facts import Stage
from onward.pace.coast import GoodNews, propose_coast_guard
from onward.pace.silence import EmployerWait, measure_silence
from onward.today.move import MOST, RANKS
from onward.today.moves import list_moves, propose_moves
from onward.today.now import MoveSubject, Now, OfferPending, QuietOne, is_resting
from onward.values.gate import GateState

ON = date(2026, 3, 3)
HARBOR = MoveSubject(1, "Harbor Clinic", ON)
QUIET = QuietOne(
    MoveSubject(4, "Lake House"),
    measure_silence(EmployerWait(Stage.INTERVIEW, ON - timedelta(days=16)), on=ON, read_to=ON),
)
BUSY = Now(
    waiting_letters=2,
    asks_due=(HARBOR,),
    replies_unread=(MoveSubject(2, "Dana"),),
    captures_due=(MoveSubject(3, "Lake House", ON),),
    debriefs_due=(HARBOR, MoveSubject(2, "Mill")),
    interviews=(MoveSubject(5, "North Star", ON + timedelta(days=1)),),
    cards_due=6,
    open_opportunities=4,
    hopes="Your points are from 8 days ago. Still so?",
    coast=propose_coast_guard([GoodNews(ON, Stage.VERBAL, opportunity=9)], ON),
    quiet=(QUIET,),
    lines_set=False,
    offers=(OfferPending(MoveSubject(9, "Hill Center"), ON + timedelta(days=2), GateState.CROSSING),),
)


def test_nothing_to_do_is_a_fine_answer() -> None:
    assert propose_moves(Now(), ON) == ()


def test_at_the_first_start_there_is_one_question() -> None:
    (first,) = propose_moves(Now(first_start=True, people_named=False, lines_set=False), ON)
    assert first.move == "What happened?"
    assert propose_moves(Now(first_start=True, day_off=True), ON) == (first,)


def test_a_no_of_today_leaves_only_recover() -> None:
    (move,) = propose_moves(Now(nos_today=(HARBOR,), cards_due=6, debriefs_due=(HARBOR,), waiting_letters=3), ON)
    assert (move.step, move.where.room, move.where.id) == ("recover", "recover", 1)
    assert move.reason == "That stings. Nothing to solve tonight. Who makes you smile?"
    assert is_resting(Now(nos_today=(HARBOR,)))


def test_hard_dates_stand_beside_it() -> None:
    now = propose_moves(replace(BUSY, nos_today=(HARBOR,)), ON)
    assert [move.key for move in now] == ["no today:1", "interview at hand:5", "offer deadline:9"]


def test_the_next_day_asks_and_debriefs() -> None:
    now = propose_moves(
        Now(asks_due=(replace(HARBOR, on=ON + timedelta(days=1)),), debriefs_due=(HARBOR,), restart_on=ON), ON
    )
    assert [move.step for move in now] == ["ask", "debrief", "recover"]
    assert "Best sent by tomorrow." in now[0].reason


def test_letters_to_look_at_stand_behind_an_offer_and_the_two_of_the_morning_after() -> None:
    far = OfferPending(HARBOR, ON + timedelta(days=9))
    now = Now(waiting_letters=2, offers=(far,), asks_due=(HARBOR,), debriefs_due=(HARBOR,), restart_on=ON)
    assert [move.key.split(":")[0] for move in list_moves(now, ON)] == ["ask", "offer", "debrief", "letters", "restart"]


def test_a_busy_day_still_has_three_moves_in_the_order_of_the_table() -> None:
    now = propose_moves(BUSY, ON)
    assert [move.key for move in now] == ["interview at hand:5", "offer deadline:9", "capture:3"]


def test_two_of_a_kind_do_not_hide_the_rest() -> None:
    now = propose_moves(Now(debriefs_due=(HARBOR, MoveSubject(2, "Mill"), MoveSubject(3, "Lake")), cards_due=1), ON)
    assert [move.key for move in now] == ["debrief:1", "practice:0", "debrief:2"]


def test_a_day_off_keeps_only_hard_dates() -> None:
    assert [move.key for move in propose_moves(replace(BUSY, day_off=True), ON)] == [
        "interview at hand:5",
        "offer deadline:9",
    ]
    assert propose_moves(Now(cards_due=3, day_off=True), ON) == ()


def test_an_interview_far_off_is_not_yet_a_move() -> None:
    assert propose_moves(Now(interviews=(replace(HARBOR, on=ON + timedelta(days=9)),)), ON) == ()
    (soon,) = propose_moves(Now(interviews=(replace(HARBOR, on=ON + timedelta(days=3)),)), ON)
    assert soon.key == "interview soon:1"
    assert (
        propose_moves(Now(interviews=(replace(HARBOR, on=ON - timedelta(days=1)), MoveSubject(2, "No day"))), ON) == ()
    )


def test_an_offer_says_its_deadline_and_its_gate() -> None:
    (move,) = propose_moves(Now(offers=(OfferPending(HARBOR, ON + timedelta(days=1), GateState.ASK_FIRST),)), ON)
    assert move.reason == (
        "Harbor Clinic made an offer. They want to know by tomorrow. Something isn’t known yet: ask them first."
    )
    (late,) = propose_moves(Now(offers=(OfferPending(HARBOR, ON - timedelta(days=1)),)), ON)
    assert "The day they named was yesterday." in late.reason


def test_weeks_away_are_met_with_a_welcome() -> None:
    (move,) = propose_moves(Now(last_here=ON - timedelta(days=20)), ON)
    assert move.reason.startswith("Welcome back.")
    assert propose_moves(Now(last_here=ON - timedelta(days=3)), ON) == ()


def test_a_fresh_no_is_news_before_it_is_an_errand() -> None:
    (move,) = propose_moves(Now(news=(MoveSubject(12, "Harbor Clinic", ON), MoveSubject(13, "Mill", ON))), ON)
    assert (move.move, move.where.room, move.where.page, move.where.id) == ("Open it", "recover", "no", 12)
    assert move.reason == "There is news from Harbor Clinic. It can wait until you have a moment, and somebody near."
    assert [one.key for one in propose_moves(Now(news=(HARBOR,), nos_today=(HARBOR,)), ON)] == ["no today:1"]


def test_until_the_day_the_person_chose_only_hard_dates_stand() -> None:
    now = replace(BUSY, resting_until=ON + timedelta(days=1), news=(HARBOR,))
    found = propose_moves(now, ON)
    assert [move.key for move in found] == ["resting:0", "interview at hand:5", "offer deadline:9"]
    assert found[0].reason == "You chose to go on tomorrow. Until then nothing here wants anything of you."
    assert is_resting(now)


def test_in_a_pause_only_what_others_set_a_day_for_stands() -> None:
    now = replace(BUSY, paused_until=ON + timedelta(days=9), news=(HARBOR,))
    found = propose_moves(now, ON)
    assert [move.key for move in found] == ["paused:0", "interview at hand:5", "offer deadline:9"]
    assert found[0].reason.startswith("You chose a pause. Onward is silent until ")
    assert is_resting(now)
    assert propose_moves(replace(now, nos_today=(HARBOR,)), ON)[0].key == "no today:1"


def test_an_offer_before_any_line_is_set_asks_for_one() -> None:
    (move,) = propose_moves(Now(offers=(OfferPending(HARBOR),), lines_set=False), ON)
    assert move.move == "Say what is not for sale"
    assert "Nothing crosses" not in move.reason


def test_nothing_is_promised_of_an_interviews_page_that_may_not_be_on_it() -> None:
    (move,) = propose_moves(Now(interviews=(MoveSubject(5, "Harbor Clinic", ON),)), ON)
    assert move.reason == "Harbor Clinic, today. What you need for it is on one page."


def test_after_signing_a_kind_withdrawal_is_offered() -> None:
    (move,) = propose_moves(Now(farewells=(MoveSubject(4, "Lake House"),)), ON)
    assert (move.step, move.where.page, move.where.id) == ("ask", "withdrawal", 4)


def test_a_quiet_one_gets_a_check_when_it_is_due() -> None:
    (move,) = propose_moves(Now(quiet=(QUIET,)), ON)
    assert move.key == "check:4"
    assert move.reason.startswith("Lake House: One friendly check is fine now.")
    assert (move.where.room, move.where.page) == ("pace", "check")


def test_no_check_while_the_mail_was_not_read_up_to_its_day() -> None:
    waiting = EmployerWait(Stage.INTERVIEW, ON - timedelta(days=12))
    read = measure_silence(waiting, on=ON, read_to=ON - timedelta(days=3))
    assert (read.check.due(ON), read.check_due(ON)) == (True, False)
    assert propose_moves(Now(quiet=(QuietOne(MoveSubject(4, "Lake House"), read),)), ON) == ()
    assert measure_silence(waiting, on=ON, read_to=ON).check_due(ON)
    assert measure_silence(waiting, on=ON, read_to=None).check_due(ON)  # the person alone knows, and nothing was read


def test_lines_are_asked_for_only_while_no_offer_is_waiting() -> None:
    (move,) = propose_moves(Now(lines_set=False), ON)
    assert move.key == "lines:0"
    assert all(m.key != "lines:0" for m in propose_moves(Now(lines_set=False, offers=(OfferPending(HARBOR),)), ON))


def test_every_kind_belongs_to_a_step_of_the_story_and_has_its_own_place() -> None:
    assert {rank.step for rank in RANKS.values()} == set(STORY)
    assert len({rank.priority for rank in RANKS.values()}) == len(RANKS)


@pytest.mark.parametrize("words", ["streak", "overdue", "missed", "!", "You should", "failed", "must"])
def test_no_reason_pushes(words: str) -> None:
    for now in (BUSY, replace(BUSY, nos_today=(HARBOR,)), Now(first_start=True)):
        assert all(words not in move.reason + move.move for move in list_moves(now, ON))


ABOUTS = st.lists(
    st.builds(
        MoveSubject, st.integers(1, 9), st.just("Somewhere"), st.one_of(st.none(), st.dates(ON, date(2026, 4, 1)))
    ),
    max_size=4,
)
NOWS = st.builds(
    Now,
    first_start=st.booleans(),
    nos_today=ABOUTS.map(tuple),
    news=ABOUTS.map(tuple),
    farewells=ABOUTS.map(tuple),
    people_named=st.booleans(),
    waiting_letters=st.integers(0, 9),
    asks_due=ABOUTS.map(tuple),
    captures_due=ABOUTS.map(tuple),
    debriefs_due=ABOUTS.map(tuple),
    interviews=ABOUTS.map(tuple),
    cards_due=st.integers(0, 20),
    lines_set=st.booleans(),
    offers=st.lists(st.builds(OfferPending, st.just(HARBOR), st.one_of(st.none(), st.just(ON))), max_size=2).map(tuple),
    day_off=st.booleans(),
)


@given(NOWS)
def test_there_are_never_more_than_three_and_each_has_a_reason(now: Now) -> None:
    found = propose_moves(now, ON)
    assert len(found) <= MOST
    assert all(move.step in STORY and move.reason and move.move and move.where.room for move in found)
    if now.nos_today:
        assert found[0].step == "recover"
        assert {m.key.rpartition(":")[0] for m in found} <= {"no today", "interview at hand", "offer deadline"}


@given(NOWS)
def test_the_same_day_gives_the_same_moves(now: Now) -> None:
    assert propose_moves(now, ON) == propose_moves(now, ON)


def test_after_signing_only_dates_letters_kind_words_and_the_ending_are_left() -> None:
    signed, other = MoveSubject(1, "Cedar"), MoveSubject(2, "Harbor")
    now = Now(signed=signed, farewells=(other,), debriefs_due=(other,), asks_due=(other,), cards_due=3, lines_set=False)
    assert [move.move for move in propose_moves(now, date(2026, 4, 2))] == ["Write the withdrawal", "Read it"]


def test_income_first_is_looked_at_again_on_its_day_and_not_before() -> None:
    now = Now(income_review=date(2026, 6, 2))
    assert propose_moves(now, date(2026, 6, 1)) == ()
    assert [move.move for move in propose_moves(now, date(2026, 6, 2))] == ["Look again"]


def test_on_the_day_they_named_it_says_so_and_wants_nothing() -> None:
    (move,) = propose_moves(Now(promised=(HARBOR,)), ON)
    assert (move.where.page, move.where.id) == ("waiting", HARBOR.id)
    assert move.reason == "Harbor Clinic: today is the day they named. You needn’t do anything about it today."
    assert propose_moves(Now(promised=(HARBOR,), nos_today=(MoveSubject(9, "No"),)), ON)[0].step == "recover"


def test_an_offer_due_today_is_never_hidden_by_older_ones() -> None:
    offers = tuple(
        OfferPending(MoveSubject(n, name), deadline=ON + timedelta(days=days))
        for n, (name, days) in enumerate([("Old", -60), ("Soon", 3), ("Now", 0)], 1)
    )
    moves = propose_moves(Now(offers=offers, nos_today=(MoveSubject(9, "No"),)), ON)
    assert [move.where.id for move in moves if move.where.page == "gate"] == [3, 2]
