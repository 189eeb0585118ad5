"""What lies between a form and a write: where to go on from an event, and a spreadsheet's text."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse

from onward.facts import THEIR_NOS
from onward.recover.rejection_day import is_fresh
from onward.values.gate import GATED
from onward.wording.days import say_day
from onward_app.records.models import Opportunity
from onward_app.rooms.jobs.forms import MOST_BYTES


class Unreadable(Exception):
    """The file isn't a spreadsheet saved as CSV; the message says what to do."""


def find_gate_address(row: Opportunity, *, kind: str, on: date, note: str) -> str:
    """The page that holds up the lines before an accept or a signature; it writes the event itself."""
    said = {"action": str(GATED[kind]), "on": on.isoformat(), **({"note": note} if note else {})}
    return reverse("values:gate", args=[row.pk], query=said)


def is_fresh_no(kind: str, on: date, today: date) -> bool:
    """Whether what was just entered is a no that tonight is for."""
    return kind in THEIR_NOS and is_fresh(on, today)


def read_sheet_text(file: UploadedFile[Any]) -> str:
    """The text of a file that was chosen.

    Raises:
        Unreadable: it is too large, or isn't text.
    """
    if (file.size or 0) > MOST_BYTES:
        raise Unreadable("That file is larger than 2 MB. Bring a CSV with one line for each application.")
    raw = file.read()
    if raw[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"):
        raise Unreadable("That is not a CSV file. In your spreadsheet, choose Save as (or Download) and then CSV.")
    return _decoded(raw)


def _decoded(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def describe_standing(row: Opportunity) -> str:
    """Where a job stands, in one sentence."""
    if row.ended and row.ended_on:
        return f"It ended on {say_day(row.ended_on)}: {row.ended}."
    if row.stage_on is None:
        return "Nothing has happened yet."
    return f"At “{row.stage}” since {say_day(row.stage_on)}."
