"""Lists of objects in JSON, one a line or in one document, as tables."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from onward.tracker.fields import TrackerField
from onward.tracker.statuses import read_status
from onward.tracker.tables import TrackerTable, make_table
from onward.tracker.words import map_headings, normalize
from onward.wording.counts import say_count

CUT = (
    "The file ends in the middle. What stands before that was read: {n} entry.",
    "The file ends in the middle. What stands before that was read: {n} entries.",
)
DEEP = "What stands in it lies far deeper inside other things than in any list of jobs, so it was left out."
TOO_WIDE = (
    "The entries have {n} name for what they say. Only those that stand in more of them than others were read: {most}.",
    "The entries have {n} names for what they say. Only those that stand in more of them than others were read: "
    "{most}.",
)
MOST_CELLS = 1_000_000  # of a table: each row has a cell for every name that stands in any of them
_TRELLO = {
    "name": "Card Name", "url": "Card URL", "desc": "Card Description", "closed": "Archived",
    "dateLastActivity": "Last Activity Date",
}  # fmt: skip
_ADDED, _MOVED, _MOVES = "Date Added", "Date Moved", "Moves"  # as boards that say it call them
_STEPS = (
    "status",
    "stage",
    "state",
    "event",
    "type",
    "name",
    "title",
    "to",
    "label",
    "kind",
)  # what a step is called by
_WHEN = ("date", "at", "on", "day", "time", "timestamp", "when", "created at", "date time", "occurred at", "changed at")
_HEADINGS = {"columns", "headers", "header", "headings", "fields"}  # what a list of headings is called
_LABELS = ("name", "title", "label", "value")  # what an object inside a cell is called by


def looks_like_json(text: str) -> bool:
    """Whether it begins as an object or a list of objects does."""
    head = text.lstrip()[:200].replace(" ", "").replace("\n", "").replace("\r", "").replace("\t", "")
    return head.startswith(('{"', "[{", "[[", "{}", "[]"))


def read_json(text: str, name: str) -> list[TrackerTable]:
    """Every list of objects in a document, each as a table called by its key."""
    try:
        return _read_document(text, name)
    except RecursionError:
        return [make_table(name, [], [DEEP])]


def _read_document(text: str, name: str) -> list[TrackerTable]:
    told: list[str] = []
    document = _load_json(text)
    if document is None:
        # One object a line
        found = [_load_json(line) for line in text.splitlines() if line.strip()]
        document = found if found and all(isinstance(one, dict) for one in found) else None
    if document is None:
        document = list(_whole_objects(text))
        told.append(say_count(len(document), *CUT))
    if cards := _list_trello_cards(document):
        return [_make_table(name, cards, told)]
    return [_make_table(f"{name}, {key}" if key else name, rows, told) for key, rows in _list_lists(document)]


def _load_json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _whole_objects(text: str) -> Iterator[Any]:
    """The objects of a list that breaks off, or of a text with one a line; those in objects go with them."""
    decoder = json.JSONDecoder()
    at = text.find("[") + 1 if text.lstrip().startswith("[") or '": [' in text[:2000] or '":[' in text[:2000] else 0
    while (at := text.find("{", at)) >= 0:
        try:
            found, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield found


def _list_lists(document: Any) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    if isinstance(document, list):
        rows = _list_rows(document)
        yield from [("", rows)] if rows else []
    elif isinstance(document, dict):
        if len(document) > 1 and not any(isinstance(value, list | dict) for value in document.values()):
            yield "", [document]
        above = next((value for key, value in document.items() if normalize(key) in _HEADINGS), None)
        board = sum(1 for key, value in document.items() if isinstance(value, list) and read_status(key).value) > 1
        for key, value in document.items():
            rows = _list_rows(value, above)
            if rows:
                yield key, _say_where(key, rows) if board else rows
            elif isinstance(value, dict):
                yield from _list_lists(value)


def _list_rows(value: Any, headings: Any = None) -> list[dict[str, Any]]:
    """The objects of a list, or its lists as rows below headings: those given, or its first."""
    if not isinstance(value, list):
        return []
    rows = [one for one in value if isinstance(one, list)]
    if rows and len(rows) == len(value):
        given = isinstance(headings, list) and len(headings) == len(rows[0]) and headings is not value
        names = [_find_label(one) if isinstance(one, dict) else one for one in (headings if given else rows[0])]
        return [dict(zip(map(str, names), row, strict=False)) for row in rows[0 if given else 1 :]]
    return [one for one in value if isinstance(one, dict)]


def _say_where(key: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a list that is called by where they stand, with that as their status where they have none."""
    named = {map_headings().get(normalize(one)) for row in rows for one in row}
    if TrackerField.STATUS in named or not read_status(key).value:
        return rows
    return [row | {"status": key} for row in rows]


def _list_trello_cards(document: Any) -> list[dict[str, Any]]:
    """The cards of a board, as Trello's own CSV would have them; empty for any other document."""
    if not isinstance(document, dict) or not {"cards", "lists"} <= document.keys():
        return []
    lists = {one.get("id"): one.get("name") for one in document["lists"] if isinstance(one, dict)}
    cards = [one for one in document["cards"] if isinstance(one, dict) and one.get("idList") in lists]
    moves = _list_trello_days(document.get("actions"))
    return [_name_as_csv(card) | {"List Name": lists[card["idList"]]} | moves.get(card.get("id"), {}) for card in cards]


def _list_trello_days(actions: Any) -> dict[Any, dict[str, str]]:
    """Card → when it was made and moved from list to list, as far as the board's export goes back."""
    found: dict[Any, dict[str, str]] = {}
    dated = [one for one in actions or () if isinstance(one, dict) and isinstance(one.get("date"), str)]
    for one in sorted(dated, key=lambda one: str(one["date"])):
        data: dict[str, Any] = one["data"] if isinstance(one.get("data"), dict) else {}
        key = _ADDED if one.get("type") == "createCard" else _MOVED
        came = data.get("list") if key == _ADDED else data.get("listAfter")
        if isinstance(came, dict) and isinstance(data.get("card"), dict):
            days = found.setdefault(data["card"].get("id"), {})
            days[key] = one["date"]
            days[_MOVES] = "\n".join(filter(None, (days.get(_MOVES), f"{one['date']} {came.get('name', '')}")))
    return found


def _name_as_csv(card: dict[str, Any]) -> dict[str, Any]:
    return {_TRELLO.get(key, key): value for key, value in card.items()}


def _make_table(name: str, rows: list[dict[str, Any]], told: list[str]) -> TrackerTable:
    flat = [dict(_flatten_row(row)) for row in rows]
    headings = _choose_headings(flat, told)
    lines = [(number, [row.get(key, "") for key in headings]) for number, row in enumerate(flat, 1)]
    return make_table(name, [(0, headings), *lines], told)


def _choose_headings(rows: list[dict[str, str]], told: list[str]) -> list[str]:
    """The names that stand in the rows, in their order: all, or of far too many those that most rows have."""
    counted = Counter(key for row in rows for key in row)
    most = max(1, MOST_CELLS // max(1, len(rows)))
    if len(counted) <= most:
        return list(counted)
    told.append(say_count(len(counted), *TOO_WIDE, most=most))
    kept = {key for key, _ in counted.most_common(most)}
    return [key for key in counted if key in kept]


def _flatten_row(row: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in row.items():
        path = f"{above} {key}" if above else str(key)
        if isinstance(value, dict):
            label = _find_label(value)
            yield from [(path, label)] if label is not None else _flatten_row(value, path)
        elif steps := _list_steps(value):
            said: Counter[str] = Counter()
            for step, day in steps:
                said[step] += 1
                yield f"{path} {step}{f' {said[step]}' if said[step] > 1 else ''}", day
        else:
            yield path, _say_value(value)


def _list_steps(value: Any) -> list[tuple[str, str]]:
    """A list of steps that each have a day: [{"status": "applied", "date": "2026-08-02"}]."""
    if not isinstance(value, list) or not value or not all(isinstance(one, dict) for one in value):
        return []
    steps = [(_find_text(one, _STEPS), _find_text(one, _WHEN)) for one in value]
    return steps if all(step and day for step, day in steps) else []


def _find_text(row: dict[str, Any], keys: tuple[str, ...]) -> str:
    """What stands under the first of these keys, however it is written."""
    plain = {normalize(key): value for key, value in row.items() if isinstance(value, str | int)}
    return next((str(plain[key]) for key in keys if plain.get(key)), "")


def _find_label(value: dict[str, Any]) -> str | None:
    return next((str(value[one]) for one in _LABELS if isinstance(value.get(one), str)), None)


def _say_value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(
            filter(None, (_find_label(one) if isinstance(one, dict) else _say_value(one) for one in value))
        )
    return str(value).lower() if isinstance(value, bool) else str(value)
