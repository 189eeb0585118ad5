"""Letters and asks as JSON; what isn't known is null."""

from __future__ import annotations

from typing import Any

from onward_app.records.models import Ask, Letter, Owner
from onward_app.records.reading.ask import list_asks


def letters_to_json(owner: Owner, *, job: int | None = None, words: bool = False) -> list[dict[str, Any]]:
    """The letters that were kept, newest first; those of one job, and with their words, where that is asked for."""
    rows = Letter.objects.filter(owner=owner, **({} if job is None else {"opportunity": job}))
    if not words:
        rows = rows.defer("body", "verdict", "refs")
    return [_letter_to_json(row, words=words) for row in rows.order_by("-on", "-pk")]


def _letter_to_json(row: Letter, *, words: bool) -> dict[str, Any]:
    return {
        "id": row.pk,
        "key": row.key,
        "on": row.on.isoformat() if row.on else None,
        "from": row.sender or None,
        "from_name": row.sender_name or None,
        "subject": row.subject or None,
        "kind": row.kind,
        "unsure": row.unsure,
        "waiting": row.waiting or None,
        "outgoing": row.outgoing,
        "by_person": row.by_person,
        "job": row.opportunity_id,
        "answers": row.answers_id,
        "words": row.body if words else None,
    }


def asks_to_json(owner: Owner) -> list[dict[str, Any]]:
    """What was sent to employers, newest first, and what came back."""
    rows = list(list_asks(owner))
    answered = Letter.objects.filter(owner=owner, answers__in=rows).order_by("on", "pk")
    replies = dict(answered.values_list("answers", "pk"))
    return [_ask_to_json(row, replies.get(row.pk)) for row in rows]


def _ask_to_json(row: Ask, reply: int | None) -> dict[str, Any]:
    return {
        "id": row.pk,
        "job": row.opportunity_id,
        "sort": row.sort,
        "to": row.to_address or None,
        "to_name": row.to_name or None,
        "subject": row.subject or None,
        "text": row.text or None,
        "sent_on": row.sent_on.isoformat() if row.sent_on else None,
        "sent_by": row.sent_by or None,
        "reply": reply,
        "outcome": row.outcome or None,
        "outcome_on": row.outcome_on.isoformat() if row.outcome_on else None,
        "quote": row.quote or None,
        "reading": row.reading or None,
        "test": row.test or None,
    }
