"""Interviews, what was noted before the outcome was known, asks and debriefs."""

from __future__ import annotations

from django.db import models

from onward.debrief.calibration import ForecastOutcome
from onward_app.records.models.base import STANDING, Owned, Undoable
from onward_app.records.models.log import Opportunity


class Interview(Undoable):
    """One real conversation. People are initials or a role, never gossip."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="interviews")
    on = models.DateField()
    day_known = models.BooleanField(default=True)  # False: about then, “last week”
    at = models.TimeField(null=True)
    zone = models.CharField(max_length=60, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    round = models.CharField(max_length=40, blank=True)  # phone, first, panel, final …
    format = models.CharField(max_length=40, blank=True)  # phone, video, on site
    people = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)  # the address, the room, or the link
    event = models.ForeignKey("records.Event", models.SET_NULL, null=True, related_name="+")
    uid = models.CharField(max_length=300, blank=True)  # the calendar file's own id
    forecast = models.PositiveSmallIntegerField(null=True)  # 0 to 100, said before the outcome
    forecast_at = models.DateTimeField(null=True)
    liked = models.TextField(blank=True)  # something specific talked about: the thank-you and the ask use it
    said_real = models.PositiveSmallIntegerField(null=True)  # "I could say what I really think", 1 to 5
    could_be = models.PositiveSmallIntegerField(null=True)  # "this person on a bad Tuesday", 1 to 5
    may_go_wrong = models.TextField(blank=True)  # two things, and what I'd do

    # What came of it: a cache of the log of its job and of its other interviews, as the last columns of a job are.
    came = models.CharField(max_length=12, default=str(ForecastOutcome.OPEN))  # by the log alone
    came_on = models.DateField(null=True)
    came_at = models.DateTimeField(null=True)  # when the entry that says so was made
    next_on = models.DateField(null=True)  # the next interview of the job

    class Meta:
        indexes = [
            models.Index(fields=["owner", "opportunity", "on"], name="interview_of_job", condition=STANDING),
            models.Index(fields=["owner", "on"], name="interview_on_day", condition=STANDING),
        ]
        ordering = ["on", "id"]


class Question(Undoable):
    """One question that came, what was said, and how it went (1 to 5)."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField(default=0)
    asked = models.TextField(blank=True)
    said = models.TextField(blank=True)
    went = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ["place", "id"]


class Ask(Undoable):
    """A request for one piece of advice, or a thank-you or withdrawal drafted by the same hand."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="asks")
    sort = models.CharField(max_length=12, default="advice")  # advice, thanks, withdrawal
    to_name = models.CharField(max_length=200, blank=True)
    to_address = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    sent_on = models.DateField(null=True)
    sent_by = models.CharField(max_length=10, blank=True)  # copy, or smtp: through the person's own server
    outcome = models.CharField(max_length=12, blank=True)  # advice, declined, silence
    outcome_on = models.DateField(null=True)
    letter = models.CharField(max_length=64, blank=True)  # key of the reply
    reply_from = models.DateField(null=True)  # "keep it for tomorrow": Today is quiet about the reply until then
    quote = models.TextField(blank=True)  # verbatim
    reading = models.TextField(blank=True)  # what I take it to mean
    test = models.TextField(blank=True)  # how I would find out
    suppressed = models.BooleanField(default=False)  # discrimination suspected: no ask

    class Meta:
        indexes = [
            models.Index(fields=["owner", "opportunity"], name="ask_of_job", condition=STANDING),
        ]


class Sending(Owned):
    """A message on its way through the person's own server, and gone. It is written down before the server is asked,
    so that nothing goes twice whatever breaks in between; what went can't be undone, so it never stands.
    """

    ask = models.OneToOneField(Ask, models.CASCADE, related_name="sending")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)  # null: it is on its way, or Onward was stopped meanwhile
    went = models.BooleanField(null=True)  # null: nobody can say
    through = models.CharField(max_length=300)
    message = models.TextField()  # all of it, as the server was given it
    trouble = models.TextField(blank=True)


class Debrief(Undoable):
    """The guided replay of one interview, or of an application that reached nobody."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="debriefs")
    interview = models.ForeignKey(Interview, models.CASCADE, null=True, related_name="debriefs")
    script = models.CharField(max_length=16, default="no")  # no, good, application
    answers = models.JSONField(default=dict)  # screen name → what was answered there
    started_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["owner", "opportunity"], name="debrief_of_job", condition=STANDING),
            models.Index(fields=["owner", "interview"], name="debrief_of_interview", condition=STANDING),
        ]


class Sitting(Owned):
    """One time a debrief was open: how often, and how long, for the rumination brake."""

    debrief = models.ForeignKey(Debrief, models.CASCADE, related_name="sittings")
    opened_at = models.DateTimeField()
    last_at = models.DateTimeField()


class Transcript(Undoable):
    """A transcript that stands in for memory: its decoded text, and which of its speakers the person is.

    What is shown of it is read from the text each time. `key` is the SHA-256 of the text: the same one twice is one.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="transcripts")
    name = models.CharField(max_length=200, blank=True)  # of the file it came in
    candidate = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    key = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["id"]
