"""What the one box found, as JSON; what isn't known is null."""

from __future__ import annotations

from typing import Any

from onward_app.records.reading.finding import FoundRow


def found_to_json(row: FoundRow) -> dict[str, Any]:
    """One thing that was found: its table and id, its job, its day and its words."""
    return {
        "kind": row.table,
        "id": row.pk,
        "job": row.pk if row.table == "opportunity" else row.job,
        "on": row.on.isoformat() if row.on else None,
        "title": row.title or None,
        "text": row.excerpt.text or None,
    }
