"""Addresses of the pages after a no."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

day = Views("onward_app.rooms.recover.day")
ending = Views("onward_app.rooms.recover.ending")
kind_words = Views("onward_app.rooms.recover.kind_words")
lessons = Views("onward_app.rooms.recover.lessons")
normal = Views("onward_app.rooms.recover.normal")
pause = Views("onward_app.rooms.recover.pause")
people = Views("onward_app.rooms.recover.people")
views = Views("onward_app.rooms.recover.views")
writing = Views("onward_app.rooms.recover.writing")

app_name = "recover"
urlpatterns = [
    path("", views.front, name="front"),
    path("no/<int:pk>/", day.no, name="no"),
    path("day/<int:pk>/evening/", day.evening, name="evening"),
    path("day/<int:pk>/close/", day.close, name="close"),
    path("day/<int:pk>/back/", day.back_again, name="back"),
    path("day/<int:pk>/reached/<int:who>/", day.reached, name="reached"),
    path("people/add/", people.add_person, name="add_person"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/remove/", people.remove_person, name="remove_person"),
    path("normal/", normal.normal, name="normal"),
    path("story/", normal.stories, name="stories"),
    path("kind-words/", kind_words.kind_words, name="kind_words"),
    path("kind-words/letter/<int:pk>/", kind_words.letter_words, name="letter_words"),
    path("kind-words/<int:pk>/remove/", kind_words.remove_words, name="remove_words"),
    path("writing/", writing.write_kindly, name="write_kindly"),
    path("writing/<int:pk>/burn/", writing.burn, name="burn"),
    path("pause/", pause.pause, name="pause"),
    path("pause/end/", pause.end, name="end_pause"),
    path("lessons/", lessons.lessons, name="lessons"),
    path("lessons/<slug:name>/retire/", lessons.retire, name="retire"),
    path("ending/", ending.ending, name="ending"),
    path("lessons/taught/", lessons.taught, name="taught"),
    path("lessons/taught/delete/", lessons.forget, name="forget"),
]
