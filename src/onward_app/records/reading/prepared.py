"""Questions of many parts that pages ask each time, prepared once for whom they are about and for the day.

Putting one of twenty parts together takes Django up to a hundred times as long as the database takes to answer it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import IntegerField, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from onward_app.records.models import Owner

# What is asked of an owner, of whom it may know the id alone, on a day: as columns of their row, or as plain rows
Columns = Callable[[Owner, date], dict[str, Any]]
Question = Callable[[Owner, date], QuerySet[Any, Any]]
KEPT = 64  # of each sort, prepared


def ask_prepared(owner: Owner, on: date, columns: Columns) -> dict[str, Any]:
    """Columns of the owner's row by their names; nothing where there is no such owner any more."""
    names, compiler, sql, params = _prepare_columns(owner.pk, on, columns)
    row = next(_read(compiler, sql, params), None)
    return dict(zip(names, row, strict=True)) if row is not None else {}


def list_prepared(owner: Owner, on: date, question: Question) -> Iterator[tuple[Any, ...]]:
    """The rows of a question that asks for plain values."""
    return _read(*_prepare(owner.pk, on, question))


def _read(compiler: SQLCompiler, sql: str, params: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """The answer as the fields of its columns have it, which is how Django reads rows; a number is one already."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        found = cursor.fetchall()
    assert compiler.select is not None  # it is set since the question was put together
    converters = compiler.get_converters([column for column, *_ in compiler.select[: compiler.col_count]])
    needed = {n: one for n, one in converters.items() if not isinstance(one[1].output_field, IntegerField)}
    return map(tuple, compiler.apply_converters(found, needed))


@lru_cache(maxsize=KEPT)
def _prepare_columns(
    owner: int, on: date, columns: Columns
) -> tuple[tuple[str, ...], SQLCompiler, str, tuple[Any, ...]]:
    asked = columns(Owner(pk=owner), on)
    return (*asked,), *_put_together(Owner.objects.filter(pk=owner).annotate(**asked).values_list(*asked))


@lru_cache(maxsize=KEPT)
def _prepare(owner: int, on: date, question: Question) -> tuple[SQLCompiler, str, tuple[Any, ...]]:
    return _put_together(question(Owner(pk=owner), on))


def _put_together(rows: QuerySet[Any, Any]) -> tuple[SQLCompiler, str, tuple[Any, ...]]:
    compiler = rows.query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    return compiler, sql, tuple(params)
