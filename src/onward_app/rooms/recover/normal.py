"""It is normal: base rates, the person’s own numbers, and stories of others."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.recover import normal as base_rates
from onward.recover.stories import NOT_A_SERMON, WRONGED, choose_story
from onward_app import clock
from onward_app.records.reading.pace import list_silent_jobs
from onward_app.records.reading.recover import count_own_numbers, is_rejection_day, list_companions
from onward_app.records.writing.owner import change_settings
from onward_app.web.replies import redirect_done, request_owner

DISMISSED = "onward_stories"
YEAR = 400 * 24 * 3600


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
