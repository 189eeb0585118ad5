"""The advert of a job, kept because it disappears when one needs it."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Undoable
from onward_app.records.models.log import Opportunity


class Advert(Undoable):
    """What an employer wrote of a job. The newest of a job stands; bringing another takes its place."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="adverts")
    title = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    posted_on = models.DateField(null=True)
    until = models.DateField(null=True)
    brought_on = models.DateField()

    class Meta:
        ordering = ["id"]
