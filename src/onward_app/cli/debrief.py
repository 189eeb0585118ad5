"""`onward debrief`: interviews with what was noted, replayed and forecast, as the pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.say import say, say_json

if TYPE_CHECKING:
    from onward.debrief.calibration import Calibration
    from onward_app.records.models import Debrief, Event, Interview
    from onward_app.records.reading.debrief import InterviewForecast


def debrief(as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False) -> None:
    """List interviews with what was noted and replayed, and what forecasts came to."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward.debrief.calibration import measure_calibration
    from onward_app import clock
    from onward_app.records.reading.debrief import (
        choose_counting,
        list_application_debriefs,
        list_forecasts,
        list_interviews_with_questions,
        list_talks_without_interview,
    )

    said = {one.interview: one for one in list_forecasts(me)}
    found = list_interviews_with_questions(me).prefetch_related("transcripts")
    rows = [_interview_to_json(row, said.get(row.pk)) for row in found]
    others = [_application_to_json(row) for row in list_application_debriefs(me)]
    talks = [_talk_to_json(event) for event in list_talks_without_interview(me, clock.today())]
    told = measure_calibration(choose_counting(said.values()))
    if as_json:
        calibration = _calibration_to_json(told)
        say_json({"interviews": rows, "without_record": talks, "applications": others, "calibration": calibration})
        return
    for row, interview in zip(rows, found, strict=True):
        state = _say_state(interview, replayed=any(one["done"] for one in row["debriefs"]))
        say(f"{row['id']:5}  {row['on']}  {row['employer']} · {row['role'] or 'role not known'} · {state}")
    for talk in talks:
        say(f"       {talk['on']}  {talk['employer']} · {talk['role'] or 'role not known'} · no record of it yet")
        say(f'       To make one: `onward event {talk["job"]} "{talk["kind"]}" --on {talk["on"]}`')
    if rows or not talks:
        say(told.words if rows else "No interviews yet. `onward event ID interview --on DAY` adds one.")


def _say_state(row: Interview, *, replayed: bool) -> str:
    from onward_app import clock

    return "replayed" if replayed else "still ahead" if row.on > clock.today() else "not replayed yet"


def _interview_to_json(row: Interview, said: InterviewForecast | None) -> dict[str, Any]:
    job = row.opportunity
    return {
        "id": row.pk,
        "job": job.pk,
        "employer": job.employer,
        "role": job.role,
        "on": row.on.isoformat(),
        "at": row.at.isoformat("minutes") if row.at else None,
        "minutes": row.minutes,
        "round": row.round or None,
        "format": row.format or None,
        "people": row.people or None,
        "forecast": row.forecast,
        "counts": said.before if said else None,
        "outcome": str(said.outcome) if said else None,
        "said_real": row.said_real,
        "could_be": row.could_be,
        "liked": row.liked or None,
        "may_go_wrong": row.may_go_wrong or None,
        "questions": [
            {"asked": one.asked, "said": one.said, "went": one.went} for one in row.questions.all() if one.stands
        ],
        "transcripts": [
            {"id": one.pk, "name": one.name or None, "candidate": one.candidate or None}
            for one in row.transcripts.all()
            if one.stands
        ],
        "debriefs": [_debrief_to_json(one) for one in row.debriefs.all()],
    }


def _talk_to_json(event: Event) -> dict[str, Any]:
    job = event.opportunity
    where = {"job": job.pk, "employer": job.employer, "role": job.role}
    return where | {"on": event.on.isoformat(), "kind": event.kind}


def _application_to_json(row: Debrief) -> dict[str, Any]:
    job = row.opportunity
    return {"job": job.pk, "employer": job.employer, "role": job.role, **_debrief_to_json(row)}


def _debrief_to_json(row: Debrief) -> dict[str, Any]:
    from onward_app.records.reading.debrief import list_answers_so_far

    return {
        "id": row.pk,
        "script": row.script,
        "started": row.started_at.isoformat(),
        "done": row.done_at.isoformat() if row.done_at else None,
        "answers": [{"screen": title, "lines": lines} for title, lines in list_answers_so_far(row)],
    }


def _calibration_to_json(told: Calibration) -> dict[str, Any]:
    names = ("n", "silent", "waiting", "gap", "low", "high", "bias", "error", "brier", "base", "skill")
    rounded = {name: _round_number(getattr(told, name)) for name in names}
    curve = [
        {
            "low": band.low,
            "high": band.high,
            "n": band.n,
            "said": _round_number(band.said),
            "came": _round_number(band.came),
        }
        for band in told.curve
    ]
    return rounded | {"lean": str(told.lean) or None, "curve": curve, "words": told.words}


def _round_number(number: float | None) -> float | None:
    return round(number, 4) if isinstance(number, float) else number


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(debrief)
