"""Where kinks are."""

from django.urls import path

from onward_app.rooms.kinks import views

app_name = "kinks"
urlpatterns = [
    path("", views.front, name="front"),
    path("add/", views.add, name="add"),
    path("before/<int:pk>/", views.before, name="before"),
    path("<int:pk>/", views.kink, name="kink"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/see/", views.see, name="see"),
    path("<int:pk>/work/", views.work, name="work"),
    path("<int:pk>/remove/", views.remove, name="remove"),
    path("<int:pk>/merge/", views.merge, name="merge"),
]
