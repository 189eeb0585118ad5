"""Everything out, a backup now, files for a calendar and an address book, and everything gone."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from onward_app import clock, home
from onward_app.folder_key import is_encrypted
from onward_app.keeping.archive import ImportTrouble
from onward_app.keeping.backups import BackupTrouble, is_every_backup_kept, list_backups, make_backup
from onward_app.keeping.bring_back import import_search
from onward_app.keeping.export import ExportTrouble, open_export
from onward_app.keeping.files import find_packs, say_left_out
from onward_app.keeping.in_use import InUse
from onward_app.keeping.sealed import ENDING, seal_export
from onward_app.records.reading.taking_out import list_address_cards, list_dates
from onward_app.records.writing.door import sign_out_everywhere
from onward_app.records.writing.leaving import NotAllGone, delete_everything
from onward_app.records.writing.owner import ensure_owner
from onward_app.rooms.data.calendar import write_calendar
from onward_app.rooms.data.forms import SealedOutForm
from onward_app.rooms.data.people import write_people
from onward_app.sealing import MISSING, can_seal
from onward_app.troubles import describe_trouble
from onward_app.web.boxes import read_form
from onward_app.web.gate import let_in
from onward_app.web.replies import request_owner

FORGET_IN_BROWSER = '"cache", "storage"'  # what a form keeps in its tab until it is sent


def front(request: HttpRequest, trouble: str = "", form: SealedOutForm | None = None) -> HttpResponse:
    """What can be done with all of it."""
    backups = list_backups()
    told: dict[str, object] = {
        "backups": len(backups),
        "newest": next(iter(backups), None),
        "every_kept": is_every_backup_kept(),
    }
    told |= {"encrypted": is_encrypted(), "elsewhere": bool(home.database_url())}
    unread = say_left_out(find_packs(home.home_folder())[1])
    sealing = {"unread": unread, "form": form or SealedOutForm(), "missing": "" if can_seal() else MISSING}
    return render(request, "data/front.html", told | sealing | {"trouble": trouble})


@require_POST
def take_out(request: HttpRequest) -> HttpResponseBase:
    """Everything, as one file. It is whole before the first byte of it is sent."""
    try:
        file, _ = open_export()
    except (ExportTrouble, OSError) as trouble:
        return front(request, _describe_failure(trouble))
    name = f"onward-{clock.today().isoformat()}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


@require_POST
def take_out_sealed(request: HttpRequest) -> HttpResponse:
    """The same, sealed with a passphrase."""
    form = read_form(request, SealedOutForm)
    if not form.is_valid():
        return front(request, form=form)
    try:
        raw, _ = seal_export(form.cleaned_data["passphrase"])
    except (ExportTrouble, OSError) as trouble:
        return front(request, _describe_failure(trouble))
    return _send_file(raw, "application/octet-stream", f"onward-{clock.today().isoformat()}.zip{ENDING}")


@require_POST
def bring_in(request: HttpRequest) -> HttpResponse:
    """A search that was taken out, in the place of this one. In a browser alone: there nobody else can have it open."""
    file = request.FILES.get("file")
    if not settings.IN_BROWSER or not isinstance(file, UploadedFile):
        raise Http404
    try:
        with tempfile.TemporaryDirectory(prefix="onward-brought-") as folder:
            import_search(_put_file(Path(folder), file), replace=True)
    except (ImportTrouble, BackupTrouble, InUse, OSError) as trouble:
        return front(request, _describe_failure(trouble))
    return let_in(redirect("data:front"), ensure_owner())


def _put_file(folder: Path, file: Any) -> Path:
    """Where it can be read: a large one is there already."""
    if hasattr(file, "temporary_file_path"):
        return Path(file.temporary_file_path())
    place = folder / "search.zip"
    with place.open("wb") as target:
        target.writelines(file.chunks())
    return place


@require_POST
def back_up(request: HttpRequest) -> HttpResponse:
    """A backup of now."""
    try:
        made = make_backup()
    except (BackupTrouble, OSError) as trouble:
        return front(request, _describe_failure(trouble))
    if made.what_is_missing:
        return front(request, f"The backup is made. {made.what_is_missing}")
    return redirect("data:front")


@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Interviews, promised days, deadlines and evenings of practice; with neutral titles when they are wished for."""
    owner, neutral, remind = request_owner(request), "neutral" in request.GET, "remind" in request.GET
    dates = list_dates(owner, clock.today())
    raw = write_calendar(dates, began=owner.made_at, now=clock.now(), neutral=neutral, remind=remind)
    return _send_file(raw, "text/calendar; charset=utf-8", "calendar.ics" if neutral else "onward.ics")


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Those who make the person smile, their people, and those who were asked."""
    return _send_file(
        write_people(list_address_cards(request_owner(request))), "text/vcard; charset=utf-8", "people.vcf"
    )


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Every browser is signed out, this one too."""
    sign_out_everywhere(request_owner(request))
    return render(request, "data/signed_out.html")


def delete(request: HttpRequest) -> HttpResponse:
    """One question, and everything is gone."""
    if request.method != "POST":
        return render(request, "data/delete.html")
    try:
        owner = delete_everything(request_owner(request))
    except (NotAllGone, OSError) as trouble:
        return render(request, "data/delete.html", {"trouble": _describe_failure(trouble)})
    answer = let_in(redirect("data:deleted"), owner)
    answer.headers["Clear-Site-Data"] = FORGET_IN_BROWSER
    return answer


@require_GET
def deleted(request: HttpRequest) -> HttpResponse:
    """Said once it is so."""
    return render(request, "data/deleted.html")


def _send_file(raw: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(raw, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _describe_failure(trouble: Exception) -> str:
    return describe_trouble(trouble, again="try again") or str(trouble)
