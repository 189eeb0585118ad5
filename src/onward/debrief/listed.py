"""A list in JSON as the rows of a table: what programs that transcribe write, each with names of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

_TEXTS = ("text", "transcript", "sentence", "utterance", "content", "words", "caption")
_DEEPEST = 6


def list_rows(text: str) -> list[list[str]]:
    """The headings and the rows of the list that has what was said in the fewest pieces, none where there is none."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return []
    lists = [(key, found) for found in _walk_lists(told, 0) if (key := _find_text(found))]
    if not lists:
        return []
    most = max(_count_letters(key, found) for key, found in lists)
    # The same words stand in sentences and, one by one, below them
    _, found = min((one for one in lists if _count_letters(*one) >= 0.9 * most), key=lambda one: len(one[1]))
    heads = list(dict.fromkeys(name for one in found for name in one))
    return [heads, *([_show_value(one.get(name)) for name in heads] for one in found)]


def _walk_lists(told: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    if depth > _DEEPEST or not isinstance(told, list | dict):
        return
    if isinstance(told, list) and told and all(isinstance(one, dict) for one in told):
        yield told
    for one in told if isinstance(told, list) else told.values():
        yield from _walk_lists(one, depth + 1)


def _find_text(found: list[dict[str, Any]]) -> str:
    return next((key for key in _TEXTS if isinstance(found[0].get(key), str)), "")


def _count_letters(key: str, found: list[dict[str, Any]]) -> int:
    return sum(len(said) for one in found if isinstance(said := one.get(key), str))


def _show_value(value: Any) -> str:
    """A value as a cell; of somebody who is described at length, the name."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("name", "display_name", "displayName", "label") if key in value), "")
    return "" if isinstance(value, list | dict) or value is None else " ".join(str(value).split())
