"""What the pages on values read: lines and values, marks at a job, the gate, and jobs beside each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q, QuerySet

from onward.facts import OFFERS, Stage
from onward.values import gate
from onward.values.compare import JobFit, compare_fits, measure_fit
from onward.values.lines import Held
from onward_app.records.facts import to_line, to_mark, to_value
from onward_app.records.models import Fit, Gate, Opportunity, Owner, Value, Weighing
from onward_app.records.reading.rows import list_open_opportunities

ASKED_BEFORE = 2  # applying; more would be a form
SHOWN_AT_JOB = 4
ASKED_OF_VALUES = 3  # the heaviest ones; more questions than these nobody puts in an hour


@dataclass(frozen=True, slots=True)
class JobBeside:
    """One job in the comparison: its lines in counts, and what it gives as an interval (None when unmarked)."""

    row: Opportunity
    kept: int
    crossed: int
    unknown: int
    fit: JobFit | None


@dataclass(frozen=True, slots=True)
class GateCheck:
    """What the gate says of one step, and the pause that was begun for it."""

    answer: gate.GateAnswer
    pause: Gate | None

    @property
    def open(self) -> bool:
        """Whether nothing stands between the person and the step."""
        return self.answer.clear

    def over(self, when: datetime) -> bool:
        """Whether a reason was given and its day has passed."""
        waits = self.pause.waits_until if self.pause else None
        return waits is not None and when >= waits


def list_values(owner: Owner, on: date, *, line: bool | None = None) -> QuerySet[Value]:
    """Lines and values that stand on a day; only lines, or only values, when that is said."""
    rows = Value.objects.of(owner).filter(Q(retired_on=None) | Q(retired_on__gt=on), set_on__lte=on)
    return (rows if line is None else rows.filter(line=line)).order_by("-line", "set_on", "id")


def list_retired_values(owner: Owner, on: date) -> QuerySet[Value]:
    """Those that were let go."""
    return Value.objects.of(owner).filter(retired_on__lte=on).order_by("-retired_on", "-id")


def list_weighings(owner: Owner) -> QuerySet[Weighing]:
    """Each time the values were weighed, the newest first."""
    return Weighing.objects.of(owner)


def list_heavy_unknown(owner: Owner, row: Opportunity, on: date) -> list[Value]:
    """The heaviest values that aren't known of a job yet, or only guessed."""
    known = Fit.objects.of(owner).filter(opportunity=row).exclude(mark="unknown").exclude(known="guessed")
    rows = list_values(owner, on, line=False).filter(points__gt=0).exclude(pk__in=known.values("value"))
    return list(rows.order_by("-points", "id")[:ASKED_OF_VALUES])


def list_before_applying(owner: Owner, row: Opportunity, on: date) -> list[Value]:
    """At most two things to ask oneself of a lead: the first line and the heaviest value that aren’t known of it."""
    if not row.alive or row.stage != Stage.LEAD:
        return []
    known = {value for value, mark in map_marks(owner, row).items() if mark.mark != "unknown"}
    open_ = [value for value in list_values(owner, on) if value.pk not in known]
    lines = [value for value in open_ if value.line]
    weighty = sorted((one for one in open_ if not one.line and one.points), key=lambda one: -one.points)
    return [*lines[:1], *weighty[:1], *lines[1:2], *weighty[1:2]][:ASKED_BEFORE]


def map_marks(owner: Owner, row: Opportunity) -> dict[int, Fit]:
    """The mark that stands for each line and value at one job: the newest."""
    return map_marks_of(owner, [row])[row.pk]


def map_marks_of(owner: Owner, rows: Sequence[Opportunity]) -> dict[int, dict[int, Fit]]:
    """The same for some jobs, by their ids."""
    found: dict[int, dict[int, Fit]] = {row.pk: {} for row in rows}
    for mark in Fit.objects.of(owner).filter(opportunity__in=rows).order_by("on", "id"):
        found[mark.opportunity_id][mark.value_id] = mark
    return found


def list_marks_shown(owner: Owner, row: Opportunity) -> list[Fit]:
    """What is known of one job, lines first, what is crossed before what is kept; a few at most, with one question."""
    marks = Fit.objects.of(owner).filter(opportunity=row, value__stands=True, value__retired_on=None)
    newest = {mark.value_id: mark for mark in marks.select_related("value").order_by("on", "id")}
    known = [mark for mark in newest.values() if mark.mark != Held.UNKNOWN]
    return sorted(known, key=lambda mark: (not mark.value.line, mark.mark != Held.CROSSED, mark.pk))[:SHOWN_AT_JOB]


def has_pending_offer(owner: Owner) -> bool:
    """Whether an offer is on the table."""
    return list_open_opportunities(owner).filter(stage__in=OFFERS).exists()


def check_gate(owner: Owner, row: Opportunity, *, action: str, when: datetime) -> GateCheck:
    """Hold the lines up to one job before a step."""
    return check_gates(owner, [row], action=action, when=when)[row.pk]


def check_gates(owner: Owner, rows: Sequence[Opportunity], *, action: str, when: datetime) -> dict[int, GateCheck]:
    """The same for some jobs, by their ids, with as many queries for many as for one."""
    lines = list(list_values(owner, when.date(), line=True))
    newest, marks = _map_pauses(owner, rows, action), map_marks_of(owner, rows)
    return {row.pk: _check_gate(owner, row, action, when, lines, marks[row.pk], newest.get(row.pk)) for row in rows}


def judge_gates(owner: Owner, rows: Sequence[Opportunity], *, action: str, when: datetime) -> dict[int, gate.GateState]:
    """Only what it comes to, by job. A pause matters where a line is crossed, and is looked up only there."""
    lines, marks = list(list_values(owner, when.date(), line=True)), map_marks_of(owner, rows)
    crossed = [row for row in rows if any(mark.mark == Held.CROSSED for mark in marks[row.pk].values())]
    newest = _map_pauses(owner, crossed, action) if crossed else {}
    checks = (_check_gate(owner, row, action, when, lines, marks[row.pk], newest.get(row.pk)) for row in rows)
    return {row.pk: check.answer.state for row, check in zip(rows, checks, strict=True)}


def _map_pauses(owner: Owner, rows: Sequence[Opportunity], action: str) -> dict[int, Gate]:
    """The pause that runs before a step, by job: the newest."""
    pauses = Gate.objects.of(owner).filter(opportunity__in=rows, action=action, ended="").order_by("id")
    return {pause.opportunity_id: pause for pause in pauses}


def _check_gate(
    owner: Owner,
    row: Opportunity,
    action: str,
    when: datetime,
    lines: Sequence[Value],
    marks: Mapping[int, Fit],
    pause: Gate | None,
) -> GateCheck:
    thought = gate.Thought(pause.reason, pause.opened_at) if pause and pause.reason else None
    answer = gate.judge_gate(
        gate.Action(action),
        [to_line(line) for line in lines],
        [to_mark(mark) for mark in marks.values()],
        when=when,
        deadline=find_deadline(row, when),
        thought=thought,
        income_now=owner.income_now is not None,
        asked=bool(pause and pause.asked_at),
    )
    return GateCheck(answer, pause)


def find_deadline(row: Opportunity, when: datetime) -> datetime | None:
    """When a wait ends for the employer's sake: the day begins, so that there is still a day to answer on."""
    return datetime.combine(row.deadline_on, time(), when.tzinfo) if row.deadline_on else None


def compare_jobs(owner: Owner, on: date) -> tuple[list[JobBeside], tuple[str, ...]]:
    """Open jobs that were marked or that have an offer, beside each other, and what may be said of each pair."""
    rows = list(list_open_opportunities(owner))
    values = list(list_values(owner, on))
    found = map_marks_of(owner, rows)
    shown = [_put_beside(row, values, found[row.pk], on) for row in rows if found[row.pk] or row.stage in OFFERS]
    names = {one.row.pk: one.row.title for one in shown}
    return shown, compare_fits([one.fit for one in shown if one.fit is not None], names)


def _put_beside(row: Opportunity, values: list[Value], held: dict[int, Fit], on: date) -> JobBeside:
    said = [held[v.pk].mark if v.pk in held else "unknown" for v in values if v.line]
    worth = [to_value(value) for value in values if not value.line]
    given = measure_fit(row.pk, worth, [to_mark(mark) for mark in held.values()], on=on)
    return JobBeside(row, said.count("kept"), said.count("crossed"), said.count("unknown"), given)
