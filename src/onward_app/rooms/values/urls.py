"""Addresses of lines, values and the gate."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

at_job = Views("onward_app.rooms.values.at_job")
fifteen = Views("onward_app.rooms.values.fifteen")
gate = Views("onward_app.rooms.values.gate")
offer = Views("onward_app.rooms.values.offer")
views = Views("onward_app.rooms.values.views")
weights = Views("onward_app.rooms.values.weights")

app_name = "values"
urlpatterns = [
    path("", views.front, name="front"),
    path("line/", views.save_line, name="add_line"),
    path("value/", views.save_value, name="add_value"),
    path("<int:pk>/retire/", views.retire, name="retire"),
    path("<int:pk>/points/", views.points, name="points"),
    path("weights/", weights.weights, name="weights"),
    path("what-matters/", fifteen.what_matters, name="what_matters"),
    path("what-matters/<int:pk>/burn/", fifteen.burn, name="burn"),
    path("income/", views.income, name="income"),
    path("job/<int:pk>/", at_job.job, name="job"),
    path("job/<int:pk>/letter/", offer.offer, name="offer"),
    path("gate/<int:pk>/", gate.gate, name="gate"),
]
