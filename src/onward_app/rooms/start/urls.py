"""Addresses of the first page and its doors."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

first = Views("onward_app.rooms.start.field")
nos = Views("onward_app.rooms.start.nos")
views = Views("onward_app.rooms.start.views")

app_name = "start"
urlpatterns = [
    path("", first.front, name="front"),
    path("no/", nos.no, name="no"),
    path("no/<int:pk>/", nos.unlike, name="unlike"),
    path("no/<int:pk>/of/<int:job>/", nos.move, name="move"),
    path("no/<int:pk>/told-of/<int:job>/", nos.move_told, name="move_told"),
    path("met/<int:pk>/", nos.met, name="met"),
    path("interview/", views.interview, name="interview"),
    path("quiet/", views.quiet, name="quiet"),
    path("offer/", views.offer, name="offer"),
    path("example/", views.example, name="example"),
    path("field/", first.field, name="field"),
    path("question/", views.question, name="question"),
    path("none/", views.none, name="none"),
]
