"""Pace as JSON: hope and how it is spread, silence, the chances, and the pace that is needed."""

from __future__ import annotations

from typing import Any

from onward.pace.silence import Silence
from onward_app.records.models import Opportunity
from onward_app.records.reading.pace import PaceReport


def describe_report(told: PaceReport) -> dict[str, Any]:
    """Everything as JSON; what isn't known is null."""
    silences = {one.row.pk: one.silence for one in told.silences}
    within = told.odds.interval
    return {
        "effective_opportunities": _rounded(told.hopes.spread.hope) or None,
        "hope": {str(pk): points for pk, points in told.hopes.points.items()},
        "opportunities": [_job(row, silences.get(row.pk)) for row in told.rows],
        "odds": {
            "by": told.odds.by.isoformat(),
            "chance": _rounded(told.odds.mean),
            "low": _rounded(within.low),
            "high": _rounded(within.high),
        },
        "pace_for": {
            "wish": told.needed.wish,
            "a_week": told.needed.a_week,
            "through_people": told.needed.through_people,
            "words": told.needed.words,
        },
    }


def _job(row: Opportunity, silence: Silence | None) -> dict[str, Any]:
    """One open job; a lead waits for nobody."""
    return {
        "id": row.pk,
        "silent_days": silence.days if silence else None,
        "counted_to": silence.counted_to.isoformat() if silence and silence.counted_to else None,
        "still_hear": _rounded(silence.chance) if silence else None,
        "low": _rounded(silence.within.low) if silence else None,
        "high": _rounded(silence.within.high) if silence else None,
        "quiet_on": silence.quiet_on.isoformat() if silence else None,
        "plan_closed_on": silence.plan_closed_on.isoformat() if silence else None,
    }


def _rounded(value: float) -> float:
    return round(value, 4)
