"""What belongs beside stands beside: the job an ask is about, what is worked on, who wrote kindly, and what comes next."""

from __future__ import annotations

import re
from datetime import date

from tests.flat import flat
from tests.people import door

from onward.debrief.chips import Chip
from onward.practice.make import CardDraft
from onward_app import clock
from onward_app.records.models import Ask, Event, Interview, Opportunity, Owner, Value
from onward_app.records.writing.ask import record_ask_sent
from onward_app.records.writing.cards import choose_cards
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.kinks import add_kink, set_working_on
from onward_app.records.writing.practice import add_card
from onward_app.records.writing.recover import add_companion, keep_kind_words, open_no
from onward_app.records.writing.values import add_line, add_value, mark_job

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


INVITED = (
    "From: Jo Reyes <jo@cedar.example>\nSubject: Interview for Therapist at Cedar Clinic\n"
    "Date: Fri, 13 Nov 2026 10:00:00 +0000\n\nDear Robin,\n\nwe would like to invite you to an interview for the position of "
    "Therapist at Cedar Clinic on 20 November at 10:00.\n\nJo Reyes\nCedar Clinic\n"
)


def test_jobs_and_notice_have_their_picture_with_the_words_first(alice: Owner) -> None:
    with clock.fixed(MORNING):
        add_job(alice, employer="Low Tide", role="Counselor", on=date(2026, 11, 1))
        door(alice).post("/notice/paste/", {"text": INVITED})
        jobs, mail = (flat(door(alice).get(path)) for path in ("/jobs/", "/notice/"))
    for page, words in ((jobs, "2 jobs are open:"), (mail, "1 letter in eight weeks:")):
        assert page.index(words) < page.index('<svg class="picture drawn"')
        assert "The numbers" in page


def test_values_show_how_much_each_counts_as_a_bar_and_in_words(alice: Owner) -> None:
    add_value(alice, text="A short way to work", points=60)
    add_value(alice, text="Paid time for notes", points=20)
    page = flat(door(alice).get("/values/"))
    assert "The first one counts for about three in four of all points." in page
    assert page.count('class="drawn under"') == 2
    assert page.index("A short way to work") < page.index("Paid time for notes")


def test_after_a_day_of_rest_recover_shows_the_days_since(alice: Owner) -> None:
    with clock.fixed(EVENING):
        turned_down(alice)
    with clock.fixed("2026-11-20T09:00"):
        side = beside(alice, "/recover/")
    assert "The no was 4 days ago." in side
    assert "<svg" in side


def test_on_the_day_of_a_no_none_of_these_pictures_is_there(alice: Owner) -> None:
    with clock.fixed(EVENING):
        door(alice).post("/notice/paste/", {"text": INVITED})
        turned_down(alice)
        pages = [flat(door(alice).get(path)) for path in ("/jobs/", "/notice/", "/recover/", "/changes/")]
    assert all('class="picture drawn"' not in page for page in pages)


def test_where_nothing_is_yet_it_says_how_a_no_and_a_job_go(alice: Owner) -> None:
    for path, words in (("/start/", "How one no goes"), ("/notice/", "How one no goes"), ("/jobs/", "How a job goes")):
        assert words in beside(alice, path), path


def test_a_job_has_what_is_known_of_ones_lines_and_who_wrote_beside_its_story(alice: Owner) -> None:
    with clock.fixed(MORNING):
        door(alice).post("/notice/paste/", {"text": INVITED})
        row = Opportunity.objects.get()
        add_value(alice, text="A short way to work", points=60)
        add_value(alice, text="Paid time for notes", points=10)
        add_line(alice, "Weekly supervision, in writing")
        short, paid, line = Value.objects.order_by("pk")
        mark_job(
            alice, row, {short.pk: ("kept", "seen"), line.pk: ("crossed", "told"), paid.pk: ("unknown", "guessed")}
        )
        side = beside(alice, f"/jobs/{row.pk}/")
    assert "They wrote to you" in side
    assert "Jo Reyes" in side
    assert side.index("Weekly supervision, in writing") < side.index("crossed") < side.index("A short way to work")
    assert "Paid time for notes" not in side


def test_on_the_day_of_a_no_rooms_that_look_into_things_lead_back_to_the_people(alice: Owner) -> None:
    with clock.fixed(EVENING):
        worked_on(alice)
        turned_down(alice)
        for path in ("/ask/", "/debrief/", "/kinks/", "/practice/", "/pace/", "/recover/normal/"):
            main = flat(door(alice).get(path)).split("<main")[1].split("<footer")[0]
            assert re.search(r'<a class="button[^"]*" href="/recover/[^"]*">', main), path
            assert set(re.findall(r'<a class="button first" href="([^"]+)"', main)) <= {"/recover/"}, path
            assert "show=ended" not in main, path
            assert "When you want more" not in main, path
