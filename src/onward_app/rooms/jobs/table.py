"""Jobs as a table: views of them, a row edited where it stands, many changed at once, the view as a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from onward.facts import ENDINGS, LONGEST_NAME, STAGES
from onward_app import clock
from onward_app.records.models import KeptView, Opportunity, Owner
from onward_app.records.reading.jobs_table import JobsAsked, count_stands, list_asked, list_kept_views, read_asked
from onward_app.records.reading.recover import is_rejection_day
from onward_app.records.reading.rows import find_opportunity, find_row, list_opportunities
from onward_app.records.writing.jobs import edit_job
from onward_app.records.writing.jobs_table import ManyDo, change_many, drop_view, keep_view
from onward_app.records.writing.refusals import EventRefused
from onward_app.rooms.jobs.forms import WHO, SearchForm, list_kind_choices
from onward_app.rooms.jobs.listing import write_jobs
from onward_app.web.asked import asked_number, number
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.day_fields import make_day_field
from onward_app.web.pictures.search import draw_standing
from onward_app.web.replies import redirect_done, request_owner

PAGE = 25  # a phone shows them in three or four screens
SHOWN = (("alive", "Alive"), ("ended", "Ended"), ("all", "All"))
COLUMNS = {
    "job": "Job",
    "role": "role",
    "place": "Place",
    "stands": "Where it stands",
    "since": "Since",
    "heard": "Last heard",
}
KINDS: list[Any] = [("", "any"), ("Open, and now at", list_kind_choices(STAGES)), ("Ended", list_kind_choices(ENDINGS))]
DOES = (
    (ManyDo.AWAY, "Put away"),
    (ManyDo.BACK, "Take out again"),
    (ManyDo.APPLIED, "I applied today"),
    (ManyDo.CLOSED, "Quiet for too long: closed"),
    (ManyDo.WITHDREW, "I withdrew"),
)


class RowForm(LookedAtForm):
    """What of a job stands in the table, and by when to hear."""

    employer = forms.CharField(label="Employer", max_length=LONGEST_NAME, error_messages=WHO)
    role = forms.CharField(label="Role", max_length=LONGEST_NAME, required=False)
    place = forms.CharField(label="Place", max_length=LONGEST_NAME, required=False)
    promised_on = make_day_field("They said I’d hear by", required=False)


class ViewForm(LookedAtForm):
    """A name to keep a view under."""

    name = forms.CharField(label="Name of this view", max_length=60)


def front(request: HttpRequest) -> HttpResponse:
    """The table: what is alive first, the rest one tap away."""
    read_form(request, SearchForm, sent="q" in request.GET).is_valid()  # what is typed there is looked at too
    editing = asked_number(request, "edit")
    row = list_opportunities(request_owner(request)).filter(pk=editing).first() if editing is not None else None
    form = RowForm(initial={name: getattr(row, name) for name in RowForm.base_fields}) if row else None
    return _show_table(request, read_asked(request.GET), row=row, form=form)


def _show_table(
    request: HttpRequest,
    asked: JobsAsked,
    *,
    row: Opportunity | None = None,
    form: RowForm | None = None,
    view: ViewForm | None = None,
) -> HttpResponse:
    owner = request_owner(request)
    counts = count_stands(owner, asked)
    pages = Paginator(list_asked(owner, asked), PAGE)
    pages.count = counts.get(asked.kind, 0) if asked.kind else sum(counts.values())  # asked once, for the chips too
    page = pages.get_page(request.GET.get("page") or request.POST.get("page"))
    any_at_all = bool(page.object_list) or list_opportunities(owner).exists()
    told = {
        "page": page,
        "show": asked.show,
        "q": asked.text,
        "shown": SHOWN,
        "any": any_at_all,
        "asked": asked,
        "began": owner.search_began,
        "view": urlencode(asked.list_pairs()),
        "columns": [_make_head(asked, name, label) for name, label in COLUMNS.items()],
        "kinds": KINDS,
        "does": DOES,
        "kept": [(one, urlencode(read_asked(one.asked).list_pairs())) for one in list_kept_views(owner)],
        "edited": row,
        "form": form,
        "view_form": view or ViewForm(),
        "left": asked_number(request, "left"),
        "standing": None if is_rejection_day(owner, clock.today()) else draw_standing(owner, clock.today()),
        "stands": _list_stands(asked, counts) if asked.kind or page.has_other_pages() else (),
    }
    return render(request, "jobs/front.html", told)


def _list_stands(asked: JobsAsked, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """Where those of a long list stand: the words, how many, and the address of those alone."""
    words = dict(KINDS[1][1]) | dict(KINDS[2][1])
    found = [
        {"label": words[kind], "jobs": jobs, "now": kind == asked.kind, "query": _query_kind(asked, kind)}
        for kind, jobs in counts.items()
    ]
    return found if len(found) > 1 else []


def _query_kind(asked: JobsAsked, kind: str) -> str:
    """Those that stand there alone; a second tap shows all again."""
    return urlencode(replace(asked, kind="" if kind == asked.kind else kind).list_pairs())


def _make_head(asked: JobsAsked, name: str, label: str) -> dict[str, str]:
    """A column's name, the address that sorts by it, and how it is sorted now."""
    now = {name: "ascending", f"-{name}": "descending"}.get(asked.sort, "")
    return {"name": name, "label": label, "query": urlencode(asked.sorted_by(name).list_pairs()), "now": now}


@require_GET
def as_csv(request: HttpRequest) -> HttpResponse:
    """The view in front of the person, all its pages, as a spreadsheet."""
    raw = write_jobs(list_asked(request_owner(request), read_asked(request.GET)).iterator(500))
    name = f"jobs-{clock.today().isoformat()}.csv"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(raw, content_type="text/csv; charset=utf-8", headers=disposition)


@require_POST
def row(request: HttpRequest, pk: int) -> HttpResponse:
    """One row of the table, put right where it stands."""
    owner = request_owner(request)
    found = find_opportunity(owner, pk)
    form, asked = read_form(request, RowForm), _asked_before(request)
    if form.is_valid():
        try:
            return redirect_done(_find_way_back(asked, request), edit_job(owner, found, **form.cleaned_data))
        except EventRefused as no:
            form.add_error(no.field if no.field in form.fields else None, no.sentence)
    return _show_table(request, asked, row=found, form=form)


@require_POST
def many(request: HttpRequest) -> HttpResponse:
    """One thing done to all that were ticked, or to all of the view."""
    owner, asked = request_owner(request), _asked_before(request)
    said = request.POST.get("do", "")
    if said not in [str(do) for do, _ in DOES]:
        return HttpResponseRedirect(_find_way_back(asked, request))
    done = change_many(owner, _list_chosen(request, owner, asked), ManyDo(said))
    return redirect_done(_find_way_back(asked, request, left=done.left), done.change)


def _list_chosen(request: HttpRequest, owner: Owner, asked: JobsAsked) -> QuerySet[Opportunity]:
    if request.POST.get("all"):
        return list_asked(owner, asked)
    ids = [pk for pk in map(number, request.POST.getlist("job")) if pk is not None]
    return list_opportunities(owner).filter(pk__in=ids[:1000])


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the view in front of the person under a name."""
    form, asked = read_form(request, ViewForm), _asked_before(request)
    if not form.is_valid():
        return _show_table(request, asked, view=form)
    return redirect_done(
        _find_way_back(asked, request), keep_view(request_owner(request), form.cleaned_data["name"], asked)
    )


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a view go."""
    owner = request_owner(request)
    return redirect_done(reverse("jobs:front"), drop_view(owner, find_row(KeptView, owner, pk)))


def _asked_before(request: HttpRequest) -> JobsAsked:
    """The view that the form stood in."""
    told: Mapping[str, Any] = QueryDict(request.POST.get("view", "")[:2000]).dict()
    return read_asked(told)


def _find_way_back(asked: JobsAsked, request: HttpRequest, *, left: int = 0) -> str:
    """To the same view, and to the same page of it."""
    page = number(request.POST.get("page", ""))
    more = {name: str(value) for name, value in (("page", page), ("left", left)) if value}
    return reverse("jobs:front", query=asked.list_pairs() | more)
