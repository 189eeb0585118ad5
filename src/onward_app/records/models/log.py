"""Opportunities and the append-only log of what happened to them."""

from __future__ import annotations

from django.db import models

from onward.facts import NOTES, Stage
from onward_app.records.models.base import Undoable


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
    put_away_on = models.DateField(null=True)  # set aside, and no end is claimed; what comes later brings it back
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")

    stage = models.CharField(max_length=20, default=str(Stage.LEAD))
    ended = models.CharField(max_length=20, blank=True)
    stage_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    first_on = models.DateField(null=True)
    heard_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["owner", "stands", "ended"], name="opportunity_open")]

    @property
    def title(self) -> str:
        """Employer and role, as one line."""
        return ", ".join(filter(None, (self.employer, self.role))) or "A job you haven’t named yet"

    @property
    def alive(self) -> bool:
        """Still open, as the cache has it."""
        return not self.ended and self.stage != Stage.STARTED


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
        indexes = [models.Index(fields=["owner", "stands", "kind", "on"], name="event_kind_on")]

    @property
    def is_note(self) -> bool:
        """Whether it is only words, and says nothing of where the job stands."""
        return self.kind in NOTES
