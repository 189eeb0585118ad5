"""Kinks and strengths, each with its evidence, and the page before an interview."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward_app import clock
from onward_app.records import queries, queries_kinks, queries_recover
from onward_app.records.models import Interview, Kink
from onward_app.records.writing import kinks as writing
from onward_app.rooms.kinks import story
from onward_app.rooms.kinks.forms import Add, Before, Edit, Merge, See
from onward_app.web.replies import done, owner_of


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """All of them, counts first."""
    owner = owner_of(request)
    told = queries_kinks.kinks(owner)
    context = {
        "quiet_day": queries_recover.is_rejection_day(owner, clock.today()),
        "first": story.first(told, debriefed=queries_kinks.debriefed(owner)),
        "kinks": [t for t in told if not t.row.strength],
        "strengths": queries_kinks.strengths_first(told),
    }
    return render(request, "kinks/front.html", context)


@require_GET
def kink(request: HttpRequest, pk: int) -> HttpResponse:
    """One, on a line of time."""
    owner = owner_of(request)
    row = queries.find(Kink, owner, pk)
    told = queries_kinks.one(owner, row)
    others = Kink.objects.of(owner).filter(strength=row.strength).exclude(pk=pk).exists()
    context = {"told": told, "line": story.line(told), "see": See(initial={"on": clock.today()}), "others": others}
    return render(request, "kinks/kink.html", context)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """One by hand."""
    form = Add(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        row, change = writing.add(
            owner_of(request), kind=told["kind"], name=told["name"], strength=told["what"] == "strength",
            text=told["text"], chip=told["chip"], group=told["group"],
        )  # fmt: skip
        return done(f"/kinks/{row.pk}/", change)
    return render(request, "kinks/form.html", {"form": form, "title": "Note a kink or a strength", "button": "Note it"})


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, plan and cost."""
    owner = owner_of(request)
    row = queries.find(Kink, owner, pk)
    initial = {"name": row.name, "if_they": row.if_they, "then_i": row.then_i, "cost": str(row.cost)}
    form = Edit(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        return done(f"/kinks/{pk}/", writing.edit(owner, row, **form.cleaned_data))
    return render(request, "kinks/form.html", {"form": form, "title": row.name, "button": "Keep it"})


@require_POST
def see(request: HttpRequest, pk: int) -> HttpResponse:
    """One more piece of evidence."""
    owner = owner_of(request)
    row = queries.find(Kink, owner, pk)
    form = See(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        return done(
            f"/kinks/{pk}/",
            writing.see(owner, row, text=told["text"], chip=told["chip"], on=told["on"], group=told["group"]),
        )
    return render(
        request, "kinks/form.html", {"form": form, "title": f"Evidence for “{row.name}”", "button": "Note it"}
    )


@require_POST
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to work on it, or let it rest."""
    owner = owner_of(request)
    row = queries.find(Kink, owner, pk)
    return done(f"/kinks/{pk}/", writing.work_on(owner, row, on=row.working_since is None))


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it off the list."""
    owner = owner_of(request)
    return done("/kinks/", writing.remove(owner, queries.find(Kink, owner, pk)))


@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Two that were one."""
    owner = owner_of(request)
    row = queries.find(Kink, owner, pk)
    form = Merge(request.POST or None, owner=owner, kink=row)
    if request.method == "POST" and form.is_valid():
        other = queries.find(Kink, owner, form.cleaned_data["other"])
        return done(f"/kinks/{pk}/", writing.merge(owner, row, other))
    return render(
        request,
        "kinks/form.html",
        {"form": form, "title": f"“{row.name}” and another are one", "button": "Make them one"},
    )


@require_http_methods(["GET", "POST"])
def before(request: HttpRequest, pk: int) -> HttpResponse:
    """One page that prints, for the day of an interview."""
    owner = owner_of(request)
    interview = queries.find(Interview, owner, pk)
    form = Before(request.POST or None, initial={"text": interview.may_go_wrong})
    if request.method == "POST" and form.is_valid():
        return done(f"/kinks/before/{pk}/", writing.note_before(owner, interview, form.cleaned_data["text"]))
    told = queries_kinks.kinks(owner)
    context = {
        "interview": interview,
        "strengths": queries_kinks.strengths_first(told)[:2],
        "kinks": [one for one, _ in story.first(told, debriefed=queries_kinks.debriefed(owner))],
        "lines": story.questions_for(queries_kinks.lines(owner)),
        "questions": story.ask_back(),
        "form": form,
    }
    return render(request, "kinks/before.html", context)
