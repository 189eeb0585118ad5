"""The door: only this machine's address, only the person who holds the token, and nothing from elsewhere."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from onward_app.records.models import Owner

Answer = Callable[[HttpRequest], HttpResponse]

SALT = "onward.door"
YEAR = 400 * 24 * 3600  # seconds; browsers cap a cookie's life at about this
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_tokens: set[str] = set()


def new_token() -> str:
    """A token that opens the door once."""
    token = secrets.token_urlsafe(24)
    _tokens.add(token)
    return token


def cookie_name() -> str:
    """One cookie for each data folder: the example search must not sign the person out of their own."""
    return "onward_" + hashlib.sha256(settings.SECRET_KEY.encode()).hexdigest()[:10]


def cookie_for(owner: Owner) -> str:
    """The signed cookie that stands for this owner."""
    return signing.dumps(owner.pk, salt=SALT)


@require_GET
def enter(request: HttpRequest) -> HttpResponse:
    """Trade the one-time token for a cookie. Only opening the address does: a look ahead (HEAD) doesn't spend it."""
    offered = request.GET.get("token", "")
    token = next((t for t in _tokens if hmac.compare_digest(t.encode(), offered.encode())), None)
    if token is None:
        return _shut(request)
    _tokens.discard(token)
    from onward_app.records.writing.owner import ensure_owner

    return let_in(redirect("today:front"), ensure_owner())


def let_in(answer: HttpResponseRedirect, owner: Owner) -> HttpResponseRedirect:
    """The answer, with the cookie that stands for this owner."""
    answer.set_cookie(cookie_name(), cookie_for(owner), max_age=YEAR, httponly=True, samesite="Lax")
    return answer


def only_the_owner(get_response: Answer) -> Answer:
    """Middleware: every page but the door needs the cookie, and knows whose it is as `request.owner`."""

    def answer(request: HttpRequest) -> HttpResponse:
        owner = _who(request)
        request.owner = owner  # type: ignore[attr-defined]
        if owner is None and not _is_open_to_all(request.path):
            return _shut(request)
        return get_response(request)

    return answer


def refuse_other_hosts(get_response: Answer) -> Answer:
    """Middleware: a page asked for under another name (DNS rebinding) or another port is refused."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.META.get("HTTP_HOST", "") not in _hosts(request):
            return HttpResponse("Onward answers only on this computer’s own address.\n", status=400)
        return get_response(request)

    return answer


def same_origin_only(get_response: Answer) -> Answer:
    """Middleware: nothing on a page may come from, or go to, another origin; pages aren't kept by caches."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", _may_use(request.path))
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


def _is_open_to_all(path: str) -> bool:
    """The door itself, and the files that make the pages look as they do."""
    return path.startswith((reverse("enter"), settings.STATIC_URL))


def _may_use(path: str) -> str:
    """The microphone is for practice alone; a camera and a place are for nothing."""
    microphone = "(self)" if path.startswith(reverse("practice:front")) else "()"
    return f"camera=(), geolocation=(), microphone={microphone}"


def _hosts(request: HttpRequest) -> tuple[str, ...]:
    port = request.META.get("SERVER_PORT", "")
    names = ("127.0.0.1", "localhost")
    return tuple(f"{name}:{port}" for name in names) + (names if port == "80" else ())


def _who(request: HttpRequest) -> Owner | None:
    try:
        pk = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT)
    except signing.BadSignature:
        return None
    return Owner.objects.filter(pk=pk).first()


def _shut(request: HttpRequest) -> HttpResponse:
    return render(request, "shut.html", status=HTTPStatus.FORBIDDEN)
