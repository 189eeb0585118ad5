"""A file as an answer, whole or the part that was asked for: without that, a player can't seek (RFC 9110, section
14).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from onward_app.folder_key import key_above
from onward_app.kept_file import KeptFile

CHUNK = 64 * 1024  # bytes
_ONE = re.compile(r"bytes=(\d*)-(\d*)")


def answer_with_file(request: HttpRequest, path: Path, *, sort: str, name: str) -> HttpResponseBase:
    """The file, or the one range of it that is asked for; several ranges at once get the whole.

    Raises:
        OSError: there is no such file, or it can't be read.
    """
    file = KeptFile(path, key_above(path))
    size = file.size
    asked = _parse_range(request.headers.get("Range", ""), size)
    if asked is not None and asked.start >= asked.stop:
        return _add_headers(HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE), f"bytes */{size}")
    span = range(size) if asked is None else asked
    answer = StreamingHttpResponse(_read_span(file, span), content_type=sort)
    answer.headers["Content-Length"] = str(len(span))
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    if asked is None:
        return _add_headers(answer, "")
    answer.status_code = HTTPStatus.PARTIAL_CONTENT  # also for all of it: a player takes 200 for “can't seek”
    return _add_headers(answer, f"bytes {span.start}-{span.stop - 1}/{size}")


def _add_headers(answer: HttpResponseBase, content_range: str) -> HttpResponseBase:
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    if content_range:
        answer.headers["Content-Range"] = content_range
    return answer


def _parse_range(header: str, size: int) -> range | None:
    """The bytes asked for, empty when they aren't there; None when no one range is, and the whole is the answer."""
    found = _ONE.fullmatch(header.replace(" ", "")[:60])
    if found is None or found.groups() == ("", ""):
        return None
    begin, end = found.groups()
    if not begin:  # the last so many
        return range(max(0, size - int(end)), size)
    if end and int(end) < int(begin):
        return None  # no range at all
    return range(int(begin), min(int(end) + 1, size) if end else size)


def _read_span(kept: KeptFile, span: range) -> Iterator[bytes]:
    left = len(span)
    with kept.open() as file:
        file.seek(span.start)
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
