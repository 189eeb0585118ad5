"""Reads for debriefing: interviews by what they still want, sittings, and resolved forecasts."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from onward.debrief.calibration import Outcome
from onward.debrief.chances import WorkedOn
from onward.debrief.gently import Sitting
from onward.debrief.screens import Script
from onward.debrief.script import Setting
from onward_app import clock
from onward_app.records import queries_kinds
from onward_app.records.models import Debrief, Event, Interview, Kink, Opportunity, Owner

TALKS = ("screen", "interview", "final")
LOOK_BACK = timedelta(days=60)


def interviews(owner: Owner) -> QuerySet[Interview]:
    """Interviews of jobs that stand, newest first, with their job and debriefs at hand."""
    standing = Debrief.objects.of(owner).order_by("pk")
    return (
        Interview.objects.of(owner).filter(opportunity__stands=True).select_related("opportunity")
        .prefetch_related(Prefetch("debriefs", standing)).order_by("-on", "-at", "-pk")
    )  # fmt: skip


def without_record(owner: Owner, on: date) -> list[Event]:
    """Conversations that mail or the log speaks of and that have no record of their own yet, newest first."""
    known = {(row.opportunity_id, row.on) for row in Interview.objects.of(owner)}
    linked = {row.event_id for row in Interview.objects.of(owner).exclude(event=None)}
    found = Event.objects.of(owner).filter(kind__in=TALKS, on__gte=on - LOOK_BACK, opportunity__stands=True)
    rows = found.select_related("opportunity").order_by("-on", "-pk")
    return [e for e in rows if e.pk not in linked and (e.opportunity_id, e.on) not in known]


def unreached(owner: Owner, on: date) -> QuerySet[Opportunity]:
    """Applications that ended without a conversation: they can be replayed as well."""
    rows = Opportunity.objects.of(owner).filter(merged_into=None, ended="rejected", stage="applied")
    return rows.filter(ended_on__gte=on - LOOK_BACK).order_by("-ended_on")


def outcome_known(interview: Interview) -> date | None:
    """The day on which the interview's outcome was known: a later stage or an ending of its job."""
    rows = Event.objects.filter(opportunity=interview.opportunity_id, stands=True, on__gte=interview.on)
    later = Q(kind__in=("final", "verbal offer", "written offer", "signed", "rejected", "rescinded", "closed"))
    event = rows.filter(later).exclude(pk=interview.event_id).order_by("on").first()
    return event.on if event else None


def worked_on(owner: Owner) -> QuerySet[Kink]:
    """Kinks that are being worked on: the debrief asks about their chances."""
    return (
        Kink.objects.of(owner)
        .filter(strength=False, resting=False)
        .exclude(working_since=None)
        .order_by("working_since", "pk")
    )


def forecasts(owner: Owner) -> list[tuple[int, Outcome]]:
    """Each forecast that was made before the outcome, with what came of it so far."""
    told: list[tuple[int, Outcome]] = []
    for row in interviews(owner).exclude(forecast=None):
        known, said = outcome_known(row), row.forecast or 0
        if known is None:
            told.append((said, Outcome.OPEN))
        elif row.forecast_at is not None and clock.local(row.forecast_at).date() <= known:
            told.append((said, _outcome(row, known)))
    return told


def _outcome(interview: Interview, known: date) -> Outcome:
    events = Event.objects.filter(opportunity=interview.opportunity_id, stands=True, on=known)
    kinds = set(events.values_list("kind", flat=True))
    if "closed" in kinds:
        return Outcome.SILENCE
    return Outcome.NO if kinds & {"rejected", "rescinded"} else Outcome.MOVED_ON


def setting(debrief: Debrief) -> Setting:
    """What the script needs to know: which one, what is being worked on, and the kinds to choose from."""
    kinks = [] if debrief.interview_id is None else worked_on(debrief.owner)
    return Setting(
        Script(debrief.script),
        tuple(WorkedOn(row.pk, row.name, _chance(row)) for row in kinks),
        tuple((kind.key, f"{kind.name}: {kind.plain or kind.chance}") for kind in queries_kinds.kinds(debrief.owner)),
    )


def _chance(row: Kink) -> str:
    kind = queries_kinds.kind(row.owner, row.kind)
    return kind.chance if kind else "It could have come up."


def sittings(debrief: Debrief) -> list[Sitting]:
    """Every time this replay was open."""
    return [Sitting(row.opened_at, row.last_at) for row in debrief.sittings.order_by("opened_at")]
