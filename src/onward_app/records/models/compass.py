"""Hopes, values and the gate, people who help, rejection days and lessons."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import STANDING, Owner, Undoable
from onward_app.records.models.log import Event, Opportunity


class Hope(Undoable):
    """How the person's 100 points of hope were spread on one day: [[opportunity id, points], …]."""

    on = models.DateField()
    at = models.DateTimeField()
    shares = models.JSONField()

    class Meta:
        ordering = ["on", "id"]


class Value(Undoable):
    """A value a job should give, or (`line`) one that is not for sale, worded as an observable test."""

    text = models.CharField(max_length=200)
    line = models.BooleanField(default=False)
    set_on = models.DateField()
    retired_on = models.DateField(null=True)
    points = models.PositiveSmallIntegerField(default=0)  # of 100, for a value that is not a line
    offers_pending = models.BooleanField(default=False)  # set while an offer was on the table


class Weighing(Undoable):
    """How the values were weighed on one day: [[text, points], …], the heaviest first. Later ones don't change it."""

    on = models.DateField()
    points = models.JSONField()
    offers_pending = models.BooleanField(default=False)  # weighed while an offer was on the table

    class Meta:
        ordering = ["-on", "-id"]

    @property
    def heaviest(self) -> list[tuple[str, int]]:
        """The first three."""
        return [(str(text), int(points)) for text, points in self.points[:3]]


class Fit(Undoable):
    """How one opportunity meets one value: a mark, and whether it was seen, told or guessed."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="fits")
    value = models.ForeignKey(Value, models.CASCADE, related_name="fits")
    mark = models.CharField(max_length=10)  # kept, crossed, unknown
    known = models.CharField(max_length=10, default="guessed")  # seen, told, guessed
    level = models.PositiveSmallIntegerField(null=True)  # 0 to 10 for values that are not lines
    note = models.CharField(max_length=300, blank=True)
    on = models.DateField()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "opportunity"], name="fit_of_job", condition=STANDING),
        ]


class Gate(Undoable):
    """The pause before accept or sign: who was asked what, the reason, and the day it waits to."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="gates")
    action = models.CharField(max_length=10)  # accept, sign
    opened_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    waits_until = models.DateTimeField(null=True)
    ended = models.CharField(max_length=10, blank=True)  # waited, deadline, waived, kept, declined
    ended_at = models.DateTimeField(null=True)


class Writing(models.Model):
    """What the person wrote for nobody but themselves. No Change speaks of it: it is kept, or burnt for good."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")
    sort = models.CharField(max_length=10)  # matters, kind
    about = models.JSONField(default=list)  # keys of what it is about
    text = models.TextField()
    at = models.DateTimeField()


class Companion(Undoable):
    """Somebody who makes the person smile, and how to reach them."""

    name = models.CharField(max_length=120)
    reach = models.CharField(max_length=200, blank=True)  # a number, an address, "two doors down"
    note = models.CharField(max_length=200, blank=True)


class RejectionDay(Undoable):
    """The local day on which a recent no was first opened or entered."""

    on = models.DateField()
    light = models.BooleanField(default=False)  # a form, and nobody was met: the evening goes on unless asked otherwise
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="+")
    event = models.ForeignKey(Event, models.CASCADE, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)  # "that's enough for today"
    restart_on = models.DateField()
    contacted = models.ForeignKey(Companion, models.SET_NULL, null=True, related_name="+")
    contacted_at = models.DateTimeField(null=True)
    restarted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "on"], name="rejection_on_day", condition=STANDING),
        ]


class NoOpened(Undoable):
    """A no that the person has looked at, so that it starts at most one day."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="opened")
    on = models.DateField()


class Lesson(Undoable):
    """One of the three lessons, retired by the person."""

    name = models.CharField(max_length=12)  # hopes, normal, values
    retired_on = models.DateField()
    words = models.TextField(blank=True)  # what this search taught me


class Goal(Undoable):
    """One quality goal of a week: tailored applications, human contacts, practice."""

    week = models.DateField()  # its Monday
    name = models.CharField(max_length=40)
    wanted = models.PositiveSmallIntegerField()
    done = models.PositiveSmallIntegerField(default=0)


class StatusCheck(Undoable):
    """One question to a quiet employer, which Onward only remembers."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="status_checks")
    on = models.DateField()


class SaidQuiet(Undoable):
    """The person says: nothing heard up to this day."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, null=True, related_name="+")
    on = models.DateField()
