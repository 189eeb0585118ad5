"""A change as JSON: its number, what it did, and the ids of what it made."""

from __future__ import annotations

from typing import Any

from onward_app.records.models import Change, Opportunity


def change_to_json(change: Change | None, job: Opportunity | None = None) -> dict[str, Any]:
    """What a command that writes prints; all null or empty where nothing was changed."""
    return {
        "change": change.pk if change else None,
        "summary": change.summary if change else None,
        "job": job.pk if job else change.opportunity_id if change else None,
        "made": list_made(change) if change else [],
    }


def list_made(change: Change) -> list[dict[str, Any]]:
    """The rows it made, by their sort and id."""
    made = change.parts.filter(before__isnull=True).order_by("pk")
    return [{"kind": table, "id": row} for table, row in made.values_list("table", "row")]
