"""Where noticing is."""

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.notice.views")

app_name = "notice"
urlpatterns = [
    path("", views.front, name="front"),
    path("mailbox/", views.mailbox, name="mailbox"),
    path("bring/", views.bring, name="bring"),
    path("reading/", views.reading, name="reading"),
    path("read-to/", views.read_to, name="read_to"),
    path("judge-again/", views.judge, name="judge"),
    path("as-read/", views.leave, name="leave"),
    path("paste/", views.paste, name="paste"),
    path("letter/<int:pk>/", views.letter, name="letter"),
    path("letter/<int:pk>/yes/", views.yes, name="yes"),
    path("letter/<int:pk>/no/", views.no, name="no"),
]
