"""Comments that came back: taken in, and then one by one, each with a yes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from onward.packet.comments import LARGEST, read_comments
from onward.packet.packet import PacketTrouble
from onward_app.records.models import Comment, Kink
from onward_app.records.reading.helpers import list_waiting_comments
from onward_app.records.reading.offered import find_commented, name_item
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.helpers import answer_comment, take_in_comments
from onward_app.rooms.helpers.forms import CommentForm, CommentsForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


def bring(request: HttpRequest) -> HttpResponse:
    """The file or the words of a mail; what is odd about them is said, and they wait for a yes each."""
    owner = request_owner(request)
    form = read_form(request, CommentsForm)
    if not form.is_valid():
        return render(request, "helpers/bring.html", {"form": form})
    file = form.cleaned_data["file"]
    raw = file.read(LARGEST + 1) if file else form.cleaned_data["text"].encode("utf-8", "replace")
    try:
        taken = take_in_comments(owner, read_comments(raw))
    except PacketTrouble as trouble:
        form.add_error(None, str(trouble))
        return render(request, "helpers/bring.html", {"form": form})
    if taken.told:
        return render(request, "helpers/taken.html", {"taken": taken})
    return redirect_done(_find_next(request), taken.change)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One comment, and what it is to the person."""
    owner = request_owner(request)
    row = find_row(Comment, owner, pk)
    if row.taken:
        return redirect(_find_next(request))
    on = find_commented(owner, row)
    name = name_item(on) if row.item else "The packet as a whole"
    form = read_form(request, CommentForm, on=name if isinstance(on, Kink) else "")
    if not form.is_valid():
        left = list_waiting_comments(owner).count()
        return render(request, "helpers/comment.html", {"form": form, "row": row, "name": name, "left": left})
    change = answer_comment(owner, row, form.cleaned_data["what"])
    return redirect_done(_find_next(request), change)


def _find_next(request: HttpRequest) -> str:
    """The next that waits, or the page of all who help."""
    row = list_waiting_comments(request_owner(request)).first()
    return reverse("helpers:comment", args=[row.pk]) if row else reverse("helpers:front")
