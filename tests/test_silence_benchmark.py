"""The benchmark of silence says forward in time what was known, for any file, and scores it by hand-checkable rules."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from math import log
from pathlib import Path
from random import Random

import pytest
from benchmarks.silence import say_people
from benchmarks.waits.people import FORM, Application, fit_center, list_cases, make_person, read_people, waits_known
from benchmarks.waits.replies import compare_months, count_below, cover, spread_over_fifths
from benchmarks.waits.scores import bootstrap_range

from onward.maths.survival import Wait
from onward.maths.wait_belief import believe_waits

START = date(2026, 1, 5)


def row(person: str, sent: int, answered: int | None, until: int = 300) -> dict[str, str | None]:
    days = (START + timedelta(days=day) if day is not None else None for day in (sent, answered, until))
    applied, first, observed = (day.isoformat() if day else None for day in days)
    return {"person": person, "applied": applied, "first_response": first, "observed_until": observed}


def written(tmp_path: Path, rows: list[dict[str, str | None]]) -> Path:
    path = tmp_path / "waits.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in rows) + "\n\n", encoding="utf-8")
    return path


def test_it_prints_a_line_for_each_person_with_every_score(tmp_path: Path) -> None:
    rows = [row("one", n * 3, n * 3 + 9 if n % 3 else None) for n in range(20)] + [row("other", 0, None)]
    others = tmp_path / "others.jsonl"
    others.write_text(
        "\n".join(json.dumps(row("they", n, n + 12 if n % 2 else None)) for n in range(30)), encoding="utf-8"
    )
    one, other = say_people(written(tmp_path, rows), others)
    assert (one["person"], other["person"]) == ("one", "other")
    assert one["n"] == 20 + 3 * 7  # each is silent on day 7; those that never hear on the three later days too
    for scores in (one["log_score"], one["brier"]):
        assert set(scores) == {"onward", "pooled_km", "own_km", "prior"}
    assert all(log(0.005) <= score <= 0 for score in one["log_score"].values())
    assert 0 <= one["coverage_80"] <= 1
    assert sum(one["fifths"]) == pytest.approx(1, abs=0.01)


def test_people_of_the_file_itself_are_judged_by_the_others_alone(tmp_path: Path) -> None:
    path = written(tmp_path, [row("A", n, n + 9) for n in range(12)] + [row("B", n, None) for n in range(12)])
    told = {line["person"]: line for line in say_people(path, path)}
    assert told["A"]["log_score"]["pooled_km"] == pytest.approx(log(0.005), abs=1e-4)  # B never heard
    assert "pooled_km" not in next(say_people(path, None))["log_score"]


def test_a_case_is_one_still_silent_that_was_followed_for_thirty_days_more() -> None:
    person = [Application(0, 40, 300), Application(0, None, 50), Application(0, 7, 300)]
    cases = [(case.application, case.silent, case.heard) for case in list_cases(person)]
    assert cases == [(0, 7, False), (0, 14, True), (0, 30, True), (1, 7, False), (1, 14, False)]


def test_nothing_is_known_before_its_day() -> None:
    person = [Application(0, 20, 300), Application(15, None, 300)]
    assert [(wait.waited.days, wait.waited.heard, wait.running) for wait in waits_known(person, 10)] == [
        (10, False, True)
    ]
    assert [wait.waited.heard for wait in waits_known(person, 20)] == [True, False]


def test_dates_that_cannot_be_are_read_as_what_they_say_at_most(tmp_path: Path) -> None:
    rows = [row("x", 10, 3), row("x", 0, 400, 100), row("x", 5, None, 2)]
    early, late, short = read_people(written(tmp_path, rows))["x"]
    assert early.answered == early.sent
    assert late.answered is None
    assert short.until == short.sent
    assert next(say_people(written(tmp_path, [row("x", 0, 1)]), None)) == {"person": "x", "n": 0}


def test_the_center_is_where_made_up_people_come_from() -> None:
    person = make_person(Random(1), Wait(0.4, 9, 1.0), applications=1500, days=200)
    center = fit_center(person)
    assert center.hears == pytest.approx(0.4, abs=0.04)
    assert center.median == pytest.approx(9, rel=0.12)


def test_a_transform_that_is_spread_evenly_covers_what_it_says() -> None:
    even = [(n / 50, (n + 1) / 50) for n in range(50)]
    assert cover(even, 0.1, 0.9) == pytest.approx(0.8)
    assert spread_over_fifths(even) == pytest.approx([0.2] * 5)
    assert cover([(0.95, 1.0)], 0.1, 0.9) == cover([], 0.1, 0.9) == 0


def test_months_that_overlap_are_not_counted_twice() -> None:
    even = [((n // 5) / 10, (n // 5 + 1) / 10) for n in range(50)]
    assert compare_months(even)["n"] == 10
    assert compare_months(even)["by_luck"] > 0.5


def test_a_few_low_months_may_be_luck_and_many_are_not() -> None:
    low = [(0.0, 0.4)] * 15
    assert compare_months(low)["n"] == 3
    assert compare_months(low)["by_luck"] > 0.05
    assert compare_months(low * 10)["by_luck"] < 0.01


def test_the_bootstrap_draws_whole_applications() -> None:
    cases = list_cases([Application(0, None, 300), Application(0, None, 300)])
    low, high = bootstrap_range(cases, [1.0] * 4 + [0.0] * 4)
    assert (low, high) == (0.0, 1.0)


def test_a_months_own_effect_makes_the_range_of_its_replies_wider(monkeypatch: pytest.MonkeyPatch) -> None:
    belief, ages = believe_waits(FORM.prior), Counter({3: 20, 10: 20})
    few, many = (count_below(belief, ages, most) for most in (2, 18))
    monkeypatch.setattr("benchmarks.waits.replies.MONTHS", 0.0)
    assert few > count_below(belief, ages, 2)
    assert many < count_below(belief, ages, 18)
