"""What came with a tracker's file besides jobs: people, and how its columns and words are meant."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Owner, Undoable


class Contact(Undoable):
    """Somebody the person is connected with, and where they work. Only what a list of connections says of them."""

    name = models.CharField(max_length=200)
    employer = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)  # shown as text, never followed
    met_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "stands", "employer"], name="contact_employer")]


class TrackerMemory(models.Model):
    """What the person said once of a file of this layout: ids of questions and answers."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")
    layout = models.CharField(max_length=64)  # a fingerprint of its headings
    answers = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "layout"], name="one_memory_a_layout")]
