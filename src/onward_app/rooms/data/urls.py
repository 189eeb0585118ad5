"""Addresses of what becomes of the data."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

arriving = Views("onward_app.rooms.data.arriving")
feed = Views("onward_app.rooms.data.feed")
programs = Views("onward_app.rooms.data.programs")
views = Views("onward_app.rooms.data.views")

app_name = "data"
urlpatterns = [
    path("", views.front, name="front"),
    path("out/", views.take_out, name="out"),
    path("out/sealed/", views.take_out_sealed, name="out_sealed"),
    path("in/", views.bring_in, name="in"),
    path("arrive/", arriving.bring_in, name="arrive"),
    path("backup/", views.back_up, name="backup"),
    path("calendar/", views.calendar, name="calendar"),
    path("feed/", feed.settings, name="feed_settings"),
    path("reminders/", feed.reminders, name="reminders"),
    path("feed/change/", feed.change, name="change_feed"),
    path("feed/<slug:key>/calendar.ics", feed.feed, name="feed"),
    path("programs/", programs.settings, name="programs"),
    path("programs/change/", programs.change, name="change_programs"),
    path("people/", views.people, name="people"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("delete/", views.delete, name="delete"),
    path("deleted/", views.deleted, name="deleted"),
]
