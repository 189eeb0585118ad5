"""Addresses of pace."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

pictures = Views("onward_app.rooms.pace.pictures")
views = Views("onward_app.rooms.pace.views")

app_name = "pace"
urlpatterns = [
    path("", views.front, name="front"),
    path("numbers/", views.numbers, name="numbers"),
    path("hopes/", views.hopes, name="hopes"),
    path("quiet/", views.quiet, name="quiet"),
    path("quiet/<int:pk>/", views.quiet, name="quiet_one"),
    path("check/<int:pk>/", views.check, name="check"),
    path("promised/<int:pk>/", views.promised, name="promised"),
    path("close/<int:pk>/", views.close, name="close"),
    path("pictures/", pictures.pictures, name="pictures"),
    path("week/", views.week, name="week"),
]
