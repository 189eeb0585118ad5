"""The tables of docs/practice.md are what the schedule says."""

from __future__ import annotations

from pathlib import Path

from benchmarks import spacing

from onward.practice.learned import check_learned

PAGE = (Path(__file__).parents[3] / "docs" / "practice.md").read_text(encoding="utf-8")


def test_the_tables_of_the_page_are_printed_by_the_benchmark() -> None:
    for line in spacing.lines():
        if "on_day" in line:
            said = "yes" if line["learned"] else "no"
            row = f"| {line['answer']} | {line['on_day']} | {line['holds_days']} days | {said} |"
        elif line.get("answers") == "clear":
            days = ", ".join(map(str, line["comes_on_days"]))
            recall = int(100 * line["recall_on_the_day"])
            row = f"| {line['interview_on_day']} | {days} | {line['times_without']} | {recall} in 100 |"
        elif "after_days" in line:
            row = f"A card that holds {line['holds_days']} days would still be had after 60 days about {round(100 * line['recall'])} times in 100."
        assert row in PAGE


def test_a_card_that_is_always_clear_comes_at_most_once_oftener_before_an_interview() -> None:
    for wait in range(1, 90):
        assert len(spacing.before(wait)[0]) <= len(spacing.before(wait, bent=False)[0]) + 1


def test_before_any_interview_one_falls_a_day_or_two_before() -> None:
    assert all(wait - spacing.before(wait)[0][-1] in (1, 2) for wait in range(1, 60))


def test_partly_answered_on_three_days_may_be_stable_and_is_never_learned() -> None:
    assert not any(check_learned(state).yes for _, _, state in spacing.path(spacing.PARTLY, 12))
