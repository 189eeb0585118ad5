"""The addresses of somebody to talk to."""

from __future__ import annotations

from django.urls import path

from onward_app.web.later import Views

views = Views("onward_app.rooms.talk.views")

app_name = "talk"
urlpatterns = [path("", views.front, name="front"), path("country/", views.country, name="country")]
