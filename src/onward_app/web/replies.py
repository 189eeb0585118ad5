"""How a page answers after it has done something."""

from __future__ import annotations

from typing import Any, Protocol, cast
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from onward_app.records.models import Change, Owner


class OwnedRequest(Protocol):
    """A request whose owner the door has found."""

    owner: Owner


def request_owner(request: HttpRequest) -> Owner:
    """Whose page this is."""
    return cast(Owner, cast(Any, request).owner)


def redirect_done(where: str, change: Change | None) -> HttpResponse:
    """Go on to `where`, and say there what was done, with an undo beside it."""
    if change is None or change.pk is None:
        return HttpResponseRedirect(where)
    path, hash_, fragment = where.partition("#")
    mark = "&" if urlsplit(path).query else "?"
    return HttpResponseRedirect(f"{path}{mark}{urlencode({'done': change.pk})}{hash_}{fragment}")


def find_way_back(request: HttpRequest, otherwise: str) -> str:
    """Where the form says it came from, when that is a page of ours."""
    where = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(where, allowed_hosts=None) and where.startswith("/")
    return where if safe else otherwise
