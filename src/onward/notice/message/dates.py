"""When a letter was sent, in whatever way its date is written; None rather than a guess."""

from __future__ import annotations

import email.utils
from datetime import UTC, datetime, timedelta, timezone

FIRST_YEAR = 1980  # mail with such a head is younger; a clock that stood at zero says 1970
LAST_YEAR = 2099


def parse_date(value: str) -> datetime | None:
    """An aware datetime, UTC when no zone is given; None when it can't be read or its year can't be meant."""
    text = " ".join(value[:200].split())
    if not text:
        return None
    found = _as_in_mail(text) or _as_iso(text)
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return found


def _as_in_mail(text: str) -> datetime | None:
    try:
        parts = email.utils.parsedate_tz(text)
        if parts is None:
            return None
        seconds = parts[9] or 0
        return datetime(*parts[:6], tzinfo=timezone(timedelta(seconds=seconds)) if abs(seconds) <= 14 * 3600 else UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _as_iso(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.replace(" +", "+").replace(" UTC", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def parse_received_date(value: str) -> datetime | None:
    """The date at the end of a Received field, after its last semicolon."""
    return parse_date(value.rpartition(";")[2])
