"""Documents of a job: an offer, a contract, the papers that were sent along."""

from __future__ import annotations

from django.db import models

from onward_app.records.models.base import STANDING, Undoable
from onward_app.records.models.log import Opportunity


class Document(Undoable):
    """A file that is kept with a job. `key` is the fingerprint (SHA-256) that it lies under in the documents folder;
    several rows may name one file.
    """

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="documents")
    name = models.CharField(max_length=120)  # as any system can save it
    key = models.CharField(max_length=64)
    size = models.PositiveIntegerField()  # bytes
    added_on = models.DateField()

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["owner", "opportunity"], name="document_of_job", condition=STANDING)]
