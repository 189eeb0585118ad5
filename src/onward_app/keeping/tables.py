"""Every table of a search and its columns: how a value stands in the database, and how in an export."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

LEFT_OUT = {  # table → why it isn't part of an export; a test asks for the reason
    "signin": "whoever has a search on another computer is let in there anew",
}
OWNER = "owner"

Convert = Callable[[Any], Any]


class WrongValue(ValueError):
    """A value that its column can't hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name in the database, with its ways out and in. `None` goes through where it may be missing."""

    name: str
    kind: str  # one of the keys of `WAYS`
    to_json: Convert | None  # None: as it is
    to_row: Convert
    may_be_missing: bool


@dataclass(frozen=True, slots=True)
class RowTable:
    """A table: its name in the export and in the database, its columns, and the rows that are one owner's."""

    name: str
    place: str
    columns: tuple[Column, ...]
    mine: str  # the condition, with one `?` for the owner

    @property
    def names(self) -> str:
        """Its columns, for a statement."""
        return ", ".join(f'"{column.name}"' for column in self.columns)


def list_tables(models: Iterable[Any]) -> list[RowTable]:
    """The tables of these models, those of today or those of an earlier version."""
    return [_describe_table(model._meta) for model in models if model._meta.model_name not in LEFT_OUT]


def _describe_table(meta: Any) -> RowTable:
    columns = tuple(_describe_column(field) for field in meta.concrete_fields)
    return RowTable(meta.model_name, meta.db_table, columns, _say_mine(meta))


def _say_mine(meta: Any) -> str:
    """A row is the owner's by itself, or by what it is a part of."""
    if meta.model_name == OWNER:
        return '"id" = ?'
    links = [field for field in meta.concrete_fields if field.many_to_one or field.one_to_one]
    if any(field.name == OWNER for field in links):
        return '"owner_id" = ?'
    whole = next(field for field in links if any(one.name == OWNER for one in field.related_model._meta.fields))
    place = whole.related_model._meta.db_table
    inside = f'SELECT "id" FROM "{place}" WHERE "owner_id" = ?'  # noqa: S608 - our own names
    return f'"{whole.column}" IN ({inside})'


def _describe_column(field: Any) -> Column:
    link = field.many_to_one or field.one_to_one
    kind = "IntegerField" if link else field.get_internal_type()
    known = next((end for end in WAYS if kind.endswith(end)), "TextField")
    return Column(field.column, known, *WAYS[known], bool(field.null))


def _require_whole(value: Any) -> int:
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise WrongValue(value)
    return value


def _require_number(value: Any) -> float:
    if type(value) not in (int, float):
        raise WrongValue(value)
    return float(value)


def _require_truth(value: Any) -> int:
    if type(value) is not bool:
        raise WrongValue(value)
    return int(value)


def _require_text(value: Any) -> str:
    if type(value) is not str:
        raise WrongValue(value)
    return value


def _require_day(value: Any) -> str:
    return date.fromisoformat(_require_text(value)).isoformat()


def _require_hour(value: Any) -> str:
    return str(time.fromisoformat(_require_text(value)))


def _require_moment(value: Any) -> str:
    text = _require_text(value)
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{6})?Z", text):
        raise WrongValue(value)
    return str(datetime.fromisoformat(text[:-1]))


def _told_moment(value: str) -> str:
    return value.replace(" ", "T") + "Z"


WAYS: dict[str, tuple[Convert | None, Convert]] = {  # by how Django calls the kind of field; the first that ends so
    "BooleanField": (bool, _require_truth),
    "JSONField": (json.loads, json.dumps),
    "DateTimeField": (_told_moment, _require_moment),
    "DateField": (None, _require_day),
    "TimeField": (None, _require_hour),
    "FloatField": (None, _require_number),
    "IntegerField": (None, _require_whole),
    "AutoField": (None, _require_whole),
    "TextField": (None, _require_text),
}


def value_to_file(value: Any) -> Any:
    """A value that Django read, as it stands in a file of SQLite's."""
    if isinstance(value, datetime):
        return str(value.astimezone(UTC).replace(tzinfo=None))
    if isinstance(value, date | time):
        return str(value)
    return int(value) if isinstance(value, bool) else value


def row_to_json(table: RowTable, row: tuple[Any, ...]) -> dict[str, Any]:
    """A row of the database as it stands in an export."""
    return {
        column.name: value if value is None or column.to_json is None else column.to_json(value)
        for column, value in zip(table.columns, row, strict=True)
    }


def json_to_rows(table: RowTable, told: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows of an export as the database has them. A column at a time: most hold what they may, and go as they are.

    Raises:
        WrongValue: one isn't a row of this table.
    """
    names = {column.name for column in table.columns}
    if any(not isinstance(one, dict) or one.keys() != names for one in told):
        raise WrongValue(table.name)
    return zip(*(_to_column(column, [one[column.name] for one in told]) for column in table.columns), strict=True)


def _are_texts(values: list[Any]) -> bool:
    return set(map(type, values)) <= {str}


def _are_whole(values: list[Any]) -> bool:
    return set(map(type, values)) == {int} and -(2**63) <= min(values) <= max(values) < 2**63


AS_IT_IS: dict[Convert, Callable[[list[Any]], bool]] = {_require_text: _are_texts, _require_whole: _are_whole}


def _to_column(column: Column, values: list[Any]) -> list[Any]:
    there = [value for value in values if value is not None] if None in values else values
    if len(there) < len(values) and not column.may_be_missing:
        raise WrongValue(column.name)
    if (fits := AS_IT_IS.get(column.to_row)) is not None and fits(there):
        return values
    return [None if value is None else column.to_row(value) for value in values]
