"""Each line of the scan's rules finds what stands beside it, by itself."""

from __future__ import annotations

import re

import pytest

from onward.wording.client_details import find_client_details
from onward.wording.client_patterns import DetailRule, load_rules
from onward.wording.span import straighten_quotes

LINES = [(rule, example, line) for rule in load_rules() for example, line in rule.lines]


@pytest.mark.parametrize(("rule", "example", "line"), LINES, ids=lambda one: one if isinstance(one, str) else one.kind)
def test_a_line_finds_its_example(rule: DetailRule, example: str, line: str) -> None:
    assert re.compile(line, rule.pattern.flags).search(straighten_quotes(example))


def test_no_example_stands_twice() -> None:
    examples = [(rule.kind, example) for rule, example, _ in LINES]
    assert len(examples) == len(set(examples))


def test_a_name_ends_with_its_line_and_other_words_go_on() -> None:
    assert [found.text for found in find_client_details("I met Mrs. Pereira\nToday I rest.")] == ["Mrs. Pereira"]
    assert [found.text for found in find_client_details("It was a recording of\nher voice.")] == [
        "recording of\nher voice"
    ]
