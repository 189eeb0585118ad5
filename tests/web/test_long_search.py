"""A long search: the made-up one that pages are measured with has a row for every address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.filled import CLOCK, fill_search, name_rows
from django.db import connection
from django.test import Client
from tests.people import door

from onward_app import clock
from onward_app.records.models import Owner


@pytest.fixture
def long_search(alice: Owner) -> Iterator[Owner]:
    with clock.fixed(CLOCK):
        fill_search(alice, 60)
        yield alice


def test_every_address_finds_its_row_in_the_long_search(long_search: Owner) -> None:
    browser, named = door(long_search), name_rows(long_search)
    lost = [
        where
        for name, path in list_addresses()
        if name not in ("practice:audio", "jobs:document")  # these are files as well, and there are none
        and browser.get(where := address_with_rows(name, path, named)).status_code not in (200, 302, 403, 405)
    ]
    assert lost == []


GROWING = ("event", "opportunity", "letter", "seen", "part", "noopened")  # the longest tables of a long search
WHOLE = re.compile(r"SCAN records_(\w+)|SEARCH records_(\w+) USING (?:COVERING )?INDEX \w+ \(owner_id=\?\)$")
MAY_READ_ALL = {
    "COUNT(": "the database counts, from an index",
    '"records_letter"."on" IS NULL OR': "letters that may answer an ask; those without a day may answer any",
    '"records_letter"."key" IN': "letters of one job, by the job or by an event’s key",
}
MAY_READ_THE_LOG = ("recover:lessons", "recover:ending")  # the three lessons are still told from all there is


def plans(browser: Client, named: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    """Each distinct question of each page: its first page, and what the database means to do."""
    found: dict[str, tuple[str, list[str]]] = {}

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if sql.startswith("SELECT") and sql not in found:
            with connection.cursor() as cursor:
                found[sql] = ("", [])
                cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
                found[sql] = (here, [str(row[3]) for row in cursor.fetchall()])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        for name, path in list_addresses():
            here = name
            browser.get(address_with_rows(name, path, named))
    return found


def test_no_page_reads_a_whole_table_that_grows(long_search: Owner) -> None:
    found = plans(door(long_search), name_rows(long_search))
    assert len(found) > 150
    reads = [
        (page, step, sql)
        for sql, (page, steps) in found.items()
        for step in steps
        if (seen := WHOLE.match(step)) and (seen[1] or seen[2]) in GROWING and "LIMIT" not in sql
        if page not in MAY_READ_THE_LOG and not any(part in sql for part in MAY_READ_ALL)
    ]
    assert reads == []
