"""What is made while practicing: recordings, answers that aren't graded yet, and mock rounds."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Owned, Undoable
from onward_app.records.models.growth import Card


class Recording(Owned):
    """An answer said aloud; `name` is its file in the recordings folder. Deleting it is for good, so it never
    stands.
    """

    card = models.ForeignKey(Card, models.SET_NULL, null=True, related_name="recordings")
    question = models.TextField(blank=True)  # as it was asked
    name = models.CharField(max_length=60, unique=True)
    sort = models.CharField(max_length=20)  # media type, by its first bytes
    size = models.PositiveIntegerField()  # bytes
    seconds = models.PositiveIntegerField(null=True)  # as the page counted them
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]


class Round(Undoable):
    """A mock round: several questions in a row. It can be left and taken up again."""

    title = models.CharField(max_length=200)
    seconds_each = models.PositiveSmallIntegerField(default=120)
    begun_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-begun_at", "-id"]


class Attempt(Owned):
    """An answer on its way: given and not graded yet, or one question of a round. A review is what becomes of it."""

    round = models.ForeignKey(Round, models.CASCADE, null=True, related_name="attempts")
    place = models.PositiveSmallIntegerField(default=0)
    card = models.ForeignKey(Card, models.CASCADE, null=True, related_name="+")
    question = models.TextField(blank=True)
    points = models.JSONField(default=list)
    pack = models.CharField(max_length=60, blank=True)
    family = models.CharField(max_length=60, blank=True)
    item = models.CharField(max_length=100, blank=True)
    parts = models.JSONField(default=list)  # what was written, a text for each box
    recording = models.CharField(max_length=60, blank=True)  # name of a recording
    seconds = models.PositiveIntegerField(null=True)
    begun_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    met = models.JSONField(null=True)  # which of the points were met, once that was said

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "card"], condition=models.Q(round=None), name="one_open_answer_a_card"
            )
        ]
