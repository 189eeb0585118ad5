"""`onward kinks`: kinks and strengths with what their evidence says, as the pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.say import say, say_json

if TYPE_CHECKING:
    from onward.kinks.first import Priority
    from onward_app.records.reading.evidence import KinkHistory


def kinks(as_json: Annotated[bool, typer.Option("--json", help="One array of objects.")] = False) -> None:
    """List kinks and strengths: status, counts, the verdict and what to fix first."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward.wording.counts import join_sentences
    from onward_app.records.reading.evidence import trace_kinks
    from onward_app.records.reading.kinks import rank_kinks

    every = trace_kinks(me)
    first = {told.row.pk: (place, why) for place, (told, why) in enumerate(rank_kinks(me, every), 1)}
    rows = [_kink_to_json(told, *first.get(told.row.pk, (None, None))) for told in every]
    if as_json:
        say_json(rows)
        return
    for told, row in zip(every, rows, strict=True):
        place = {1: "(fix first)", 2: "(fix second)"}.get(row["fix"], "")
        where = row["state"] or ("a strength" if row["strength"] else "kept apart")
        kind = f" ({told.kind_word})" if told.kind_word else ""
        say(join_sentences(f"{row['id']:5}  {told.called}{kind}: {told.known}, {where}", place))
        say(f"       {row['words']}")
    if not rows:
        say("No kinks yet. A debrief or a feedback makes the first one.")


def _kink_to_json(told: KinkHistory, place: int | None, why: Priority | None) -> dict[str, Any]:
    """One kink or strength as JSON; what a strength doesn't have is null."""
    row = told.row
    return {
        "id": row.pk,
        "name": row.name,
        "kind": told.kind.key if told.kind else row.kind,
        "strength": row.strength,
        "status": told.status,
        "sources": told.standing.sources,
        "interviews": told.standing.interviews,
        "pattern": told.standing.pattern,
        "state": None if row.strength or told.apart else told.state,
        "verdict": None if row.strength or told.apart else _verdict_to_json(told),
        "words": told.standing.words if row.strength or told.apart else told.verdict.words,
        "working_since": row.working_since.isoformat() if row.working_since else None,
        "if_they": row.if_they,
        "then_i": row.then_i,
        "cost": None if row.strength else row.cost,
        "fix": place,
        "factors": {"occurs": why.occurs, "known": why.known, "frequency": why.frequency, "cost": why.cost}
        if why
        else None,
        "sightings": [_sighting_to_json(one) for one in told.sightings],
    }


def _verdict_to_json(told: KinkHistory) -> dict[str, Any]:
    now = told.verdict
    return {
        "chances": now.chances,
        "seen": now.seen,
        "clean_since": now.clean_since,
        "practices": now.practices,
        "before": {"chances": now.before.chances, "seen": now.before.seen},
        "p_rare": round(now.p_rare, 4),
        "p_less_often": None if now.less_often is None else round(now.less_often, 4),
        "came_back_on": now.came_back_on.isoformat() if now.came_back_on else None,
        "without_debrief": now.missing,
    }


def _sighting_to_json(one: Any) -> dict[str, Any]:
    return {
        "id": one.pk,
        "on": one.on.isoformat(),
        "how": one.source,
        "who": one.group or None,
        "text": one.text,
        "interview": one.interview_id,
        "counts": not one.not_mine,
    }


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(kinks)
