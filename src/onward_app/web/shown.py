"""Pages as they are shown, and words as they come in: what a letter holds can't turn or hide the words beside it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict

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


class TakeInPlainWords:
    """Middleware: what was typed or pasted comes in without control characters, which no page shows and which can't all
    be kept; the words around them are taken as they are. Behind the gate, so that a stranger's form isn't even read.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Clean the words before a room reads them."""
        request.GET = _clean(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            request.POST = _clean(request.POST)  # type: ignore[assignment]


def _clean(words: QueryDict) -> QueryDict:
    plain = QueryDict(mutable=True)
    for name, values in words.lists():
        plain.setlist(name, [strip_controls(value) for value in values])
    return plain
