"""Kinks and strengths with their evidence and chances, cards and their reviews."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import STANDING, Owned, Undoable
from onward_app.records.models.interviews import Ask, Debrief, Interview


class Kink(Undoable):
    """A recurring mistake with a name, or (`strength`) something that works. Nobody sets its status: it is computed."""

    kind = models.CharField(max_length=40)  # one of the twelve, or a kind of one's own
    name = models.CharField(max_length=200)
    strength = models.BooleanField(default=False)
    if_they = models.CharField(max_length=300, blank=True)
    then_i = models.CharField(max_length=300, blank=True)
    cost = models.PositiveSmallIntegerField(default=2)  # what it costs when it happens, 1 to 3
    working_since = models.DateField(null=True)  # the first day of practice: chances after it count, for good
    resting = models.BooleanField(default=False)  # put down for now; what was counted stays counted
    noticed_on = models.DateField()
    asked = models.JSONField(default=list)  # ids of interviews that were asked about once, where nobody can say
    evidence = models.JSONField(default=dict)  # cache: what its sightings, chances and practice come to


class OwnKind(Undoable):
    """A kind of the person's own, with when it could occur, so that its rates have a denominator."""

    key = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    plain = models.CharField(max_length=300, blank=True)
    chance = models.CharField(max_length=300)
    cost = models.PositiveSmallIntegerField(default=2)

    class Meta:
        ordering = ["id"]


class Sighting(Undoable):
    """One piece of evidence for a kink or a strength."""

    kink = models.ForeignKey(Kink, models.CASCADE, related_name="sightings")
    source = models.CharField(max_length=24)  # how do I know: the chips of the debrief
    group = models.CharField(max_length=100, blank=True)  # whose word it is: one panel weighs as one
    on = models.DateField()
    text = models.TextField(blank=True)
    interview = models.ForeignKey(Interview, models.SET_NULL, null=True, related_name="+")
    debrief = models.ForeignKey(Debrief, models.SET_NULL, null=True, related_name="sightings")
    ask = models.ForeignKey(Ask, models.SET_NULL, null=True, related_name="sightings")
    letter = models.CharField(max_length=64, blank=True)  # key of the letter it was read in
    not_mine = models.BooleanField(default=False)  # “not mine, or can't know”: kept, and counted for nothing

    class Meta:
        indexes = [
            models.Index(fields=["owner", "kink"], name="sighting_of_kink", condition=STANDING),
        ]


class Chance(Undoable):
    """One real occasion on which a kink could have occurred. No debrief is missing, not clean."""

    kink = models.ForeignKey(Kink, models.CASCADE, related_name="chances")
    interview = models.ForeignKey(Interview, models.CASCADE, null=True, related_name="chances")
    debrief = models.ForeignKey(Debrief, models.SET_NULL, null=True, related_name="chances")
    on = models.DateField()
    happened = models.BooleanField()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "kink"], name="chance_of_kink", condition=STANDING),
        ]


class Card(Undoable):
    """Something to practice: a question cue and three points. The schedule is a cache of the review log."""

    question = models.TextField()
    points = models.JSONField(default=list)  # three
    practice = models.CharField(max_length=24, default="say_aloud")  # one of the kinds of practice
    pack = models.CharField(max_length=60, blank=True)
    family = models.CharField(max_length=60, blank=True)
    item = models.CharField(max_length=100, blank=True)  # the question's own name in its pack
    kink = models.ForeignKey(Kink, models.SET_NULL, null=True, related_name="cards")
    made_at = models.DateTimeField()
    retired_on = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)  # cache, with those below
    answered_on = models.DateField(null=True)
    noon_on = models.DateField(null=True)  # the first day by whose noon it had been answered
    rests = models.IntegerField(null=True)  # days from its last answer
    stability = models.FloatField(null=True)
    state = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["owner", "stands", "due_at"], name="card_due")]


class Review(Undoable):
    """One answer, graded after it was given. Append-only: the truth that a card's schedule is rebuilt from."""

    card = models.ForeignKey(Card, models.CASCADE, related_name="reviews")
    at = models.DateTimeField()
    answer = models.TextField(blank=True)
    recording = models.CharField(max_length=100, blank=True)  # file name in the recordings folder
    met = models.JSONField(default=list)  # which of the three points were met
    seconds = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "card", "at"], name="review_of_card", condition=STANDING),
        ]
        ordering = ["at", "id"]


class Skipped(Owned):
    """A day on which the person chose to practice on a rejection day, or put practice off."""

    on = models.DateField()
    practise = models.BooleanField(default=False)
