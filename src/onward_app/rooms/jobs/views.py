"""One job's timeline, and what a person does there by hand."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.facts import Stage
from onward.pace.coast import WAITS_FOR
from onward.values.gate import GATED
from onward_app import clock
from onward_app.records.models import Event, Opportunity, Owner
from onward_app.records.reading.contacts import list_contacts_at, list_contacts_of
from onward_app.records.reading.helpers import find_agency_card
from onward_app.records.reading.jobs import (
    has_lines,
    is_hushed,
    is_put_away,
)
from onward_app.records.reading.recover import list_days_that_bear
from onward_app.records.reading.rows import find_opportunity, find_row, list_events, list_opportunities
from onward_app.records.reading.story import say_event, tell_story
from onward_app.records.reading.there import load_there
from onward_app.records.reading.timeline import JobTimeline, load_timeline
from onward_app.records.reading.today import find_move_of
from onward_app.records.reading.values import list_before_applying, list_marks_shown
from onward_app.records.reading.ways import find_way_in
from onward_app.records.writing.jobs import add_event, add_job, edit_job, put_job_away, strike_event
from onward_app.records.writing.merging import merge_jobs, put_older_first, split_job
from onward_app.records.writing.refusals import EventRefused, check_event
from onward_app.rooms.jobs.actions import describe_standing, find_gate_address, is_fresh_no, list_next_kinds
from onward_app.rooms.jobs.forms import AddForm, EditForm, EventForm, MergeForm, SplitForm
from onward_app.web.boxes import read_form
from onward_app.web.job_choice import MOST
from onward_app.web.moves import move_address
from onward_app.web.rail import draw_rail
from onward_app.web.replies import redirect_done, request_owner


def add(request: HttpRequest) -> HttpResponse:
    """A job that no mail told of."""
    form = read_form(request, AddForm, initial={"on": clock.today()})
    if form.is_valid():
        try:
            row, change = add_job(request_owner(request), **form.cleaned_data)
        except EventRefused as no:
            _warn_beside(form, no)
        else:
            fresh = is_fresh_no(form.cleaned_data["kind"], form.cleaned_data["on"], clock.today())
            return redirect(_after_a_no(row)) if fresh else redirect_done(_find_story(row), change)
    return render(request, "jobs/add.html", {"form": form})


def timeline(request: HttpRequest, pk: int) -> HttpResponse:
    """One job, with all that happened."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    if row.pk != pk:
        return redirect(_find_story(row))
    line = load_timeline(owner, row, clock.today())
    news = line.lately.list_news()
    if news:
        return redirect("recover:no", news[0].row.pk)  # a fresh no is met by its own page first
    return render(request, "jobs/timeline.html", _describe_job(owner, row, line))


def _describe_job(owner: Owner, row: Opportunity, line: JobTimeline) -> dict[str, Any]:
    """Its story, the one next action, what can follow, and what belongs beside."""
    today = clock.today()
    there, days, log = load_there(owner, today), list_days_that_bear(owner, today), [event for event, _ in line.events]
    hushed, follows, away = is_hushed(row, log, days, today), list_next_kinds(row, log), is_put_away(owner, row)
    move = None
    if not hushed:
        move = find_move_of(owner, row, line, there, days, today, open_=row.alive and not away)
    return {
        "rail": draw_rail(owner, there.rooms, "jobs"),
        "row": row,
        "line": line,
        "story": tell_story(line, today),
        "log": [(event, say_event(event, letter)) for event, letter in line.events],
        "unmet": row.stage == Stage.APPLIED and not line.interviews,
        "follows": follows,
        "form": EventForm(initial={"on": today}, lines=there.lines, without=[one.kind for one in follows]),
        "move": move,
        "where": move_address(move) if move else "",
        "sentence": describe_standing(row, log),
        "hushed": hushed,
        "before": () if hushed else list_before_applying(owner, row, today),
        "marks": () if hushed else list_marks_shown(owner, row),
        "clearing": WAITS_FOR if row.alive and row.stage == Stage.SIGNED else (),
        "met": list_contacts_of(owner, row),
        "contacts": list_contacts_at(owner, row),
        "put_away": away,
        "agency": find_agency_card(owner, row),
        "people": list(dict.fromkeys(one.people for one in line.interviews if one.people)),
        "wrote": _list_writers(line),
        "way": None if hushed else find_way_in(owner, row, line.lately.events, today, line.asks),
    }


def _list_writers(line: JobTimeline) -> list[str]:
    """The people (no templates) who wrote about the job, each once, whom no interview names already."""
    letters = [letter for letter in (*(letter for _, letter in line.events), *line.letters) if letter is not None]
    names = dict.fromkeys(letter.sender_name for letter in letters if letter.by_person and not letter.outgoing)
    met = " ".join(one.people for one in line.interviews)
    return [name for name in names if name and name not in met]


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of a job."""
    row = find_opportunity(request_owner(request), pk)
    known = {name: getattr(row, name) for name in EditForm.base_fields}
    form = read_form(request, EditForm, initial=known)
    if form.is_valid():
        try:
            return redirect_done(_find_story(row), edit_job(request_owner(request), row, **form.cleaned_data))
        except EventRefused as no:
            _warn_beside(form, no)
    return render(request, "jobs/edit.html", {"form": form, "row": row})


def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what happened. Accepting and signing go past the lines first, unless it has already happened."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    lines = has_lines(owner)
    form = read_form(request, EventForm, lines=lines, initial={"on": clock.today(), **request.GET.dict()})
    if form.is_valid():
        try:
            return _note_event(owner, row, form.cleaned_data, lines=lines)
        except EventRefused as no:
            _warn_beside(form, no)
    return render(request, "jobs/event.html", {"form": form, "row": row})


@require_POST
def strike(request: HttpRequest, pk: int, event_pk: int) -> HttpResponse:
    """Take an event out of force."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    found = find_row(Event, owner, event_pk)
    if found.opportunity_id != row.pk:
        return redirect(_find_story(row))
    return redirect_done(_find_story(row), strike_event(owner, row, found))


@require_POST
def away(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a job aside, or take it out again."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    return redirect_done(_find_story(row), put_job_away(owner, row, away=request.POST.get("do") != "back"))


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Make two entries one."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    others = list_opportunities(owner).exclude(pk=row.pk)
    likely = _likely_first(row, others)
    form = read_form(request, MergeForm, others=others, likely=likely)
    if form.is_valid():
        other = find_opportunity(owner, form.cleaned_data["other"])
        chosen = {"this": (row, other), "other": (other, row)}.get(form.cleaned_data["keep"])
        keep, gone = chosen or put_older_first(row, other)
        change = merge_jobs(owner, keep, gone)
        return redirect_done(_find_story(keep), change)
    return render(request, "jobs/merge.html", {"form": form, "row": row, "others": likely})


def split(request: HttpRequest, pk: int) -> HttpResponse:
    """Take events that belong to another job out of this one."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    of = list(list_events(owner, opportunity=row))
    form = read_form(request, SplitForm, of=of, initial={"employer": row.employer})
    if form.is_valid():
        said = form.cleaned_data
        try:
            ids = [int(number) for number in said["events"]]
            return redirect_done(_find_story(row), split_job(owner, row, ids, said["employer"], said["role"]))
        except EventRefused as no:
            _warn_beside(form, no)
    return render(request, "jobs/split.html", {"form": form, "row": row, "can": len(of) > 1})


def _note_event(owner: Owner, row: Opportunity, said: dict[str, Any], *, lines: bool) -> HttpResponse:
    kind, on = said["kind"], said["on"]
    check_event(row, kind=kind, on=on)
    if kind in GATED and lines and not said.get("recorded"):
        return redirect(find_gate_address(row, kind=kind, on=on, note=said["note"]))
    reason = said.get("reason", "")
    change = add_event(owner, row, kind=kind, on=on, note=said["note"], reason=reason)
    if is_fresh_no(kind, on, clock.today()):
        return redirect(_after_a_no(row))  # the first line after a no is no banner
    if kind == Stage.SIGNED:
        return redirect_done(reverse("recover:ending"), change)
    return redirect_done(_find_story(row), change)


def _warn_beside(form: Form, no: EventRefused) -> None:
    form.add_error(no.field if no.field in form.fields else None, no.sentence)


def _find_story(row: Opportunity) -> str:
    return reverse("jobs:timeline", args=[row.pk])


def _after_a_no(row: Opportunity) -> str:
    return reverse("recover:front", query={"job": row.pk})


def _likely_first(row: Opportunity, others: QuerySet[Opportunity]) -> list[Opportunity]:
    """As many as a list has, those with the same employer first, then by name."""
    same = list(others.filter(employer__iexact=row.employer)[:MOST])
    rows = {other.pk: other for other in (*same, *others[:MOST])}
    who = row.employer.casefold()
    return sorted(rows.values(), key=lambda other: (other.employer.casefold() != who, other.title.casefold()))
