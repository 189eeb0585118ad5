"""The documents of a job."""

from __future__ import annotations

from django.db.models import QuerySet

from onward_app.records.models import Document, Opportunity, Owner


def list_documents(owner: Owner, row: Opportunity) -> QuerySet[Document]:
    """In the order they were added."""
    found: QuerySet[Document] = Document.objects.of(owner).filter(opportunity=row)
    return found
