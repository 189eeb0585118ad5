"""Opportunities and the append-only log of what happened to them."""

from __future__ import annotations

from django.db import models

from onward.facts import NOTES, Stage
from onward_app.records.models.base import STANDING, Owned, Undoable

_THERE = models.Q(stands=True, merged_into=None)  # what lists and counts look at


def name_job(employer: str, role: str) -> str:
    """What a job is called."""
    return ", ".join(filter(None, (employer, role))) or "A job you haven’t named yet"


class Opportunity(Undoable):
    """One job at one employer. `stage` to `first_on` are a cache of the fold over its events, which
    `rebuild_opportunities` makes again.
    """

    employer = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True)
    agency = models.CharField(max_length=200, blank=True)  # who stands in between
    place = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)  # shown as text, never followed
    notes = models.TextField(blank=True)
    by_hand = models.BooleanField(default=False)
    met = models.CharField(max_length=4, blank=True)  # "yes", or "form" and nobody; "" when it wasn't said
    promised_on = models.DateField(null=True)  # "you'll hear by …": the clock of silence starts there
    deadline_on = models.DateField(null=True)  # the employer's deadline for an offer
    starts_on = models.DateField(null=True)  # the first day, as an offer names it
    pay = models.CharField(max_length=200, blank=True)  # what an offer says of it, in its own words
    put_away_on = models.DateField(null=True)  # set aside, and no end is claimed; what comes later brings it back
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")

    stage = models.CharField(max_length=20, default=str(Stage.LEAD))
    ended = models.CharField(max_length=20, blank=True)
    stage_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    first_on = models.DateField(null=True)
    heard_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    reached = models.CharField(max_length=120, blank=True)  # every stage that an event names, in order, by commas

    class Meta:
        indexes = [
            models.Index(fields=["owner", "first_on"], name="opportunity_newest", condition=_THERE),
            models.Index(fields=["owner", "ended", "first_on"], name="opportunity_open", condition=_THERE),
            models.Index(
                fields=["owner", "stage", "ended", "reached", "agency", "ended_on"],
                name="opportunity_alike",
                condition=_THERE,
            ),
            models.Index(fields=["owner"], name="opportunity_struck", condition=~STANDING),
        ]

    @property
    def title(self) -> str:
        """Employer and role, as one line."""
        return name_job(self.employer, self.role)

    @property
    def alive(self) -> bool:
        """Still open, as the cache has it."""
        return not self.ended and self.stage != Stage.STARTED


class JobWait(Owned):
    """One wait for an answer, as the events of a job that stands have it. A cache, as are the last columns of its job,
    so that waits can be counted without a look at the log.
    """

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="+")
    stage = models.CharField(max_length=20)
    through = models.BooleanField()  # somebody stands in between
    begun_on = models.DateField()
    days = models.PositiveIntegerField(null=True)  # until it ended; None: it still runs
    heard = models.BooleanField()  # whether it ended with an answer

    objects = models.Manager["JobWait"]()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["owner", "stage", "through", "days", "heard", "begun_on", "opportunity"], name="wait_counted"
            ),
            models.Index(  # with `days`, which SQLite would look up in each row in spite of the condition
                fields=["owner", "opportunity", "stage", "through", "begun_on", "days"],
                name="wait_running",
                condition=models.Q(days=None),
            ),
        ]


class Event(Undoable):
    """Something that happened to an opportunity on a date. Never edited in place: struck, and written anew."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20)
    on = models.DateField()
    day_known = models.BooleanField(default=True)  # False: it happened by then, and the statistics leave the day out
    note = models.TextField(blank=True)
    reason = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=10, default="hand")  # mail, hand, csv
    letter = models.CharField(max_length=64, blank=True)  # the key of the letter that says so
    also = models.JSONField(default=list)  # keys of near-duplicates of it
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]
        indexes = [
            models.Index(fields=["owner", "kind", "on"], name="event_of_kind", condition=STANDING),
            models.Index(fields=["owner", "on", "opportunity"], name="event_on_day", condition=STANDING),
            models.Index(fields=["owner", "opportunity", "on"], name="event_of_job", condition=STANDING),
            models.Index(fields=["owner", "letter"], name="event_of_letter", condition=STANDING),
            models.Index(fields=["owner", "letter"], name="event_struck", condition=~STANDING),
        ]

    @property
    def is_note(self) -> bool:
        """Whether it is only words, and says nothing of where the job stands."""
        return self.kind in NOTES
