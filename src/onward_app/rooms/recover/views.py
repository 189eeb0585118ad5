"""The pages after a no: the day itself, the people, what is normal, kind words and the three lessons."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from onward.facts import NOS, meaning_of
from onward.recover import normal as base_rates
from onward.recover.lessons import LessonName
from onward.recover.rejection_day import ALONE, ENOUGH, FIRST, NOBODY, WHO, is_fresh
from onward.recover.stories import NOT_A_SERMON, WRONGED, choose_story
from onward.recover.talk import HEAVY_DAYS, HEAVY_STRETCH, is_heavy_stretch
from onward.wording.days import say_ahead, say_by
from onward_app import clock
from onward_app.records.models import Companion, Event, KindWords, Letter, Owner, RejectionDay
from onward_app.records.reading.debrief import list_interviews_at_hand
from onward_app.records.reading.kind_words import find_sentence, list_offered_words, list_sentences
from onward_app.records.reading.lessons import list_lessons
from onward_app.records.reading.named import find_day_named
from onward_app.records.reading.pace import list_silent_jobs
from onward_app.records.reading.practice import find_next_interview
from onward_app.records.reading.recover import (
    count_own_numbers,
    find_newest_no,
    find_rejection_day,
    find_rest,
    find_search_lesson,
    find_unfinished_day,
    is_rejection_day,
    list_companions,
    list_kind_words,
    list_nos_after_meeting,
    list_noted_beside,
    was_search_lesson_written,
)
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.writing.owner import change_settings
from onward_app.records.writing.recover import (
    add_companion,
    close_rejection_day,
    edit_companion,
    forget_search_lesson,
    keep_kind_words,
    open_no,
    record_going_on,
    record_reached_out,
    remove_companion,
    remove_kind_words,
    retire_lesson,
    take_evening_off,
    write_search_lesson,
)
from onward_app.rooms.recover.forms import ClosingForm, KindWordsForm, PersonForm, TaughtForm
from onward_app.web.asked import asked_number
from onward_app.web.boxes import read_form
from onward_app.web.pictures.search import draw_days_since
from onward_app.web.replies import redirect_done, request_owner

DISMISSED = "onward_stories"
PAGE = 50  # kind words at once
BESIDE = 2  # of them, beside the people
YEAR = 400 * 24 * 3600


def front(request: HttpRequest) -> HttpResponse:
    """The page of a rejection day; on other days the people, and where the rest is."""
    owner = request_owner(request)
    # The newest no of a job that another page names; a stranger's job is a 404.
    pk = asked_number(request, "job")
    fresh = find_newest_no(owner, find_opportunity(owner, pk)) if pk is not None else None
    if fresh is not None:
        return no(request, fresh.pk)
    day = find_rejection_day(owner, clock.today())
    if day is not None:
        return _render_day(request, owner, day)
    resting = find_rest(owner, clock.today())
    page = {
        "people": list_companions(owner),
        "person": PersonForm(),
        "unfinished": find_unfinished_day(owner, clock.today()),
        "resting": resting,
        "heavy": _heavy_stretch(owner),
        "until": say_ahead(resting.restart_on, clock.today()) if resting else "",
        "nobody": NOBODY,
        "words": list_kind_words(owner)[:BESIDE],
        "since": draw_days_since(owner, clock.today()),
        "next_interview": find_next_interview(owner, clock.today()),
    }
    return render(request, "recover/front.html", page)


def _heavy_stretch(owner: Owner) -> str:
    """The soft sentence, in a week of many nos from people who had met the person."""
    on = clock.today()
    return HEAVY_STRETCH if is_heavy_stretch(list_nos_after_meeting(owner, on - HEAVY_DAYS), on) else ""


def no(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a no: fresh ones start the rejection day."""
    owner = request_owner(request)
    event = find_row(Event, owner, pk)
    if event.kind not in NOS or not event.opportunity.stands:
        raise Http404
    open_no(owner, event)
    day = find_rejection_day(owner, clock.today())
    if day is not None:
        return _render_day(request, owner, day, event=event)
    return render(
        request,
        "recover/older.html",
        {"event": event, "job": event.opportunity, "fresh": is_fresh(event.on, clock.today())},
    )


def _render_day(
    request: HttpRequest,
    owner: Owner,
    day: RejectionDay,
    *,
    event: Event | None = None,
    person: PersonForm | None = None,
    closing: ClosingForm | None = None,
) -> HttpResponse:
    kept, people = event or day.event, list_companions(owner)
    page: dict[str, Any] = {
        "day": day,
        "told": meaning_of(kept.kind).told if kept else "",
        "job": (event or day).opportunity,
        "also": list_noted_beside(owner, kept, day.on),
        "heavy": _heavy_stretch(owner),
        "people": people,
        "person": person or PersonForm(),
        "closing": closing or ClosingForm(day=day),
        "first": FIRST,
        "who": WHO if people else ALONE,
        "enough": ENOUGH,
        "until": say_by(day.restart_on, clock.today()),
        **_list_near(request, owner, event or day.event),
    }
    return render(request, "recover/noted.html" if day.light else "recover/day.html", page)


def _list_near(request: HttpRequest, owner: Owner, event: Event | None) -> dict[str, Any]:
    """What stays within reach on such an evening: the job it likely was, a day the letter names, tomorrow’s
    interview.
    """
    letter = Letter.objects.filter(owner=owner, key=event.letter).first() if event and event.letter else None
    asked = asked_number(request, "likely") if letter else None
    other = asked_number(request, "beside")
    return {
        "letter": letter,
        "beside": find_row(Letter, owner, other) if other is not None else None,
        "likely": find_opportunity(owner, asked) if asked is not None else None,
        "letter_day": find_day_named(letter) if letter else "",
        "interviews": list_interviews_at_hand(owner, clock.today()),
    }


@require_POST
def evening(request: HttpRequest, pk: int) -> HttpResponse:
    """Tonight off, after a no that was only noted."""
    owner = request_owner(request)
    return redirect_done(reverse("recover:front"), take_evening_off(owner, find_row(RejectionDay, owner, pk)))


@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """That's enough for today."""
    owner = request_owner(request)
    day = find_row(RejectionDay, owner, pk)
    form = read_form(request, ClosingForm, day=day)
    if not form.is_valid():
        return _render_day(request, owner, day, closing=form)
    return redirect_done(
        reverse("recover:front"), close_rejection_day(owner, day, restart_on=form.cleaned_data["restart_on"])
    )


@require_POST
def back_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Going on, on the chosen day or earlier."""
    owner = request_owner(request)
    return redirect_done(reverse("today:front"), record_going_on(owner, find_row(RejectionDay, owner, pk)))


@require_POST
def reached(request: HttpRequest, pk: int, who: int) -> HttpResponse:
    """The person reached out to somebody."""
    owner = request_owner(request)
    return redirect_done(
        reverse("recover:front"),
        record_reached_out(owner, find_row(RejectionDay, owner, pk), find_row(Companion, owner, who)),
    )


@require_POST
def add_person(request: HttpRequest) -> HttpResponse:
    """Add somebody who makes the person smile."""
    owner = request_owner(request)
    form = read_form(request, PersonForm)
    if form.is_valid():
        return redirect_done(reverse("recover:front"), add_companion(owner, **form.cleaned_data))
    day = find_rejection_day(owner, clock.today())
    if day is not None:
        return _render_day(request, owner, day, person=form)
    return render(request, "recover/person.html", {"form": form, "companion": None})


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Change how somebody is called or reached."""
    owner = request_owner(request)
    row = find_row(Companion, owner, pk)
    form = read_form(request, PersonForm, initial={"name": row.name, "reach": row.reach})
    if form.is_valid():
        change = edit_companion(owner, row, note=row.note, **form.cleaned_data)
        return redirect_done(reverse("recover:front"), change)
    return render(request, "recover/person.html", {"form": form, "companion": row})


@require_POST
def remove_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Take somebody off the page."""
    owner = request_owner(request)
    return redirect_done(reverse("recover:front"), remove_companion(owner, find_row(Companion, owner, pk)))


def normal(request: HttpRequest) -> HttpResponse:
    """It is normal: base rates, the person's own numbers, and at most one story, last."""
    owner = request_owner(request)
    if is_rejection_day(owner, clock.today()) and not request.GET.get("asked"):
        return render(request, "recover/not_tonight.html")
    own = count_own_numbers(owner, silent=list_silent_jobs(owner, clock.today()))
    told = None if owner.stories_off else choose_story(clock.today(), dismissed=_read_dismissed(request))
    page = {
        "facts": base_rates.list_base_rates(owner.field),
        "own": base_rates.describe_own_numbers(interviews=own.interviews, offers=own.offers, met=own.met),
        "story": told,
        "no_sermon": NOT_A_SERMON if told and told.key in WRONGED else "",
        "stories_off": owner.stories_off,
        "people": list_companions(owner),
    }
    return render(request, "recover/normal.html", page)


def _read_dismissed(request: HttpRequest) -> set[str]:
    return set(request.COOKIES.get(DISMISSED, "").split("."))


@require_POST
def stories(request: HttpRequest) -> HttpResponse:
    """Not this story; no more of them; or stories again."""
    said = request.POST.get("say", "")
    back = reverse("recover:normal", query={"asked": "1"})
    if said in ("none", "again"):
        words = "No more stories of others." if said == "none" else "Stories of others again."
        return redirect_done(
            back, change_settings(request_owner(request), "recover.stories", words, stories_off=said == "none")
        )
    answer = HttpResponseRedirect(back)
    if said.startswith("not-"):
        keys = _read_dismissed(request) | {said.removeprefix("not-")[:20]}
        known = sorted(key for key in keys if key.isalpha())
        answer.set_cookie(DISMISSED, ".".join(known), max_age=YEAR, httponly=True, samesite="Lax")
    return answer


def kind_words(request: HttpRequest) -> HttpResponse:
    """Kind words that people wrote, kept for a bad day."""
    owner = request_owner(request)
    form = read_form(request, KindWordsForm)
    form.known = (str(form.data.get("who", "")),)  # who wrote it is no client
    where = reverse("recover:kind_words")
    if form.is_valid():
        given = {**form.cleaned_data, "on": clock.today()}
        return redirect_done(where, keep_kind_words(owner, **given))
    offered = list_offered_words(owner, clock.today())
    page = Paginator(list_kind_words(owner), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "offered": offered, "people": list_companions(owner)}
    return render(request, "recover/kind_words.html", context)


def letter_words(request: HttpRequest, pk: int) -> HttpResponse:
    """A letter's sentences, each kept with one tap: the words are its writer's, so no name is asked for."""
    owner = request_owner(request)
    letter = find_row(Letter, owner, pk)
    if request.method != "POST":
        page = {"letter": letter, "sentences": list_sentences(owner, letter)}
        return render(request, "recover/letter_words.html", page)
    text = find_sentence(letter, request.POST.get("place", ""))
    who = letter.sender_name or letter.sender
    kept = keep_kind_words(owner, text=text, who=who, on=letter.on, key=letter.key)
    return redirect_done(reverse("recover:kind_words"), kept)


@require_POST
def remove_words(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a kept sentence away."""
    owner = request_owner(request)
    return redirect_done(reverse("recover:kind_words"), remove_kind_words(owner, find_row(KindWords, owner, pk)))


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
