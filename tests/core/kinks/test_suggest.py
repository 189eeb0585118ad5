"""Suggestions of a kind from free text: suggestions only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.kinks.kinds import BY_KEY, KINDS, NOT_MINE, look_up_kind, make_own_kind
from onward.kinks.suggest import suggest_kinks


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I hadn’t researched their programs at all", "preparation"),
        ("I misunderstood and answered another question", "framing"),
        ("It was all vague, I had no example", "story"),
        ("I told the whole thing but not the outcome", "result"),
        ("I rambled and went on and on", "length"),
        ("I blanked on the technical part", "depth"),
        ("I forgot to mention the safety plan", "risk"),
        ("I complained about my old boss", "negativity"),
        ("I was nervous and spoke too fast", "delivery"),
        ("I had no questions for them at the end", "asking"),
        ("The microphone failed and I was late", "logistics"),
        ("I said what they wanted to hear and wasn’t myself", "genuineness"),
        ("They went with an internal candidate", NOT_MINE),
    ],
)
def test_it_thinks_of_the_kind_that_the_words_point_to(text: str, kind: str) -> None:
    assert suggest_kinks(text)[0].kind == kind


def test_words_that_point_nowhere_suggest_nothing() -> None:
    assert suggest_kinks("They had nice plants in the hall.") == ()


@given(st.text(max_size=200))
def test_it_gives_three_at_most_with_the_words_that_made_it_think_so(text: str) -> None:
    found = suggest_kinks(text)
    assert len(found) <= 3
    for suggestion in found:
        assert suggestion.kind in BY_KEY or suggestion.kind == NOT_MINE
        assert all(text[span.start : span.end] == span.text for span in suggestion.because)


def test_there_are_twelve_kinds_each_with_its_chance_and_a_plan() -> None:
    assert len(KINDS) == len(BY_KEY) == 12
    assert all(kind.name and kind.plain and kind.chance and all(kind.plan) and kind.cost in (1, 2, 3) for kind in KINDS)
    assert NOT_MINE not in BY_KEY


def test_they_are_the_twelve_by_name() -> None:
    assert [kind.key for kind in KINDS] == [
        "preparation", "framing", "story", "result", "length", "depth", "risk", "negativity", "delivery", "asking",
        "logistics", "genuineness",
    ]  # fmt: skip


def test_a_kind_of_ones_own_needs_a_name_and_a_chance() -> None:
    mine, troubles = make_own_kind("Numbers", "I get numbers wrong.", "They asked for a number.")
    assert troubles == ()
    assert mine is not None
    assert (mine.key, mine.own, look_up_kind("own-numbers", [mine])) == ("own-numbers", True, mine)
    assert make_own_kind("  ", "", "", cost=9)[0] is None
    assert len(make_own_kind("  ", "", "", cost=9)[1]) == 3
    assert "already one of the twelve" in make_own_kind("length", "", "x")[1][0]
