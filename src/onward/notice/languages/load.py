"""The words of all languages, from their files: read once, when the first letter is read, and held to English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from types import MappingProxyType
from typing import Any

from onward.notice.languages.check import NONE, find_mistakes

ENGLISH = "en"  # read beside any other language, and what says which tables there are


@dataclass(frozen=True, slots=True)
class Sign:
    """One way to say something: a pattern, and how the words begin of which a sentence must have one to be searched."""

    name: str
    stems: tuple[str, ...]
    pattern: str


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One file, the same object each time.

    `tables` goes from section and name (“stages.final”) to words, or to pieces of regular expressions.
    """

    code: str
    name: str
    tables: Mapping[str, tuple[str, ...]]
    signs: tuple[Sign, ...]

    def join(self, table: str) -> str:
        """A table as the alternatives of a regular expression, without the brackets around them."""
        return "|".join(self.tables[table])


@cache
def load_languages() -> tuple[Language, ...]:
    """Every language that has a file, English first. ValueError names the file and the table of every mistake."""
    texts = {
        one.name.removesuffix(".toml"): one.read_text(encoding="utf-8")
        for one in resources.files("onward.notice.languages").iterdir()
        if one.name.endswith(".toml")
    }
    files = {code: tomllib.loads(texts[code]) for code in sorted(texts, key=lambda code: (code != ENGLISH, code))}
    mistakes = [one for code, data in files.items() for one in find_mistakes(f"{code}.toml", data, files[ENGLISH])]
    if mistakes:
        raise ValueError("\n".join(mistakes))
    return tuple(_make_language(code, data, files[ENGLISH]) for code, data in files.items())


@cache
def list_words(table: str, *codes: str) -> tuple[str, ...]:
    """What a table holds in these languages, each word or piece once; in all of them where none is named, or those have
    nothing in it. KeyError when there is no such table.
    """
    of = {one.code: one.tables[table] for one in load_languages()}
    named = [word for code in codes for word in of.get(code, ())]
    return tuple(dict.fromkeys(named or chain.from_iterable(of.values())))


@cache
def gather_words(table: str) -> frozenset[str]:
    """The same words, to ask whether one is among them."""
    return frozenset(list_words(table))


@cache
def compile_words(
    table: str, before: str = r"\b", after: str = r"\b", *, flags: int = re.IGNORECASE, language: str | None = None
) -> re.Pattern[str]:
    """The words of a table in one language, or in all, as one pattern: whole words, unless other patterns go before and
    after.
    """
    words = list_words(table, language) if language else list_words(table)
    return re.compile(f"{before}(?:{'|'.join(words)}){after}", flags)


def join_words(table: str) -> str:
    """The words of a table as the alternatives of a regular expression, without the brackets around them."""
    return "|".join(list_words(table))


def _make_language(code: str, data: dict[str, Any], english: dict[str, Any]) -> Language:
    tables: dict[str, tuple[str, ...]] = {}
    for section, names in english.items():
        for name in names if isinstance(names, dict) and section != "signs" else ():
            told = NONE if data[section] == NONE else data[section][name]
            words = told.split() if isinstance(told, str) else told
            tables[f"{section}.{name}"] = () if told == NONE else tuple(words)
    signs = {} if data["signs"] == NONE else data["signs"]
    rows = [(name, row) for name, some in signs.items() if some != NONE for row in some]
    return Language(
        code,
        data["name"],
        MappingProxyType(tables),
        tuple(Sign(name, tuple(row["stems"].split()), row["pattern"]) for name, row in rows),
    )
