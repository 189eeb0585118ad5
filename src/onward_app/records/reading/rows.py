"""What nearly every read begins with: the owner's rows, so that a stranger's id finds nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from django.db.models import F, Model, Q, QuerySet

from onward.facts import Stage
from onward.log import standing
from onward_app.records.models import Change, Event, Interview, Letter, Opportunity, Owner, Undoable

Row = TypeVar("Row", bound=Model)
WAITS = Q(waiting__gt="")  # of letters: for a yes, a no or a change
_EVENT = ("kind", "on", "pk", "source", "note", "day_known")
_BRIEF = (
    "owner", "employer", "role", "agency", "stage", "ended", "reached", "promised_on", "deadline_on", "stage_on",
    "first_on", "heard_on", "accepted_on",
)  # fmt: skip


class NotFound(LookupError):
    """The owner has no such row. The web answers it with its page for what is missing, the command line in words."""


def find_row(model: type[Row], owner: Owner, pk: int | str, *at_hand: str) -> Row:
    """The owner's row, and nobody else's, with the rows it points to that are named.

    Raises:
        NotFound: there is none; a stranger's id and one that never was look the same.
    """
    rows: Any = model._default_manager.filter(owner=owner, pk=pk)
    if issubclass(model, Undoable):
        rows = rows.filter(stands=True)
    row: Row | None = (rows.select_related(*at_hand) if at_hand else rows).first()
    if row is None:
        raise NotFound(f"{model.__name__} {pk}")
    return row


def find_opportunity(owner: Owner, pk: int | str) -> Opportunity:
    """The owner's opportunity by id; ids that were merged live on in the one they were merged into."""
    row = find_row(Opportunity, owner, pk)
    seen = {row.pk}
    while row.merged_into is not None and row.merged_into.pk not in seen and row.merged_into.stands:
        row = row.merged_into
        seen.add(row.pk)
    return row


def list_opportunities(owner: Owner) -> QuerySet[Opportunity]:
    """All that stand and were not merged into another, newest first."""
    return Opportunity.objects.of(owner).filter(merged_into=None).order_by("-first_on", "-id")


def is_first_start(owner: Owner) -> bool:
    """Whether there is no job yet, and no letter that waits."""
    return not Opportunity.objects.of(owner).exists() and not Letter.objects.filter(WAITS, owner=owner).exists()


def list_open_opportunities(owner: Owner) -> QuerySet[Opportunity]:
    """Those still open. What was put away is open again once something came after that day."""
    there = Q(put_away_on=None) | Q(stage_on__gt=F("put_away_on")) | Q(heard_on__gt=F("put_away_on"))
    return list_opportunities(owner).filter(there, ended="").exclude(stage=Stage.STARTED)


def read_briefly(rows: QuerySet[Opportunity]) -> QuerySet[Opportunity]:
    """The same with the columns that are looked at where there may be hundreds; of a job where another one is wanted it
    is asked for.
    """
    return rows.only(*_BRIEF)


def list_events(owner: Owner, **narrowed: Any) -> QuerySet[Event]:
    """The events that stand, in order, of opportunities that stand."""
    return Event.objects.of(owner).filter(opportunity__stands=True, **narrowed).order_by("on", "id")


def list_bare_interviews(event: Event) -> QuerySet[Interview]:
    """The records of the talk that an event tells of in which nothing was noted or replayed."""
    rows = Interview.objects.of(event.owner).filter(event=event, forecast=None, said_real=None, liked="")
    noted = Q(questions__stands=True) | Q(debriefs__stands=True) | Q(transcripts__stands=True)
    return rows.exclude(pk__in=Interview.objects.filter(noted, event=event).values("pk"))


def load_opportunities(
    owner: Owner, rows: Iterable[Opportunity], *, without: Collection[str] = ()
) -> list[standing.Opportunity]:
    """Opportunities with their events, but for those of some kinds, as the library has them: one query for the
    events.
    """
    found = list(rows)
    log: dict[int, list[standing.Event]] = {row.pk: [] for row in found}
    events = list_events(owner, opportunity_id__in=list(log)).exclude(kind__in=without)
    # As plain columns: of thousands of events, making rows takes most of the time.
    for job, kind, on, pk, source, note, known in events.values_list("opportunity_id", *_EVENT):
        log[job].append(standing.Event(kind, on, order=pk, source=source, note=note, id=pk, day_known=known))
    return [standing.Opportunity(row.pk, row.employer, row.role, tuple(log[row.pk])) for row in found]


def list_changes(owner: Owner) -> QuerySet[Change]:
    """What was done, newest first, with whether it is undone."""
    return Change.objects.filter(owner=owner).select_related("undone_by", "opportunity")


def list_undo_ids(owner: Owner) -> frozenset[int]:
    """The changes that took something back. What undoes an undo isn't one: it is again what was done first."""
    rows = Change.objects.filter(owner=owner).exclude(undoes=None).order_by("pk")
    found: set[int] = set()
    for pk, undone in rows.values_list("pk", "undoes_id"):
        if undone not in found:  # older, so decided already
            found.add(pk)
    return frozenset(found)


def find_last_change(owner: Owner) -> Change | None:
    """The last thing the person did that stands: not Onward's own filing, no undo, and not the opening of a page."""
    by_person = list_changes(owner).filter(undone_by=None).exclude(by="onward")
    return by_person.exclude(intention="undo").exclude(intention__startswith="recover.open").first()
