"""The door: a page of another port can't use the cookie, a sign-in can be ended, and thirty days are the most."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from tests.people import door

from onward_app import clock
from onward_app.records.models import Change, Owner, Part, SignIn
from onward_app.records.writing.door import begin_sign_in, sign_out_everywhere
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.owner import _make_owner, ensure_owner
from onward_app.web import callers
from onward_app.web.gate import cookie_name, new_token

LINK = {"HTTP_SEC_FETCH_MODE": "navigate", "HTTP_SEC_FETCH_DEST": "document"}
OWN = {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "http://127.0.0.1"}
ELSEWHERE = (
    {"HTTP_SEC_FETCH_SITE": "same-site"},  # another port of 127.0.0.1
    {"HTTP_SEC_FETCH_SITE": "cross-site"},
    {"HTTP_ORIGIN": "http://127.0.0.1:8000"},
    {"HTTP_ORIGIN": "http://localhost:8000"},
    {"HTTP_ORIGIN": "https://127.0.0.1"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_ORIGIN": ""},
    {"HTTP_SEC_FETCH_SITE": "same-site", "HTTP_SEC_FETCH_MODE": "navigate", "HTTP_SEC_FETCH_DEST": "iframe"},
    {"HTTP_SEC_FETCH_SITE": "made up"},
)


def test_a_page_of_ours_and_an_address_that_was_typed_are_answered(alice: Owner) -> None:
    for headers in ({}, {"HTTP_SEC_FETCH_SITE": "none"}, OWN):
        assert door(alice).get("/jobs/", **headers).status_code == 200


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_what_another_page_sends_with_the_cookie_is_refused(alice: Owner, headers: dict[str, str]) -> None:
    for method in ("get", "post", "put", "options"):
        for where in ("/jobs/", "/jobs/add/", "/static/onward/onward.css"):
            answer: Any = getattr(door(alice), method)(where, **headers)
            assert answer.status_code == 403, (method, where)
            assert b"Another page asked for this" in answer.content
    assert not Change.objects.exists()


def test_a_link_on_another_page_asks_before_anything_is_opened(alice: Owner) -> None:
    for site in ("same-site", "cross-site"):
        answer = door(alice).get("/recover/?job=1", HTTP_SEC_FETCH_SITE=site, **LINK)
        assert answer.status_code == 403
        assert b'href="/recover/?job=1"' in answer.content


def test_the_address_that_works_once_may_be_a_link_and_goes_on_by_a_page_of_ours(db: None, charlie: Client) -> None:
    answer = charlie.get("/enter", {"token": new_token()}, HTTP_SEC_FETCH_SITE="cross-site", **LINK)
    assert (answer.status_code, answer.headers["Refresh"]) == (200, "0; url=/")
    assert charlie.get("/jobs/", **OWN).status_code == 200


def test_what_the_browser_holds_is_nowhere_in_the_database(alice: Owner) -> None:
    shown = begin_sign_in(alice)
    assert shown not in str(list(SignIn.objects.values()))


def test_a_cookie_of_another_folder_opens_nothing(alice: Owner, settings: Any) -> None:
    client = door(alice)
    held = client.cookies[cookie_name()].value
    settings.SECRET_KEY = "the secret of another folder, which is as long as it has to be"
    client.cookies[cookie_name()] = held
    assert client.get("/jobs/").status_code == 403


def test_signing_out_everywhere_ends_every_browser_at_once(alice: Owner, bob: Owner) -> None:
    one, other, bobs = door(alice), door(alice), door(bob)
    assert sign_out_everywhere(alice) == 2
    assert [client.get("/jobs/").status_code for client in (one, other, bobs)] == [403, 403, 200]


def test_the_page_signs_out_everywhere_and_says_how_to_come_back(alice: Owner) -> None:
    one, other = door(alice), door(alice)
    answer = one.post("/data/sign-out/", follow=True)
    assert "You are signed out everywhere" in answer.content.decode()
    assert "run <code>onward</code> again" in answer.content.decode()
    assert [client.get("/jobs/").status_code for client in (one, other)] == [403, 403]


@pytest.mark.parametrize(("days", "status"), [(0, 200), (29, 200), (31, 403), (-3, 403)])
def test_thirty_days_are_the_most_also_when_the_clock_was_taken_back(alice: Owner, days: int, status: int) -> None:
    client = door(alice)
    SignIn.objects.update(begun_at=clock.machine_now() - timedelta(days=days))
    assert client.get("/jobs/").status_code == status


def test_the_cookie_ends_with_it(db: None, charlie: Client) -> None:
    cookie = charlie.get("/enter", {"token": new_token()}).cookies[cookie_name()]
    assert (cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (30 * 24 * 3600, True, "Lax")


def test_old_sign_ins_are_cleared_away(alice: Owner) -> None:
    begin_sign_in(alice)
    SignIn.objects.update(begun_at=clock.machine_now() - timedelta(days=31))
    begin_sign_in(alice)
    assert SignIn.objects.count() == 1


LINE = "   0: {} {} {} 00000000:00000000 00:00000000 00000000  {}        0 {} 1 0000000000000000 100 0 0 10 0\n"
HERE, THERE = "0100007F:0050", "0100007F:C350"


def connection(mine: int, other: int, *, inode: int = 7) -> str:
    return "head\n" + LINE.format(HERE, THERE, "01", mine, 5) + LINE.format(THERE, HERE, "01", other, inode)


@pytest.mark.parametrize(
    ("table", "status"),
    [
        (connection(1000, 1000), 200),
        (connection(1000, 0), 200),  # the administrator can read the folder anyway
        (connection(1000, 1001), 403),
        (connection(1000, 0, inode=0), 403),  # sent and hung up: whose it was can't be told any more
        (connection(65534, 1001), 200),  # a table that doesn't tell whose we are
        ("head\n", 200),
        (connection(1000, 1001).replace("0100007F:C350 ", "0000000000000000FFFF00000100007F:C350 "), 403),
    ],
)
def test_a_program_of_another_account_can_not_use_the_cookie(
    alice: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, table: str, status: int
) -> None:
    place = tmp_path / "tcp"
    place.write_text(table)
    monkeypatch.setattr(callers, "TABLES", (place,))
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    assert door(alice).get("/jobs/", REMOTE_PORT=str(0xC350)).status_code == status


def test_where_nothing_can_be_told_of_accounts_the_owner_gets_in(
    alice: Owner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(callers, "TABLES", (tmp_path / "none",))
    assert door(alice).get("/jobs/", REMOTE_PORT="50000").status_code == 200


def test_two_first_starts_at_once_make_one_owner(db: None) -> None:
    first = ensure_owner()
    assert _make_owner() == first  # as one does that looked before the first was there
    with pytest.raises(IntegrityError), transaction.atomic():
        Owner.objects.create(made_at=clock.now(), at_home=True)
    assert Owner.objects.count() == 1


def test_a_part_belongs_to_whom_its_change_does(alice: Owner, bob: Owner) -> None:
    add_job(bob, employer="Harbor Light", role="", on=clock.today())
    assert set(Part.objects.values_list("owner", flat=True)) == {bob.pk}
