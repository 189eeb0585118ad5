"""Where practice is."""

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.practice.views")
cards = Views("onward_app.rooms.practice.cards.views")
anki = Views("onward_app.rooms.practice.packs.anki")
packs = Views("onward_app.rooms.practice.packs.views")
recordings = Views("onward_app.rooms.practice.recordings.views")
rounds = Views("onward_app.rooms.practice.rounds.views")
session = Views("onward_app.rooms.practice.session.views")

app_name = "practice"
urlpatterns = [
    path("", views.front, name="front"),
    path("today/", views.today, name="today"),
    path("anyway/", views.anyway, name="anyway"),
    path("card/<int:pk>/", session.card, name="card"),
    path("card/<int:pk>/points/", session.points, name="points"),
    path("card/<int:pk>/grade/", session.grade, name="grade"),
    path("cards/", views.cards, name="cards"),
    path("cards/add/", cards.add, name="add"),
    path("cards/<int:pk>/", cards.one, name="one"),
    path("cards/<int:pk>/edit/", cards.edit, name="edit"),
    path("cards/<int:pk>/retire/", cards.retire, name="retire"),
    path("recordings/", recordings.front, name="recordings"),
    path("recordings/<int:pk>/audio/", recordings.audio, name="audio"),
    path("recordings/<int:pk>/delete/", recordings.delete, name="delete_recording"),
    path("rounds/", rounds.front, name="rounds"),
    path("rounds/<int:pk>/", rounds.one, name="round"),
    path("rounds/<int:pk>/end/", rounds.end, name="end_round"),
    path("rounds/<int:pk>/let-go/", rounds.let_go, name="let_go"),
    path("rounds/<int:pk>/<int:attempt>/keep/", rounds.keep, name="keep_question"),
    path("packs/", packs.front, name="packs"),
    path("packs/add/", packs.add, name="add_pack"),
    path("packs/<slug:pack>/remove/", packs.remove, name="remove_pack"),
    path("packs/<slug:pack>/<slug:family>/", packs.family, name="family"),
    path("packs/<slug:pack>/<slug:family>/let-go/", packs.let_go, name="let_family_go"),
    path("anki/", anki.export, name="anki"),
]
