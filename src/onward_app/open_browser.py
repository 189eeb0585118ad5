"""Opening the browser without the one-time address on its command line, which every account of the computer reads."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from onward_app import home
from onward_app.left_over import discard_draft

NAME = "onward-open-{}.html"
SNAPS = Path("/var/lib/snapd/snaps")  # browsers from there see no hidden folder


def open_browser(address: str) -> Callable[[], None]:
    """Open the address by a small file that leads to it; what is handed back takes the file away."""
    from django.template.loader import render_to_string

    place = _choose_folder() / NAME.format(secrets.token_hex(4))
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(render_to_string("opening.html", {"address": address}))
    import webbrowser  # only here: a server on a machine without a screen opens none

    webbrowser.open(place.as_uri())
    return lambda: place.unlink(missing_ok=True)


def clear_openings() -> None:
    """What an Onward that was killed left behind: its addresses open nothing any more."""
    for folder in {home.home_folder(), _choose_folder()}:
        for left in folder.glob(NAME.format("*")):
            discard_draft(left)


def _choose_folder() -> Path:
    hidden = any(part.startswith(".") for part in home.home_folder().parts)
    return Path.home() if hidden and SNAPS.is_dir() else home.home_folder()
