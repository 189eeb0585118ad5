"""Where debriefing is."""

from django.urls import path

from onward_app.rooms.debrief import forecasts, interviews, transcripts, views

app_name = "debrief"
urlpatterns = [
    path("", views.front, name="front"),
    path("interview/add/", interviews.add, name="add"),
    path("interview/calendar/", interviews.calendar, name="calendar"),
    path("interview/<int:pk>/edit/", interviews.edit, name="edit"),
    path("interview/<int:pk>/remove/", interviews.remove, name="remove"),
    path("forecasts/", forecasts.forecasts, name="forecasts"),
    path("event/<int:pk>/record/", views.record, name="record"),
    path("interview/<int:pk>/", views.interview, name="interview"),
    path("interview/<int:pk>/capture/", views.capture, name="capture"),
    path("interview/<int:pk>/start/", views.start, name="start"),
    path("interview/<int:pk>/transcript/add/", transcripts.add, name="add_transcript"),
    path("transcript/<int:pk>/", transcripts.transcript, name="transcript"),
    path("transcript/<int:pk>/who/", transcripts.who, name="who"),
    path("transcript/<int:pk>/edit/", transcripts.edit, name="edit_transcript"),
    path("transcript/<int:pk>/delete/", transcripts.delete, name="delete_transcript"),
    path("transcripts/", transcripts.limits, name="transcripts"),
    path("transcripts/delivery/", transcripts.delivery, name="delivery"),
    path("job/<int:pk>/start/", views.start_application, name="start_application"),
    path("<int:pk>/", views.resume, name="resume"),
    path("<int:pk>/became/", views.became, name="became"),
    path("<int:pk>/<slug:screen>/", views.screen, name="screen"),
]
