"""The tables of docs/practice.md are what the schedule says."""

from __future__ import annotations

from pathlib import Path

from benchmarks import spacing

PAGE = (Path(__file__).parents[3] / "docs" / "practice.md").read_text(encoding="utf-8")


def test_the_tables_of_the_page_are_printed_from_the_schedule() -> None:
    assert "\n".join(spacing.table()) in PAGE
    assert "\n".join(spacing.bent()) in PAGE
    assert spacing.after_a_pause() in PAGE


def test_before_any_interview_one_falls_a_day_or_two_before() -> None:
    assert all(wait - spacing.before(wait)[-1] in (1, 2) for wait in range(1, 60))


def test_partly_answered_on_three_days_may_be_stable_and_is_never_learned() -> None:
    from onward.practice.learned import check_learned

    assert not any(check_learned(state).yes for _, _, state in spacing.path(spacing.PARTLY, 12))
