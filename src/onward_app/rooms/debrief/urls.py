"""Where debriefing is."""

from django.urls import path

from onward_app.rooms.debrief import views

app_name = "debrief"
urlpatterns = [
    path("", views.front, name="front"),
    path("interview/add/", views.add, name="add"),
    path("event/<int:pk>/record/", views.record, name="record"),
    path("interview/<int:pk>/", views.interview, name="interview"),
    path("interview/<int:pk>/capture/", views.capture, name="capture"),
    path("interview/<int:pk>/start/", views.start, name="start"),
    path("job/<int:pk>/start/", views.start_application, name="start_application"),
    path("<int:pk>/", views.resume, name="resume"),
    path("<int:pk>/<slug:screen>/", views.screen, name="screen"),
]
