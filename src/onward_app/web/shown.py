"""Pages as they are shown: what a letter holds can't turn or hide the words beside it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from onward.wording.plain import strip_controls


def nothing_hidden(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: control characters and overrides of direction are left out of pages. Files and sounds stay as they
    are.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.streaming and response.headers.get("Content-Type", "").startswith("text/html"):
            response.content = strip_controls(response.content.decode()).encode()
        return response

    return answer
