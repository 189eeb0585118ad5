"""Every address there is: no stranger, nobody without the cookie, no form from elsewhere, and nothing written by looking."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.addresses import ROWS, list_addresses
from benchmarks.addresses import address_with_rows as at
from django.apps import apps
from django.db import connection
from django.test import Client
from tests.filled import fill, on_the_morning
from tests.people import door

from onward_app.records.models import Owner
from onward_app.web.gate import cookie_for, cookie_name

ASKED = [
    "page",
    "job",
    "letter",
    "done",
    "q",
    "show",
    "sort",
    "anyway",
    "asked",
    "action",
    "gate",
    "on",
    "note",
    "kind",
    "role",
    "employer",
    "change",
    "token",
    "already",
]
MUCH = "page=2&job=1&q=x&show=all&anyway=1&asked=1&action=sign&recorded=1&do=sent"
OPENED = {"noopened", "rejectionday", "change", "part"}  # a no that is opened begins the day, as the story says
WRITES_BY_LOOKING = {
    "today:front": {"owner"},  # the last day it was opened, for “welcome back”
    "recover:no": OPENED,
    "recover:front": OPENED,  # asked for a job that was just turned down
    "debrief:screen": {"sitting"},  # how long it is open, for the brake
}


EVERY = list(list_addresses())
WITH_ID = [(name, path) for name, path in EVERY if "<int:" in path]


@pytest.fixture
def named(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        yield fill(alice)


def tables() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, as it lies there; read again only where anything was written since."""
    connection.ensure_connection()
    written = connection.connection, connection.connection.total_changes
    if _read.get("written") != written:
        _read.update(written=written, tables=_read_tables())
    return _read["tables"]


_read: dict[str, Any] = {}


def _read_tables() -> dict[str, list[tuple[Any, ...]]]:
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_app_config("records").get_models():
            told = model._meta
            cursor.execute(f'SELECT * FROM "{told.db_table}" ORDER BY "{told.pk.column}"')
            found[str(told.model_name)] = cursor.fetchall()
    return found


def differing(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_the_search_of_these_tests_has_something_of_everything(named: dict[str, Any]) -> None:
    assert [name for name, rows in tables().items() if not rows] == []
    assert [name for name, _ in WITH_ID if name not in ROWS and name.split(":")[0] not in ROWS] == []


def test_a_strangers_id_is_not_found_anywhere_and_nothing_is_changed_by_trying(
    named: dict[str, Any], bob: Owner
) -> None:
    stranger, before = door(bob), tables()
    for name, path in WITH_ID:
        where = at(name, path, named)
        told = {stranger.get(where).status_code, stranger.post(where, {"do": "sent"}).status_code}
        assert told <= {404, 405}, where
        assert 404 in told, where
    assert differing(before, tables()) == set()


def test_the_owner_finds_each_of_them(named: dict[str, Any], alice: Owner) -> None:
    mine = door(alice)
    lost = [
        where
        for name, path in EVERY
        if mine.get(where := at(name, path, named)).status_code not in {200, 302, 405, 403}
    ]
    assert lost == []


def test_looking_writes_nothing_but_what_it_says(named: dict[str, Any], alice: Owner) -> None:
    mine, before = door(alice), tables()
    for name, path in EVERY:
        for where in (at(name, path, named), f"{at(name, path, named).split('?')[0]}?{MUCH}"):
            mine.get(where)
            after = tables()
            assert differing(before, after) <= WRITES_BY_LOOKING.get(name, set()), where
            before = after


@pytest.mark.parametrize("odd", ["²", "٣", "%00", "9" * 30, "-1", "%ed%a0%80", "..%2f..%2f", "%0d%0aX: y", ""])
def test_an_odd_word_in_an_address_is_no_mistake_of_ours(named: dict[str, Any], alice: Owner, odd: str) -> None:
    mine, asked = door(alice), "&".join(f"{name}={odd}" for name in ASKED)
    for name, path in EVERY:
        where = f"{at(name, path, named).split('?')[0]}?{asked}"
        assert mine.get(where).status_code in {200, 302, 404, 405, 403}, where


def test_nobody_without_the_cookie_sees_or_does_anything(named: dict[str, Any], charlie: Client) -> None:
    before = tables()
    for name, path in EVERY:
        where = at(name, path, named)
        for answer in (charlie.get(where), charlie.post(where), charlie.delete(where), charlie.put(where)):
            assert answer.status_code == 403 or (name == "enter" and answer.status_code == 405), where
            assert b"Harbor Light" not in answer.content
    assert differing(before, tables()) == set()


def test_a_form_from_elsewhere_does_nothing(named: dict[str, Any], alice: Owner) -> None:
    careful = Client(HTTP_HOST="127.0.0.1:80", SERVER_PORT="80", enforce_csrf_checks=True)
    careful.cookies[cookie_name()] = cookie_for(alice)
    before = tables()
    for name, path in EVERY:
        where = at(name, path, named)
        for method in ("post", "put", "patch", "delete"):
            assert getattr(careful, method)(where, {}).status_code == 403, where
    assert differing(before, tables()) == set()


def test_every_page_is_kept_by_nobody_and_loads_nothing_from_elsewhere(named: dict[str, Any], alice: Owner) -> None:
    mine = door(alice)
    for name, path in EVERY:
        where = at(name, path, named)
        headers = mine.get(where).headers
        assert "no-store" in headers["Cache-Control"], where
        assert headers["Content-Security-Policy"].startswith("default-src 'none'"), where
        assert headers["X-Content-Type-Options"] == "nosniff", where
        assert headers["Referrer-Policy"] == "same-origin", where
        assert ("microphone=(self)" in headers["Permissions-Policy"]) == where.startswith("/practice/"), where


def test_a_form_that_comes_back_odd_is_no_mistake_of_ours(named: dict[str, Any], alice: Owner) -> None:
    mine, attempt = door(alice), named["round"].attempts.filter(answered_at=None).first()
    assert mine.post(f"/debrief/interview/{named['interview'].pk}/edit/", {"on": "2026-11-09"}).status_code == 200
    late = {"attempt": str(attempt.pk), "box0": "I listen.", "clock_seconds": "9" * 30}
    assert mine.post(f"/practice/rounds/{named['round'].pk}/", late).status_code == 302
    attempt.refresh_from_db()
    assert attempt.seconds == 3600
