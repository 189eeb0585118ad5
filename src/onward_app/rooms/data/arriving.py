"""An export brought in from a page: looked at first, then one yes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from onward_app.example import is_example_shown
from onward_app.keeping.archive import ImportTrouble
from onward_app.keeping.arrive import Arrived, let_go, put_in_place, take_in_export
from onward_app.keeping.backups import BackupTrouble
from onward_app.records.writing.owner import ensure_owner
from onward_app.records.writing.recordings import sweep_recordings
from onward_app.troubles import describe_trouble
from onward_app.web.gate import let_in

CHOOSE = "Choose the file first: what *Take everything out* made, or `onward export`."
NO_EXAMPLE = "This is the example. Bring your search in where it belongs: open Onward without it."


def bring_in(request: HttpRequest) -> HttpResponse:
    """Choose a file, look at what becomes of it, say yes or no."""
    if request.method != "POST":
        return _show_page(request)
    if request.POST.get("do") == "no":
        let_go()
        return redirect("data:front")
    try:
        if word := request.POST.get("yes", ""):
            put_in_place(word)
            sweep_recordings()
            return let_in(redirect("today:front"), ensure_owner())
        return _look_at_file(request)
    except (ImportTrouble, BackupTrouble) as trouble:
        return _show_page(request, trouble=str(trouble))
    except OSError as trouble:
        return _show_page(request, trouble=describe_trouble(trouble, again="try again") or str(trouble))


def _look_at_file(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("file")
    if is_example_shown() or file is None:
        return _show_page(
            request, trouble=NO_EXAMPLE if is_example_shown() else CHOOSE.replace("*", "“", 1).replace("*", "”")
        )
    return _show_page(
        request, arrived=take_in_export(file.chunks(), file.name or "export.zip", request.POST.get("passphrase", ""))
    )


def _show_page(request: HttpRequest, *, arrived: Arrived | None = None, trouble: str = "") -> HttpResponse:
    return render(request, "data/in.html", {"arrived": arrived, "trouble": trouble})
