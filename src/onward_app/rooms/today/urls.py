"""Where today is."""

from onward_app.web.later import Views
from onward_app.web.routes import path

views = Views("onward_app.rooms.today.views")

app_name = "today"
urlpatterns = [path("", views.front, name="front")]
