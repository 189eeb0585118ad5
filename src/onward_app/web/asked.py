"""What an address asks for: numbers that a person, or somebody else, may have typed there."""

from __future__ import annotations

from django.http import HttpRequest

DIGITS = 18  # as many as a row's number can have


def number(text: str) -> int | None:
    """A row's number, or None. Not everything that looks like a digit is one: “²” isn't."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None


def asked_number(request: HttpRequest, name: str) -> int | None:
    """The number that the address names, or None."""
    return number(request.GET.get(name, ""))
