"""What is wrong with the file of a language, beside English: a table too many, one too few, or one of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NONE = "none"  # said of a table, or of a whole section, that a language has nothing for


def find_mistakes(file: str, data: dict[str, Any], english: dict[str, Any], *, within: str = "") -> Iterator[str]:
    """A sentence for each, that names the file and the section or the table, which is `within` a section."""
    for name in english.keys() | data.keys():
        if name not in english:
            what = "there is no table “{}”" if within else "there is no section “{}”"
            yield f"{file}: {what.format(within + name)}; en.toml has all there are."
        elif name not in data:
            yield f"{file}: “{within}{name}” is missing. Where there is nothing to say, it says {NONE}."
        elif isinstance(data[name], dict) and isinstance(english[name], dict):
            yield from find_mistakes(file, data[name], english[name], within=f"{name}.")
        elif not _is_like(data[name], english[name]):
            yield f"{file}: “{within}{name}” is of another kind than in en.toml."


def _is_like(table: object, english: object) -> bool:
    """Words between blanks, a list of pieces of patterns, or a list of signs; nothing may stand for any of them."""
    if NONE in (table, english):
        return True
    if not isinstance(table, list) or not isinstance(english, list):
        return isinstance(table, str) and isinstance(english, str)
    kinds = {type(one) for one in (*table, *english)}
    return kinds == {str} or all(isinstance(one, dict) and one.keys() == {"stems", "pattern"} for one in table)
