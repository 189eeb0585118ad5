"""The layouts from their files, and which of them a table has."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from onward.tracker.fields import KINDS, TrackerField
from onward.tracker.status_words import PLUS
from onward.tracker.statuses import NO_JOB, NOTHING
from onward.tracker.words import PUT_AWAY, normalize

_VALUES = {*KINDS, PUT_AWAY, NOTHING, NO_JOB}
_KEYS = {"name", "needs", "only", "order", "day", "empty", "people", "joins", "columns", "statuses"}


@dataclass(frozen=True, slots=True)
class Layout:
    """One tracker's table. What stands in each file is told in `own.toml`."""

    key: str
    name: str
    needs: frozenset[str]
    columns: Mapping[str, str]
    only: bool = False
    order: str = ""
    day: str = ""
    empty: str = ""
    people: bool = False
    joins: bool = False
    statuses: Mapping[str, str] = field(default_factory=dict)


@cache
def load_layouts() -> tuple[Layout, ...]:
    """Every layout that has a file. ValueError names the file of a mistake."""
    files = [one for one in resources.files("onward.tracker.layouts").iterdir() if one.name.endswith(".toml")]
    return tuple(
        _make_layout(one.name.removesuffix(".toml"), tomllib.loads(one.read_text(encoding="utf-8")))
        for one in sorted(files, key=lambda one: one.name)
    )


def find_layout(headings: Collection[str]) -> Layout | None:
    """The layout these headings belong to: of several the one that needs most of them."""
    there = {normalize(one) or one for one in headings if one}
    fit = [one for one in load_layouts() if one.needs <= there and (not one.only or there <= set(one.columns))]
    return max(fit, key=lambda one: len(one.needs), default=None)


def _make_layout(key: str, data: dict[str, Any]) -> Layout:
    columns = {normalize(heading) or heading: what for heading, what in data["columns"].items()}
    statuses = {normalize(word): value for word, value in data.get("statuses", {}).items()}
    wrong = [*(data.keys() - _KEYS), *(what for what in columns.values() if what not in {*TrackerField, *KINDS})]
    wrong += [one for value in statuses.values() for one in value.split(PLUS) if one not in _VALUES]
    if wrong:
        raise ValueError(f"{key}.toml: {', '.join(map(str, wrong))}")
    simple = {name: data[name] for name in _KEYS - {"needs", "columns", "statuses", "name"} if name in data}
    return Layout(
        key, data["name"], frozenset(normalize(one) or one for one in data["needs"]), MappingProxyType(columns),
        statuses=MappingProxyType(statuses), **simple,
    )  # fmt: skip
