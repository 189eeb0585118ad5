"""The documents of a job: kept with it, taken out again as downloads, and deleted for good."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from onward_app.documents import EMPTY, MOST_BYTES, TOO_LARGE, DocumentTrouble, document_path
from onward_app.records.models import Document
from onward_app.records.reading.documents import list_documents
from onward_app.records.reading.rows import find_opportunity, find_row
from onward_app.records.writing.documents import delete_document, keep_document
from onward_app.web.boxes import LookedAtForm, read_form
from onward_app.web.ranges import answer_with_file
from onward_app.web.replies import redirect_done, request_owner

SORT = "application/octet-stream"  # whatever is in it, a browser only saves it
SHOWN_NOWHERE = "default-src 'none'; sandbox"


class DocumentForm(LookedAtForm):
    """One file."""

    file = forms.FileField(
        label="The file",
        help_text="An offer, a contract, what you sent along: up to 25 MB. You can drop it here.",
        error_messages={"empty": EMPTY},
    )

    def clean_file(self) -> object:
        """A file of a size that is kept."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return file


@require_http_methods(["GET", "POST"])
def documents(request: HttpRequest, pk: int) -> HttpResponse:
    """Those that are kept, and a place for another."""
    owner = request_owner(request)
    row = find_opportunity(owner, pk)
    form = read_form(request, DocumentForm)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            change = keep_document(owner, row, name=file.name or "", chunks=file.chunks())
        except DocumentTrouble as trouble:
            form.add_error("file", str(trouble))
        else:
            return redirect_done(reverse("jobs:documents", args=[row.pk]), change)
    page = {"row": row, "form": form, "documents": list_documents(owner, row)}
    return render(request, "jobs/documents.html", page)


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it came, to be saved and never shown."""
    row = find_row(Document, request_owner(request), pk)
    try:
        answer = answer_with_file(request, document_path(row.key), sort=SORT, name=row.key)
    except OSError as trouble:
        raise Http404 from trouble
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=row.name)
    answer.headers["Content-Security-Policy"] = SHOWN_NOWHERE
    return answer


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, and then deletes the file too."""
    owner = request_owner(request)
    document = find_row(Document, owner, pk)
    page = {"document": document, "row": document.opportunity, "trouble": ""}
    if request.method == "POST":
        try:
            delete_document(owner, document)
        except DocumentTrouble as trouble:
            page["trouble"] = str(trouble)
        else:
            return redirect("jobs:documents", document.opportunity_id)
    return render(request, "jobs/document_delete.html", page)
