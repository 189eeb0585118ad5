"""The address of the one box."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.find.views")

app_name = "find"
urlpatterns = [path("", views.front, name="front")]
