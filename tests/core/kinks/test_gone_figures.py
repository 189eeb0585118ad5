"""The benchmark of the rule for gone says what it says of itself, within its limits."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "benchmarks" / "kink_gone.py"
PAGE = (ROOT / "docs" / "kinks.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def lines() -> list[dict]:
    spec = importlib.util.spec_from_file_location("kink_gone", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.lines(500, 1))


def test_each_line_has_the_names_it_promises(lines: list[dict]) -> None:
    first = [line for line in lines if "true_rate" in line]
    assert all(set(line) == {"true_rate", "looks", "false_gone", "naive_false_gone"} for line in first)
    second = [line for line in lines if "from" in line]
    assert all(set(line) == {"from", "to", "looks", "called", "median_looks"} for line in second)
    assert any("recurrence_after" in line for line in lines)


@pytest.mark.parametrize(("rate", "exact"), [(0.3, 0.7**8), (0.4, 0.6**8), (0.5, 0.5**8)])
def test_its_false_gone_is_near_the_exact_one(lines: list[dict], rate: float, exact: float) -> None:
    line = next(line for line in lines if line.get("true_rate") == rate)
    assert line["false_gone"] == pytest.approx(exact, abs=4 * (exact * (1 - exact) / 500) ** 0.5)
    assert line["naive_false_gone"] > 3 * line["false_gone"]


def test_a_real_fall_is_seen_two_times_in_three(lines: list[dict]) -> None:
    line = next(line for line in lines if line.get("from") == 0.6 and line["to"] == 0.05)
    assert line["called"] == pytest.approx(0.95**8, abs=0.085)
    assert line["median_looks"] == 8


def test_after_a_recurrence_three_clean_chances_are_the_least(lines: list[dict]) -> None:
    found = {line["recurrence_after"]: line["clean_until_gone"] for line in lines if "recurrence_after" in line}
    assert found == {8: 5, 11: 3, 14: 3}


def test_the_published_figures_are_those_of_twenty_thousand_searches() -> None:
    """Within twelve looks only eight clean ones at the start say gone, so each figure has an exact one beside it."""
    wrong = re.findall(r"^\| (0\.\d+) \| 12 \| ([\d.]+) % \|", PAGE, re.MULTILINE)
    called = re.findall(r"^\| from 0\.\d+ to ([\d.]+) \| 12 \| ([\d.]+) % \| 8 \|", PAGE, re.MULTILINE)
    assert (len(wrong), len(called)) == (5, 4)
    for rate, said in [*wrong, *called]:
        exact = (1 - float(rate)) ** 8
        spread = 4 * (exact * (1 - exact) / 20_000) ** 0.5
        assert float(said) / 100 == pytest.approx(exact, abs=spread + 0.0005), rate
