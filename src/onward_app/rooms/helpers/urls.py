"""Addresses of somebody who helps."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

comments = Views("onward_app.rooms.helpers.comments")
packets = Views("onward_app.rooms.helpers.packets")
views = Views("onward_app.rooms.helpers.views")

app_name = "helpers"
urlpatterns = [
    path("", views.front, name="front"),
    path("add/", views.add, name="add"),
    path("<int:pk>/", views.card, name="card"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/remove/", views.remove, name="remove"),
    path("<int:pk>/packet/", packets.make, name="make"),
    path("packet/<int:pk>/", packets.given, name="packet"),
    path("packet/<int:pk>/file/", packets.save, name="file"),
    path("packet/<int:pk>/paper/", packets.paper, name="paper"),
    path("packet/<int:pk>/forget/", packets.forget, name="forget"),
    path("comments/", comments.bring, name="bring"),
    path("comments/<int:pk>/", comments.one, name="comment"),
]
