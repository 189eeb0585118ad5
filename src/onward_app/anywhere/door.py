"""The door in a browser: a request comes as values, goes through the same application, and its answer is values again.

Cookies stay here: a page in a browser can't set those of its own answers.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from http.cookies import SimpleCookie
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from onward_app import home
from onward_app.keeping.backups import back_up_each_day
from onward_app.serve import set_up

if TYPE_CHECKING:
    from onward_app.records.models import Owner

EMPTY = Path(__file__).parents[1] / "empty.sqlite3"  # made by `make web`, so that nobody waits for migrations
HOST = "127.0.0.1"  # whatever the page's own address is: nobody else can ask
Answer = tuple[int, list[tuple[str, str]], bytes]
REDIRECTS = 9
_jar: dict[str, str] = {}


def open_house() -> Owner:
    """Everything ready to answer: the database there and up to date, and the person let in, who is returned.

    Raises:
        HomeTrouble: as `serve.set_up`.
    """
    home.prepare_home()
    place = home.database_path()
    if EMPTY.is_file() and not (place.is_file() and place.stat().st_size):
        shutil.copyfile(EMPTY, place)
    set_up(alone=True)  # which tab has it open is the browser's to say
    from onward_app.records.writing.owner import ensure_owner
    from onward_app.web.gate import cookie_for, cookie_name

    owner = ensure_owner()
    _jar[cookie_name()] = cookie_for(owner)
    return owner


def shut_house() -> None:
    """Nobody is let in any more, and no file is open."""
    from django.db import connections

    connections.close_all()
    _jar.clear()


def back_up() -> str:
    """The day's backup, once: asked for after an answer, so that nobody waits for it."""
    return back_up_each_day()


def follow(
    method: str, address: str, headers: dict[str, str], body: bytes
) -> tuple[int, str, list[tuple[str, str]], bytes]:
    """As `answer`, to where it leads: the address of the page that is shown comes along.

    That the browser shall forget what it keeps is said by the answer that leads on, so that it is carried over.
    """
    status, sent, whole = answer(method, address, headers, body)
    forget = [pair for pair in sent if pair[0] == "Clear-Site-Data"]
    for _ in range(REDIRECTS):
        if status not in (301, 302, 303):
            break
        address = urljoin(address, dict(sent)["Location"])
        headers = {name: value for name, value in headers.items() if name != "Content-Type"}
        status, sent, whole = answer("GET", address, headers, b"")
    return status, address, [*sent, *forget], whole


def answer(method: str, address: str, headers: dict[str, str], body: bytes) -> Answer:
    """The status, the headers and the body that the application answers this request with."""
    from onward_app.web.wsgi import application

    told: dict[str, Any] = {}

    def start(status: str, sent: list[tuple[str, str]], _: object = None) -> None:
        told.update(status=int(status.split(" ")[0]), headers=sent)

    parts: Iterable[bytes] = application(_make_environ(method, address, headers, body), start)  # type: ignore[arg-type]
    try:
        whole = b"".join(parts)
    finally:
        parts.close()  # type: ignore[attr-defined]  # which also ends the request for Django
    _keep_cookies(told["headers"])
    return told["status"], [pair for pair in told["headers"] if pair[0] != "Set-Cookie"], whole


def _make_environ(method: str, address: str, headers: dict[str, str], body: bytes) -> dict[str, Any]:
    """What WSGI wants to know of a request."""
    from django.conf import settings

    split = urlsplit(address)
    prefix = settings.FORCE_SCRIPT_NAME or ""
    told = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    return told | {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": prefix,
        "PATH_INFO": unquote(split.path).removeprefix(prefix).encode().decode("latin-1"),
        "QUERY_STRING": split.query,
        "CONTENT_TYPE": told.pop("HTTP_CONTENT_TYPE", ""),
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in _jar.items()),
        "HTTP_HOST": HOST,
        "SERVER_NAME": HOST,
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": HOST,
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(body),
        "wsgi.version": (1, 0),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def _keep_cookies(headers: Iterable[tuple[str, str]]) -> None:
    for _, value in (pair for pair in headers if pair[0] == "Set-Cookie"):
        for name, morsel in SimpleCookie(value).items():
            if morsel["max-age"] == 0 or not morsel.value:
                _jar.pop(name, None)
            else:
                _jar[name] = morsel.coded_value
