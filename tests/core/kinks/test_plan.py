"""The if-then plan, and a kink's story on one line of time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from onward.debrief.chips import Chip
from onward.kinks.evidence import Sighting
from onward.kinks.kinds import BY_KEY
from onward.kinks.occasions import KinkOccasion
from onward.kinks.plan import IfThenPlan
from onward.kinks.story import MomentSort, list_moments
from onward.practice.make import make_card_drafts, write_first_cue


def test_a_plan_reads_as_one_sentence_however_it_was_typed() -> None:
    assert IfThenPlan("x", "If they ask why I left,", "then I say what I look for.").words == (
        "If they ask why I left, then I say what I look for."
    )
    assert IfThenPlan("x", "they ask why I left", "I say what I look for").words == (
        "If they ask why I left, then I say what I look for."
    )
    assert IfThenPlan("Length", "", "").words == "Length"


def test_a_story_is_told_in_the_order_of_its_days() -> None:
    began = date(2026, 2, 1)
    seen = [
        Sighting(Chip.FEELING, date(2026, 1, 5), 1, text="too long"),
        Sighting(Chip.EMPLOYER, date(2026, 1, 20), 1),
    ]
    tries = [KinkOccasion(began + timedelta(days=n), happened=False) for n in range(1, 9)]
    again = KinkOccasion(began + timedelta(days=20), happened=True)
    practised = KinkOccasion(began, happened=False, real=False)
    told = list_moments(seen, [*tries, again, practised], practice_began=began)
    assert [m.on for m in told] == sorted(m.on for m in told)
    assert [m.words for m in told if m.sort in (MomentSort.STATUS, MomentSort.BEGAN, MomentSort.VERDICT)] == [
        "A hunch so far.",
        "Now others saw it there too.",
        "Practice began.",
        "Now improving.",
        "Rare now.",
        "It came back. That’s information: working on it.",
    ]
    assert told[0].words == "Seen, just a feeling: “too long”."
    assert [m.sort for m in told].count(MomentSort.CLEAN) == 8


@pytest.mark.parametrize(
    ("waits", "opening"),
    [
        ("me preguntan qué haría con una familia enfadada", "el día de la residente que se cayó"),
        ("em pregunten per les famílies", "una família que em va cridar"),
        ("sie nach Konflikten fragen", "einen Fall, und was ich zuerst getan habe"),
        ("on me demande pourquoi je suis parti", "ce que je cherche"),
        ("mi chiedono dei turni di notte", "che non li faccio"),
    ],
)
def test_a_plan_in_another_language_is_quoted_and_not_woven_into_english(waits: str, opening: str) -> None:
    said = IfThenPlan("x", f"{waits}.", opening).words
    assert said == f"When it comes: “{waits}”. I open with: “{opening}”."
    assert write_first_cue(asked="", if_they=waits, name="x") == f"“{waits}” … What do you say?"
    card = make_card_drafts(BY_KEY["story"], if_they=waits, then_i=opening)[0]
    assert (card.question, card.points[0]) == (f"“{waits}” …", f"I open with: “{opening}”")
