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
        "effective_opportunities": _round_chance(told.hopes.spread.hope) or None,
        "hope": {str(pk): points for pk, points in told.hopes.points.items()},
        "opportunities": [_job_to_json(row, silences.get(row.pk)) for row in told.rows],
        "odds": {
            "by": told.odds.by.isoformat(),
            "chance": _round_chance(told.odds.mean),
            "low": _round_chance(within.low),
            "high": _round_chance(within.high),
        },
        "pace_for": {
            "wish": told.needed.wish,
            "a_week": told.needed.a_week,
            "through_people": told.needed.through_people,
            "words": told.needed.words,
        },
    }


def _job_to_json(row: Opportunity, silence: Silence | None) -> dict[str, Any]:
    """One open job; a lead waits for nobody."""
    return {
        "id": row.pk,
        "silent_days": silence.days if silence else None,
        "counted_to": silence.counted_to.isoformat() if silence and silence.counted_to else None,
        "still_hear": _round_chance(silence.chance) if silence else None,
        "low": _round_chance(silence.within.low) if silence else None,
        "high": _round_chance(silence.within.high) if silence else None,
        "quiet_on": silence.quiet_on.isoformat() if silence else None,
        "plan_closed_on": silence.plan_closed_on.isoformat() if silence else None,
    }


def _round_chance(value: float) -> float:
    return round(value, 4)


def hopes_to_json(told: PaceReport) -> dict[str, Any]:
    """The points in force, and over how many jobs they are spread."""
    spread, kept = told.hopes.spread, told.hopes.row
    return {
        "on": kept.on.isoformat() if kept else None,
        "points": {str(pk): points for pk, points in told.hopes.points.items()},
        "effective": _round_chance(spread.hope) or None,
        "effective_by_chance": _round_chance(spread.probability) if spread.probability is not None else None,
        "top": spread.top,
        "top_share": _round_chance(spread.top_share) if spread.top is not None else None,
        "words": spread.words,
    }


def odds_to_json(told: PaceReport) -> dict[str, Any]:
    """The chance of at least one signed offer by a day, with its range, and of each open job."""
    odds = told.odds
    return {
        "by": odds.by.isoformat(),
        "chance": _round_chance(odds.mean),
        "low": _round_chance(odds.interval.low),
        "high": _round_chance(odds.interval.high),
        "words": odds.words,
        "jobs": [{"id": row.pk, "chance": _round_chance(one)} for row, one in zip(told.rows, odds.each, strict=True)],
    }


def silence_to_json(told: PaceReport) -> list[dict[str, Any]]:
    """How quiet each job is that waits for an answer."""
    found = []
    for one in told.silences:
        job, silence = _job_to_json(one.row, one.silence), one.silence
        more = {"quiet": silence.quiet, "plan_closed": silence.plan_closed, "check_due": silence.check_due(silence.on)}
        found.append(
            {**job, "employer": one.row.employer, "role": one.row.role or None, **more, "words": silence.words}
        )
    return found
