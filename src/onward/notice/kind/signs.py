"""Signs: phrases in seven languages that say the same thing, so that no language has to mean a kind.

The patterns are data (`signs.toml`), read and compiled once when the first letter is judged. A sentence is searched
for a pattern only when one of its words begins with one of the pattern's stems, which keeps reading fast and linear.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STEM = 5  # letters of a word that are looked up

NAMES: tuple[str, ...] = (
    "refused",  # you were not selected
    "others",  # somebody else was
    "filled",  # the job is taken, or there is none
    "paused",  # cancelled, on hold, no money
    "revoked",  # an offer is taken back
    "requirement",  # a licence, a degree, a score
    "relayed",  # the client told me
    "sorry",
    "luck",
    "on file",
    "if not",  # what would happen if
    "received",
    "reviewing",
    "will answer",
    "meet",
    "when",  # a day with a time
    "test",
    "time limit",
    "terms",  # of an offer
    "advice",
    "pitch",  # somebody offers jobs or help
    "listing",  # many jobs
    "job ad",  # parts of a job description
    "leave list",
    "code",
    "money",
    "elsewhere",  # flats, cards, schools, papers
    "survey",
    "quoting",
    "i apply",  # the person's own words
    "about work",
    "a no about work",  # a sign of a no and one of work in the same sentence
)
NO_PLACES = tuple(NAMES.index(name) for name in ("refused", "others", "filled", "paused", "revoked"))
ELSEWHERE, WORK, _TOGETHER = (NAMES.index(name) for name in ("elsewhere", "about work", "a no about work"))


@dataclass(frozen=True, slots=True)
class Sign:
    """One way to say something: the place of its name in `NAMES`, and the pattern."""

    place: int
    pattern: re.Pattern[str]


@cache
def _by_stem() -> dict[str, tuple[Sign, ...]]:
    """From a stem to the patterns worth trying."""
    table: dict[str, list[Sign]] = {}
    for row in tomllib.loads(files("onward.notice.kind").joinpath("signs.toml").read_text(encoding="utf-8"))["sign"]:
        sign = Sign(NAMES.index(row["name"]), re.compile(row["pattern"]))
        for stem in row["stems"].split():
            table.setdefault(stem, []).append(sign)
    return {stem: tuple(signs) for stem, signs in table.items()}


def find_signs(text: str, start: int, end: int, stems: list[str]) -> dict[int, tuple[int, int]]:
    """The signs in one sentence of plain text whose words begin with `stems`: place in `NAMES` → where it stands."""
    table = _by_stem()
    found: dict[int, tuple[int, int]] = {}
    tried: set[int] = set()
    for stem in dict.fromkeys(stems):
        for sign in table.get(stem, ()):
            if sign.place in found or id(sign) in tried:
                continue
            tried.add(id(sign))
            if match := sign.pattern.search(text, start, end):
                found[sign.place] = match.span()
    spoken = next((found[place] for place in NO_PLACES if place in found), None)
    if spoken and WORK in found:
        found[_TOGETHER] = spoken
    return found
