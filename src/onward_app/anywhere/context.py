"""What every page in a browser has at hand beside the rest: how well it is kept, and who runs the address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from onward_app.anywhere.host import Host

KINDS = ("nothing", "tab", "old", "unasked")  # as the shell finds it; each is a sentence in `pieces/kept_here.html`
_host: Host | None = None


def name_host(host: Host | None) -> None:
    """Whose card the pages show from now on."""
    global _host  # one program, one address
    _host = host


def beside(request: HttpRequest) -> dict[str, Any]:
    """The line above the foot, and the host’s card."""
    kind = request.headers.get("Onward-Kept", "")
    return {"kept_here": kind if kind in KINDS else "", "host": _host}
