"""What a cell says of a day, as Excel, Notion, Sheets, JavaScript, trackers and people write it.

A cell that can be two days stays both (`asks_order`, `asks_year`) until the column or the person says which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from onward.tracker.days_in_words import part_day
from onward.tracker.words import gather_words, map_months, normalize

LATEST = "latest"  # an answer to “which year”: each in the last twelve months
DAY_FIRST, MONTH_FIRST = "day", "month"
_EXCEL = date(1899, 12, 30)
_SERIALS = (30_000, 73_050)  # 1982 to 2099, as a spreadsheet counts days
_MOMENTS = (946_684_800, 4_102_444_800)  # 2000 to 2100, in seconds
_LONGEST = 40  # characters of a day with its month's name
_MARKS = {"✓", "✔", "✅", "☑", "x", "✗", "☐", "❌", "✔️"}
_CHECKED = {"✓", "✔", "✅", "☑", "✔️"}

_ISO = re.compile(
    r"(\d{4})(?:[-/]|\.\s?)(\d{1,2})(?:[-/]|\.\s?)(\d{1,2})(?!\d)"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s?(Z|[+-]\d{2}:?\d{2})?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?$")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMBERS = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{4}|\d{2}|'\d{2}))?\.?(?![\d/.-])")
_SHORT_FIRST_YEAR = re.compile(r"\d{2}/\d{2}/\d{2}$")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}")
_JAVASCRIPT = re.compile(r"[A-Za-z]{3} ([A-Za-z]{3}) (\d{1,2}) (\d{4})")
_AGO = re.compile(r"(?<![^\W_])(?:\d{1,4}\+?|an?|few)\s?[a-z]{1,7} ago\b", re.IGNORECASE)  # “ago” alone is an August
_WEEKDAY = re.compile(r"[^\W\d_]{2,12}\.?,\s+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?\s+", re.IGNORECASE)
_RANGE = re.compile("→|->|–| to | bis ")
_NUMBER = re.compile(r"\d{5}(?:\.\d+)?$|\d{10}$|\d{13}$")

ToLocal = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class DayCell:
    """What a cell says. `on` is a day that is certain; `pair` two numbers of which one is the month.

    `flag` is a box that is ticked or isn't; `unread` what stands there and is no day.
    """

    on: date | None = None
    swapped: date | None = None  # what `on` would be with the month first, where points part the numbers
    pair: tuple[int, int] | None = None  # in the order they are written
    month_day: tuple[int, int] | None = None  # month and day, whose year isn't said
    year: int | None = None
    flag: bool | None = None
    unread: str = ""

    @property
    def asks_order(self) -> bool:
        """Whether it can be two days, by which number is the month."""
        return self.pair is not None

    @property
    def asks_year(self) -> bool:
        """Whether it doesn't say its year."""
        return (self.pair is not None or self.month_day is not None) and self.year is None

    @property
    def empty(self) -> bool:
        """Whether it says nothing."""
        return self == EMPTY


EMPTY = DayCell()


def resolve_day(cell: DayCell, *, order: str, year: str, today: date) -> date | None:
    """The day a cell means once order and year are said; None while it asks, or where there is no such day."""
    if cell.on is not None:
        return cell.on
    month_day = cell.month_day
    if cell.pair is not None:
        if order not in (DAY_FIRST, MONTH_FIRST):
            return None
        month_day = cell.pair if order == MONTH_FIRST else (cell.pair[1], cell.pair[0])
    if month_day is None:
        return None
    if cell.year is not None:
        return _make_date(cell.year, *month_day)
    if year == LATEST:
        return next(
            (day for back in range(5) if (day := _make_date(today.year - back, *month_day)) and day <= today), None
        )
    return _make_date(int(year), *month_day) if year.isdecimal() and len(year) == 4 else None


def read_day(cell: str, local: ToLocal) -> DayCell:
    """What one cell says of a day."""
    return _read_cell(cell, local) if cell else EMPTY


@lru_cache(maxsize=50_000)
def _read_cell(cell: str, local: ToLocal) -> DayCell:
    text = " ".join(cell.split()).strip("\"'@").strip()
    if cell in _MARKS or text in _MARKS:
        return DayCell(flag=text in _CHECKED or text.casefold() == "x")
    plain = normalize(text)
    if not plain or plain in gather_words("cells", "empty"):
        return EMPTY
    if plain in gather_words("cells", "yes"):
        return DayCell(flag=True)
    if plain in gather_words("cells", "no"):
        return DayCell(flag=False)
    if _AGO.search(text):  # from what day, nobody knows
        return DayCell(unread=text[:60])
    return _read_words(text, local) or _read_among(text, local) or DayCell(unread=text[:60])


def _read_among(text: str, local: ToLocal) -> DayCell | None:
    """“Y - 8/28”: a day behind other words."""
    day = part_day(text, short=True).day
    return _read_words(day, local) if day and day != text else None


def _read_words(text: str, local: ToLocal) -> DayCell | None:
    first = _RANGE.split(text)[0].strip() if not _ISO.match(text) else text
    first = _WEEKDAY.sub("", first, count=1) if _WEEKDAY.match(first) else first
    return (
        _read_iso(first, local)
        or _read_number(first, local)
        or _read_script(text)
        or _read_pair(first)
        or _read_month(first)
    )


def _read_iso(text: str, local: ToLocal) -> DayCell | None:
    for pattern in (_COMPACT, _CJK):
        if (found := pattern.match(text)) and (day := _make_date(int(found[1]), int(found[2]), int(found[3]))):
            return DayCell(day)
    found = _ISO.match(text)
    if found is None:
        return None
    day = _make_date(int(found[1]), int(found[2]), int(found[3]))
    if day is None:
        return None
    if found[4] is None or found[7] != "Z":
        return DayCell(day)
    hour, minute = int(found[4]), int(found[5])
    if (hour, minute) == (0, 0) or hour > 23 or minute > 59:  # a mere day, stored as its midnight
        return DayCell(day)
    return DayCell(local(datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)).date())


def _read_number(text: str, local: ToLocal) -> DayCell | None:
    """A day as a spreadsheet counts it, or a moment in seconds or thousandths."""
    if not _NUMBER.match(text):
        return None
    number = float(text)
    if _SERIALS[0] <= number <= _SERIALS[1]:
        return DayCell(_EXCEL + timedelta(days=int(number)))
    seconds = number / 1000 if number > _MOMENTS[1] else number
    if _MOMENTS[0] <= seconds <= _MOMENTS[1]:
        return DayCell(local(datetime.fromtimestamp(seconds, UTC)).date())
    return None


def _read_script(text: str) -> DayCell | None:
    """“Sat Aug 15 2026 00:00:00 GMT+0200”: the writer's own day."""
    found = _JAVASCRIPT.match(text)
    month = map_months().get(normalize(found[1])) if found else None
    day = _make_date(int(found[3]), month, int(found[2])) if found and month else None
    return DayCell(day) if day else None


def _read_pair(text: str) -> DayCell | None:
    found = _NUMBERS.match(text)
    if found is None:
        return None
    one, other, year = int(found[1]), int(found[3]), _full_year(found[4])
    if found[2] == ".":
        return _settle_dotted(one, other, year)
    if max(one, other) > 31 or (one > 12 and other > 12) or 0 in (one, other):
        return None
    if one == other:
        return _settle_day(one, other, year)
    if max(one, other) > 12:
        return _settle_day(min(one, other), max(one, other), year)
    return DayCell(pair=(one, other), year=year)


def _settle_dotted(one: int, other: int, year: int | None) -> DayCell | None:
    """Points put the day first, unless there is no such day."""
    cell, swapped = _settle_day(other, one, year), _settle_day(one, other, year)
    return replace(cell, swapped=swapped.on) if cell and swapped else cell or swapped


def _read_month(text: str) -> DayCell | None:
    """“2. August 2026”, “Aug 2nd”, “2-Aug-26”: a month by its name, the day on one side of it, the year behind."""
    if len(text) > _LONGEST:
        return None
    tokens = _TOKEN.findall(_CLOCK.split(text)[0])
    named = [
        (place, map_months()[normalize(one)]) for place, one in enumerate(tokens) if normalize(one) in map_months()
    ]
    if not named:
        return None
    place, month = next((one for one in named if len(tokens[one[0]]) > 3), named[-1])
    before = [one for one in tokens[:place] if one.isdecimal()]
    after = [one for one in tokens[place + 1 :] if one.isdecimal()]
    if before and len(before[-1]) <= 2:
        return _settle_day(month, int(before[-1]), _find_year(after))
    if after and len(after[0]) <= 2:
        return _settle_day(month, int(after[0]), _find_year(after[1:] or [one for one in before if len(one) == 4]))
    return None


def _find_year(numbers: list[str]) -> int | None:
    return _full_year(numbers[0]) if numbers and len(numbers[0]) in (2, 4) else None


def _settle_day(month: int, day: int, year: int | None) -> DayCell | None:
    if year is not None:
        made = _make_date(year, month, day)
        return DayCell(made) if made else None
    return DayCell(month_day=(month, day)) if _make_date(2024, month, day) else None


def _full_year(digits: str | None) -> int | None:
    if digits is None:
        return None
    digits = digits.lstrip("'")
    return int(digits) + 2000 if len(digits) == 2 else int(digits)


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_order(cells: list[DayCell], written: list[str]) -> tuple[bool, bool]:
    """Whether some numbers of a table can only be read with the day first, and some only with the month first."""
    orders = {_proven_order(text) for cell, text in zip(cells, written, strict=True) if cell.on or cell.month_day}
    return DAY_FIRST in orders, MONTH_FIRST in orders


def _proven_order(text: str) -> str:
    found = _NUMBERS.match(" ".join(text.split()))
    if found is None or found[2] == "." or _ISO.match(text):
        return ""
    one, other = int(found[1]), int(found[3])
    if one > 12 >= other:
        return DAY_FIRST
    return MONTH_FIRST if other > 12 >= one else ""


def are_points_swapped(written: Iterable[str]) -> bool:
    """Whether days with points have their month first here: “8.15.26”, and none that has its day first."""
    found = [one for text in written if (one := _NUMBERS.match(" ".join(text.split()))) and one[2] == "."]
    numbers = [(int(one[1]), int(one[3])) for one in found]
    return any(other > 12 >= one for one, other in numbers) and all(one <= 12 for one, _ in numbers)
