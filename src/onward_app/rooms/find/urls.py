"""The address of the one box."""

from __future__ import annotations

from django.urls import path

from onward_app.web.later import Views

views = Views("onward_app.rooms.find.views")

app_name = "find"
urlpatterns = [path("", views.front, name="front")]
