"""A search to attack: something of everything, of two owners, in a folder that is thrown away. Made once for each process."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

MORNING = "2026-11-16T09:00"


@dataclass(frozen=True, slots=True)
class Search:
    """Whose it is, a stranger beside them, and a row of each sort that addresses have."""

    owner: Any
    stranger: Any
    named: dict[str, Any]


def begin() -> Path:
    """Django on a folder of this process's own, before anything of Onward's is imported."""
    folder = Path(tempfile.mkdtemp(prefix="onward-attack-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ |= {
        "ONWARD_HOME": str(folder / "home"),
        "ONWARD_CLOCK": MORNING,
        "DJANGO_SETTINGS_MODULE": "onward_app.settings",
    }
    from onward_app.serve import set_up

    set_up()
    return folder


@cache
def new_search() -> Search:
    """The search of `tests/filled.py`, and a stranger on the same file."""
    from tests.filled import fill

    from onward_app import clock
    from onward_app.records.models import Owner
    from onward_app.records.writing.owner import ensure_owner

    owner = ensure_owner()
    named = fill(owner)
    return Search(owner, Owner.objects.create(name="Bob", made_at=clock.now()), named)


def let_in(owner: Any) -> Any:
    """A browser that was let in as this owner."""
    from onward_app.web.gate import cookie_for, cookie_name

    browser = stand_outside()
    browser.cookies[cookie_name()] = cookie_for(owner)
    return browser


def stand_outside() -> Any:
    """A browser without anything."""
    from django.test import Client

    return Client(raise_request_exception=False, HTTP_HOST="127.0.0.1:80", SERVER_PORT="80")


def count_rows() -> dict[str, list[Any]]:
    """Every row of every table but who was let in, so that a change shows."""
    from django.apps import apps

    return {
        str(model._meta.model_name): list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("records").get_models()
        if model._meta.model_name != "signin"
    }
