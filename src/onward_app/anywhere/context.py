"""What every page in a browser has at hand beside the rest: how well it is kept, and who runs the address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from onward_app.anywhere.host import Host

# As the shell finds it; each is a sentence in `pieces/kept_here.html`.
URGENT, QUIET, QUIETEST = ("nothing", "cleared", "tab"), ("old", "week", "unasked"), ("uncopied",)
AFTER_A_DEBRIEF = "debrief:became"
SAID_ON = {  # the pages on which what isn’t urgent is said, by how it is kept
    **dict.fromkeys(QUIET, ("today:front", AFTER_A_DEBRIEF)),
    **dict.fromkeys(QUIETEST, (AFTER_A_DEBRIEF,)),
}
_host: Host | None = None


def name_host(host: Host | None) -> None:
    """Whose card the pages show from now on."""
    global _host  # one program, one address
    _host = host


def beside(request: HttpRequest) -> dict[str, Any]:
    """The line above the foot, and the host’s card."""
    kind, at = request.headers.get("Onward-Kept", ""), request.resolver_match
    is_said = kind in URGENT or (at is not None and at.view_name in SAID_ON.get(kind, ()))
    return {"kept_here": kind if is_said else "", "host": _host}
