"""A list of jobs as a spreadsheet. What a cell begins with never makes it a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from onward_app.records.models import Opportunity

COLUMNS = (
    *("employer", "role", "status", "date", "agency", "place", "link"),
    *("first contact", "last heard", "answer promised", "offer deadline"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what spreadsheets take for one
BYTE_ORDER = "\ufeff"  # without it Excel takes UTF-8 for something else


def write_jobs(rows: Iterable[Opportunity]) -> bytes:
    """The rows in the order of the page, with a line that names the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in rows:
        days = (row.first_on, row.heard_on, row.promised_on, row.deadline_on)
        on = row.ended_on if row.ended else row.stage_on
        words = (row.employer, row.role, row.ended or row.stage, on, row.agency, row.place, row.link, *days)
        writer.writerow([to_cell("" if word is None else str(word)) for word in words])
    return (BYTE_ORDER + text.getvalue()).encode()


def to_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before it, as one would type it there."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
