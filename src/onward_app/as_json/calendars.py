"""What becomes of a calendar's events, as JSON and as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onward.wording.counts import say_count
from onward_app.records.models import Change
from onward_app.records.reading.calendars import LEAVE, MEETING, WAITS, CalendarPlan, MeetingPlan


def calendar_to_json(plan: CalendarPlan, done: Iterable[Change], refused: Iterable[str]) -> dict[str, Any]:
    """All of a plan, as `onward import --json` prints it."""
    return {
        "events": [_event_to_json(row) for row in plan.rows],
        "further": plan.further,
        "troubles": [*plan.troubles, *refused],
        "changes": [change.pk for change in done],
    }


def _event_to_json(row: MeetingPlan) -> dict[str, Any]:
    meeting = row.meeting
    return {
        "number": row.number,
        "title": meeting.title or None,
        "on": meeting.on.isoformat(),
        "at": meeting.at.isoformat("minutes") if meeting.at else None,
        "state": row.state,
        "job": row.job,
        "employer": row.employer or None,
        "interview": row.there.pk if row.there else None,
        "asks": f"{MEETING}{row.number}" if row.state == WAITS else None,
        "why": list(row.told),
    }


def list_calendar_lines(plan: CalendarPlan) -> Iterator[str]:
    """What the terminal shows: each event, what is odd, what is asked."""
    for row in plan.rows:
        at = f" {row.meeting.at:%H:%M}" if row.meeting.at else ""
        where = f"job {row.job}" if row.job else row.employer
        state = f"{row.state}, {where}" if where else row.state
        yield f"{row.number:4}  {row.meeting.on.isoformat()}{at}  {row.meeting.title or 'no title'} ({state})"
        yield from (f"      {sentence}" for sentence in row.told)
        if row.state == WAITS:
            yield (
                f"    ? {MEETING}{row.number}: At which job is it? Its id, an employer’s name for a new one, "
                f"or “{LEAVE}” if it is no interview."
            )
    if plan.further:
        yield say_count(
            plan.further,
            "{n} event further from today wasn’t looked at.",
            "{n} events further from today weren’t looked at.",
        )
    yield from plan.troubles
