"""What every page has at hand."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from onward.wording.crisis import QUIET_LINE
from onward_app import clock
from onward_app.example import is_example_shown
from onward_app.records.reading.rows import list_changes, list_undo_ids
from onward_app.web.asked import asked_number
from onward_app.web.help_lines import load_answer
from onward_app.web.looks import NOTHING, Looks
from onward_app.web.rail import load_rail
from onward_app.web.sitting import find_sitting


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """The rail, the day, whether numbers are wanted, and what was just done (so that it can be undone at once)."""
    here = request.path_info.strip("/").split("/")[0] or "today"
    pk = asked_number(request, "done")
    owner = getattr(request, "owner", None)
    done = list_changes(owner).filter(pk=pk).first() if owner is not None and pk is not None else None
    return {
        "rail": SimpleLazyObject(partial(load_rail, getattr(request, "owner", None), here)),
        "here": here,
        "numbers": getattr(getattr(request, "owner", None), "show_numbers", False),
        "today": clock.today(),
        "is_example": is_example_shown(),
        "in_browser": settings.IN_BROWSER,
        "stays": "in this browser" if settings.IN_BROWSER else "on this computer",
        "done": done,
        "undos": list_undo_ids(done.owner) if done is not None else frozenset(),
        **_describe_looks(request),
    }


def _describe_looks(request: HttpRequest) -> dict[str, Any]:
    """What the words that were sent with this request want looked at, and then whom to call."""
    found: Looks = getattr(request, "looks", NOTHING)
    told = {"looks": found, "quiet_line": find_sitting(request).line and QUIET_LINE}
    return told | {"talk": load_answer(request, found.concern)} if found.heavy else told
