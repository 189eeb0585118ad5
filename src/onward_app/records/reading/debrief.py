"""Reads for debriefing: interviews by what they still want, sittings, and resolved forecasts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from onward.debrief.calibration import Forecast, ForecastOutcome
from onward.debrief.capture import counts_as_forecast
from onward.debrief.chances import ChanceAnswer, WorkedOn
from onward.debrief.outcome import InterviewOutcome, settle_outcome
from onward.debrief.screens import Entry, Screen, Script
from onward.debrief.script import DebriefSetting, draw_lesson, list_screens
from onward.debrief.sittings import SittingTimes
from onward.facts import NOS, TALKS, Stage
from onward_app import clock
from onward_app.records.facts import to_sitting
from onward_app.records.models import Debrief, Event, Interview, Kink, Opportunity, Owner, Sitting
from onward_app.records.reading.kinds import list_kinds
from onward_app.records.reading.pace import list_silences
from onward_app.records.reading.rows import list_open_opportunities, read_briefly

LOOK_BACK = timedelta(days=60)
_CAME = ("pk", "opportunity_id", "came", "came_on", "came_at", "next_on", "forecast", "forecast_at")


def list_interviews(owner: Owner) -> QuerySet[Interview]:
    """Interviews of jobs that stand, newest first, with their job and debriefs at hand."""
    return _list_standing(owner).prefetch_related(Prefetch("debriefs", Debrief.objects.of(owner).order_by("pk")))


def _list_standing(owner: Owner) -> QuerySet[Interview]:
    rows = Interview.objects.of(owner).filter(opportunity__stands=True).select_related("opportunity")
    return rows.order_by("-on", "-at", "-pk")


def list_interviews_with_questions(owner: Owner) -> QuerySet[Interview]:
    """The same with what was noted."""
    return list_interviews(owner).prefetch_related("questions")


def list_interviews_at_hand(owner: Owner, on: date) -> QuerySet[Interview]:
    """Interviews of this day and the next, of jobs that are alive."""
    rows = Interview.objects.of(owner).filter(on__range=(on, on + timedelta(days=1)))
    return (
        rows.filter(opportunity__stands=True, opportunity__ended="").select_related("opportunity").order_by("on", "at")
    )


def needs_capture(row: Interview, today: date) -> bool:
    """Whether nothing was noted of an interview that has been, while nobody knows yet what comes of it."""
    noted = row.forecast is not None or row.said_real is not None or any(one.stands for one in row.questions.all())
    return row.on <= today and not noted and not row.debriefs.all() and find_outcome(row).on is None


def find_interview_by_uid(owner: Owner, uid: str) -> Interview | None:
    """The interview that a calendar's event became."""
    return Interview.objects.of(owner).filter(uid=uid).order_by("-pk").first() if uid else None


def map_employers(owner: Owner) -> dict[int, str]:
    """The employers of the jobs that are alive."""
    return {row.pk: row.employer for row in list_open_opportunities(owner)}


def list_talks_without_interview(owner: Owner, on: date) -> QuerySet[Event]:
    """Conversations that mail or the log speaks of and that have no record of their own yet, newest first."""
    held = Interview.objects.of(owner)
    same_day = held.filter(opportunity=OuterRef("opportunity"), on=OuterRef("on"))
    found = Event.objects.of(owner).filter(kind__in=TALKS, on__gte=on - LOOK_BACK, opportunity__stands=True)
    alone = found.filter(~Exists(same_day), ~Exists(held.filter(event=OuterRef("pk"))))
    return alone.select_related("opportunity").order_by("-on", "-pk")


def list_unreached_applications(owner: Owner, on: date) -> QuerySet[Opportunity]:
    """Applications that ended, by a no or in silence, without a conversation: they can be replayed as well, once."""
    rows = Opportunity.objects.of(owner).filter(merged_into=None, ended__in=NOS, stage=Stage.APPLIED)
    done = Debrief.objects.of(owner).filter(script=Script.APPLICATION).exclude(done_at=None)
    rows = rows.exclude(pk__in=done.values("opportunity")).exclude(
        pk__in=Interview.objects.of(owner).values("opportunity")
    )
    return rows.filter(ended_on__gte=on - LOOK_BACK).order_by("-ended_on")


def list_application_debriefs(owner: Owner) -> QuerySet[Debrief]:
    """Replays of applications that reached nobody, newest first."""
    rows = Debrief.objects.of(owner).filter(interview=None, opportunity__stands=True)
    return rows.select_related("opportunity").order_by("-started_at", "-pk")


@dataclass(frozen=True, slots=True)
class OutcomeTold:
    """What came of one interview so far, and when; the forecast that was `said` of it, and whether it was said before
    that.
    """

    job: int
    outcome: ForecastOutcome
    on: date | None
    said: int | None
    before: bool

    def settle(self, left: float | None) -> ForecastOutcome:
        """The outcome, where silence leaves so much of the chance (None: there is no such silence)."""
        silent = self.outcome is ForecastOutcome.OPEN and left is not None
        return ForecastOutcome.SILENCE if silent else self.outcome


def load_outcomes(owner: Owner) -> dict[int, OutcomeTold]:
    """What came of each interview by its id, the newest first: as plain columns, since there may be many."""
    rows, today = _list_standing(owner).select_related(None), clock.today()
    found = {}
    for pk, job, outcome, on, told_at, next_on, said, said_at in rows.values_list(*_CAME):
        logged = InterviewOutcome(ForecastOutcome(outcome), on)
        came = settle_outcome(logged, next_on, today=today)
        before = _was_before(said_at, came, told_at if came is logged else None)
        found[pk] = OutcomeTold(job, came.outcome, came.on, said, before)
    return found


def _was_before(said_at: datetime | None, came: InterviewOutcome, told: datetime | None) -> bool:
    """Whether a forecast was said before the outcome was known: on the same day, before it was entered here."""
    if came.on is None or said_at is None:
        return came.on is None
    said = clock.local(said_at).date()
    return said < came.on or (said == came.on and (told is None or counts_as_forecast(said_at, told)))


def find_outcome_day(interview: Interview) -> date | None:
    """The day on which the interview's outcome was known: a further stage, another interview, or an ending of its
    job.
    """
    return find_outcome(interview).on


def find_outcome(interview: Interview) -> InterviewOutcome:
    """What came of an interview so far."""
    logged = InterviewOutcome(ForecastOutcome(interview.came), interview.came_on)
    return settle_outcome(logged, interview.next_on, today=clock.today())


def list_kinks_worked_on(owner: Owner) -> QuerySet[Kink]:
    """Kinks that are being worked on: the debrief asks about their chances."""
    return (
        Kink.objects.of(owner)
        .filter(strength=False, resting=False)
        .exclude(working_since=None)
        .order_by("working_since", "pk")
    )


def choose_worked_on(rows: Iterable[Kink]) -> list[Kink]:
    """Of some kinks those that are being worked on, in the same order."""
    begun = [
        (row.working_since, row.pk, row) for row in rows if row.working_since and not (row.strength or row.resting)
    ]
    return [row for *_, row in sorted(begun)]


@dataclass(frozen=True, slots=True)
class InterviewForecast:
    """A forecast of an interview, which it has the id of: what was said, what came of it so far, and whether it was
    said before that.

    `left` is what a long silence leaves of the chance.
    """

    interview: int
    said: int
    outcome: ForecastOutcome
    known: date | None
    before: bool
    left: float = 0.0


def list_genuine_marks(owner: Owner) -> list[float]:
    """How far the person could be themselves in each interview, 1 to 5, oldest first: the mean of what they said."""
    rows = Interview.objects.of(owner).order_by("on", "pk").values_list("said_real", "could_be")
    said = [[mark for mark in row if mark is not None] for row in rows]
    return [sum(marks) / len(marks) for marks in said if marks]


def list_forecasts(owner: Owner) -> list[InterviewForecast]:
    """Every forecast with what came of it so far, newest first. One that likely won't be answered is in silence."""
    told = {pk: one for pk, one in load_outcomes(owner).items() if one.said is not None}
    left = _left_by_silence(owner, told.values())
    return [
        InterviewForecast(
            pk, one.said or 0, one.settle(left.get(one.job)), one.on, one.before, left.get(one.job, 0.0)
        )
        for pk, one in told.items()
    ]  # fmt: skip


def map_interviews(owner: Owner, ids: Collection[int]) -> dict[int, Interview]:
    """These interviews with their jobs, by their ids."""
    return {row.pk: row for row in _list_standing(owner).filter(pk__in=ids)}


def list_counting_forecasts(owner: Owner, came: Iterable[OutcomeTold]) -> list[Forecast]:
    """The forecasts that were made before the outcome was known, for a page that says no more of them."""
    counting = [one for one in came if one.said is not None and one.before]
    left = _left_by_silence(owner, counting)
    return [Forecast(one.said or 0, one.settle(left.get(one.job)), left.get(one.job, 0.0)) for one in counting]


def _left_by_silence(owner: Owner, told: Iterable[OutcomeTold]) -> dict[int, float]:
    """Of jobs that are carried on as if they won't answer: what silence leaves of the chance, P(still hears) /
    P(hears).
    """
    jobs = {one.job for one in told if one.outcome is ForecastOutcome.OPEN}
    rows = read_briefly(Opportunity.objects.of(owner).filter(pk__in=jobs))
    silent = [one for one in list_silences(owner, rows, clock.today()) if one.silence.plan_closed] if jobs else []
    return {one.row.pk: one.silence.left for one in silent}


def choose_counting(rows: Iterable[InterviewForecast]) -> list[Forecast]:
    """Those that count: made before the outcome was known."""
    return [Forecast(one.said, one.outcome, one.left) for one in rows if one.before]


def load_setting(debrief: Debrief) -> DebriefSetting:
    """What the script needs to know: which one, what is being worked on, and the kinds to choose from."""
    return load_settings(debrief.owner, list(list_kinks_worked_on(debrief.owner)))(debrief)


def load_settings(owner: Owner, worked: Sequence[Kink]) -> Callable[[Debrief], DebriefSetting]:
    """The setting of each debrief of a person, by what is worked on; with as many queries for many as for one."""
    kinds = list_kinds(owner)
    says = {kind.key: kind.chance for kind in reversed(kinds)}
    choices = tuple((kind.key, f"{kind.name}: {kind.plain or kind.chance}") for kind in kinds)

    def of(debrief: Debrief) -> DebriefSetting:
        met = debrief.interview  # only chances in interviews after the work began count
        mine = [] if met is None else [row for row in worked if row.working_since and row.working_since < met.on]
        on = tuple(WorkedOn(row.pk, row.name, says.get(row.kind, "It could have come up.")) for row in mine)
        return DebriefSetting(Script(debrief.script), on, choices)

    return of


def list_sittings(debrief: Debrief) -> list[SittingTimes]:
    """Every time this interview or application was open to be replayed."""
    same = {"debrief__interview": debrief.interview_id} if debrief.interview_id else {"debrief": debrief}
    rows = Sitting.objects.filter(owner=debrief.owner_id, **same).order_by("opened_at")
    return [to_sitting(row) for row in rows]


def list_repeated_thoughts(debrief: Debrief) -> dict[str, str]:
    """For the kinks worked on that this very replay saw: that it happened, to begin with."""
    seen = {change.kind for change in draw_lesson(debrief.answers, load_setting(debrief)).changes if change.kind}
    return {
        f"kink_{row.pk}": ChanceAnswer.HAPPENED.value
        for row in list_kinks_worked_on(debrief.owner).filter(kind__in=seen)
    }


def list_answers_so_far(debrief: Debrief, setting: DebriefSetting | None = None) -> list[tuple[str, list[str]]]:
    """What was answered so far, screen by screen, as text; of many with the setting that was loaded for all."""
    pages = list_screens(debrief.answers, setting or load_setting(debrief))
    rows = [(page.title, _list_lines(page, debrief.answers.get(page.key, {}))) for page in pages]
    return [(title, lines) for title, lines in rows if lines]


OF_FIVE = "{mark} of 5"


def _list_lines(page: Screen, answers: Mapping[str, str]) -> list[str]:
    lines = []
    for field in page.fields:
        given = answers.get(field.name, "").strip()
        label = next((choice.label for choice in field.choices if choice.value == given), given)
        if field.entry is Entry.SCALE:
            label = OF_FIVE.format(mark=label)
        named = field.label if field.label.endswith(("?", "…")) else f"{field.label}:"
        if given:
            lines.append(label if len(page.fields) == 1 or field.entry is Entry.TEXT else f"{named} {label}")
    return lines
