"""What holds for one sitting: help that was put away stays away, and one quiet line waits for the page that comes next.

Both rest on a cookie that ends with the browser. It says nothing of what was written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from onward_app.web.gate import cookie_name

PUT_AWAY = "away"  # in an address: the person doesn’t want to see the line again
_AWAY, _LINE = "away", "line"


@dataclass(slots=True)
class QuietSitting:
    """`away`: whether help was put away in this sitting; `line`: whether the quiet line is due."""

    away: bool = False
    line: bool = False

    @property
    def told(self) -> str:
        """As the cookie has it."""
        return ".".join(name for name, holds in ((_AWAY, self.away), (_LINE, self.line)) if holds)


def find_sitting(request: HttpRequest | None) -> QuietSitting:
    """The sitting that this request belongs to; a new one for what comes from no page."""
    found = getattr(request, "sitting", None)
    return found if isinstance(found, QuietSitting) else QuietSitting()


def one_sitting(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: the sitting is at hand as `request.sitting`, and what changed in it is kept in its cookie."""

    def answer(request: HttpRequest) -> HttpResponse:
        before = request.COOKIES.get(sitting_name(), "")
        told = before.split(".")
        sitting = QuietSitting(_AWAY in told or PUT_AWAY in request.GET, _LINE in told and PUT_AWAY not in request.GET)
        request.sitting = sitting  # type: ignore[attr-defined]
        response = get_response(request)
        if response.status_code == HTTPStatus.OK and response.headers.get("Content-Type", "").startswith("text/html"):
            sitting.line = False  # it stood there
        if sitting.told != before:
            response.set_cookie(sitting_name(), sitting.told, httponly=True, samesite="Lax")
        return response

    return answer


def sitting_name() -> str:
    """The cookie’s name: one for each data folder, as that of its owner."""
    return f"{cookie_name()}_sitting"
