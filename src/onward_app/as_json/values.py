"""Lines, values and lessons as JSON; what isn't known is null."""

from __future__ import annotations

from typing import Any

from onward.facts import OFFERS
from onward_app import clock
from onward_app.records.models import Fit, Opportunity, Owner, Value
from onward_app.records.reading.lessons import list_lessons
from onward_app.records.reading.recover import find_search_lesson
from onward_app.records.reading.rows import list_open_opportunities
from onward_app.records.reading.values import check_gates, list_retired_values, list_values, map_marks_of


def values_to_json(owner: Owner) -> dict[str, Any]:
    """The lines and values, what is known of each open job, and what the gate says of each offer."""
    on, when = clock.today(), clock.now()
    rows = list(list_open_opportunities(owner))
    marks = map_marks_of(owner, rows)
    offered = [row for row in rows if row.stage in OFFERS and row.accepted_on is None]
    held = check_gates(owner, offered, action="accept", when=when) if offered else {}
    return {
        "lines": [_value_to_json(row) for row in list_values(owner, on, line=True)],
        "values": [_value_to_json(row) for row in list_values(owner, on, line=False)],
        "let_go": [_value_to_json(row) for row in list_retired_values(owner, on)],
        "income_now": owner.income_now.isoformat() if owner.income_now else None,
        "income_review": owner.income_review.isoformat() if owner.income_review else None,
        "marks": [_mark_to_json(one) for row in rows for one in marks[row.pk].values()],
        "offers": [_offer_to_json(row, str(held[row.pk].answer.state), held[row.pk].answer.words) for row in offered],
    }


def _value_to_json(row: Value) -> dict[str, Any]:
    return {
        "id": row.pk,
        "text": row.text,
        "points": None if row.line else row.points,
        "set_on": row.set_on.isoformat(),
        "let_go_on": row.retired_on.isoformat() if row.retired_on else None,
        "offer_was_waiting": row.offers_pending,
    }


def _mark_to_json(row: Fit) -> dict[str, Any]:
    return {
        "job": row.opportunity_id,
        "value": row.value_id,
        "mark": row.mark,
        "known": row.known,
        "level": row.level,
        "note": row.note or None,
        "on": row.on.isoformat(),
    }


def _offer_to_json(row: Opportunity, state: str, words: str) -> dict[str, Any]:
    deadline = row.deadline_on.isoformat() if row.deadline_on else None
    return {"job": row.pk, "deadline_on": deadline, "gate": state, "words": words}


def lessons_to_json(owner: Owner) -> dict[str, Any]:
    """The three lessons with their evidence, and what this search taught."""
    written = find_search_lesson(owner)
    return {
        "lessons": [
            {
                "name": str(one.lesson),
                "says": one.says,
                "done": one.done,
                "retired": one.retired,
                "evidence": list(one.evidence),
                "next": one.next or None,
            }
            for one in list_lessons(owner, clock.today())
        ],
        "taught": written.words if written and written.words else None,
    }
