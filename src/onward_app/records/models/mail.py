"""The ledger of mail seen, the letters worth keeping, and what the person decided about them."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import Owned, Owner, Undoable
from onward_app.records.models.interviews import Ask
from onward_app.records.models.log import Opportunity


class Seen(models.Model):
    """One message that was read: of most, only this is kept."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)  # SHA-256 of the raw bytes
    kind = models.CharField(max_length=12)
    on = models.DateField(null=True)
    settled = models.BooleanField(default=False)  # linking has looked at it
    read_by = models.CharField(max_length=12, blank=True)  # the mark of the model, "" before marks were kept

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="one_message_once")]
        indexes = [models.Index(fields=["owner", "settled"], name="seen_unsettled")]


class MailMark(models.Model):
    """How far a folder of a mailbox was read, as its source says it; what lies before it isn't fetched again."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")
    mailbox = models.CharField(max_length=600)
    folder = models.CharField(max_length=500)
    mark = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "mailbox", "folder"], name="one_mark_a_folder")]


class Letter(models.Model):
    """A message that is, or may be, about a job: decoded text, and the verdict it got when it was read."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    message_id = models.CharField(max_length=998, null=True)
    at = models.DateTimeField(null=True)
    on = models.DateField(null=True)  # the day in the letter's own time zone
    sender_name = models.CharField(max_length=300, blank=True)
    sender = models.CharField(max_length=320, blank=True)
    to = models.JSONField(default=list)  # [[name, address], …]
    subject = models.TextField(blank=True)
    body = models.TextField(blank=True)
    refs = models.JSONField(default=list)  # message ids it answers
    thread = models.CharField(max_length=200, blank=True)
    within = models.CharField(max_length=64, blank=True)  # key of the message it was attached to
    verdict = models.JSONField()
    read_by = models.CharField(max_length=12, blank=True)  # the mark of the model that it was judged by, last
    kind = models.CharField(max_length=12)
    unsure = models.BooleanField(default=False)
    outgoing = models.BooleanField(default=False)
    by_person = models.BooleanField(default=False)  # a person wrote it, not a template
    fingerprint = models.CharField(max_length=64, blank=True)
    words = models.CharField(max_length=64, blank=True)  # equal where the text is, whoever sent it
    opportunity = models.ForeignKey(Opportunity, models.SET_NULL, null=True, related_name="letters")  # cache
    answers = models.ForeignKey(
        Ask, models.SET_NULL, null=True, related_name="answered_by"
    )  # cache: `rebuild` makes it
    waiting = models.CharField(max_length=300, blank=True)  # why it waits in the inbox; "" when it doesn't
    suggested = models.ForeignKey(  # the job it may be about; or where it lay, while that is out of force
        Opportunity, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="one_letter_once")]
        indexes = [
            models.Index(fields=["owner", "opportunity"], name="letter_opportunity"),
            models.Index(fields=["owner", "waiting"], name="letter_waiting"),
            models.Index(fields=["owner", "answers"], name="letter_answering", condition=~models.Q(answers=None)),
            models.Index(fields=["owner", "on"], name="letter_on_day"),
            models.Index(fields=["owner", "read_by"], name="letter_read_by"),
        ]


class LetterMark(Owned):
    """One thing that a letter is found by when letters are linked: a conversation, a person, a name, as a number.
    Computed from the letter; `rebuild` makes all of them again.
    """

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+", db_index=False)  # its marks are looked for
    letter = models.ForeignKey(Letter, models.CASCADE, related_name="+")
    mark = models.BigIntegerField()

    objects = models.Manager["LetterMark"]()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["owner", "mark", "letter"], name="letter_by_mark")]


class JobMark(Owned):
    """The same of a job: its employer's name."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="+", db_index=False)
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="+")
    mark = models.BigIntegerField()

    objects = models.Manager["JobMark"]()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["owner", "mark", "opportunity"], name="job_by_mark")]


class Decision(Undoable):
    """What the person said of one letter, keyed by the message, so rereading never refiles what was undone."""

    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=12, blank=True)  # "" leaves Onward's guess
    opportunity = models.ForeignKey(Opportunity, models.SET_NULL, null=True, related_name="+")
    no_job = models.BooleanField(default=False)
    no_event = models.BooleanField(default=False)
    on = models.DateField(null=True)  # the day it came, where the letter doesn't say

    class Meta:
        indexes = [models.Index(fields=["owner", "key"], name="decision_key")]


class KindWords(Undoable):
    """A sentence that a person (not a template) wrote, kept for a bad day."""

    key = models.CharField(max_length=64)
    text = models.TextField()
    who = models.CharField(max_length=300, blank=True)
    on = models.DateField(null=True)
