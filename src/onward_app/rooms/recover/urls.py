"""Addresses of the pages after a no."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

ending = Views("onward_app.rooms.recover.ending")
views = Views("onward_app.rooms.recover.views")
pause = Views("onward_app.rooms.recover.pause")
writing = Views("onward_app.rooms.recover.writing")

app_name = "recover"
urlpatterns = [
    path("", views.front, name="front"),
    path("no/<int:pk>/", views.no, name="no"),
    path("day/<int:pk>/evening/", views.evening, name="evening"),
    path("day/<int:pk>/close/", views.close, name="close"),
    path("day/<int:pk>/back/", views.back_again, name="back"),
    path("day/<int:pk>/reached/<int:who>/", views.reached, name="reached"),
    path("people/add/", views.add_person, name="add_person"),
    path("people/<int:pk>/", views.person, name="person"),
    path("people/<int:pk>/remove/", views.remove_person, name="remove_person"),
    path("normal/", views.normal, name="normal"),
    path("story/", views.stories, name="stories"),
    path("kind-words/", views.kind_words, name="kind_words"),
    path("kind-words/letter/<int:pk>/", views.letter_words, name="letter_words"),
    path("kind-words/<int:pk>/remove/", views.remove_words, name="remove_words"),
    path("writing/", writing.write_kindly, name="write_kindly"),
    path("writing/<int:pk>/burn/", writing.burn, name="burn"),
    path("pause/", pause.pause, name="pause"),
    path("pause/end/", pause.end, name="end_pause"),
    path("lessons/", views.lessons, name="lessons"),
    path("lessons/<slug:name>/retire/", views.retire, name="retire"),
    path("ending/", ending.ending, name="ending"),
    path("lessons/taught/", views.taught, name="taught"),
    path("lessons/taught/delete/", views.forget, name="forget"),
]
