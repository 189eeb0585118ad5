"""Addresses of the people."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.people.views")

app_name = "people"
urlpatterns = [
    path("", views.front, name="front"),
    path("add/", views.add, name="add"),
    path("<int:pk>/", views.person, name="person"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/job/", views.put_to_job, name="job"),
    path("<int:pk>/off/<int:link_pk>/", views.take_off, name="off"),
    path("<int:pk>/merge/", views.merge, name="merge"),
    path("<int:pk>/remove/", views.remove, name="remove"),
    path("<int:pk>/delete/", views.delete, name="delete"),
]
