"""The only calls to the clock. A test, or the example search, may fix it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from datetime import time as time_of_day

from onward_app.home import HomeTrouble

FIXED = "ONWARD_CLOCK"  # an ISO date and time; the example search stands still on its last day


def now() -> datetime:
    """This moment, aware, in the person's own time zone.

    Raises:
        HomeTrouble: it is to be held at what is no moment.
    """
    fixed = os.environ.get(FIXED)
    if not fixed:
        return datetime.now().astimezone()
    try:
        moment = datetime.fromisoformat(fixed)
        return moment if moment.tzinfo else moment.astimezone()
    except ValueError as trouble:
        raise HomeTrouble(f"{FIXED} is “{fixed}”, which is no moment. Write it like 2026-03-02T09:00.") from trouble


def machine_now() -> datetime:
    """What the machine's clock says, also while ours is held: how long somebody is let in is no part of an example."""
    return datetime.now(UTC)


def today() -> date:
    """The person's local day."""
    return now().date()


def live_in(zone: str | None) -> None:
    """Take days and hours from this zone, None for the one the computer is set to."""
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    if hasattr(time, "tzset"):
        time.tzset()


def local(moment: datetime) -> datetime:
    """The moment in the person's own zone: its day is theirs, whatever the day in UTC."""
    return moment.astimezone()


def start_of(day: date) -> datetime:
    """A day as the moment it is stored by: its midnight in UTC, so that moments of days are equal when the days are."""
    return datetime.combine(day, time_of_day(), UTC)


def begin(day: date) -> datetime:
    """The first moment of the person's own day."""
    return datetime.combine(day, time_of_day()).astimezone()


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
