"""Addresses, in the order of the story."""

from __future__ import annotations

from onward.story import STORY
from onward_app.web.routes import below

urlpatterns = [
    below("", "onward_app.web.urls"),
    below("", "onward_app.rooms.today.urls"),
    below("start/", "onward_app.rooms.start.urls"),
    below("find/", "onward_app.rooms.find.urls"),
    below("jobs/", "onward_app.rooms.jobs.urls"),
    *[below(f"{word}/", f"onward_app.rooms.{word}.urls") for word in STORY],
    below("changes/", "onward_app.rooms.changes.urls"),
    below("data/", "onward_app.rooms.data.urls"),
    below("people/", "onward_app.rooms.people.urls"),
    below("helpers/", "onward_app.rooms.helpers.urls"),
    below("talk/", "onward_app.rooms.talk.urls"),
    below("help/", "onward_app.rooms.help.urls"),
]

handler400 = "onward_app.web.errors.too_much"
handler404 = "onward_app.web.errors.missing"
handler500 = "onward_app.web.errors.broken"
