"""What is cached of an opportunity is a fold over its events, and can always be computed again."""

from __future__ import annotations

from collections.abc import Iterable

from onward import facts
from onward_app.records.facts import to_event
from onward_app.records.models import Event, Opportunity, Owner

CACHED = ("stage", "ended", "stage_on", "ended_on", "first_on", "heard_on", "accepted_on")


def refresh_opportunities(ids: Iterable[int]) -> None:
    """Recompute the cached columns of these opportunities, with two queries whatever their number."""
    rows = {row.pk: row for row in Opportunity.objects.filter(pk__in=set(ids))}
    log: dict[int, list[facts.Event]] = {pk: [] for pk in rows}
    for event in Event.objects.filter(opportunity_id__in=rows, stands=True):
        log[event.opportunity_id].append(to_event(event))
    changed = [row for pk, row in rows.items() if _set(row, facts.fold_events(log[pk]))]
    Opportunity.objects.bulk_create(  # an upsert: far quicker than `bulk_update`, which builds a case for each value
        changed, update_conflicts=True, unique_fields=["id"], update_fields=CACHED, batch_size=200
    )


def rebuild_opportunities(owner: Owner) -> int:
    """Recompute every cache of an owner's from the log; returns how many opportunities were looked at."""
    ids = list(Opportunity.objects.filter(owner=owner).values_list("pk", flat=True))
    refresh_opportunities(ids)
    return len(ids)


def _set(row: Opportunity, standing: facts.Standing) -> bool:
    """Whether that changed anything."""
    before = [getattr(row, name) for name in CACHED]
    row.stage, row.ended = str(standing.stage), str(standing.ended or "")
    row.stage_on, row.ended_on = standing.stage_on, standing.ended_on
    row.first_on, row.heard_on, row.accepted_on = standing.first_on, standing.heard_on, standing.accepted_on
    return before != [getattr(row, name) for name in CACHED]
