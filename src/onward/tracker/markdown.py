"""Tables in Markdown, as trackers that live in a repository keep them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onward.tracker.tables import TrackerTable, make_table
from onward.wording.counts import say_count

Rows = list[tuple[int, list[str]]]  # each line's number, and its cells
_RULED = frozenset("|:-+ \t\r")  # what a line of dashes is made of
_RULE = re.compile(r"[-*_=\s]+")
_BAR = re.compile(r"(?<!\\)\|")
_STRESSED = re.compile(r"[*_]{1,3}(?=\S)([^*_]+)(?<=\S)[*_]{1,3}$")


def holds_tables(text: str) -> bool:
    """Whether a line of dashes stands below a line of headings."""
    lines = text[:40_000].split("\n")
    return any("|" in above and "|" in below and _is_rule(below) for above, below in pairwise(lines))


def read_markdown(text: str, name: str) -> list[TrackerTable]:
    """Every table in a text. The first says what stands outside them: a list of jobs among them isn't read."""
    tables, outside = _part_tables(text)
    told = [_tell_outside(outside)] if outside else []
    return [make_table(name, rows, told if place == 0 else ()) for place, rows in enumerate(tables)]


def _part_tables(text: str) -> tuple[list[Rows], list[str]]:
    """The rows of each table, and the lines that say something and are in none."""
    tables: list[Rows] = []
    outside: list[str] = []
    found: Rows = []
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if "|" in line:
            found += [] if _is_rule(line) else [(number, _split_cells(line))]
            continue
        if len(found) > 1:
            tables.append(found)
        else:
            outside += [" ".join(filter(None, cells)) for _, cells in found]
        found = []
        outside += [line.strip()] if _says_something(line) else []
    return tables, outside


def _says_something(line: str) -> bool:
    """Whether a line is more than a heading, a rule, or the edge of a block of code."""
    bare = line.strip()
    return bool(bare) and bare[0] != "#" and not bare.startswith(("```", "~~~", "<!--")) and not _RULE.fullmatch(bare)


def _tell_outside(lines: Sequence[str]) -> str:
    return say_count(
        len(lines),
        "{n} line stands outside its tables and isn’t used: “{first}”.",
        "{n} lines stand outside its tables and aren’t used; the first is “{first}”.",
        first=lines[0][:80],
    )


def _is_rule(line: str) -> bool:
    return "--" in line and _RULED.issuperset(line)


def _split_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    cells = _BAR.split(inner.removesuffix("|") if not inner.endswith("\\|") else inner)
    return [_strip_stress(cell.strip().replace("\\|", "|")) for cell in cells]


def _strip_stress(cell: str) -> str:
    stressed = _STRESSED.match(cell)
    return stressed[1] if stressed else cell
