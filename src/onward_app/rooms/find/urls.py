"""The address of the one box."""

from __future__ import annotations

from django.urls import path

from onward_app.rooms.find import views

app_name = "find"
urlpatterns = [path("", views.front, name="front")]
