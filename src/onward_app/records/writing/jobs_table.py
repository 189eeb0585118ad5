"""What is done to jobs in their table: many at once, as one change, and views that are kept by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onward.facts import Ending, Stage
from onward.log import standing
from onward.log.refusals import explain_refusal
from onward.wording.counts import say_count
from onward_app import clock
from onward_app.records.facts import to_event
from onward_app.records.lots import lots
from onward_app.records.models import Change, Event, KeptView, Opportunity, Owner
from onward_app.records.reading.jobs_table import JobsAsked
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.jobs import log_event
from onward_app.records.writing.refusals import EventRefused

LONGEST = 60  # characters of a view's name


class ManyDo(StrEnum):
    """What can be done to many jobs at once."""

    AWAY = "away"
    BACK = "back"
    APPLIED = "applied"
    CLOSED = "closed"
    WITHDREW = "withdrew"


EVENTS: dict[ManyDo, str] = {
    ManyDo.APPLIED: Stage.APPLIED,
    ManyDo.CLOSED: Ending.CLOSED,
    ManyDo.WITHDREW: Ending.WITHDREW,
}
SAID = {
    ManyDo.AWAY: ("Put {job} away.", "Put {n} jobs away."),
    ManyDo.BACK: ("Took {job} out again.", "Took {n} jobs out again."),
    ManyDo.APPLIED: ("Noted that you applied for {job}.", "Noted that you applied for {n} jobs."),
    ManyDo.CLOSED: ("Closed {job} that had gone quiet.", "Closed {n} jobs that had gone quiet."),
    ManyDo.WITHDREW: ("Withdrew from {job}.", "Withdrew from {n} jobs."),
}


@dataclass(frozen=True, slots=True)
class ManyDone:
    """The change, None where nothing was done, and how many jobs it couldn't be said of."""

    change: Change | None
    left: int


def change_many(owner: Owner, rows: Iterable[Opportunity], do: ManyDo, *, on: date | None = None) -> ManyDone:
    """Do one thing to many jobs, as one change. Those of which it can't be true are left as they are, and counted."""
    jobs, day = list(rows), on or clock.today()
    fit = [row for row, events in _with_events(jobs) if do not in EVENTS or _can_be(events, EVENTS[do], day)]
    if not fit:
        return ManyDone(None, len(jobs))
    summary = say_count(len(fit), *SAID[do], job=fit[0].title if fit else "")
    with open_change(owner, "jobs.many", summary) as change:
        for row in fit:
            if do in EVENTS:
                log_event(change, row, EVENTS[do], day)
            else:
                change.edit(row, put_away_on=day if do is ManyDo.AWAY else None)
    return ManyDone(change.kept, len(jobs) - len(fit))


def _with_events(rows: list[Opportunity]) -> list[tuple[Opportunity, list[standing.Event]]]:
    log: dict[int, list[standing.Event]] = {row.pk: [] for row in rows}
    for batch in lots(log):
        for event in Event.objects.filter(opportunity_id__in=batch, stands=True).order_by("on", "id"):
            log[event.opportunity_id].append(to_event(event))
    return [(row, log[row.pk]) for row in rows]


def _can_be(events: list[standing.Event], kind: str, day: date) -> bool:
    twice = any((event.kind, event.on) == (kind, day) for event in events)
    return not twice and explain_refusal(events, standing.Event(kind, day), today=clock.today()) is None


def keep_view(owner: Owner, name: str, asked: JobsAsked) -> Change | None:
    """Keep a view under a name. One of the same name takes its place.

    Raises:
        EventRefused: it has no name.
    """
    name = " ".join(name.split())[:LONGEST]
    if not name:
        raise EventRefused("Give it a name, so that you find it again.", field="name")
    with open_change(owner, "jobs.keep_view", f"Kept the view “{name}”.") as change:
        same = KeptView.objects.of(owner).filter(name__iexact=name).first()
        if same is None:
            change.make(KeptView, name=name, asked=asked.list_pairs())
        else:
            change.edit(same, name=name, asked=asked.list_pairs())
    return change.kept


def drop_view(owner: Owner, row: KeptView) -> Change:
    """Let a view go."""
    with open_change(owner, "jobs.drop_view", f"Let the view “{row.name}” go.") as change:
        change.strike(row)
    return change.record
