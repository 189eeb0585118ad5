"""Addresses of asking."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

apart = Views("onward_app.rooms.ask.apart")
reply = Views("onward_app.rooms.ask.reply")
sending = Views("onward_app.rooms.ask.sending")
server = Views("onward_app.rooms.ask.server")
views = Views("onward_app.rooms.ask.views")
writing = Views("onward_app.rooms.ask.writing")

app_name = "ask"
urlpatterns = [
    path("", views.front, name="front"),
    path("new/<int:pk>/", writing.write, name="write"),
    path("new/<int:pk>/voice/", writing.voice, name="voice"),
    path("new/<int:pk>/send/", sending.send, name="send"),
    path("server/", server.server, name="server"),
    path("<int:pk>/", reply.outcome, name="outcome"),
    path("<int:pk>/became/", reply.became, name="became"),
    path("<int:pk>/message/", sending.message, name="message"),
    path("<int:pk>/later/", reply.later, name="later"),
    path("<int:pk>/ended/", reply.ended, name="ended"),
    path("discrimination/<int:pk>/", apart.apart, name="apart"),
]
