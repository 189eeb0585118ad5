"""The address of the door, by itself: `serve` tells it before any room is loaded."""

from __future__ import annotations

from django.urls import path

from onward_app.web.gate import enter

urlpatterns = [path("enter", enter, name="enter")]
