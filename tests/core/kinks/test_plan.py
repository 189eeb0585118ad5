"""The if-then plan, and a kink's story on one line of time."""

from __future__ import annotations

from datetime import date, timedelta

from onward.debrief.chips import Chip
from onward.kinks.evidence import Sighting
from onward.kinks.gone import Occasion
from onward.kinks.plan import Plan
from onward.kinks.story import Sort, story


def test_a_plan_reads_as_one_sentence_however_it_was_typed() -> None:
    assert Plan("x", "If they ask why I left,", "then I say what I look for.").words == (
        "If they ask why I left, then I say what I look for."
    )
    assert Plan("x", "they ask why I left", "I say what I look for").words == (
        "If they ask why I left, then I say what I look for."
    )
    assert Plan("Length", "", "").words == "Length"


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
