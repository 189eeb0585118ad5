"""Where practice is."""

from django.urls import path

from onward_app.rooms.practice import views

app_name = "practice"
urlpatterns = [
    path("", views.front, name="front"),
    path("today/", views.today, name="today"),
    path("card/<int:pk>/", views.card, name="card"),
    path("card/<int:pk>/grade/", views.grade, name="grade"),
    path("card/<int:pk>/retire/", views.retire, name="retire"),
    path("cards/", views.cards, name="cards"),
    path("cards/add/", views.add, name="add"),
    path("packs/", views.packs, name="packs"),
    path("packs/<slug:pack>/<slug:family>/", views.family, name="family"),
]
