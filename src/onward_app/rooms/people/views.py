"""The people of a search: the list, and a page for each with what there was."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from onward_app.records.models import Contact, ContactAtJob
from onward_app.records.reading.contacts import (
    find_contact,
    list_links,
    list_people,
    list_suggested,
    tell_contact,
)
from onward_app.records.reading.rows import find_opportunity, find_row, list_opportunities
from onward_app.records.writing.contacts import (
    add_contact,
    delete_contact,
    edit_contact,
    merge_contacts,
    put_at_job,
    remove_contact,
    take_off_job,
)
from onward_app.rooms.people.forms import AtJobForm, ContactForm, PeopleSearchForm, SamePersonForm
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner

PAGE = 20
SUGGESTED = 3
LIKELY = 12  # people who may be the same, on one page
FIELDS = ("name", "reach", "how", "employer", "role", "notes")


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Everybody, by name, and who could be kept too."""
    owner, asked = request_owner(request), request.GET.get("q", "").strip()[:200]
    read_form(request, PeopleSearchForm, sent="q" in request.GET).is_valid()  # what is typed there is looked at too
    page = Paginator(list_people(owner, asked), PAGE).get_page(request.GET.get("page"))
    told = {"q": asked, "page": page, "suggested": () if asked else list_suggested(owner, SUGGESTED)}
    return render(request, "people/front.html", told)


def add(request: HttpRequest) -> HttpResponse:
    """Somebody new, at a job where the page was opened from one."""
    owner = request_owner(request)
    pk = asked_number(request, "job")
    job = find_opportunity(owner, pk) if pk is not None else None
    known = {name: request.GET.get(name, "")[:200] for name in ("name", "reach")}
    form = read_form(request, ContactForm, at_job=job is not None, initial=known)
    if not form.is_valid():
        return render(request, "people/add.html", {"form": form, "job": job})
    row, change = add_contact(owner, job=job, **form.cleaned_data)
    return redirect_done(_find_page(row), change)


@require_safe
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them."""
    row = find_contact(request_owner(request), pk)
    return redirect(_find_page(row)) if row.pk != pk else _show_person(request, row)


def _show_person(request: HttpRequest, row: Contact, **forms: ContactForm | AtJobForm) -> HttpResponse:
    """Their page; a form that came back is open in it."""
    owner = request_owner(request)
    links = list_links(owner, row)
    told = {
        "row": row,
        "links": links,
        "story": tell_contact(owner, row, [link.opportunity for link in links]),
        "form": ContactForm(initial={name: getattr(row, name) for name in FIELDS}),
        "job_form": AtJobForm(jobs=list_opportunities(owner)),
        **forms,
    }
    return render(request, "people/person.html", told)


@require_POST
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of them, changed where it stands."""
    row = find_contact(request_owner(request), pk)
    form = read_form(request, ContactForm)
    if not form.is_valid():
        return _show_person(request, row, form=form)
    return redirect_done(_find_page(row), edit_contact(request_owner(request), row, **form.cleaned_data))


@require_POST
def put_to_job(request: HttpRequest, pk: int) -> HttpResponse:
    """They belong to a job."""
    owner = request_owner(request)
    row = find_contact(owner, pk)
    form = read_form(request, AtJobForm, jobs=list_opportunities(owner))
    if not form.is_valid():
        return _show_person(request, row, job_form=form)
    job = find_opportunity(owner, form.cleaned_data["job"])
    return redirect_done(_find_page(row), put_at_job(owner, row, job, form.cleaned_data["part"]))


@require_POST
def take_off(request: HttpRequest, pk: int, link_pk: int) -> HttpResponse:
    """They don't belong to it."""
    owner = request_owner(request)
    row, link = find_contact(owner, pk), find_row(ContactAtJob, owner, link_pk)
    return redirect_done(_find_page(row), take_off_job(owner, link))


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Two that are one person."""
    read_form(request, PeopleSearchForm, sent="q" in request.GET).is_valid()
    owner, asked = request_owner(request), request.GET.get("q", "").strip()[:200]
    row = find_contact(owner, pk)
    first = row.name.split()
    others = list(list_people(owner, asked or (first[0] if first else "")).exclude(pk=row.pk)[:LIKELY])
    form = read_form(request, SamePersonForm, sent=request.method == "POST", others=others)
    if not form.is_valid():
        return render(request, "people/merge.html", {"form": form, "row": row, "others": others, "q": asked})
    return redirect_done(
        _find_page(row), merge_contacts(owner, row, find_contact(owner, int(form.cleaned_data["other"])))
    )


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Off the page; an undo brings them back."""
    owner = request_owner(request)
    return redirect_done(reverse("people:front"), remove_contact(owner, find_contact(owner, pk)))


def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, and then they are gone for good."""
    owner = request_owner(request)
    row = find_contact(owner, pk)
    if request.method != "POST":
        return render(request, "people/delete.html", {"row": row})
    delete_contact(owner, row)
    return redirect("people:front")


def _find_page(row: Contact) -> str:
    return reverse("people:person", args=[row.pk])
