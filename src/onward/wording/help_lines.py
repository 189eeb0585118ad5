"""Whom to call in which country: one reviewed file of lines, each with its source and the day it was read.

A number is never guessed. A country without a line that sources agree on gets its emergency number, and somebody near.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

HOME = "US"  # where the house is from: its lines stand there, by name, while nothing says where a person is
ELSEWHERE = "ZZ"
_REGION = re.compile(r"^\s*[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})\b")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One way to reach somebody: what to do, whom it reaches; `href` only works when the person taps it."""

    what: str
    who: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class HelpCountry:
    """A country's lines, its emergency number, and where and when the lines were read (`None` where there are none)."""

    code: str
    name: str
    lines: tuple[HelpLine, ...]
    emergency: HelpLine
    source: str = ""
    read: date | None = None

    def list_ways(self) -> tuple[HelpLine, ...]:
        """Whom to call in a heavy moment, the nearest first; where there is no line, somebody near stands in for it."""
        return (*self.lines, self.emergency) if self.lines else (self.emergency, NEAR)

    def list_urgent_ways(self) -> tuple[HelpLine, ...]:
        """The same where somebody else is in danger: the emergency number first."""
        return (self.emergency, *(self.lines or (NEAR,)))


NEAR = HelpLine("Tell somebody near you", "Say it in one sentence: “I’m not all right, can you stay with me?”")
_ANY_EMERGENCY = HelpLine("Your local emergency number", "Call it, or go to the nearest emergency department.")


@cache
def list_help_countries() -> tuple[HelpCountry, ...]:
    """Every country in the file, by name; the last is “somewhere else”."""
    text = (files("onward.wording") / "help_lines.toml").read_text("utf-8")
    read = [_read_country(entry) for entry in tomllib.loads(text)["country"]]
    return tuple(sorted(read, key=lambda country: (country.code == ELSEWHERE, country.name.removeprefix("the "))))


def find_help_country(code: str) -> HelpCountry:
    """The country with this two-letter code (ISO 3166), “somewhere else” where there is none.

    >>> [way.what for way in find_help_country("ES").list_ways()]
    ['Call 024', 'Call 112']
    """
    by_code = {country.code: country for country in list_help_countries()}
    return by_code.get(code.upper(), by_code[ELSEWHERE])


def read_region(languages: str) -> str:
    """The country that a browser’s languages name first (“de-AT,de;q=0.9” names AT), or "" when none is named.

    A language without a region names no country: German is spoken in four.
    """
    found = (_REGION.match(language) for language in languages.split(","))
    return next((match[1].upper() for match in found if match), "")


def _read_country(entry: dict[str, Any]) -> HelpCountry:
    lines = tuple(HelpLine(line["what"], line["who"], line["tap"]) for line in entry.get("lines", ()))
    number = entry.get("emergency", "")
    in_danger = HelpLine(f"Call {number}", "If you or somebody else is in danger right now.", f"tel:{number}")
    return HelpCountry(
        entry["code"],
        entry["name"],
        lines,
        in_danger if number else _ANY_EMERGENCY,
        entry.get("source", ""),
        entry.get("read"),
    )
