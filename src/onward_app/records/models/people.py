"""The people of a search, and the jobs they belong to. Those near the person, and those who help, stand elsewhere."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import STANDING, Undoable
from onward_app.records.models.log import Opportunity


class Contact(Undoable):
    """Somebody the person met or is connected with. Two that are one are merged, and the old id leads on."""

    name = models.CharField(max_length=200)
    employer = models.CharField(max_length=200, blank=True)  # where they work
    role = models.CharField(max_length=200, blank=True)
    reach = models.CharField(max_length=200, blank=True)  # a number, an address, words
    how = models.CharField(max_length=200, blank=True)  # how they met, in the person's words
    notes = models.TextField(blank=True)
    link = models.CharField(max_length=500, blank=True)  # shown as text, never followed
    met_on = models.DateField(null=True)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, related_name="merged")
    links: list[ContactAtJob]  # the jobs they belong to, in rows of `list_people`

    class Meta:
        indexes = [
            models.Index(fields=["owner", "stands", "employer"], name="contact_employer"),
            models.Index(
                fields=["owner", "name"], name="contact_by_name", condition=models.Q(stands=True, merged_into=None)
            ),
        ]


class ContactAtJob(Undoable):
    """Somebody belongs to a job: as whom, where it was said."""

    contact = models.ForeignKey(Contact, models.CASCADE, related_name="at_jobs")
    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="contacts")
    part = models.CharField(max_length=60, blank=True)  # “interviewed me”, “the recruiter”

    class Meta:
        indexes = [
            models.Index(fields=["owner", "opportunity"], name="contact_of_job", condition=STANDING),
            models.Index(fields=["owner", "contact"], name="job_of_contact", condition=STANDING),
        ]
