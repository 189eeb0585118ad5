"""A tracker's file: chosen or pasted, looked at and asked about, then brought in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import render
from django.urls import reverse

from onward.tracker.fields import OFFERED, TrackerField, say_field
from onward.tracker.headings import Sheet, TrackerColumn
from onward.tracker.interpret import COLUMN, TrackerReading
from onward.tracker.questions import Option, TrackerQuestion
from onward_app.records.models import Owner
from onward_app.records.reading.sheets import ADDS, NEW, OUT, THERE, WAITS, TrackerPlan, plan_tracker
from onward_app.records.writing.sheets import import_tracker, remember_answers
from onward_app.rooms.jobs.forms import SheetForm
from onward_app.rooms.jobs.held import drop_tables, find_tables, hold_tables
from onward_app.trackers.bringing import read_with_memory
from onward_app.trackers.opening import is_calendar
from onward_app.trackers.report import describe_happening, say_counts
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

NAMED = 5  # employers that a question is said to be about
SHOWN = 100  # rows of each sort that a preview lists
ANSWER, OF_COLUMN, ON_DAY, GUESSED = "q.", "c.", "d.", "g."  # before an id, in the names of fields
A_DAY = "day"
HEAD = 1_000  # bytes by which a file is known
GONE = "That file isn’t held any more, because Onward was started again or others came since. Choose it once more."


def bring(request: HttpRequest) -> HttpResponse:
    """Choose it; answer what isn't clear; see what would happen; do it. Nothing is kept before a yes."""
    owner = request_owner(request)
    if "held" in request.POST:
        return _go_on(request, owner)
    if _is_calendar(request):
        return HttpResponse(status=307, headers={"Location": reverse("debrief:calendar")})  # the file goes along
    form = read_form(request, SheetForm)
    if not form.is_valid():
        shown = form.shown_again(hold_tables(owner, form.tables)) if form.is_bound and form.is_filled() else form
        return render(request, "jobs/import.html", {"form": shown})
    return _show_plan(request, owner, hold_tables(owner, form.tables), {})


def _is_calendar(request: HttpRequest) -> bool:
    """Whether the one file that was chosen is no list of jobs, but a calendar: that has a page of its own."""
    files = request.FILES.getlist("file")
    if len(files) != 1:
        return False
    head = files[0].read(HEAD)
    files[0].seek(0)
    return is_calendar(head)


def _go_on(request: HttpRequest, owner: Owner) -> HttpResponse:
    """The same file again, with answers; or the yes."""
    word = request.POST["held"]
    tables = find_tables(owner, word)
    if tables is None:
        return render(request, "jobs/import.html", {"form": SheetForm(), "gone": GONE})
    said = dict(_list_answers(request.POST))
    if "confirm" not in request.POST:
        return _show_plan(request, owner, word, said)
    reading, answers = read_with_memory(owner, tables, said)
    plan = plan_tracker(owner, reading, answers)
    if plan.open:
        return _show_plan(request, owner, word, said)
    change = import_tracker(owner, plan)
    remember_answers(owner, reading, answers)
    drop_tables(owner, word)
    return redirect_done(reverse("jobs:front", query={"show": "all"}), change)


def _list_answers(sent: QueryDict) -> Iterator[tuple[str, str]]:
    """What was chosen: fields of columns, and answers; “the day” stands in a field of its own."""
    for name, value in sent.items():
        if name.startswith(OF_COLUMN) and value and value != sent.get(GUESSED + name.removeprefix(OF_COLUMN)):
            yield COLUMN + name.removeprefix(OF_COLUMN), str(value)
        elif name.startswith(ANSWER) and value:
            what = name.removeprefix(ANSWER)
            day = str(value) if value != A_DAY or what.startswith("order") else sent.get(ON_DAY + what, "")
            if day:
                yield what, str(day)


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """A column with what it may be."""

    column: TrackerColumn
    name: str
    guess_name: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class AskedSheet:
    """A sheet with its columns; a tracker that is known by name needs none of them asked."""

    sheet: Sheet
    columns: tuple[AskedColumn, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the name of its field, and what is chosen in it now."""

    question: TrackerQuestion
    name: str
    day_name: str
    chosen: str
    day: str
    names: str  # of the rows it concerns, while they wait

    @property
    def as_list(self) -> bool:
        """Whether it has too many answers to show them all."""
        return len(self.question.options) > 6


def _show_plan(request: HttpRequest, owner: Owner, word: str, said: dict[str, str]) -> HttpResponse:
    tables = find_tables(owner, word) or ()
    reading, answers = read_with_memory(owner, tables, said)
    plan = plan_tracker(owner, reading, answers)
    lists = {name: plan.list_rows(*states) for name, states in
             {"fresh": (NEW, ADDS), "waiting": (WAITS,), "there": (THERE,), "out": (OUT,)}.items()}  # fmt: skip
    told = {
        "held": word,
        "plan": plan,
        "counts": say_counts(plan),
        "sheets": [_ask_sheet(sheet) for sheet in reading.sheets],
        "questions": [_describe_question(question, plan) for question in plan.questions],
        "open": bool(plan.open),
        "lists": {name: rows[:SHOWN] for name, rows in lists.items()},
        "more": {name: max(0, len(rows) - SHOWN) for name, rows in lists.items()},
        "troubles": _list_troubles(plan)[:SHOWN],
        "becomes": [(row, [describe_happening(one) for one in row.history.happenings]) for row in
                    (lists["waiting"] + lists["fresh"])[:SHOWN]],
        "all_fresh": len(lists["fresh"]) + len(lists["waiting"]),
        "told": _list_told(reading),
    }  # fmt: skip
    return render(request, "jobs/preview.html", told)


def _ask_sheet(sheet: Sheet) -> AskedSheet:
    columns = tuple(
        AskedColumn(column, OF_COLUMN + column.heading, GUESSED + column.heading, tuple(_list_options(column)))
        for column in sheet.columns
        if column.heading and (column.samples or column.field != TrackerField.UNUSED)
    )
    return AskedSheet(sheet, columns)


def _list_options(column: TrackerColumn) -> Iterator[Option]:
    fields = (*OFFERED, *([column.field] if column.field not in OFFERED else []))
    return (Option(str(field), say_field(field)) for field in fields)


def _describe_question(question: TrackerQuestion, plan: TrackerPlan) -> Asked:
    chosen = question.answered or question.guess
    values = {option.value for option in question.options}
    is_day = question.takes_day and bool(chosen) and chosen not in values
    waiting = (row.history for row in plan.rows if question.id in (*row.history.asks, row.asks))
    names = list(dict.fromkeys(one.employer for one in waiting if one.employer))
    return Asked(
        question, ANSWER + question.id, ON_DAY + question.id, A_DAY if is_day else chosen, chosen if is_day else "",
        "; ".join([*names[:NAMED], *(["…"] if len(names) > NAMED else [])]),
    )  # fmt: skip


def _list_troubles(plan: TrackerPlan) -> list[str]:
    return [
        sentence
        for row in plan.rows
        for sentence in (*([row.history.out] if row.history.out else []), *row.history.told, *row.troubles)
    ]


def _list_told(reading: TrackerReading) -> list[str]:
    unused = [f"Not used of {sheet.name}: {', '.join(sheet.unused)}." for sheet in reading.sheets if sheet.unused]
    return [*reading.told, *unused]
