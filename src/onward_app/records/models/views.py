"""What the person keeps of how they look at their jobs."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Undoable


class KeptView(Undoable):
    """A list of jobs under a name: which of them, narrowed by what, in which order."""

    name = models.CharField(max_length=60)
    asked = models.JSONField(default=dict)  # as the address asks for it

    class Meta:
        ordering = ["id"]
