"""The addresses of somebody to talk to."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.talk.views")

app_name = "talk"
urlpatterns = [path("", views.front, name="front"), path("country/", views.country, name="country")]
