"""A packet: ticked, read once, made, saved or sealed; and its record."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onward.packet.packet import HEADINGS, Packet, clean_text
from onward.packet.page import write_packet
from onward.packet.scan import say_found, scan_items
from onward_app import clock
from onward_app.paper import packet_pdf
from onward_app.records.models import GivenPacket, Helper, Owner
from onward_app.records.reading.offered import OfferedItem
from onward_app.records.reading.pictures import find_can_draw
from onward_app.records.reading.rows import find_row
from onward_app.records.writing.helpers import forget_given, record_given
from onward_app.rooms.helpers.forms import PacketForm, SealForm
from onward_app.rooms.helpers.making import (
    choose_items,
    list_allowed,
    list_named,
    list_names,
    make_code,
    map_items,
    rebuild_packet,
)
from onward_app.sealing import MISSING, SealTrouble, can_seal, seal
from onward_app.web.boxes import read_form
from onward_app.web.pictures.search import YEAR
from onward_app.web.replies import redirect_done, request_owner

FIRST = 50  # replays that the page begins with; the rest is one tap away
LOOK, MAKE = "look", "make"
PLAIN, AGE = "application/octet-stream", ".age"  # saved as it is, and opened by whoever gets it


def make(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick what goes in, read it once, make it."""
    owner, on = request_owner(request), clock.today()
    helper = find_row(Helper, owner, pk)
    if request.method == "GET":
        can = find_can_draw(owner, on, on - YEAR)
        if can.quiet_day and not request.GET.get("asked"):
            return render(request, "helpers/not_tonight.html", {"helper": helper})
        offered = list_named(owner, helper, can, most=None if request.GET.get("all") else FIRST)
    else:
        offered = list_allowed(owner, helper)
    form = read_form(request, PacketForm, offered=offered, helper=helper, on=on, initial={"by": owner.name})
    page = {
        "form": form,
        "helper": helper,
        "groups": [(HEADINGS[sort], list(some)) for sort, some in groupby(offered, key=lambda one: one.item.sort)],
        "first": FIRST,
    }
    if request.POST.get("do") not in (LOOK, MAKE) or not form.is_valid():
        return render(request, "helpers/make.html", page)
    if request.POST["do"] == LOOK:
        return render(request, "helpers/look.html", page | _look_at_packet(owner, form))
    return _make_packet(owner, helper, form, covered=bool(request.POST.get("cover")))


def _list_chosen(form: PacketForm) -> list[OfferedItem]:
    keys = set(form.cleaned_data["items"])
    return [one for one in form.offered if one.key in keys]


def _look_at_packet(owner: Owner, form: PacketForm) -> dict[str, Any]:
    """The packet as it will be, with what could point to a client."""
    items = choose_items(owner, _list_chosen(form), covered=False)
    found = scan_items(items, list_names(owner))
    return {"items": items, "found": found, "says": say_found(len(found)), "sent": _list_sent(form)}


def _list_sent(form: PacketForm) -> list[tuple[str, str]]:
    """What the page of the second step sends along."""
    names = ("asks", "by", "since", "stale_on", "meant", "keep")
    return [
        *(("items", key) for key in form.ticked),
        *((name, form.data[name]) for name in names if form.data.get(name)),
    ]


def _make_packet(owner: Owner, helper: Helper, form: PacketForm, *, covered: bool) -> HttpResponse:
    chosen, told = _list_chosen(form), form.cleaned_data
    since = (owner.search_began or clock.local(owner.made_at).date()) if told["since"] else None
    packet = Packet(
        make_code(),
        clock.today(),
        told["stale_on"],
        clean_text(told["by"]),
        helper.name,
        clean_text(told["asks"]),
        since,
        choose_items(owner, chosen, covered=covered),
    )
    row, change = record_given(owner, helper, packet, keys=[one.key for one in chosen], covered=covered)
    return redirect_done(reverse("helpers:packet", args=[row.pk]), change)


def given(request: HttpRequest, pk: int, trouble: str = "", form: SealForm | None = None) -> HttpResponse:
    """The record of a packet, and the file while its words are the same."""
    owner = request_owner(request)
    row = find_row(GivenPacket, owner, pk)
    offered = map_items(owner, row)
    told = {
        "row": row,
        "items": [offered[key].item if key in offered else None for key in row.items],
        "packet": rebuild_packet(owner, row, offered),
        "stale": clock.today() > row.stale_on,
        "form": form or SealForm(),
        "missing": "" if can_seal() else MISSING,
        "no_paper": "" if packet_pdf.can_print() else packet_pdf.MISSING,
        "trouble": trouble,
        "comments": row.comments.filter(stands=True),
    }
    return render(request, "helpers/packet.html", told)


def save(request: HttpRequest, pk: int) -> HttpResponse:
    """The file; sealed when a passphrase is sent."""
    owner = request_owner(request)
    row = find_row(GivenPacket, owner, pk)
    packet = rebuild_packet(owner, row, map_items(owner, row))
    if packet is None:
        return redirect("helpers:packet", row.pk)
    raw, name = write_packet(packet).encode(), f"packet-{packet.code}.html"
    if request.method == "POST":
        form = read_form(request, SealForm)
        if not form.is_valid():
            return given(request, pk, form=form)
        try:
            raw, name = seal(raw, form.cleaned_data["passphrase"]), name + AGE
        except SealTrouble as trouble:
            return given(request, pk, str(trouble))
    return _send_file(raw, name)


def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The same packet as a PDF."""
    owner = request_owner(request)
    row = find_row(GivenPacket, owner, pk)
    packet = rebuild_packet(owner, row, map_items(owner, row))
    if packet is None or not packet_pdf.can_print():
        return redirect("helpers:packet", row.pk)
    return _send_file(packet_pdf.print_packet(packet, clock.today()), f"packet-{packet.code}.pdf")


def _send_file(raw: bytes, name: str) -> HttpResponse:
    return HttpResponse(raw, content_type=PLAIN, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete the record for good."""
    forget_given(find_row(GivenPacket, request_owner(request), pk))
    return redirect("helpers:front")
