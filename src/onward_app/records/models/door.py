"""Who was let in: one row for each browser, until it is signed out or thirty days have gone."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Owned


class SignIn(Owned):
    """A browser that was let in. What it holds isn't here, only a mark of it that the folder's own secret makes."""

    mark = models.CharField(max_length=64, unique=True)
    begun_at = models.DateTimeField()  # by the machine's clock

    objects = models.Manager["SignIn"]()
