"""Pages for when something can't be shown, each with a way on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from onward_app.records.reading.rows import NotFound
from onward_app.troubles import describe_trouble


def too_much(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a form with more in it than is read, or a request that no page of ours sends."""
    large = isinstance(exception, RequestDataTooBig)
    return render(request, "too_much.html", {"large": large}, status=HTTPStatus.BAD_REQUEST)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """404: also for what belongs to somebody else."""
    return render(request, "missing.html", status=HTTPStatus.NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a full disk and its like, or a mistake of ours. Nothing half done is kept: every write is one
    transaction.
    """
    trouble = sys.exc_info()[1]
    said = describe_trouble(trouble, again="try again") if trouble is not None else None
    return render(request, "broken.html", {"said": said}, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """403: the form was opened before the last restart, or somewhere else."""
    return render(request, "stale.html", status=HTTPStatus.FORBIDDEN)


class AnswerNotFound:
    """Middleware: a row that the owner doesn't have is a page that is missing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for what is missing, where records found nothing; None lets any other exception pass."""
        return missing(request, exception) if isinstance(exception, NotFound) else None
