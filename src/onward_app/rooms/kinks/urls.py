"""Where kinks are."""

from onward_app.web.later import Views
from onward_app.web.routes import path

evidence = Views("onward_app.rooms.kinks.evidence")
kinds = Views("onward_app.rooms.kinks.kinds")
views = Views("onward_app.rooms.kinks.views")

app_name = "kinks"
urlpatterns = [
    path("", views.front, name="front"),
    path("add/", evidence.add, name="add"),
    path("kinds/", kinds.front, name="kinds"),
    path("kinds/add/", kinds.add, name="add_kind"),
    path("kinds/<int:pk>/", kinds.edit, name="kind"),
    path("kinds/<int:pk>/remove/", kinds.remove, name="remove_kind"),
    path("before/<int:pk>/", views.before, name="before"),
    path("seen/<int:pk>/", evidence.sighting, name="sighting"),
    path("seen/<int:pk>/mine/", evidence.mine, name="mine"),
    path("seen/<int:pk>/remove/", evidence.drop, name="drop"),
    path("chance/<int:pk>/", evidence.chance, name="chance"),
    path("<int:pk>/", views.kink, name="kink"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/see/", evidence.see, name="see"),
    path("<int:pk>/remember/", evidence.remember, name="remember"),
    path("<int:pk>/call/", views.set_kind, name="set_kind"),
    path("<int:pk>/work/", views.work, name="work"),
    path("<int:pk>/cards/", views.cards, name="cards"),
    path("<int:pk>/remove/", views.remove, name="remove"),
    path("<int:pk>/merge/", views.merge, name="merge"),
]
