"""Addresses of asking."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

apart = Views("onward_app.rooms.ask.apart")
sending = Views("onward_app.rooms.ask.sending")
server = Views("onward_app.rooms.ask.server")
views = Views("onward_app.rooms.ask.views")

app_name = "ask"
urlpatterns = [
    path("", views.front, name="front"),
    path("new/<int:pk>/", views.write, name="write"),
    path("new/<int:pk>/voice/", views.voice, name="voice"),
    path("new/<int:pk>/send/", sending.send, name="send"),
    path("server/", server.server, name="server"),
    path("<int:pk>/", views.outcome, name="outcome"),
    path("<int:pk>/became/", views.became, name="became"),
    path("<int:pk>/message/", sending.message, name="message"),
    path("<int:pk>/later/", views.later, name="later"),
    path("<int:pk>/ended/", views.ended, name="ended"),
    path("discrimination/<int:pk>/", apart.apart, name="apart"),
]
