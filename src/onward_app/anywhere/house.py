"""What the browser’s worker calls: everything imported, the house opened, a request answered, the day’s backup."""

from __future__ import annotations

import os
import random
import shutil
import time
from typing import Any

from onward_app import home
from onward_app.anywhere import door
from onward_app.anywhere.context import name_host
from onward_app.anywhere.host import read_host
from onward_app.example import DAY, SHOWN
from onward_app.home import THROWAWAY

WARM = ("today", "start", "jobs", "practice", "pace", "talk", "data")  # whose front pages are asked for
back_up = door.back_up


def warm_up() -> None:
    """Everything imported and asked once, in an empty folder that is gone afterwards.

    What is in memory then is nobody’s, so that the browser may keep a picture of it and begin there the next time.
    """
    os.environ[THROWAWAY] = "x" * home.ENOUGH
    door.open_house()
    for status in try_pages().values():
        if status not in (200, 302):
            raise SystemExit(f"A page answers with {status}.")
    door.shut_house()
    del os.environ[THROWAWAY]
    shutil.rmtree(home.home_folder())


def try_pages() -> dict[str, int]:
    """How the front pages of an open house answer."""
    from django.urls import reverse

    return {room: door.answer("GET", reverse(f"{room}:front"), {}, b"")[0] for room in WARM}


def open_house(clock: str, host: str, fingerprint: str, example: bool) -> None:  # noqa: FBT001 - JavaScript calls it
    """The person’s own folder, or an empty one for the example. What is another’s on each visit is made so.

    Raises:
        HomeTrouble: as `serve.set_up`.
    """
    from django.conf import settings

    from onward_app.settings import name_csrf_cookie

    random.seed()  # nobody’s secrets, but not the same cards on each visit
    if hasattr(time, "tzset"):
        time.tzset()
    if example:
        os.environ[SHOWN] = "yes"
    if clock or example:
        os.environ["ONWARD_CLOCK"] = DAY if example else clock
    home.prepare_home()
    settings.SECRET_KEY = home.read_secret()
    settings.CSRF_COOKIE_NAME = name_csrf_cookie(settings.SECRET_KEY)
    name_host(read_host(host, fingerprint))
    owner = door.open_house()
    if example:
        from onward_app.collect import collect_example

        collect_example(owner)


def ask(method: str, address: str, headers: Any, body: Any) -> Any:
    """A request from JavaScript, and the answer for it."""
    from pyodide.ffi import to_js

    status, at, sent, whole = door.follow(method, address, headers.to_py(), body.to_bytes())
    return to_js([status, at, [list(pair) for pair in sent], whole])
