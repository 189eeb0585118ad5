"""A page as one line: how its template is laid out means nothing."""

from __future__ import annotations

import re

from django.http import HttpResponseBase


def flat(page: HttpResponseBase | str) -> str:
    """The text of a page with white space as a browser reads it: one space in words, none between tags."""
    text = page if isinstance(page, str) else page.content.decode()  # type: ignore[attr-defined]
    return re.sub(r">\s+<", "><", " ".join(text.split()))
