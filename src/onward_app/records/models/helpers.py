"""People who help, what each was given to read, and what they wrote back."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Undoable


class Helper(Undoable):
    """An advisor, a coach, an agency or a friend: how to reach them, and what a packet for them may hold."""

    name = models.CharField(max_length=120)
    sort = models.CharField(max_length=10)  # advisor, coach, agency, friend
    reach = models.CharField(max_length=200, blank=True)
    may_see = models.JSONField(default=list)  # sorts of items; nothing is given by that alone
    places_people = models.BooleanField(default=False)  # “My employer also places people”

    class Meta:
        ordering = ["name", "id"]


class GivenPacket(Undoable):
    """The record of a packet: to whom, when, until when, and which rows, by their keys. Of their words only a mark."""

    helper = models.ForeignKey(Helper, models.CASCADE, related_name="packets")
    code = models.CharField(max_length=12)
    made_on = models.DateField()
    stale_on = models.DateField()
    by = models.CharField(max_length=120)
    to = models.CharField(max_length=120)
    asks = models.TextField(blank=True)
    since = models.DateField(null=True)
    covered = models.BooleanField(default=False)  # what could point to a client is covered in it
    items = models.JSONField(default=list)  # keys, in the order of their numbers
    mark = models.CharField(max_length=64)

    class Meta:
        ordering = ["-made_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["owner", "code"], name="one_packet_a_code")]


class Comment(Undoable):
    """What somebody wrote on one item of a packet. It counts for nothing until the person says what it is."""

    packet = models.ForeignKey(GivenPacket, models.CASCADE, related_name="comments")
    item = models.PositiveSmallIntegerField()  # its number; 0 is the packet as a whole
    by = models.CharField(max_length=120, blank=True)
    on = models.DateField()
    text = models.TextField()
    taken = models.CharField(max_length=10, blank=True)  # strength, kink, kind, left; "" while it waits

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["owner", "taken"], name="comment_waiting", condition=models.Q(stands=True))]
