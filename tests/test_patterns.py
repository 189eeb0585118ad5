"""No text makes a pattern hang: every regular expression of the source is read for repeats that try one text in many ways."""

from __future__ import annotations

import re

import pytest
from benchmarks.expressions.found import BUILDERS, Found, every_pattern, find_trouble, read_sources, unread
from benchmarks.expressions.judge import judge

# A run inside a run, or two ways to read one character in a loop: every round doubles the work.
EXPONENTIAL = (
    r"(a+)+b",
    r"(a*)*b",
    r"(?:a|a)*b",
    r"(?:ab?|ab|c)+!",
    r"(?:\w+\s?)*!",
    r"(?:\s*-\s*)*x",
    r"(?:[,;]\s*|\s+|-+)+$",
    r"(?:xx?|x|y){2,120}?!",
    r"(?:\.(?=\w)|(?<=[Ss]r)\.|[^.]){2,120}!",
    r"(?:[a-z]{1,20}[a-z]{1,20}){1,20}!",
    r"(?>(?:a+)+b)",
    r"(?:(?:a+)+b)++",
    r"x(?=(?:a+)+b)",
)
# Two runs that may read the same, one behind the other.
ADJACENT = (
    r"^\s*[\s\w]*!",
    r"^x\s+(?:to\s+)?\s*!",
    r"^.*foo.*bar",
    r"^\w*\d\w*$",
    r"^(?>\s*\s*x)",
    r"^a(?!.*and.*end)",
)
# A run that begins anywhere, so that each of its places is tried as its start.
SEARCHED = (r"\s+$", r"\w+!", r"\(.*?\)", r"\b[\w.-]+!", r"foo.*bar", r"x(?=.*[A-Z])", r"(?:a++)+b", r"[.!?]+(?=\s|$)")
FINE = (
    r"[^\W_]+(?:['-][^\W_]+)*",
    r"[^.!?]+[.!?]*",
    r"\b\w+!",
    r"(?<!\s)\s+$",
    r"(?<![\w.-])[\w.-]+!",
    r"\bx\s*\w*!",
    r"^(?:(?:the|our)\s++|[-:]++\s*+)++",
    r"\bfoo.{0,200}bar",
    r"\w*+\d?",
    r"(?:\.(?=\w)|(?<=[Ss]r)\.(?!\w)|[^.]){2,120}",
    r'"(?:[^"\\]|\\.)*"?',
    r"\bx\s++(?:to\s++)?y",
)


@pytest.mark.parametrize("pattern", EXPONENTIAL)
def test_a_run_inside_a_run_is_told(pattern: str) -> None:
    trouble = judge(re.compile(pattern))

    assert trouble is not None
    assert trouble.what == "exponential"


@pytest.mark.parametrize("pattern", ADJACENT)
def test_two_runs_over_the_same_text_are_told(pattern: str) -> None:
    trouble = judge(re.compile(pattern), searched=False)

    assert trouble is not None
    assert trouble.what == "quadratic"


@pytest.mark.parametrize("pattern", SEARCHED)
def test_a_run_that_may_begin_anywhere_is_told_only_where_it_is_searched_for(pattern: str) -> None:
    assert judge(re.compile(pattern)) is not None
    assert judge(re.compile(pattern), searched=False) is None


@pytest.mark.parametrize("pattern", FINE)
def test_a_pattern_that_reads_each_text_in_one_way_passes(pattern: str) -> None:
    assert judge(re.compile(pattern)) is None


def test_what_is_told_is_a_text_that_really_takes_longer() -> None:
    """The steps of the engine can’t be counted, so the reader’s own example is tried where it is short enough to wait for."""
    trouble = judge(re.compile(r"(?:\s*-\s*)*x"))

    assert trouble is not None
    assert re.match(r"(?:\s*-\s*)*x", trouble.text(12)) is None
    assert set(trouble.text(40)) <= set(" \n-")


# The source


def test_nothing_is_compiled_that_cannot_be_found() -> None:
    """A pattern made in a function has to stand there as text, or be held by a module once it is made."""
    assert {place for _, source in read_sources() for place in unread(source)} <= set(BUILDERS)


PATTERNS = every_pattern()


def test_patterns_are_found_wherever_they_are_kept() -> None:
    names = {one.name.rpartition(".")[2].partition(":")[0] for one in PATTERNS}

    assert {
        "_JOB_NUMBER",  # a module's own
        "_compile_reasons",  # in a table
        "RULES",  # made by a function
        "_by_stem",  # read from a file with the first letter
        "split_name",  # in a call
    } <= names


@pytest.mark.parametrize("found", PATTERNS, ids=lambda one: one.name)
def test_no_pattern_of_the_source_tries_a_text_in_many_ways(found: Found) -> None:
    assert find_trouble(found) is None


@pytest.mark.parametrize("found", PATTERNS, ids=lambda one: one.name)
def test_only_single_characters_are_repeated_possessively(found: Found) -> None:
    """Python before 3.11.5 reads `(?:ab?)++` wrong (gh-106052); `(?>ab?)+` says the same."""
    pattern = found.pattern.pattern

    assert not re.search(
        r"\)(?:[*+?]|\{\d*,?\d*\})\+", pattern if isinstance(pattern, str) else pattern.decode("latin-1")
    )
