"""The three lessons with their evidence, and what this search taught."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from onward.recover.lessons import LessonName
from onward_app import clock
from onward_app.records.reading.lessons import list_lessons
from onward_app.records.reading.recover import find_search_lesson, list_companions, was_search_lesson_written
from onward_app.records.writing.recover import forget_search_lesson, retire_lesson, write_search_lesson
from onward_app.rooms.recover.forms import TaughtForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


def lessons(request: HttpRequest) -> HttpResponse:
    """The three lessons with their evidence."""
    written = find_search_lesson(request_owner(request))
    return _render_lessons(request, TaughtForm(initial={"words": written.words if written else ""}))


def _render_lessons(request: HttpRequest, form: TaughtForm) -> HttpResponse:
    owner = request_owner(request)
    page = {
        "lessons": list_lessons(owner, clock.today()),
        "form": form,
        "written": was_search_lesson_written(owner),
        "people": list_companions(owner),
    }
    return render(request, "recover/lessons.html", page)


@require_POST
def retire(request: HttpRequest, name: str) -> HttpResponse:
    """The person lets a lesson go."""
    if name not in {str(lesson) for lesson in LessonName}:
        raise Http404
    return redirect_done(reverse("recover:ending"), retire_lesson(request_owner(request), LessonName(name)))


@require_http_methods(["GET", "POST"])
def forget(request: HttpRequest) -> HttpResponse:
    """Delete what this search taught for good, after a sentence that says so."""
    owner = request_owner(request)
    if request.method == "POST":
        forget_search_lesson(owner)
        return redirect(reverse("recover:lessons", query={"deleted": "1"}))
    return render(request, "recover/taught_delete.html")


@require_POST
def taught(request: HttpRequest) -> HttpResponse:
    """Keep what this search taught, or with no words take it away."""
    form = read_form(request, TaughtForm)
    if not form.is_valid():
        return _render_lessons(request, form)
    return redirect_done(
        reverse("recover:lessons"), write_search_lesson(request_owner(request), form.cleaned_data["words"])
    )
