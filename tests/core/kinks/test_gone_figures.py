"""The benchmark of the rules for rare and improving says what docs/numbers.md says, within the limits they were made for."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from benchmarks import kink_gone as benchmark

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "numbers.md").read_text(encoding="utf-8")
BEFORE = "five, two seen"


@pytest.mark.parametrize("kind", ["nothing", BEFORE])
def test_improving_is_said_to_at_most_fifteen_in_a_hundred_where_nothing_changed(kind: str) -> None:
    for rate in (0.25, 0.4):
        assert benchmark.exactly(kind, rate, rate, 12, benchmark.says_either) <= 0.15


def test_improving_is_said_to_six_of_ten_whose_rate_fell_from_a_half_to_a_tenth() -> None:
    assert benchmark.exactly(BEFORE, 0.5, 0.1, 10, benchmark.says_improving) >= 0.60


def test_without_chances_from_before_no_rule_could_do_that() -> None:
    most = benchmark.most_by_any_rule()["said_improving"]
    assert benchmark.exactly("nothing", 0.5, 0.1, 10, benchmark.says_improving) < most < 0.60


def test_clean_practice_makes_no_kink_improve() -> None:
    real = [True, False, False, True, False, False, False, True]
    assert benchmark.states(benchmark.occasions(real, practices=9)) == benchmark.states(benchmark.occasions(real))


def test_rare_is_wrong_less_often_over_long_searches_than_without_fading() -> None:
    (line,) = [one for one in benchmark.gone(300, Random(1), "x", benchmark.plain) if one["true_rate"] == 0.25]
    assert line["said_by"]["24"] < line["said_without_fading"]["24"]
    assert line["said_by"]["40"] < line["said_without_fading"]["40"]


def test_chances_that_are_alike_are_not_taken_for_as_many() -> None:
    lines = {
        known: next(iter(benchmark.gone(200, Random(2), "x", benchmark.clustered, known=known)))
        for known in (True, False)
    }
    assert lines[True]["said_by"]["24"] < lines[False]["said_by"]["24"]


def test_old_slips_fade_as_in_no_other_rule_that_errs_as_seldom() -> None:
    found = {line["rule"]: line for line in benchmark.rules(150, 3)}
    ours = found["traced (the product)"]
    assert ours["clean_needed_after_four_slips"] <= 16
    assert found["no fading"]["clean_needed_after_four_slips"] > 16
    assert (
        ours["four_slips_then_0.05_seen_by"]["20"]
        > found["fading by .95 a chance"]["four_slips_then_0.05_seen_by"]["20"]
    )


def test_after_a_recurrence_three_clean_chances_are_the_least() -> None:
    assert [benchmark.recurred(clean)["clean_until_said_again"] for clean in (8, 11, 14)] == [7, 5, 4]


def test_the_published_figures_are_those_of_the_benchmark() -> None:
    for rate, kind, said in re.findall(
        r"^\| (0\.\d+) \| (nothing|five, two seen) \| ([\d.]+) % \|", PAGE, re.MULTILINE
    ):
        exact = benchmark.exactly(kind, float(rate), float(rate), 12, benchmark.says_either)
        assert float(said) / 100 == pytest.approx(exact, abs=0.0006), (rate, kind)
    assert f"| {BEFORE} | 63.2 % |" in PAGE
