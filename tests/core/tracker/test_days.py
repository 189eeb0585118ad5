"""Days as Excel, Notion, Sheets, JavaScript, trackers and people write them; what can mean two days stays both."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from tests.core.tracker.told import TODAY

from onward.tracker.days import LATEST, read_day, resolve_day

AUGUST = date(2026, 8, 2)


def local(moment: datetime) -> datetime:
    return moment.astimezone(timezone(timedelta(hours=-5)))


@pytest.mark.parametrize(
    "cell",
    [
        "2026-08-02", "2026-8-2", "2026/08/02", "2026.08.02", "20260802", "2026-08-02T10:00", "2026-08-02 23:59:00",
        "2026-08-02T18:00:00.000Z", "2026-08-03T03:05:00Z", "2026-08-02T00:00:00Z", "2026-08-02T00:00:00.000Z",
        "2026-08-02T10:00:00+02:00", "2.8.2026", "02.08.2026", "2.8.26", "2. 8. 2026", "2-Aug-26", "02-Aug-2026",
        "2 Aug 2026", "Aug 2, 2026", "Aug. 2, 2026", "August 2, 2026", "August 2, 2026 3:00 PM", "@August 2, 2026",
        "August 2, 2026 → August 5, 2026", "Sun, Aug 2, 2026", "Sunday, August 2, 2026", "2nd of August 2026",
        "August 2nd, 2026", "Sun Aug 02 2026 00:00:00 GMT+0200 (Central European Summer Time)", "46236", "46236.5",
        "2. August 2026", "2 août 2026", "2 de agosto de 2026", "2 agosto 2026", "2 augustus 2026", "dim. 2 août 2026",
        "2026年8月2日", "1785693600", "1785693600000", "Aug 2 '26", "2026 Aug 2", "2/Aug/2026",
    ],
)  # fmt: skip
def test_a_day_that_can_mean_one_thing_is_read(cell: str) -> None:
    assert read_day(cell, local).on == AUGUST


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("25/4/2026", date(2026, 4, 25)), ("4/25/26", date(2026, 4, 25)), ("4/4/2026", date(2026, 4, 4)),
        ("25-04-2026", date(2026, 4, 25)), ("31.12.2025", date(2025, 12, 31)), ("1. März 2026", date(2026, 3, 1)),
        ("15 Dez. 2025", date(2025, 12, 15)), ("3 févr. 2026", date(2026, 2, 3)), ("1er avril 2026", date(2026, 4, 1)),
        ("7 gen 2026", date(2026, 1, 7)), ("9 mei 2026", date(2026, 5, 9)), ("4 set. 2026", date(2026, 9, 4)),
        ("mar. 3 nov. 2026", date(2026, 11, 3)), ("Sept 9, 2026", date(2026, 9, 9)), ("8/15/26, 3:12 PM", date(2026, 8, 15)),
    ],
)  # fmt: skip
def test_numbers_past_twelve_and_months_by_name_settle_it(cell: str, day: date) -> None:
    assert read_day(cell, local).on == day


@pytest.mark.parametrize("cell", ["3/8/2026", "03/08/2026", "3-8-26", "3/8/2026, 9:00 AM"])
def test_a_day_that_can_mean_two_asks_for_the_order(cell: str) -> None:
    read = read_day(cell, local)
    assert (read.on, read.asks_order, read.asks_year) == (None, True, False)
    assert resolve_day(read, order="day", year="", today=TODAY) == date(2026, 8, 3)
    assert resolve_day(read, order="month", year="", today=TODAY) == date(2026, 3, 8)


@pytest.mark.parametrize("cell", ["Aug 2", "2-Aug", "2. August", "Sun, Aug 2", "2 août", "2nd of August", "2.8."])
def test_a_day_without_its_year_asks_for_it(cell: str) -> None:
    read = read_day(cell, local)
    assert (read.on, read.asks_order, read.asks_year) == (None, False, True)
    assert resolve_day(read, order="", year="2025", today=TODAY) == date(2025, 8, 2)


def test_the_last_twelve_months_put_december_before_january() -> None:
    days = [
        resolve_day(read_day(cell, local), order="", year=LATEST, today=TODAY) for cell in ("Dec 30", "Jan 5", "Feb 29")
    ]
    assert days == [date(2025, 12, 30), date(2026, 1, 5), date(2024, 2, 29)]


def test_numbers_without_a_year_ask_for_both() -> None:
    read = read_day("3/8", local)
    assert (read.asks_order, read.asks_year) == (True, True)
    assert resolve_day(read, order="day", year=LATEST, today=TODAY) == date(2026, 8, 3)


@pytest.mark.parametrize("cell", ["", "N/A", "n/a", "-", "—", "TBD", "None", "null", "?"])
def test_nothing_is_nothing(cell: str) -> None:
    assert read_day(cell, local).empty


@pytest.mark.parametrize(
    ("cell", "ticked"), [("TRUE", True), ("✅", True), ("x", True), ("Ja", True), ("FALSE", False), ("No", False)]
)
def test_a_box_is_ticked_or_not(cell: str, ticked: bool) -> None:
    assert read_day(cell, local).flag is ticked


@pytest.mark.parametrize(
    "cell",
    [
        "soon",
        "2026-02-30",
        "99/99/2026",
        "31 Feb 2026",
        "Aug 2026",
        "Q3",
        "last week",
        "1/2/3/4",
        "=TODAY()",
        "60000000",
    ],
)
def test_what_is_no_day_is_told(cell: str) -> None:
    assert read_day(cell, local).unread == cell
