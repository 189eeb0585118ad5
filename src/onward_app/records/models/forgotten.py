"""What stays of what was deleted for good: enough to know it again, and nothing of what it said."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Owned


class Tombstone(Owned):
    """A row that was deleted for good, or a sentence of it that was changed: no older copy brings it back."""

    table = models.CharField(max_length=40)
    row = models.BigIntegerField()
    mark = models.CharField(max_length=64)  # a fingerprint of which row of that number it was
    words = models.CharField(max_length=300, null=True)  # of a change: its sentence as it is now

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["owner", "table", "row", "mark"], name="one_tombstone_once")]
