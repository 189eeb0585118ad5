"""Addresses of the help pages."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.help.views")

app_name = "help"
urlpatterns = [
    path("", views.front, name="front"),
    path("mail/", views.mail, name="mail"),
    path("keys/", views.keys, name="keys"),
    path("privacy/", views.privacy, name="privacy"),
]
