"""`onward practice`: tonight's cards in the terminal, or all that the practice pages show as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.say import say_json

if TYPE_CHECKING:
    from datetime import date

    from onward_app.records.models import Owner
    from onward_app.records.reading.practice import CardReport, GivenAnswer


def practice(
    as_json: Annotated[bool, typer.Option("--json", help="Ask nothing; print one object.")] = False,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Also on the day of a no, or one more when nothing is due.")
    ] = False,
) -> None:
    """Practice what is due, in the terminal: answer first, then the points. q stops."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    if as_json:
        say_json(_practice_to_json(me))
        return
    from onward_app.cli.rehearse import Rehearsal

    Rehearsal(me).run(anyway=anyway)


def _practice_to_json(me: Owner) -> dict[str, Any]:
    from onward_app import clock
    from onward_app.records.reading.practice import report_cards

    today = clock.today()
    return {
        "tonight": _tonight_to_json(me, today),
        "round": _round_to_json(me),
        "cards": [_card_to_json(told) for told in report_cards(me)],
    }


def _tonight_to_json(me: Owner, today: date) -> dict[str, Any]:
    from onward_app.records.reading.practice import describe_evening, plan_tonight

    evening = describe_evening(me, today)
    now = plan_tonight(me, today)
    return {
        "on": today.isoformat(),
        "words": now.words,
        "cards": [card.id for card in now.cards],
        "minutes": now.minutes,
        "done": evening.cards_done,
        "quiet": evening.rejection_day and not evening.asked_for,
        "interview": evening.interview.isoformat() if evening.interview else None,
    }


def _round_to_json(me: Owner) -> dict[str, Any] | None:
    """The mock round that is open."""
    from onward_app.records.reading.rounds import find_open_round, list_round_questions

    row = find_open_round(me)
    if row is None:
        return None
    asked = list_round_questions(me, row)
    return {
        "id": row.pk,
        "title": row.title,
        "begun": row.begun_at.isoformat(),
        "questions": len(asked),
        "answered": sum(one.row.answered_at is not None for one in asked),
    }


def _card_to_json(told: CardReport) -> dict[str, Any]:
    """One card as its page shows it; what it doesn't have is null."""
    row = told.row
    return {
        "id": row.pk,
        "question": row.question,
        "points": row.points,
        "way": row.practice,
        "kink": row.kink_id,
        "pack": row.pack or None,
        "family": row.family or None,
        "let_go_on": row.retired_on.isoformat() if row.retired_on else None,
        "due": told.again.on.isoformat(),
        "why": told.again.why,
        "stability": round(told.learned.stability, 4) if told.answers else None,
        "learned": told.learned.yes,
        "conditions": [{"words": one.words, "met": one.met, "now": one.now} for one in told.conditions],
        "reviews": [_review_to_json(one) for one in reversed(told.answers)],
        "recordings": len(told.recordings),
    }


def _review_to_json(given: GivenAnswer) -> dict[str, Any]:
    row = given.row
    return {
        "id": row.pk,
        "at": row.at.astimezone().isoformat(),
        "met": [place + 1 for place in row.met],
        "mark": given.mark.words,
        "answer": row.answer or None,
        "recorded": given.recording is not None,
        "seconds": row.seconds,
    }


def add_to(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command()(practice)
