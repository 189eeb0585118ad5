"""The text of a spreadsheet that was chosen as a file."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile

MOST_BYTES = 2_000_000


class Unreadable(Exception):
    """The file isn't a spreadsheet saved as CSV; the message says what to do."""


def read_sheet_text(file: UploadedFile[Any]) -> str:
    """The text of a file that was chosen.

    Raises:
        Unreadable: it is too large, or isn't text.
    """
    if (file.size or 0) > MOST_BYTES:
        raise Unreadable("That file is larger than 2 MB. Bring a CSV with one line for each application.")
    raw = file.read()
    if raw[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"):
        raise Unreadable("That is not a CSV file. In your spreadsheet, choose Save as (or Download) and then CSV.")
    return _decoded(raw)


def _decoded(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
