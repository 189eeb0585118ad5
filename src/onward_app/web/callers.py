"""Who is asking: a page of ours, a page of somebody else's in the same browser, or another account of this computer.

A browser shows one cookie to every port of 127.0.0.1, so the cookie alone says too little (docs/decisions/0013). A page
on another port can't say that it is ours, because the browser says where a request comes from. A program that was shown
the cookie and sends it on itself can say anything, but not whose it is: Linux tells whose account a connection is.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.http import HttpRequest

OURS = {"", "same-origin", "none"}  # "": a browser that doesn't say; "none": opened by hand
TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
MAPPED = "0000000000000000FFFF0000"


def is_from_elsewhere(request: HttpRequest, ours: tuple[str, ...]) -> bool:
    """Whether another page sent this, on this computer or not. `ours` are the origins by which we may be opened."""
    origin = request.headers.get("Origin")
    if origin is not None and origin not in ours:
        return True
    return request.headers.get("Sec-Fetch-Site", "") not in OURS


def is_opened_whole(request: HttpRequest) -> bool:
    """Whether this opens a page in a tab of its own, as a link does, and sends nothing."""
    if request.method not in {"GET", "HEAD"} or "Origin" in request.headers:
        return False
    asked = request.headers.get("Sec-Fetch-Mode"), request.headers.get("Sec-Fetch-Dest")
    return asked == ("navigate", "document")


def is_another_account(request: HttpRequest) -> bool:
    """Whether the other end of the connection belongs to somebody else's account. False where it can't be told."""
    there, here = request.META.get("REMOTE_PORT"), request.META.get("SERVER_PORT")
    if not there or not here or request.META.get("REMOTE_ADDR") != "127.0.0.1":
        return False
    try:
        lines = [line for table in TABLES for line in table.read_text("ascii").splitlines()[1:]]
    except (OSError, ValueError):
        return False
    ends = _owners_of_ends(lines, int(there), int(here))
    if ends.get("here") != os.getuid():  # this table doesn't tell, as in some sandboxes
        return False
    return ends.get("there") not in {os.getuid(), 0}


def _owners_of_ends(lines: list[str], there: int, here: int) -> dict[str, int]:
    """Whose the two ends of the connection between these ports are. One that its program has closed is nobody's."""
    pairs = {(_spell_end(there), _spell_end(here)): "there", (_spell_end(here), _spell_end(there)): "here"}
    found: dict[str, int] = {}
    for line in lines:
        words = line.split()
        name = pairs.get((words[1].removeprefix(MAPPED), words[2].removeprefix(MAPPED)))
        if name and words[9] != "0":
            found[name] = int(words[7])
    return found


def _spell_end(port: int) -> str:
    """127.0.0.1 and a port, as the kernel writes them on a little-endian machine."""
    return f"0100007F:{port:04X}"
