"""How often each page asks the database: held for every address that is read, so that none asks more unnoticed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.filled import CLOCK, fill_search, name_rows
from django.db import connection
from django.test import Client
from tests.people import door

from onward_app import clock
from onward_app.records.models import Owner

MOST = 15
READ = (200, 302)
OVER = {  # pages that ask more often: they may ask less, and never more
    "today:front": 33, "jobs:timeline": 41,
}  # fmt: skip


def count_questions(browser: Client, where: str) -> tuple[int, int]:
    """The answer's status, and how many statements the page sent."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")):
            sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        status = browser.get(where).status_code
    return status, len(sent)


def test_no_page_asks_the_database_more_often_than_it_may(alice: Owner) -> None:
    with clock.fixed(CLOCK):
        fill_search(alice, 60)
        browser, named, asked = door(alice), name_rows(alice), {}
        for name, path in list_addresses():
            status, times = count_questions(browser, address_with_rows(name, path, named))
            if status in READ:
                asked[name] = times
    assert len(asked) > 80
    assert {name: times for name, times in asked.items() if times > OVER.get(name, MOST)} == {}
    assert [name for name in OVER if asked.get(name, 0) <= MOST] == []  # who keeps to it leaves the list
