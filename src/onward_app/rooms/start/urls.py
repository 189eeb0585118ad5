"""Addresses of the first page and its doors."""

from __future__ import annotations

from django.urls import path

from onward_app.rooms.start import views

app_name = "start"
urlpatterns = [
    path("", views.front, name="front"),
    path("no/", views.no, name="no"),
    path("interview/", views.interview, name="interview"),
    path("quiet/", views.quiet, name="quiet"),
    path("offer/", views.offer, name="offer"),
    path("example/", views.example, name="example"),
    path("none/", views.none, name="none"),
]
