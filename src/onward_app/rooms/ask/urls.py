"""Addresses of asking."""

from __future__ import annotations

from django.urls import path

from onward_app.rooms.ask import apart, views

app_name = "ask"
urlpatterns = [
    path("", views.front, name="front"),
    path("new/<int:pk>/", views.write, name="write"),
    path("new/<int:pk>/voice/", views.voice, name="voice"),
    path("<int:pk>/", views.outcome, name="outcome"),
    path("<int:pk>/became/", views.became, name="became"),
    path("<int:pk>/later/", views.later, name="later"),
    path("<int:pk>/ended/", views.ended, name="ended"),
    path("discrimination/<int:pk>/", apart.apart, name="apart"),
]
