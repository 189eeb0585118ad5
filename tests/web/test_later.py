"""Rooms are imported when they are entered, and every address leads to a view that is there."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from django.urls import URLResolver, get_resolver, resolve

from onward_app.web.later import View

KNOWN = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "onward_app.settings"
import django
django.setup()
from django.urls import resolve, reverse
assert reverse("jobs:add") == "/jobs/add/"
assert resolve("/").url_name == "front"
print([name for name in sys.modules if name.startswith("onward_app.rooms.") and not name.endswith(".urls") and name.count(".") > 2])
"""


def views(room: URLResolver | None = None) -> Iterator[Any]:
    for one in (room or get_resolver()).url_patterns:
        yield from views(one) if isinstance(one, URLResolver) else [one.callback]


def test_every_address_leads_to_a_view() -> None:
    later = [view for view in views() if isinstance(view, View)]
    assert len(later) > 150
    assert all(isinstance(view.function, FunctionType) for view in later)


def test_addresses_are_known_before_any_room_is_imported() -> None:
    told = subprocess.run([sys.executable, "-c", KNOWN], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_what_a_decorator_notes_on_a_view_is_found() -> None:
    view = resolve("/").func
    assert view.__wrapped__ is view.function.__wrapped__  # type: ignore[attr-defined]
