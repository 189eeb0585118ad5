"""Addresses of what changed."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.changes.views")

app_name = "changes"
urlpatterns = [
    path("", views.front, name="front"),
    path("<int:pk>/undo/", views.take_back, name="undo"),
]
