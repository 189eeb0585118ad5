"""Rows in lots that fit into one question to the database, and numbers that fit however many they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

One = TypeVar("One")
Row = TypeVar("Row", bound=Model)
LOT = 500  # an older SQLite takes 999 values in one question, and some of them are spent on the rest of it
NUMBERS = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT CAST(value AS bigint) FROM json_array_elements_text(%s)",
}


def lots(some: Iterable[One]) -> Iterator[list[One]]:
    """All of them in their order, so many at a time.

    >>> [len(lot) for lot in lots(range(1200))]
    [500, 500, 200]
    """
    whole = list(some)
    return (whole[start : start + LOT] for start in range(0, len(whole), LOT))


def filter_in_lots(rows: QuerySet[Row], column: str, values: Iterable[object] | None) -> list[QuerySet[Row]]:
    """The rows that have one of these values in a column, by as many questions as that takes; None asks for all."""
    return [rows] if values is None else [rows.filter(**{f"{column}__in": lot}) for lot in lots(values)]


def select_numbers(numbers: Iterable[int]) -> RawSQL:
    """Numbers as one text that the database takes apart: Django would look at each of so many values."""
    return RawSQL(NUMBERS[connection.vendor], [json.dumps([*numbers])])  # noqa: S611 - our own words
