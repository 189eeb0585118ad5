"""How a tracker's columns and words are meant."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Owner


class TrackerMemory(models.Model):
    """What the person said once of a file of this layout: ids of questions and answers."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")
    layout = models.CharField(max_length=64)  # a fingerprint of its headings
    answers = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "layout"], name="one_memory_a_layout")]
