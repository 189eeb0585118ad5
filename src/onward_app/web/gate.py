"""The door: only this machine's address, only the person who holds the token, and nothing from elsewhere.

Why it is made this way: docs/decisions/0013-the-door.md.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from onward_app.records.models import Owner
from onward_app.records.reading.door import THIRTY_DAYS, find_signed_in
from onward_app.records.writing.door import begin_sign_in
from onward_app.records.writing.owner import ensure_owner
from onward_app.web.callers import is_another_account, is_from_elsewhere, is_opened_whole
from onward_app.web.password import has_password, is_right_password

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_tokens: set[str] = set()
used: list[Callable[[], object]] = []  # what is done once a token was used


def new_token() -> str:
    """A token that opens the door once."""
    token = secrets.token_urlsafe(24)
    _tokens.add(token)
    return token


def cookie_name() -> str:
    """One cookie for each data folder: the example search must not sign the person out of their own."""
    return "onward_" + hashlib.sha256(settings.SECRET_KEY.encode()).hexdigest()[:10]


def cookie_for(owner: Owner) -> str:
    """A cookie that lets in as this owner, for thirty days at most."""
    return begin_sign_in(owner)


@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Trade the one-time token, or the password, for a cookie. A look ahead (HEAD) doesn't spend the token."""
    return _by_token(request) if request.method == "GET" else _by_password(request)


def _by_token(request: HttpRequest) -> HttpResponse:
    offered = request.GET.get("token", "")
    token = next((t for t in _tokens if hmac.compare_digest(t.encode(), offered.encode())), None)
    if token is None:
        return shut(request)
    _tokens.discard(token)
    for forget in used:
        forget()
    return let_in(_go_on(request), ensure_owner())


def _by_password(request: HttpRequest) -> HttpResponse:
    if is_right_password(request.POST.get("password", "")):
        return let_in(redirect("today:front"), ensure_owner())
    return shut(request, wrong=True)


def _go_on(request: HttpRequest) -> HttpResponse:
    """On to Today. What another page led to the door goes on by a page of ours, so that the browser says so."""
    if is_from_elsewhere(request, own_origins(request)):
        answer = render(request, "entered.html")
        answer.headers["Refresh"] = f"0; url={reverse('today:front')}"
        return answer
    return redirect("today:front")


Reply = TypeVar("Reply", bound=HttpResponse)


def let_in(answer: Reply, owner: Owner) -> Reply:
    """The answer, with the cookie that stands for this owner."""
    value, secure = cookie_for(owner), bool(settings.BEHIND)
    answer.set_cookie(cookie_name(), value, max_age=THIRTY_DAYS, httponly=True, samesite="Lax", secure=secure)
    return answer


def only_the_owner(get_response: Answer) -> Answer:
    """Middleware: every page but the door needs the cookie, and knows whose it is as `request.owner`."""

    def answer(request: HttpRequest) -> HttpResponse:
        owner = _find_signed_in(request) or _find_by_feed(request.path)
        request.owner = owner  # type: ignore[attr-defined]
        # Open to all are the door itself, and the files that make the pages look as they do
        if owner is None and not request.path.startswith((reverse("enter"), settings.STATIC_URL)):
            return shut(request)
        return get_response(request)

    return answer


def refuse_other_hosts(get_response: Answer) -> Answer:
    """Middleware: a page asked for under another name (DNS rebinding) or another port is refused."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.META.get("HTTP_HOST", "") not in _list_hosts(request):
            return HttpResponse("Onward answers only on this computer’s own address.\n", status=400)
        return get_response(request)

    return answer


def refuse_other_pages(get_response: Answer) -> Answer:
    """Middleware: what a page of another address or port sends is refused; a link of it gets a page that asks."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not is_from_elsewhere(request, own_origins(request)):
            return get_response(request)
        if not is_opened_whole(request):
            return HttpResponse("Another page asked for this, so Onward doesn’t answer.\n", status=HTTPStatus.FORBIDDEN)
        if request.path == reverse("enter"):
            return get_response(request)
        return render(request, "elsewhere.html", {"address": request.get_full_path()}, status=HTTPStatus.FORBIDDEN)

    return answer


def same_origin_only(get_response: Answer) -> Answer:
    """Middleware: nothing on a page may come from, or go to, another origin; pages aren't kept by caches."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", _may_use(request.path))
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


def _may_use(path: str) -> str:
    """The microphone is for practice alone; a camera and a place are for nothing."""
    microphone = "(self)" if path.startswith(reverse("practice:front")) else "()"
    return f"camera=(), geolocation=(), microphone={microphone}"


def _list_hosts(request: HttpRequest) -> tuple[str, ...]:
    if settings.BEHIND:
        return (urlsplit(settings.BEHIND).netloc,)
    port = request.META.get("SERVER_PORT", "")
    names = ("127.0.0.1", "localhost")
    return tuple(f"{name}:{port}" for name in names) + (names if port == "80" else ())


def own_origins(request: HttpRequest) -> tuple[str, ...]:
    """The origins by which this Onward may be opened."""
    return tuple(f"{request.scheme}://{host}" for host in _list_hosts(request))


def _find_signed_in(request: HttpRequest) -> Owner | None:
    owner = find_signed_in(request.COOKIES.get(cookie_name(), ""))
    if owner is None or settings.BEHIND:  # the proxy has an account of its own
        return owner
    return None if is_another_account(request) else owner


def _find_by_feed(path: str) -> Owner | None:
    """Whose private calendar this address is of: it opens that alone, and nothing else by it."""
    before, after = reverse("data:feed", args=["key"]).split("key")
    key = path.removeprefix(before).removesuffix(after)
    return Owner.objects.filter(feed_key=key).first() if key and path == f"{before}{key}{after}" else None


def shut(request: HttpRequest, *, wrong: bool = False) -> HttpResponse:
    """What somebody sees who isn't let in."""
    told = {"password": has_password(), "wrong": wrong}
    return render(request, "shut.html", told, status=HTTPStatus.FORBIDDEN)
