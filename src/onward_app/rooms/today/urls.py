"""Where today is."""

from django.urls import path

from onward_app.web.later import Views

views = Views("onward_app.rooms.today.views")

app_name = "today"
urlpatterns = [path("", views.front, name="front")]
