"""A long search: the made-up one that pages are measured with has a row for every address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.filled import CLOCK, fill_search, name_rows
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
        if name != "practice:audio"  # a recording is a file as well, and there are none
        and browser.get(where := address_with_rows(name, path, named)).status_code not in (200, 302, 403, 405)
    ]
    assert lost == []
