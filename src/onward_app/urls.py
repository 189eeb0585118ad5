"""Addresses, in the order of the story."""

from __future__ import annotations

from django.urls import include, path

from onward.story import STORY

urlpatterns = [
    path("", include("onward_app.web.urls")),
    path("", include("onward_app.rooms.today.urls")),
    path("start/", include("onward_app.rooms.start.urls")),
    path("find/", include("onward_app.rooms.find.urls")),
    path("jobs/", include("onward_app.rooms.jobs.urls")),
    *[path(f"{word}/", include(f"onward_app.rooms.{word}.urls")) for word in STORY],
    path("changes/", include("onward_app.rooms.changes.urls")),
    path("data/", include("onward_app.rooms.data.urls")),
    path("people/", include("onward_app.rooms.people.urls")),
    path("helpers/", include("onward_app.rooms.helpers.urls")),
    path("talk/", include("onward_app.rooms.talk.urls")),
    path("help/", include("onward_app.rooms.help.urls")),
]

handler400 = "onward_app.web.errors.too_much"
handler404 = "onward_app.web.errors.missing"
handler500 = "onward_app.web.errors.broken"
