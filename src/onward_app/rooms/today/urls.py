"""Where today is."""

from django.urls import path

from onward_app.rooms.today import views

app_name = "today"
urlpatterns = [path("", views.front, name="front")]
