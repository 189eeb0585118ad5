"""Whom to call, for whoever asks: by the country they chose, else by what their browser says, else the house’s own.

Which country it is stands there by name, with a way to change it; it is never guessed in silence.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from onward.wording.crisis import FIXED_TEXTS, LATER, Concern
from onward.wording.help_lines import HOME, HelpCountry, find_help_country, list_help_countries, read_region


def find_country(request: HttpRequest) -> HelpCountry:
    """Whose lines stand on this page."""
    chosen = getattr(getattr(request, "owner", None), "country", "")
    return find_help_country(chosen or read_region(request.headers.get("Accept-Language", "")) or HOME)


def load_lines(request: HttpRequest, concern: Concern = Concern.SELF) -> dict[str, Any]:
    """What `pieces/lines.html` shows: the nearest line first, and every other country behind “change”."""
    country = find_country(request)
    first, *others = country.list_urgent_ways() if concern is Concern.OTHERS else country.list_ways()
    elsewhere = [one for one in list_help_countries() if one != country]
    return {"country": country, "first": first, "others": others, "elsewhere": elsewhere}


def load_answer(request: HttpRequest, concern: Concern) -> dict[str, Any]:
    """What `pieces/somebody.html` shows: the fixed text for what was written, and whom to call."""
    return {"text": FIXED_TEXTS[concern], "later": LATER, **load_lines(request, concern)}
