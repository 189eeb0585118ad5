"""What a column is where its heading alone doesn't say it: by its cells, by its neighbors, by what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from onward.tracker.days import DayCell
from onward.tracker.days_in_words import part_day
from onward.tracker.fields import DAYS, TrackerField
from onward.tracker.several_steps import are_steps
from onward.tracker.statuses import read_status
from onward.tracker.words import gather_words, normalize

ReadDay = Callable[[str], DayCell]
_LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
_LONGEST_STATUS = 80  # characters
_NAMES = (TrackerField.FIRST_NAME, TrackerField.LAST_NAME)


def guess_columns(
    headings: Sequence[str], fields: Sequence[str], samples: Sequence[list[str]], read_day: ReadDay
) -> list[str]:
    """The fields with those that were still empty filled in where their cells say what they are."""
    guessed = [_take_steps(field, cells) for field, cells in zip(fields, samples, strict=True)]
    free = [place for place, field in enumerate(guessed) if not field and samples[place]]
    _take_kinds_of_days(headings, guessed, samples, free, read_day)
    tests: list[tuple[str, Callable[[list[str]], bool]]] = [
        (TrackerField.LINK, lambda cells: _share_that_fits(cells, lambda cell: bool(_LINK.match(cell))) > 0.6),
        (TrackerField.DAY, lambda cells: are_days(cells, read_day, flags=False)),
        (TrackerField.STATUS, _are_statuses),
    ]
    for field, fits in tests:
        taken = set(guessed) & (set(DAYS) if field == TrackerField.DAY else {field})
        place = next((place for place in free if not guessed[place] and fits(samples[place])), None)
        if place is not None and not taken:
            guessed[place] = field
    _take_by_place(headings, guessed, free)
    _take_names(headings, guessed, free)
    return guessed


def _take_steps(field: str, cells: list[str]) -> str:
    """A column of whole histories is that, whatever it is called."""
    may_be = not field or field in (*DAYS, TrackerField.STATUS, TrackerField.NOTES, TrackerField.UNUSED)
    return str(TrackerField.STEPS) if may_be and are_steps(cells) else field


def are_days(cells: list[str], read_day: ReadDay, *, flags: bool) -> bool:
    """Whether most cells that say anything are days, or with `flags` boxes that are ticked or not."""
    read = [one for one in map(read_day, cells) if not one.empty]
    good = sum(1 for one in read if not one.unread and (flags or one.flag is None))
    if not flags and all(cell.isdecimal() for cell in cells):
        return False  # a salary
    return not read or good * 2 >= len(read)


def part_twice_named_days(fields: list[str]) -> None:
    """Of two columns that only say “date”, the one right behind the status is its day."""
    if fields.count(TrackerField.DAY) < 2 or TrackerField.MOVED in fields:
        return
    for place, (before, field) in enumerate(pairwise(fields), 1):
        if (before, field) == (TrackerField.STATUS, TrackerField.DAY):
            fields[place] = str(TrackerField.MOVED)
            return


def _take_kinds_of_days(
    headings: Sequence[str], fields: list[str], samples: Sequence[list[str]], free: list[int], read_day: ReadDay
) -> None:
    """A word of a status above a column of days: “Verschickt”, “Ghosted”."""
    for place in free:
        kinds = read_status(headings[place]).kinds
        if len(kinds) == 1 and kinds[0] not in fields and are_days(samples[place], read_day, flags=False):
            fields[place] = kinds[0]


def _take_by_place(headings: Sequence[str], fields: list[str], free: list[int]) -> None:
    """Where there are no headings at all, the first text is who and the second what."""
    if TrackerField.EMPLOYER in fields or any(not heading.startswith("Column ") for heading in headings):
        return
    if not {TrackerField.DAY, TrackerField.STATUS, TrackerField.LINK}.intersection(fields):
        return  # nothing here looks like a list of jobs
    left = [place for place in free if not fields[place]]
    for place, field in zip(left, (TrackerField.EMPLOYER, TrackerField.ROLE), strict=False):
        fields[place] = field


def _take_names(headings: Sequence[str], fields: list[str], free: list[int]) -> None:
    """A column that is only called “Name”: of a person beside their other name, else of the role at an employer."""
    place = next((one for one in free if not fields[one] and is_name(headings[one])), None)
    if place is None:
        return
    missing = [field for field in _NAMES if field not in fields]
    if TrackerField.CONNECTED in fields and len(missing) == 1:
        fields[place] = str(missing[0])
    elif TrackerField.EMPLOYER in fields and TrackerField.ROLE not in fields:
        fields[place] = str(TrackerField.ROLE)


def is_name(heading: str) -> bool:
    """Whether a list may call the column so that its rows are named by.

    >>> is_name("Card Name"), is_name("ID")
    (True, False)
    """
    return normalize(heading) in gather_words("columns", "name")


def _are_statuses(cells: list[str]) -> bool:
    """Whether most cells say what a status says, and the more rows the more often the same."""
    known = _share_that_fits(cells, lambda cell: len(cell) <= _LONGEST_STATUS and bool(_read_status(cell))) > 0.6
    return known and len(set(cells)) < max(8, len(cells) / 2)


def _read_status(cell: str) -> str:
    return read_status(part_day(cell, short=False).words).value


def _share_that_fits(cells: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, cells)) / max(1, len(cells))
