"""Where debriefing is."""

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.debrief.views")
forecasts = Views("onward_app.rooms.debrief.forecasts.views")
editing = Views("onward_app.rooms.debrief.interviews.editing")
interviews = Views("onward_app.rooms.debrief.interviews.views")
replay = Views("onward_app.rooms.debrief.replay.views")
transcripts = Views("onward_app.rooms.debrief.transcripts.views")

app_name = "debrief"
urlpatterns = [
    path("", views.front, name="front"),
    path("interview/add/", editing.add, name="add"),
    path("interview/calendar/", editing.calendar, name="calendar"),
    path("interview/<int:pk>/edit/", editing.edit, name="edit"),
    path("interview/<int:pk>/remove/", editing.remove, name="remove"),
    path("forecasts/", forecasts.forecasts, name="forecasts"),
    path("event/<int:pk>/record/", interviews.record, name="record"),
    path("interview/<int:pk>/", interviews.interview, name="interview"),
    path("interview/<int:pk>/capture/", interviews.capture, name="capture"),
    path("interview/<int:pk>/start/", replay.start, name="start"),
    path("interview/<int:pk>/transcript/add/", transcripts.add, name="add_transcript"),
    path("transcript/<int:pk>/", transcripts.transcript, name="transcript"),
    path("transcript/<int:pk>/who/", transcripts.who, name="who"),
    path("transcript/<int:pk>/edit/", transcripts.edit, name="edit_transcript"),
    path("transcript/<int:pk>/delete/", transcripts.delete, name="delete_transcript"),
    path("transcripts/", transcripts.limits, name="transcripts"),
    path("transcripts/delivery/", transcripts.delivery, name="delivery"),
    path("job/<int:pk>/start/", replay.start_application, name="start_application"),
    path("<int:pk>/", replay.resume, name="resume"),
    path("<int:pk>/became/", replay.became, name="became"),
    path("<int:pk>/<slug:screen>/", replay.screen, name="screen"),
]
