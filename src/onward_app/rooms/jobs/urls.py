"""Addresses of the jobs."""

from __future__ import annotations

from django.urls import path

from onward_app.rooms.jobs import sheet, views

app_name = "jobs"
urlpatterns = [
    path("", views.front, name="front"),
    path("csv/", views.as_csv, name="csv"),
    path("add/", views.add, name="add"),
    path("import/", sheet.bring, name="import"),
    path("<int:pk>/", views.timeline, name="timeline"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/event/", views.event, name="event"),
    path("<int:pk>/events/<int:event_pk>/strike/", views.strike, name="strike"),
    path("<int:pk>/away/", views.away, name="away"),
    path("<int:pk>/merge/", views.merge, name="merge"),
    path("<int:pk>/split/", views.split, name="split"),
]
