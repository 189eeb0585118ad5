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
from onward_app.records.models import Opportunity, Owner

MOST = 15
READ = (200, 302)
SIZES = (150, 450)  # jobs
BY_ITS_ROW = {
    "ask:send",
    "debrief:became",
    "debrief:interview",
    "debrief:screen",
    "pace:check",
    "recover:front",
}  # by what the one row is: each size has another


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


def count_each(owner: Owner) -> dict[str, int]:
    """How often each address that is read asks, by its name."""
    browser, named, asked = door(owner), name_rows(owner), {}
    for name, path in list_addresses():
        status, times = count_questions(browser, address_with_rows(name, path, named))
        if status in READ:
            asked[name] = times
    return asked


def test_no_page_asks_the_database_more_often_than_it_may_nor_more_often_of_a_longer_search(
    alice: Owner, bob: Owner
) -> None:
    with clock.fixed(CLOCK):
        asked = []
        for owner, jobs in zip((alice, bob), SIZES, strict=True):
            fill_search(owner, jobs)
            asked.append(count_each(owner))
    short, long = asked
    assert len(short) > 80
    assert {name: times for some in asked for name, times in some.items() if times > MOST} == {}
    same = short.keys() & long.keys() - BY_ITS_ROW
    assert {name: (short[name], long[name]) for name in same if short[name] != long[name]} == {}


def test_the_page_of_no_job_asks_more_often_than_it_may(alice: Owner) -> None:
    with clock.fixed(CLOCK):
        fill_search(alice, 60)
        browser = door(alice)
        asked = {row.pk: count_questions(browser, f"/jobs/{row.pk}/") for row in Opportunity.objects.of(alice)}
    assert {status for status, _ in asked.values()} <= set(READ)
    assert {pk: times for pk, (_, times) in asked.items() if times > MOST} == {}
