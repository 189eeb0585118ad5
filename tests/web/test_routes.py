"""Addresses are found as Django finds them, and cost nothing until they are asked for."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.urls import get_resolver
from django.urls.resolvers import RoutePattern, URLPattern, URLResolver

from onward_app.web.routes import LazyRoute


def every_address(resolver: URLResolver | None = None) -> Iterator[LazyRoute]:
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one.pattern, LazyRoute):
            yield one.pattern
        if isinstance(one, URLResolver):
            yield from every_address(one)


ROUTES = list(every_address())
FILLED = [re.sub(r"<[^>]+>", "12", str(route)) for route in ROUTES]
ODD = [
    "",
    "/",
    "//",
    "start",
    "start/x",
    "jobs/12/extra/",
    "jobs/-1/",
    "jobs/١٢/",
    "jobs/12/\n",
    "start/\n",
    "enter\n",
    "START/",
    "a" * 5000,
]


def test_all_addresses_are_of_this_kind() -> None:
    assert len(ROUTES) > 150
    assert all(isinstance(one.pattern, LazyRoute) for one in get_resolver().url_patterns)
    assert not [one for one in get_resolver().url_patterns if isinstance(one, URLPattern)]


@pytest.mark.parametrize("path", [*dict.fromkeys(FILLED), *ODD])
def test_each_finds_what_djangos_own_finds(path: str) -> None:
    for route in ROUTES:
        own = RoutePattern(route.text, name=route.name, is_endpoint=route.whole)
        assert route.match(path) == own.match(path), (path, str(route))


def test_asking_for_an_address_by_its_name_compiles_few() -> None:
    script = (
        "import django, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'onward_app.settings'; django.setup();"
        "from django.urls import reverse; reverse('jobs:front');"
        "from tests.web.test_routes import ROUTES;"
        "print(sum('compiled' in vars(route.regex) for route in ROUTES))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert int(told.stdout) < 10
