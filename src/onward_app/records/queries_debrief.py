"""Reads for debriefing: interviews by what they still want, sittings, and resolved forecasts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet

from onward.debrief.calibration import Forecast, Outcome
from onward.debrief.capture import counts_as_forecast
from onward.debrief.chances import Chance, WorkedOn
from onward.debrief.gently import Sitting
from onward.debrief.outcome import Came, stage_of, what_came
from onward.debrief.screens import Entry, Screen, Script
from onward.debrief.script import Setting, lesson, screens
from onward.facts import Event as Fact
from onward_app import clock
from onward_app.records import queries, queries_kinds
from onward_app.records.models import Debrief, Event, Interview, Kink, Opportunity, Owner
from onward_app.records.models import Sitting as Sat

TALKS = ("screen", "interview", "final")
LOOK_BACK = timedelta(days=60)


def interviews(owner: Owner) -> QuerySet[Interview]:
    """Interviews of jobs that stand, newest first, with their job and debriefs at hand."""
    standing = Debrief.objects.of(owner).order_by("pk")
    return (
        Interview.objects.of(owner).filter(opportunity__stands=True).select_related("opportunity")
        .prefetch_related(Prefetch("debriefs", standing)).order_by("-on", "-at", "-pk")
    )  # fmt: skip


def with_outcomes(owner: Owner) -> QuerySet[Interview]:
    """The same with all at hand that says what came of each, and what was noted."""
    return interviews(owner).prefetch_related("questions", "opportunity__events", "opportunity__interviews")


def wants_noting(row: Interview, today: date) -> bool:
    """Whether nothing was noted of an interview that has been, while nobody knows yet what comes of it."""
    noted = row.forecast is not None or row.said_real is not None or any(one.stands for one in row.questions.all())
    return row.on <= today and not noted and not row.debriefs.all() and came_of(row).on is None


def of_calendar(owner: Owner, uid: str) -> Interview | None:
    """The interview that a calendar's event became."""
    return Interview.objects.of(owner).filter(uid=uid).order_by("-pk").first() if uid else None


def employers(owner: Owner) -> dict[int, str]:
    """The employers of the jobs that are alive."""
    return {row.pk: row.employer for row in queries.alive(owner)}


def without_record(owner: Owner, on: date) -> list[Event]:
    """Conversations that mail or the log speaks of and that have no record of their own yet, newest first."""
    known = {(row.opportunity_id, row.on) for row in Interview.objects.of(owner)}
    linked = {row.event_id for row in Interview.objects.of(owner).exclude(event=None)}
    found = Event.objects.of(owner).filter(kind__in=TALKS, on__gte=on - LOOK_BACK, opportunity__stands=True)
    rows = found.select_related("opportunity").order_by("-on", "-pk")
    return [e for e in rows if e.pk not in linked and (e.opportunity_id, e.on) not in known]


def unreached(owner: Owner, on: date) -> QuerySet[Opportunity]:
    """Applications that ended, by a no or in silence, without a conversation: they can be replayed as well, once."""
    rows = Opportunity.objects.of(owner).filter(merged_into=None, ended__in=("rejected", "closed"), stage="applied")
    done = Debrief.objects.of(owner).filter(script=Script.APPLICATION).exclude(done_at=None)
    rows = rows.exclude(pk__in=done.values("opportunity")).exclude(
        pk__in=Interview.objects.of(owner).values("opportunity")
    )
    return rows.filter(ended_on__gte=on - LOOK_BACK).order_by("-ended_on")


def applications(owner: Owner) -> QuerySet[Debrief]:
    """Replays of applications that reached nobody, newest first."""
    rows = Debrief.objects.of(owner).filter(interview=None, opportunity__stands=True)
    return rows.select_related("opportunity").order_by("-started_at", "-pk")


def outcome_known(interview: Interview) -> date | None:
    """The day on which the interview's outcome was known: a further stage, another interview, or an ending of its job."""
    return came_of(interview).on


def came_of(interview: Interview) -> Came:
    """What came of an interview so far."""
    log = [Fact(event.kind, event.on, id=event.pk) for event in _events(interview)]
    others = interview.opportunity.interviews.all()
    later = [other.on for other in others if other.stands and other.pk != interview.pk]
    return what_came(stage_of(interview.round), interview.on, log, later, today=clock.today())


def _events(interview: Interview) -> list[Event]:
    return [event for event in interview.opportunity.events.all() if event.stands]


def worked_on(owner: Owner) -> QuerySet[Kink]:
    """Kinks that are being worked on: the debrief asks about their chances."""
    return (
        Kink.objects.of(owner)
        .filter(strength=False, resting=False)
        .exclude(working_since=None)
        .order_by("working_since", "pk")
    )


@dataclass(frozen=True, slots=True)
class Said:
    """A forecast of an interview: what was said, what came of it so far, and whether it was said before that."""

    interview: Interview
    said: int
    outcome: Outcome
    known: date | None
    before: bool


def forecasts(owner: Owner) -> list[Said]:
    """Every forecast with what came of it so far, newest first."""
    return [_said(row) for row in with_outcomes(owner).exclude(forecast=None)]


def counted(rows: Iterable[Said]) -> list[Forecast]:
    """Those that count: made before the outcome was known."""
    return [Forecast(one.said, one.outcome) for one in rows if one.before]


def _said(row: Interview) -> Said:
    came = came_of(row)
    return Said(row, row.forecast or 0, came.outcome, came.on, _was_before(row, came))


def _was_before(row: Interview, came: Came) -> bool:
    """Whether a forecast was said before the outcome was known: on the same day, before it was entered here."""
    if came.on is None or row.forecast_at is None:
        return came.on is None
    said = clock.local(row.forecast_at).date()
    told = next((event.added_at for event in _events(row) if event.pk == came.by), None)
    return said < came.on or (said == came.on and (told is None or counts_as_forecast(row.forecast_at, told)))


def setting(debrief: Debrief) -> Setting:
    """What the script needs to know: which one, what is being worked on, and the kinds to choose from."""
    met = debrief.interview
    kinks = [] if met is None else worked_on(debrief.owner).filter(working_since__lt=met.on)  # only those chances count
    return Setting(
        Script(debrief.script),
        tuple(WorkedOn(row.pk, row.name, _chance(row)) for row in kinks),
        tuple((kind.key, f"{kind.name}: {kind.plain or kind.chance}") for kind in queries_kinds.kinds(debrief.owner)),
    )


def _chance(row: Kink) -> str:
    kind = queries_kinds.kind(row.owner, row.kind)
    return kind.chance if kind else "It could have come up."


def sittings(debrief: Debrief) -> list[Sitting]:
    """Every time this interview or application was open to be replayed."""
    same = {"debrief__interview": debrief.interview_id} if debrief.interview_id else {"debrief": debrief}
    rows = Sat.objects.filter(owner=debrief.owner_id, **same).order_by("opened_at")
    return [Sitting(row.opened_at, row.last_at) for row in rows]


def said_again(debrief: Debrief) -> dict[str, str]:
    """For the kinks worked on that this very replay saw: that it happened, to begin with."""
    seen = {change.kind for change in lesson(debrief.answers, setting(debrief)).changes if change.kind}
    return {f"kink_{row.pk}": Chance.HAPPENED.value for row in worked_on(debrief.owner).filter(kind__in=seen)}


def told(debrief: Debrief) -> list[tuple[str, list[str]]]:
    """What was answered so far, screen by screen, as text."""
    pages = screens(debrief.answers, setting(debrief))
    rows = [(page.title, _lines(page, debrief.answers.get(page.key, {}))) for page in pages]
    return [(title, lines) for title, lines in rows if lines]


def _lines(page: Screen, answers: Mapping[str, str]) -> list[str]:
    lines = []
    for field in page.fields:
        given = answers.get(field.name, "").strip()
        label = next((choice.label for choice in field.choices if choice.value == given), given)
        if field.entry is Entry.SCALE:
            label = f"{label} of 5"
        named = field.label if field.label.endswith(("?", "…")) else f"{field.label}:"
        if given:
            lines.append(label if len(page.fields) == 1 or field.entry is Entry.TEXT else f"{named} {label}")
    return lines
