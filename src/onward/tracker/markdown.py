"""Tables in Markdown, as trackers that live in a repository keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onward.tracker.tables import TrackerTable, make_table

_RULED = frozenset("|:-+ \t\r")  # what a line of dashes is made of
_BAR = re.compile(r"(?<!\\)\|")
_STRESSED = re.compile(r"[*_]{1,3}(?=\S)([^*_]+)(?<=\S)[*_]{1,3}$")


def holds_tables(text: str) -> bool:
    """Whether a line of dashes stands below a line of headings."""
    lines = text[:40_000].split("\n")
    return any("|" in above and "|" in below and _is_rule(below) for above, below in pairwise(lines))


def read_markdown(text: str, name: str) -> list[TrackerTable]:
    """Every table in a text."""
    return [make_table(name, rows) for rows in _list_tables(text)]


def _list_tables(text: str) -> Iterator[list[tuple[int, list[str]]]]:
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if "|" not in line:
            if len(found) > 1:
                yield found
            found = []
        elif not _is_rule(line):
            found.append((number, _split_cells(line)))


def _is_rule(line: str) -> bool:
    return "--" in line and _RULED.issuperset(line)


def _split_cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    cells = _BAR.split(inner.removesuffix("|") if not inner.endswith("\\|") else inner)
    return [_strip_stress(cell.strip().replace("\\|", "|")) for cell in cells]


def _strip_stress(cell: str) -> str:
    stressed = _STRESSED.match(cell)
    return stressed[1] if stressed else cell
