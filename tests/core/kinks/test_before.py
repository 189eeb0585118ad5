"""Before you walk in, and a kink's story on one line of time."""

from __future__ import annotations

from datetime import date, timedelta

from onward.debrief.chips import Chip
from onward.kinks.before import Plan, Strength, before
from onward.kinks.evidence import Sighting, Status
from onward.kinks.gone import Occasion
from onward.kinks.story import Sort, story

TODAY = date(2026, 4, 1)


def test_it_carries_two_strengths_and_two_plans() -> None:
    page = before(
        "Harbor House",
        date(2026, 4, 2),
        on=TODAY,
        strengths=[
            Strength("Asks back", Status.SUSPECTED, TODAY),
            Strength("Calm", Status.CONFIRMED, date(2026, 1, 1)),
            Strength("Clear steps", Status.SUPPORTED, date(2026, 2, 1)),
        ],
        plans=[Plan("Length", "a", "b", 0.2), Plan("Result", "c", "d", 0.9), Plan("Story", "e", "f", 0.5)],
        ask_back=["Who supervises?", "Who supervises?", "What is hard here?"],
        lines=["weekly supervision, in writing"],
        setbacks=["The link fails: I call.", "I blank: I say so.", "A third"],
    )
    assert (page.title, page.when) == ("Before you walk in at Harbor House", "tomorrow")
    assert [s.name for s in page.strengths] == ["Calm", "Clear steps"]
    assert [p.name for p in page.plans] == ["Result", "Story"]
    assert page.ask_back == ("Who supervises?", "What is hard here?")
    assert page.lines == ("weekly supervision, in writing",)
    assert len(page.setbacks) == 2


def test_a_plan_reads_as_one_sentence_however_it_was_typed() -> None:
    assert Plan("x", "If they ask why I left,", "then I say what I look for.").words == (
        "If they ask why I left, then I say what I look for."
    )
    assert Plan("x", "they ask why I left", "I say what I look for").words == (
        "If they ask why I left, then I say what I look for."
    )
    assert Plan("Length", "", "").words == "Length"


def test_an_empty_page_is_still_a_page() -> None:
    page = before("Harbor House", TODAY, on=TODAY)
    assert (page.when, page.strengths, page.plans) == ("today", (), ())


def test_a_story_is_told_in_the_order_of_its_days() -> None:
    began = date(2026, 2, 1)
    seen = [
        Sighting(Chip.FEELING, date(2026, 1, 5), 1, text="too long"),
        Sighting(Chip.EMPLOYER, date(2026, 1, 20), 1),
    ]
    tries = [Occasion(began + timedelta(days=n), happened=False) for n in range(1, 9)]
    again = Occasion(began + timedelta(days=20), happened=True)
    practised = Occasion(began, happened=False, real=False)
    told = story(seen, [*tries, again, practised], practice_began=began)
    assert [m.on for m in told] == sorted(m.on for m in told)
    assert [m.words for m in told if m.sort in (Sort.STATUS, Sort.BEGAN, Sort.VERDICT)] == [
        "Now suspected.",
        "Now confirmed.",
        "Practice began.",
        "Now improving.",
        "Now likely gone.",
        "It came back. That’s information: working on it.",
    ]
    assert told[0].words == "Seen, just a feeling: “too long”."
    assert [m.sort for m in told].count(Sort.CLEAN) == 8
