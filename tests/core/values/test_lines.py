"""Lines and values, dated and retired; and jobs beside each other without a rank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.values.compare import KEEP_SEARCHING, TIE, compare_fits, describe_comparison, measure_fit
from onward.values.lines import (
    MOST_LINES,
    Held,
    Known,
    Line,
    Value,
    ValueMark,
    describe_income_now,
    explain_line_refusal,
    find_wording_hint,
    list_standing_lines,
)
from onward.wording.days import say_day

ON = date(2026, 3, 3)
LINE = Line(1, "Weekly supervision, in writing", ON)
PAY = Value(1, "Pay that covers the rent", 60, ON, need=True)
TEAM = Value(2, "A team that talks", 40, ON)


def test_a_line_stands_from_its_day_until_it_is_retired() -> None:
    assert list_standing_lines([LINE], ON) == (LINE,)
    assert list_standing_lines([LINE], ON - timedelta(days=1)) == ()
    assert list_standing_lines([replace(LINE, retired_on=ON)], ON) == ()


def test_three_lines_are_enough() -> None:
    three = [replace(LINE, id=n, text=f"Line {n}") for n in range(MOST_LINES)]
    assert explain_line_refusal(three[:2], "One more", ON) == ""
    assert explain_line_refusal(three, "One more", ON).startswith("Three lines at most.")
    assert explain_line_refusal([], "  ", ON).startswith("What is the line?")
    assert explain_line_refusal([LINE], "weekly supervision,  in writing", ON) == "That line already stands."


def test_a_vague_line_gets_a_hint_and_a_checkable_one_does_not() -> None:
    assert "anybody could check" in find_wording_hint("good culture")
    assert find_wording_hint("weekly clinical supervision, in writing") == ""
    assert find_wording_hint("caseload of 25 at most") == ""


def test_income_now_has_a_review_date_and_no_shame() -> None:
    assert describe_income_now(ON + timedelta(days=1), ON).endswith(
        "You look at it again tomorrow, and the search goes on."
    )


def test_from_its_day_on_it_asks_whether_income_still_comes_first() -> None:
    assert describe_income_now(ON, ON).endswith("look at it again today: does income still come first?")
    late = describe_income_now(ON - timedelta(days=2), ON)
    assert "ago" not in late
    assert late.endswith(f"from {say_day(ON - timedelta(days=2))} on: does income still come first?")


def test_what_is_seen_narrows_the_interval() -> None:
    guessed = measure_fit(1, [PAY, TEAM], [ValueMark(1, Held.KEPT), ValueMark(2, Held.KEPT)], on=ON)
    seen = measure_fit(
        1, [PAY, TEAM], [ValueMark(1, Held.KEPT, Known.SEEN), ValueMark(2, Held.KEPT, Known.SEEN)], on=ON
    )
    unknown = measure_fit(1, [PAY, TEAM], [], on=ON)
    assert guessed
    assert seen
    assert unknown
    assert (unknown.within.low, unknown.within.high, unknown.known) == (0, 1, 0)
    assert seen.within.low > guessed.within.low > 0
    assert measure_fit(1, [], [], on=ON) is None


def test_overlapping_jobs_are_a_tie_and_the_search_stands_beside_them() -> None:
    good = measure_fit(
        1, [PAY, TEAM], [ValueMark(1, Held.KEPT, Known.SEEN), ValueMark(2, Held.KEPT, Known.SEEN)], on=ON
    )
    bad = measure_fit(
        2, [PAY, TEAM], [ValueMark(1, Held.CROSSED, Known.SEEN), ValueMark(2, Held.CROSSED, Known.SEEN)], on=ON
    )
    open_ = measure_fit(3, [PAY, TEAM], [], on=ON)
    assert good
    assert bad
    assert open_
    assert (describe_comparison(good, bad), describe_comparison(bad, good), describe_comparison(good, open_)) == (
        "more",
        "less",
        TIE,
    )
    said = compare_fits([good, bad], {1: "Harbor", 2: "Lake"})
    assert said == ("Harbor gives more of what you said matters than Lake, as far as is known.",)
    assert compare_fits([good], {}) == (KEEP_SEARCHING,)


MARKS = st.lists(
    st.builds(ValueMark, st.integers(1, 3), st.sampled_from(list(Held)), st.sampled_from(list(Known))), max_size=6
)
VALUES = st.lists(st.builds(Value, st.integers(1, 3), st.just("x"), st.floats(0, 100), st.just(ON)), max_size=5)


@given(VALUES, MARKS)
def test_a_fit_is_an_interval_in_bounds(values: list[Value], marks: list[ValueMark]) -> None:
    given_fit = measure_fit(1, values, marks, on=ON)
    if given_fit:
        assert -1e-9 <= given_fit.within.low <= given_fit.within.high + 1e-9
        assert given_fit.within.high <= 1
        assert describe_comparison(given_fit, given_fit) == TIE
