"""Packs of questions: what there is, a family before its questions become cards, and packs of one's own."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.packs.load import SHIPPED
from onward.packs.pack import Family, Pack
from onward_app.packs_folder import find_pack, keep_pack, list_own_packs, list_packs, packs_folder, put_pack_away
from onward_app.records.models import Card
from onward_app.records.writing.practice import add_family, remove_family
from onward_app.rooms.practice.packs.forms import PackFileForm
from onward_app.web.boxes import read_form
from onward_app.web.replies import redirect_done, request_owner


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """The packs that ship and the person's own, with the mistakes of those that can't be read."""
    rows = Card.objects.of(request_owner(request)).filter(retired_on=None).exclude(pack="")
    there = set(rows.values_list("pack", "family"))
    read = list_own_packs()
    told = [
        (pack, pack.key not in SHIPPED, [(family, (pack.key, family.key) in there) for family in pack.families])
        for pack in list_packs(request_owner(request).field)
    ]
    broken = [one for one in read if one.pack is None]
    return render(request, "practice/packs/packs.html", {"told": told, "broken": broken, "folder": packs_folder()})


@require_http_methods(["GET", "POST"])
def family(request: HttpRequest, pack: str, family: str) -> HttpResponse:
    """One family with its questions and their points, before they become cards; all of them or some."""
    owner = request_owner(request)
    found, chosen = _find_family(pack, family)
    if request.method == "POST":
        wanted = set(request.POST.getlist("item"))
        items = [(one.key, one.ask, one.points) for one in chosen.questions if not wanted or one.key in wanted]
        change = add_family(owner, pack=pack, family=family, title=chosen.name, items=items)
        return redirect_done(
            reverse("practice:family", args=[pack, family]) if wanted else reverse("practice:packs"), change
        )
    cards = {card.item: card for card in Card.objects.of(owner).filter(pack=pack, family=family, retired_on=None)}
    rows = [(one, cards.get(one.key)) for one in chosen.questions]
    page = {
        "pack": found,
        "family": chosen,
        "rows": rows,
        "all_there": all(card for _, card in rows),
        "some": bool(cards),
    }
    return render(request, "practice/packs/family.html", page)


@require_POST
def let_go(request: HttpRequest, pack: str, family: str) -> HttpResponse:
    """Let all cards of a family go; what was answered stays, and an undo takes them up again."""
    owner = request_owner(request)
    title = next((one.name for one in getattr(find_pack(pack), "families", ()) if one.key == family), family)
    change = remove_family(owner, pack=pack, family=family, title=title)
    return redirect_done(reverse("practice:packs"), change)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """A pack as a file: what it holds is shown first, and kept when the person says so."""
    form = read_form(request, PackFileForm)
    page: dict[str, Any] = {"form": form}
    looked_at = form.is_valid()
    if (pack := form.pack) is not None:
        if looked_at and request.POST.get("confirm") == pack.key:
            keep_pack(form.raw, pack.key)
            return redirect_done(reverse("practice:packs"), None)
        page |= {"pack": pack, "there": find_pack(pack.key), "text": form.raw.decode("utf-8-sig")}
    return render(request, "practice/packs/add.html", page)


@require_POST
def remove(_request: HttpRequest, pack: str) -> HttpResponse:
    """Put a pack of one's own away. Its cards stay, and its file can be put back."""
    if put_pack_away(pack) is None:
        raise Http404
    return redirect_done(reverse("practice:packs"), None)


def _find_family(pack: str, family: str) -> tuple[Pack, Family]:
    found = find_pack(pack)
    chosen = found.family(family) if found else None
    if found is None or chosen is None:
        raise Http404
    return found, chosen
