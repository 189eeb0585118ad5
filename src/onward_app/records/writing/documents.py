"""Documents: kept with a job, which can be undone, and deleted for good with their file."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from onward_app import clock
from onward_app.documents import clean_document_name, remove_document, store_document, sweep_documents_folder
from onward_app.records.models import Change, Document, Opportunity, Owner
from onward_app.records.reading.documents import list_documents
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.forgetting import forget_quotes, forget_rows


def keep_document(owner: Owner, row: Opportunity, *, name: str, chunks: Iterable[bytes]) -> Change | None:
    """Keep a file with a job, under the name it came with; None where that job has it already.

    Raises:
        DocumentTrouble: it can't be kept, and nothing is.
    """
    sweep_documents_folder(set(Document.objects.values_list("key", flat=True)))
    key, size = store_document(chunks)
    if list_documents(owner, row).filter(key=key).exists():
        return None
    told = {"name": clean_document_name(name), "key": key, "size": size, "added_on": clock.today()}
    summary = f"Kept “{told['name']}” with {row.title}."
    with open_change(owner, "jobs.document", summary, opportunity=row) as change:
        change.make(Document, opportunity=row, **told)
    return change.record


def delete_document(owner: Owner, document: Document) -> None:
    """Delete it for good; its file too, unless another job has the same.

    Raises:
        DocumentTrouble: the file is still there, and so is the row.
    """
    with transaction.atomic():
        same = Document.objects.filter(key=document.key)
        mine = same.filter(owner=owner, opportunity=document.opportunity_id)
        for name, pk in mine.values_list("name", "pk"):
            said = Change.objects.filter(owner=owner, parts__table="document", parts__row=pk)
            forget_quotes(said.distinct(), [f"“{name}”"], "a document")
        forget_rows(mine)
        if not same.exists():
            remove_document(document.key)  # last: when it fails, all of this is taken back
