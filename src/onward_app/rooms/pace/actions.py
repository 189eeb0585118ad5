"""A friendly check, drafted for whoever was met, to be sent by the person's own hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from onward.ask.send import make_mailto
from onward.ask.words import LANGUAGE_NAMES
from onward.pace.odds import WISHES
from onward.pace.status_check import write_status_check
from onward_app.records.models import Opportunity, Owner
from onward_app.records.reading.ask import draft_details, find_language, find_recipient
from onward_app.records.reading.pace import OpenChances, find_needed_pace, list_silences

NOT_WAITING = "Nothing is waiting for an answer here."


def tell_needed_pace(open_: OpenChances, on: date, *, wish: int | None) -> dict[str, Any]:
    """What pace the wished-for chance needs (the first of them until another is asked for), and the other wishes."""
    wish = wish if wish in WISHES else WISHES[0]
    return {"needed": find_needed_pace(open_, on, wish=wish).words, "wishes": [one for one in WISHES if one != wish]}


def prepare_status_check(owner: Owner, row: Opportunity, on: date, *, language: str = "") -> dict[str, Any]:
    """What the page on a check holds: what may be said of the silence, and the draft when its day has come."""
    found = list_silences(owner, [row], on) if row.alive else []
    if not found:
        return {"job": row, "words": NOT_WAITING}
    silence = found[0].silence
    page = {"job": row, "words": f"{silence.words} {silence.check.words}"}
    if not silence.check_due(on):
        return page
    to = find_recipient(owner, row)
    known = language if language in LANGUAGE_NAMES else find_language(owner, row)
    draft = write_status_check(draft_details(owner, row, to.name), promised=silence.named, language=known)
    languages = [(code, name, code == known) for code, name in LANGUAGE_NAMES.items()]
    return {**page, "draft": draft, "mailto": make_mailto(draft, to.address), "languages": languages}
