"""The front door over several days: news, the day of a no, the rest after it, and coming back after weeks."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.people import door

from onward.recover.rejection_day import NEW_DAY
from onward.today.moves import propose_moves
from onward.today.now import MoveSubject, Now
from onward_app import clock
from onward_app.records.models import Ask, Card, Event, Letter, Opportunity, Owner, RejectionDay, Value
from onward_app.records.reading.practice import plan_tonight
from onward_app.records.reading.recover import find_rejection_day
from onward_app.records.reading.today import load_now
from onward_app.records.writing.ask import record_ask_answer, record_ask_sent
from onward_app.records.writing.jobs import add_event, add_job, add_offer
from onward_app.records.writing.pace import record_nothing_heard, set_promised_day
from onward_app.records.writing.practice import add_family, grade_card
from onward_app.records.writing.recover import close_rejection_day, open_no
from onward_app.records.writing.values import add_line, give_gate_reason, mark_job
from onward_app.rooms.today.day import greet_after_a_no
from onward_app.web.moves import list_next_moves

FIRST, SECOND, THIRD, FOURTH = (f"2026-11-{day}T09:00" for day in (16, 17, 18, 19))


def turned_down(owner: Owner, employer: str = "Harbor Light", on: date = date(2026, 11, 16)) -> Opportunity:
    with clock.fixed(FIRST):
        row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 10, 1))
        add_event(owner, row, kind="interview", on=min(on, date(2026, 11, 2)))
        add_event(owner, row, kind="rejected", on=on)
    return row


def moves(owner: Owner, moment: str) -> list[dict[str, str]]:
    with clock.fixed(moment):
        return list_next_moves(owner)


def page(owner: Owner, moment: str, path: str = "/") -> str:
    with clock.fixed(moment):
        return door(owner).get(path, follow=True).content.decode()


def opened(owner: Owner, row: Opportunity, moment: str) -> RejectionDay:
    with clock.fixed(moment):
        open_no(owner, Event.objects.get(opportunity=row, kind="rejected"))
        day = find_rejection_day(owner, clock.today())
    assert day is not None
    return day


def test_a_promised_day_stands_there_on_that_day_unless_they_wrote(alice: Owner) -> None:
    with clock.fixed(FIRST):
        row, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 11, 9))
        set_promised_day(alice, row, date(2026, 11, 17))
    assert "Look at it" in [one["move"] for one in moves(alice, SECOND)]
    assert [one for one in moves(alice, THIRD) if "the day they named" in one["reason"]] == []
    with clock.fixed(SECOND):
        add_event(alice, row, kind="screen", on=date(2026, 11, 17))
    assert [one for one in moves(alice, SECOND) if "the day they named" in one["reason"]] == []


def test_a_no_that_was_not_opened_is_news_and_nobody_is_asked_to_write_about_it(alice: Owner) -> None:
    row = turned_down(alice)
    found = moves(alice, SECOND)
    assert found[0]["move"] == "Open it"
    assert [one for one in found if one["step"] == "ask"] == []
    opened(alice, row, SECOND)
    assert [one["step"] for one in moves(alice, SECOND)] == ["recover"]
    assert "Write the ask" in [one["move"] for one in moves(alice, THIRD)]


def test_the_page_has_three_moves_at_most_with_the_news_among_them(alice: Owner) -> None:
    for name in ("Harbor", "Mill", "Lake", "Oak"):
        turned_down(alice, name)
    assert page(alice, SECOND).count('<div class="card">') == 3


def test_reading_the_jobs_page_of_a_fresh_no_opens_it(alice: Owner) -> None:
    row = turned_down(alice)
    assert "That stings. Nothing to solve tonight." in page(alice, SECOND, f"/jobs/{row.pk}/")
    assert RejectionDay.objects.get().on == date(2026, 11, 17)
    assert "What happened" in page(alice, SECOND, f"/jobs/{row.pk}/")


def test_it_stays_quiet_until_the_day_the_person_chose(alice: Owner) -> None:
    row = turned_down(alice)
    day = opened(alice, row, FIRST)
    with clock.fixed(FIRST):
        close_rejection_day(alice, day, restart_on=date(2026, 11, 19))
    for moment, when in ((SECOND, "on Thursday 19 November"), (THIRD, "tomorrow")):
        assert [one["move"] for one in moves(alice, moment)] == ["Go on earlier"]
        said = page(alice, moment)
        assert f"You chose to go on {when}. Everything is here then." in said
        assert "Write the ask" not in said
    assert [one["move"] for one in moves(alice, FOURTH)][:2] == ["Write the ask", "Go on"]


def test_going_on_earlier_brings_the_moves_back(alice: Owner) -> None:
    day = opened(alice, turned_down(alice), FIRST)
    with clock.fixed(FIRST):
        close_rejection_day(alice, day, restart_on=date(2026, 11, 19))
        assert "Go on earlier" not in door(alice).get("/recover/").content.decode()  # the day itself is one of rest
    with clock.fixed(SECOND):
        door(alice).post(f"/recover/day/{day.pk}/back/")
    assert "Write the ask" in [one["move"] for one in moves(alice, SECOND)]


def test_a_reply_is_told_of_until_the_person_says_what_it_was(alice: Owner) -> None:
    row = turned_down(alice)
    opened(alice, row, FIRST)
    with clock.fixed(SECOND):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=clock.today(), text="What would you advise?")
    when = datetime(2026, 11, 18, 8, tzinfo=UTC)
    about = {"opportunity": row, "by_person": True, "sender": "dana@example.org", "body": "Tell one story."}
    Letter.objects.create(owner=alice, key="b" * 64, kind="feedback", verdict={}, on=when.date(), at=when, **about)
    (told,) = [one for one in moves(alice, THIRD) if one["step"] == "ask"]
    assert told["url"] == f"/ask/{ask.pk}/?read=1"
    assert told["reason"] == "Harbor Light answered your ask. Read it, or keep it for tomorrow."
    with clock.fixed(THIRD):
        record_ask_answer(alice, Ask.objects.get(), on=clock.today(), quote="Tell one story.")
    assert [one for one in moves(alice, THIRD) if one["step"] == "ask"] == []


def test_an_offer_thought_over_is_not_asked_about_again(alice: Owner) -> None:
    with clock.fixed(FIRST):
        add_line(alice, "weekly supervision, in writing")
        row, _ = add_offer(alice, None, employer="Hill", kind="verbal offer", on=clock.today())
        mark_job(alice, row, {Value.objects.get().pk: ("crossed", "told")})
        give_gate_reason(alice, row, action="accept", reason="The rent.")
    (waiting,) = [one for one in moves(alice, FIRST) if one["step"] == "values"]
    assert waiting["reason"].endswith("You gave your reason and wait a day; you can end the wait.")
    (over,) = [one for one in moves(alice, THIRD) if one["step"] == "values"]
    assert over["reason"].endswith("You thought it over. It is your decision.")


def test_nothing_heard_from_one_says_nothing_of_another(alice: Owner) -> None:
    with clock.fixed("2026-10-01T09:00"):
        rows = [add_job(alice, employer=name, role="Therapist", on=date(2026, 10, 1))[0] for name in ("Harbor", "Mill")]
    with clock.fixed(FIRST):
        record_nothing_heard(alice, rows[0])
    quiet = [one["reason"] for one in moves(alice, FIRST) if one["step"] == "pace" and "without news" in one["reason"]]
    assert [reason.split(",")[0] for reason in quiet] == ["Harbor"]


def test_quiet_jobs_with_a_better_chance_hide_no_check_that_is_due(alice: Owner) -> None:
    with clock.fixed(FIRST):
        met, _ = add_job(alice, employer="Harbor", role="Therapist", on=date(2026, 9, 1))
        add_event(alice, met, kind="interview", on=date(2026, 9, 3))
        for name in ("Mill", "Lake", "Oak", "Elm"):
            add_job(alice, employer=name, role="Therapist", on=date(2026, 10, 30))
        record_nothing_heard(alice)
        quiet = load_now(alice, clock.today()).quiet
    assert quiet[0].about.name.startswith("Harbor")
    assert quiet[0].silence.chance < min(one.silence.chance for one in quiet[1:])
    assert "Write a friendly check" in [one["move"] for one in moves(alice, FIRST)]


def test_welcome_back_stays_until_something_was_done(alice: Owner) -> None:
    with clock.fixed("2026-10-01T09:00"):
        add_job(alice, employer="Harbor", role="Therapist", on=date(2026, 10, 1))
    page(alice, "2026-10-01T09:00")
    for _ in range(2):
        assert "Welcome back." in page(alice, FIRST)
    assert "Good news, a quiet week, or shall I read the mail?" in page(alice, FIRST, "/start/?back=1")
    with clock.fixed(FIRST):
        door(alice).post("/pace/quiet/")
    page(alice, FIRST)
    assert "Welcome back." not in page(alice, FIRST)


def test_today_asks_for_the_cards_of_tonights_session_and_no_more_once_it_is_done(alice: Owner) -> None:
    turned_down(alice, on=date(2026, 10, 20))
    items = [(f"i{n}", f"Question {n}?", ("one", "two", "three")) for n in range(20)]
    with clock.fixed(FIRST):
        add_family(alice, pack="p", family="f", title="F", items=items)
        wanted = load_now(alice, clock.today()).cards_due
        assert wanted == len(plan_tonight(alice, clock.today()).cards) == 5  # ten minutes, said aloud
        for card in Card.objects.of(alice)[:wanted]:
            grade_card(alice, card, met={0, 1, 2})
        assert load_now(alice, clock.today()).cards_due == 0


def test_a_no_that_stood_in_the_persons_own_list_is_no_news_to_them(alice: Owner) -> None:
    turned_down(alice)
    assert "There is news from Harbor Light" in page(alice, FIRST)
    Event.objects.filter(kind="rejected").update(source="csv")
    assert "There is news from" not in page(alice, FIRST)


def test_a_new_day_greets_and_asks_for_nothing_where_there_is_something_to_do() -> None:
    day = date(2026, 11, 17)
    both = propose_moves(Now(debriefs_due=(MoveSubject(1, "Harbor"),), restart_on=day), day)
    words, moves = greet_after_a_no(both)
    assert (words, [move.step for move in moves]) == (NEW_DAY, ["debrief"])
    for moves in (propose_moves(Now(restart_on=day), day), both[:1]):
        assert greet_after_a_no(moves) == ("", moves)
