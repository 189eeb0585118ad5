"""A calendar that other programs on this computer subscribe to, at a secret address that can be changed."""

from __future__ import annotations

import hmac

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from onward_app import clock
from onward_app.records.reading.taking_out import list_dates
from onward_app.records.writing.feed import change_feed, turn_off_feed
from onward_app.rooms.data.calendar import describe_reminder, write_feed
from onward_app.web.gate import shut
from onward_app.web.replies import request_owner


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """The address, and what can be done with it."""
    owner = request_owner(request)
    path = reverse("data:feed", args=[owner.feed_key]) if owner.feed_key else ""
    told = {"address": request.build_absolute_uri(path) if path else "", "neutral": owner.feed_neutral}
    told |= {"remind": owner.feed_reminds, "port": request.get_port()}
    return render(request, "data/feed.html", told)


@require_safe
def reminders(request: HttpRequest) -> JsonResponse:
    """What a browser that was asked to may remind of now: a meeting from the day before, a day on itself."""
    owner, today = request_owner(request), clock.today()
    dates = list_dates(owner, today, ahead=True)
    near = (one for one in dates if one.remind and 0 <= (one.on - today).days <= (one.at is not None))
    told = [
        {"key": f"{one.key} {one.on} {today}", "says": describe_reminder(one, today, neutral=owner.feed_neutral)}
        for one in sorted(near, key=lambda one: one.on)
    ]
    return JsonResponse({"reminders": told})


@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """A new address, other titles, or none at all. The address before it leads nowhere from then on."""
    owner, do = request_owner(request), request.POST.get("do")
    if do == "off":
        turn_off_feed(owner)
    elif do in ("new", "titles"):
        sent = request.POST
        change_feed(owner, neutral="neutral" in sent, remind="remind" in sent, anew=do == "new")
    return HttpResponseRedirect(reverse("data:feed_settings"))


@require_safe
def feed(request: HttpRequest, key: str) -> HttpResponse:
    """The calendar. Who has the address may read it; the door has found whose it is."""
    owner = request_owner(request)
    if not (owner.feed_key and hmac.compare_digest(owner.feed_key, key)):
        return shut(request)
    dates = list_dates(owner, clock.today())
    raw = write_feed(dates, began=owner.made_at, now=clock.now(), neutral=owner.feed_neutral, remind=owner.feed_reminds)
    return HttpResponse(raw, content_type="text/calendar; charset=utf-8")
