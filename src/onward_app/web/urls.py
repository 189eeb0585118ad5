"""The address of the door, by itself: `serve` tells it before any room is loaded."""

from __future__ import annotations

from onward_app.web.gate import enter
from onward_app.web.routes import path

urlpatterns = [path("enter", enter, name="enter")]
