"""The only calls to the clock. A test, or the example search, may fix it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

FIXED = "ONWARD_CLOCK"  # an ISO date and time; the example search stands still on its last day


def now() -> datetime:
    """This moment, aware, in the person's own time zone."""
    fixed = os.environ.get(FIXED)
    if fixed:
        return _aware(datetime.fromisoformat(fixed))
    return datetime.now().astimezone()


def today() -> date:
    """The person's local day."""
    return now().date()


@contextmanager
def fixed(moment: datetime | str) -> Iterator[None]:
    """Hold the clock at `moment` for as long as the block lasts."""
    before = os.environ.get(FIXED)
    os.environ[FIXED] = moment if isinstance(moment, str) else moment.isoformat()
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(FIXED, None)
        else:
            os.environ[FIXED] = before


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.astimezone()
