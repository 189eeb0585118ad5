"""What belongs beside stands beside: the job an ask is about, what is worked on, who wrote kindly, and what comes next."""

from __future__ import annotations

import re
from datetime import date

from tests.flat import flat
from tests.people import door

from onward.debrief.chips import Chip
from onward.practice.make import CardDraft
from onward_app import clock
from onward_app.records.models import Ask, Event, Interview, Opportunity, Owner
from onward_app.records.writing.ask import record_ask_sent
from onward_app.records.writing.cards import choose_cards
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.kinks import add_kink, set_working_on
from onward_app.records.writing.practice import add_card
from onward_app.records.writing.recover import add_companion, keep_kind_words, open_no

EVENING, MORNING = "2026-11-16T21:00", "2026-11-17T09:00"


def beside(owner: Owner, path: str) -> str:
    """What stands at the side of a page, as one line; "" where nothing does."""
    page = flat(door(owner).get(path))
    return page.partition('<aside class="beside-it')[2].partition(">")[2].partition("</aside>")[0]


def turned_down(owner: Owner) -> Opportunity:
    """A no after a talk with somebody, opened that evening."""
    row, _ = add_job(owner, employer="Harbor Light", role="Therapist", on=date(2026, 10, 1))
    Interview.objects.create(
        owner=owner, opportunity=row, on=date(2026, 11, 9), people="Dana Ruiz", format="video", liked="the family day"
    )
    add_event(owner, row, kind="interview", on=date(2026, 11, 9))
    add_event(owner, row, kind="rejected", on=date(2026, 11, 16))
    open_no(owner, Event.objects.get(kind="rejected"))
    return row


def worked_on(owner: Owner) -> None:
    """A kink that is worked on, with a card; and a question of no kink."""
    row, _ = add_kink(
        owner, kind="story", name="I claimed, and told no story", strength=False, text="", chip=str(Chip.FEELING),
        on=date(2026, 11, 9),
    )  # fmt: skip
    set_working_on(owner, row, on=True)
    choose_cards(owner, row, [CardDraft("A time you were wrong?", ("one", "two", "three"), "say")])
    add_card(owner, question="Why this clinic?", points=("one", "two", "three"))


def test_an_ask_stands_beside_the_talk_and_the_no_that_it_is_about(alice: Owner) -> None:
    with clock.fixed(EVENING):
        row = turned_down(alice)
    with clock.fixed(MORNING):
        side = beside(alice, f"/ask/new/{row.pk}/")
        record_ask_sent(alice, row, sort="advice", on=date(2026, 11, 17), to_name="Dana", to_address="", subject="",
                        text="Hi")  # fmt: skip
        came = beside(alice, f"/ask/{Ask.objects.get().pk}/")
        front = beside(alice, "/ask/")
    for told in (side, came):
        assert "Harbor Light, Therapist" in told
        assert "Dana Ruiz, 9 November, video" in told
        assert "the family day" in told
    assert 'class="reached now" aria-current="step">the no' in side
    assert 'aria-current="step">asked' in came
    assert 'aria-current="step">asked' in front


def test_what_to_expect_is_words_first_and_its_figures_are_behind_why(alice: Owner) -> None:
    side = beside(alice, "/ask/")
    words, _, figures = side.partition("<details")
    assert "It isn’t a verdict." in words
    assert not re.search(r"\d", re.sub("<[^>]*>", "", words))
    assert "in 100" in figures
    assert "Why? The figures" in figures


def test_practice_shows_what_is_worked_on_when_it_comes_and_the_next_interview(alice: Owner) -> None:
    with clock.fixed(MORNING):
        worked_on(alice)
        row, _ = add_job(alice, employer="Cedar Clinic", role="Therapist", on=date(2026, 11, 1))
        Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 20), people="Jo")
        side = beside(alice, "/practice/")
    assert "Cedar Clinic, Therapist" in side
    assert "20 November, with Jo" in side
    assert "Before you walk in" in side
    assert "I claimed, and told no story" in side
    assert "<svg" in side
    assert "Its next card comes today." in side
    assert "Why this clinic?" in side


def test_on_the_day_of_a_no_nothing_at_the_side_looks_into_anything(alice: Owner) -> None:
    with clock.fixed(EVENING):
        worked_on(alice)
        turned_down(alice)
        sides = [beside(alice, path) for path in ("/practice/", "/debrief/", "/ask/", "/kinks/")]
        talk = beside(alice, f"/debrief/interview/{Interview.objects.get().pk}/")
    for told in [*sides, talk]:
        assert "<svg" not in told
        assert "no story" not in told
        assert "Your forecasts" not in told
        assert 'class="way"' not in told
    assert talk == ""


def test_a_replay_has_the_interview_and_its_job_beside_it(alice: Owner) -> None:
    with clock.fixed(EVENING):
        turned_down(alice)
    with clock.fixed(MORNING):
        met = Interview.objects.get()
        where = door(alice).post(f"/debrief/interview/{met.pk}/start/")["Location"]
        assert "Dana Ruiz, 9 November, video" in beside(alice, where)
        assert "the family day" in beside(alice, f"/debrief/interview/{met.pk}/")


def test_kind_words_and_people_stand_beside_what_is_read_on_a_bad_day(alice: Owner) -> None:
    with clock.fixed(MORNING):
        add_companion(alice, name="Rosa", reach="555 0142")
        keep_kind_words(alice, text="You were one of our favorites.", who="Dana", on=date(2026, 11, 1))
        assert "You were one of our favorites." in beside(alice, "/recover/")
        for path in ("/recover/kind-words/", "/recover/lessons/", "/recover/normal/"):
            assert 'href="tel:5550142"' in beside(alice, path)


def test_the_page_of_the_lines_does_not_lead_to_itself(alice: Owner) -> None:
    foot = '<footer class="foot">'
    assert "Need to talk to someone now?" not in flat(door(alice).get("/talk/")).split(foot)[1]
    assert "Need to talk to someone now?" in flat(door(alice).get("/recover/")).split(foot)[1]


def test_practice_has_one_filled_door_and_the_others_are_quiet(alice: Owner) -> None:
    with clock.fixed(MORNING):
        for there in (False, True):
            if there:
                worked_on(alice)
            main = flat(door(alice).get("/practice/")).split("<aside")[0].split("<main")[1]
            assert len(re.findall(r'class="button first"', main)) == 1
            assert len(re.findall(r'class="button[ "]', main)) == 1
            assert main.index("button first") < main.index("/practice/rounds/")
