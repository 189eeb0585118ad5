"""The words of trackers in seven languages, from one file: headings, statuses, months, empty cells."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from onward.facts import EVENT_KINDS, NOTES, meaning_of

PUT_AWAY = "put away"  # a status that says only that the person has set it aside: no end is claimed
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")  # “appliedDate”


@lru_cache(maxsize=20_000)
def normalize(text: str) -> str:
    """Small letters and figures with single blanks between: what cells and words are compared as.

    >>> normalize("Rejected ❌"), normalize("appliedDate"), normalize("Bewerbung_verschickt"), normalize("Max. Salary")
    ('rejected', 'applied date', 'bewerbung verschickt', 'max salary')
    """
    text = _HUMPS.sub(" ", text).replace("ß", "ss")
    plain = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain).casefold().split())


@cache
def load_words() -> Mapping[str, Any]:
    """The file as it stands."""
    text = resources.files("onward.tracker").joinpath("words.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def map_headings() -> Mapping[str, str]:
    """Heading → the field it names."""
    return MappingProxyType(_map_words("headings"))


@cache
def map_statuses() -> Mapping[str, str]:
    """What a status may say → an event's kind or `PUT_AWAY`: the words of each kind's own row, and the file's."""
    own = {
        normalize(word): str(kind)
        for kind in EVENT_KINDS
        if kind not in NOTES
        for word in (kind, *meaning_of(kind).sheet)
    }
    return MappingProxyType(_map_words("status") | own)


@cache
def map_hints() -> Mapping[str, str]:
    """Words that point to a kind without saying it."""
    return MappingProxyType(_map_words("maybe"))


@cache
def map_beginnings(section: str) -> Mapping[str, str]:
    """How words begin → the kind that they point to: of `begins`, or of `negated` behind a word that negates."""
    return MappingProxyType(_map_words(section))


@cache
def map_pictures() -> Mapping[str, str]:
    """A picture → the kind that it points to."""
    return MappingProxyType(
        {one: kind for kind, some in load_words()["pictures"].items() for one in _split_words(some)}
    )


@cache
def gather_words(section: str, name: str) -> frozenset[str]:
    """A list of plain words."""
    return frozenset(_split_words(load_words()[section][name]))


@cache
def map_months() -> Mapping[str, int]:
    """Whole names of months and their usual short forms → 1 to 12."""
    found: dict[str, int] = {}
    for language, names in load_words()["months"].items():
        if language != "short":
            for number, name in enumerate(_split_words(names), 1):
                found[name] = number
                found.setdefault(name[:3], number)
                found.setdefault(name[:4], number)
    found |= {
        name: int(number)
        for name, _, number in (one.partition("=") for one in _split_words(load_words()["months"]["short"]))
    }
    return MappingProxyType(found)


def _map_words(section: str) -> dict[str, str]:
    return {
        word: name
        for name, languages in load_words()[section].items()
        for words in languages.values()
        for word in _split_words(words)
    }


def _split_words(words: str) -> list[str]:
    return words.split(" | ")
