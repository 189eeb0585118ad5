"""The days and the pay that an offer letter names, as far as there is only one way to read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onward.values.offer_fields import OfferField
from onward.values.offer_letter import OfferReading

LONGEST_PAY = 200  # characters
AHEAD = timedelta(days=730)  # a day further ahead is a slip, or the day a contract ends
MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "mär",
    "mai",
    "okt",
    "dez",
    "jän",
]
_NUMBERS = (*range(1, 13), 3, 5, 10, 12, 1)
_NAMED = dict(zip(MONTHS, _NUMBERS, strict=True))
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-zä]{{0,6}}\.?"
_YEAR = r"(?:,? {1,3}(?P<year>20\d\d)\b)?"


def _compile_all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in patterns)


_DAYS = _compile_all(
    r"\b(?P<year>20\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b",
    rf"\b(?P<day>\d\d?)(?:st|nd|rd|th|\.)? ?(?:of )?\b{_MONTH}{_YEAR}",
    rf"\b{_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?\b(?!\d|[:.]\d){_YEAR}",
    r"\b(?P<day>\d\d?)\.(?P<number>\d\d?)\.(?: ?(?P<year>20\d\d)\b)?",
    r"\b(?P<first>\d\d?)/(?P<second>\d\d?)(?:/(?P<year>20\d\d))?\b",
)


@dataclass(frozen=True, slots=True)
class OfferFacts:
    """The day to answer by, the day it would start, and what it says of pay; what isn't clear is left out."""

    deadline: date | None = None
    start: date | None = None
    pay: str = ""


def read_offer_facts(reading: OfferReading, on: date) -> OfferFacts:
    """What the quotes name. A day without a year is the next one; where two days are named, none is taken."""
    pay = " ".join(next((one.text for one in reading.of(OfferField.SALARY)), "").split())
    return OfferFacts(
        _find_only_day(reading, OfferField.DEADLINE, on),
        _find_only_day(reading, OfferField.START, on),
        pay if len(pay) <= LONGEST_PAY else f"{pay[: LONGEST_PAY - 1].rstrip()}…",
    )


def _find_only_day(reading: OfferReading, field: OfferField, on: date) -> date | None:
    american = any("$" in one.text for one in reading.quotes)
    found = {day for one in reading.of(field) for day in find_days(one.text, on, american=american)}
    (only,) = found if len(found) == 1 else (None,)
    return only if only is not None and on <= only <= on + AHEAD else None


def find_days(text: str, on: date, *, american: bool) -> Iterator[date]:
    """The days that a sentence names. “3/4” is one only where it is known which of the two is the month.

    >>> list(find_days("Please sign by December 4.", date(2026, 11, 27), american=True))
    [datetime.date(2026, 12, 4)]
    """
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            if (day := _make_day(match.groupdict(), on, american=american)) is not None:
                yield day


def _make_day(told: dict[str, str | None], on: date, *, american: bool) -> date | None:
    day, month = _find_day_and_month(told, american=american)
    year = told.get("year")
    try:
        if year:
            return date(int(year), month, day)
        this = date(on.year, month, day)
        return this if this >= on else date(on.year + 1, month, day)
    except ValueError:
        return None


def _find_day_and_month(told: dict[str, str | None], *, american: bool) -> tuple[int, int]:
    """(0, 0) where they can't be told from each other, which is no day."""
    if told.get("first"):
        first, second = int(told["first"] or 0), int(told["second"] or 0)
        if first > 12 or (second <= 12 and first == second):
            return first, second
        return (second, first) if second > 12 or american else (0, 0)
    name = told.get("month")
    return int(told["day"] or 0), _NAMED[name[:3].casefold()] if name else int(told["number"] or 0)
