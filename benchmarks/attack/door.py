"""Every address from outside: without a cookie, with wrong ones, under other names, from other pages. Nobody gets in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.attack.search import count_rows, let_in, new_search, stand_outside
from benchmarks.attack.tally import Tally

METHODS = ("get", "post", "put", "delete", "head", "options")
REFUSED = {400, 403, 404, 405}
OTHER_NAMES = (
    "evil.example",
    "127.0.0.1:81",
    "localhost:81",
    "127.0.0.1.",
    "127.1",
    "[::1]",
    "0.0.0.0",
    "127.0.0.1:80@evil.example",
    "",
)
OTHER_PAGES = (
    {"HTTP_SEC_FETCH_SITE": "same-site"}, {"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "http://127.0.0.1:8000"},
    {"HTTP_ORIGIN": "null"}, {"HTTP_ORIGIN": "http://evil.example"},
    {"HTTP_SEC_FETCH_SITE": "same-site", "HTTP_SEC_FETCH_MODE": "navigate", "HTTP_SEC_FETCH_DEST": "iframe"},
)  # fmt: skip
COOKIES = ("", "1", "MQ:made:up", "0" * 43, "' OR 1=1 --", "%00", "a" * 4000)


def attack(count: int) -> Tally:
    """At most `count` requests."""
    tally, search = Tally("door"), new_search()
    before, inside = count_rows(), b"Harbor Light"
    for number, (what, browser, where, method, headers) in enumerate(_tries(search)):
        if number >= count:
            break
        with tally.one(f"{what} {method} {where}"):
            answer = getattr(browser, method)(where, **headers)
            assert answer.status_code in REFUSED, f"{answer.status_code}"
            assert inside not in answer.content, "something of the search"
    tally.holds(count_rows() == before, "something was written")
    return tally


def _tries(search: Any) -> Iterator[tuple[str, Any, str, str, dict[str, str]]]:
    """Round by round, so that a short attack has some of each."""
    owner_in, ways = let_in(search.owner), [(f"cookie {value[:12]!r}", _shows(value), {}) for value in COOKIES]
    ways += [("ended", _ended(search.owner), {}), ("old", _old(search.owner), {}), ("nothing", stand_outside(), {})]
    ways += [(f"name {name!r}", owner_in, {"HTTP_HOST": name}) for name in OTHER_NAMES]
    ways += [(f"page {headers}", owner_in, headers) for headers in OTHER_PAGES]
    addresses = [address_with_rows(name, path, search.named) for name, path in list_addresses()]
    for turn in range(len(METHODS) * len(ways)):
        for number, where in enumerate(addresses):
            what, browser, headers = ways[(turn + number) % len(ways)]
            yield what, browser, where, METHODS[(turn // len(ways) + number) % len(METHODS)], headers


def _shows(value: str) -> Any:
    from onward_app.web.gate import cookie_name

    browser = stand_outside()
    browser.cookies[cookie_name()] = value
    return browser


def _ended(owner: Any) -> Any:
    """One that was signed out."""
    from onward_app.records.models import SignIn

    browser = let_in(owner)
    SignIn.objects.order_by("-pk")[0].delete()
    return browser


def _old(owner: Any) -> Any:
    """One that was let in 31 days ago."""
    from onward_app.records.models import SignIn

    browser = let_in(owner)
    row = SignIn.objects.order_by("-pk")[0]
    SignIn.objects.filter(pk=row.pk).update(begun_at=row.begun_at - timedelta(days=31))
    return browser
