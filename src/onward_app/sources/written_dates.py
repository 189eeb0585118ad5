"""Dates as mail windows show them, in the languages Onward reads: “Montag, 2. November 2026 um 10:15”."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# By their first letters: January to December in English, German, French, Spanish, Italian, Portuguese and Dutch.
_MONTHS = (
    "jan gen ene",
    "feb fév fev",
    "mar mär maa mrt mrz",
    "apr avr abr",
    "may mai mag mei maj",
    "jun jui giu",
    "jul lug",
    "aug aoû ago aou",
    "sep set",
    "oct okt ott out",
    "nov",
    "dec dez déc dic",
)
_BY_LETTERS = {letters: number for number, words in enumerate(_MONTHS, 1) for letters in words.split()}
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:\.|º|er|st|nd|rd|th)?\s?(?:de |di )?([^\W\d]{3,10})\.?,?\s(?:de |del )?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d]{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_YEAR = r"(\d{4}\b|\d{2}(?=,?\s\d{1,2}[:.]\d{2}))"  # two figures where the hour follows: “29.10.26, 11:00”
_DOTTED = re.compile(rf"\b(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{_YEAR}")
_SLASHED = re.compile(rf"\b(\d{{1,2}})[/-](\d{{1,2}})[/-]{_YEAR}")
_TIME = re.compile(r"\b(\d{1,2})\s?[:.h]\s?(\d{2})(?:[:.](\d{2}))?\s?([ap])?\.?(?:m\b)?", re.IGNORECASE)


def written_date(text: str) -> datetime | None:
    """The first date in a line, with its time when there is one; UTC, because windows don't show zones.

    “03/04/2026” is read as a day first unless that can't be, or the time is said with am or pm.
    """
    text = text[:200]
    try:
        exact = parsedate_to_datetime(text)
        return exact if exact.tzinfo else exact.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    found = _find_day(text)
    if found is None:
        return None
    year, month, day, rest = found
    hour, minute = _find_time(rest)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return None


def _find_day(text: str) -> tuple[int, int, int, str] | None:
    """Year, month, day, and the text without them."""
    for found in _DAY_FIRST.finditer(text):
        month = _find_month(found[2])
        if month:
            return int(found[3]), month, int(found[1]), text[found.end() :]
    for found in _MONTH_FIRST.finditer(text):
        month = _find_month(found[1])
        if month:
            return int(found[3]), month, int(found[2]), text[found.end() :]
    if iso := _ISO.search(text):
        return int(iso[1]), int(iso[2]), int(iso[3]), text[iso.end() :]
    if dotted := _DOTTED.search(text):
        return _full_year(dotted[3]), int(dotted[2]), int(dotted[1]), text[dotted.end() :]
    if slashed := _SLASHED.search(text):
        first, second, rest = int(slashed[1]), int(slashed[2]), text[slashed.end() :]
        american = second > 12 or (first <= 12 and re.search(r"\d\s?[ap]\.?m\b", rest, re.IGNORECASE) is not None)
        return _full_year(slashed[3]), first if american else second, second if american else first, rest
    return None


def _full_year(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)


def _find_month(word: str) -> int | None:
    letters = word.lower()[:3]
    if letters == "jui":  # juin and juillet begin alike
        return 7 if word.lower().startswith("juil") else 6
    return _BY_LETTERS.get(letters)


def _find_time(text: str) -> tuple[int, int]:
    found = _TIME.search(text)
    if found is None:
        return 0, 0
    hour, minute = int(found[1]), int(found[2])
    if found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else (0, 0)
