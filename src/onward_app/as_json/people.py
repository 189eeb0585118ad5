"""The people of a search as JSON; what isn't known is null."""

from __future__ import annotations

from typing import Any

from onward_app.records.models import Contact


def person_to_json(row: Contact) -> dict[str, Any]:
    """One of `list_people`, with the jobs they belong to."""
    said = {field: getattr(row, field) or None for field in ("employer", "role", "reach", "how", "notes", "link")}
    return {
        "id": row.pk,
        "name": row.name,
        **said,
        "since": row.met_on.isoformat() if row.met_on else None,
        "jobs": [
            {"job": link.opportunity_id, "title": link.opportunity.title, "part": link.part or None}
            for link in row.links
        ],
    }
