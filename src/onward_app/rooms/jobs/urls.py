"""Addresses of the jobs."""

from __future__ import annotations

from onward_app.web.later import Views
from onward_app.web.routes import path

advert = Views("onward_app.rooms.jobs.advert")
documents = Views("onward_app.rooms.jobs.documents")
effort = Views("onward_app.rooms.jobs.effort")
sheet = Views("onward_app.rooms.jobs.sheet")
table = Views("onward_app.rooms.jobs.table")
views = Views("onward_app.rooms.jobs.views")

app_name = "jobs"
urlpatterns = [
    path("", table.front, name="front"),
    path("csv/", table.as_csv, name="csv"),
    path("log/", effort.front, name="effort"),
    path("log/csv/", effort.as_csv, name="effort_csv"),
    path("many/", table.many, name="many"),
    path("views/keep/", table.keep, name="keep_view"),
    path("views/<int:pk>/drop/", table.drop, name="drop_view"),
    path("add/", views.add, name="add"),
    path("import/", sheet.bring, name="import"),
    path("<int:pk>/", views.timeline, name="timeline"),
    path("<int:pk>/documents/", documents.documents, name="documents"),
    path("documents/<int:pk>/", documents.download, name="document"),
    path("documents/<int:pk>/delete/", documents.delete, name="delete_document"),
    path("<int:pk>/row/", table.row, name="row"),
    path("<int:pk>/advert/", advert.advert, name="advert"),
    path("<int:pk>/edit/", views.edit, name="edit"),
    path("<int:pk>/event/", views.event, name="event"),
    path("<int:pk>/events/<int:event_pk>/strike/", views.strike, name="strike"),
    path("<int:pk>/away/", views.away, name="away"),
    path("<int:pk>/merge/", views.merge, name="merge"),
    path("<int:pk>/split/", views.split, name="split"),
]
