"""What is wrong with the file of a language, beside English: a table too many, one too few, or one of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NONE = "none"  # said of a table, or of a whole section, that a language has nothing for


def find_mistakes(file: str, data: dict[str, Any], english: dict[str, Any]) -> Iterator[str]:
    """A sentence for each, that names the file and the table."""
    for section in english.keys() | data.keys():
        if section not in english:
            yield f"{file}: there is no section “{section}”; en.toml has all there are."
        elif section not in data:
            yield f"{file}: “{section}” is missing. Where there is nothing to say, it says {NONE}."
        elif data[section] != NONE:
            yield from _find_in_section(file, section, data[section], english[section])


def _find_in_section(file: str, section: str, tables: object, english: object) -> Iterator[str]:
    if not isinstance(tables, dict) or not isinstance(english, dict):
        if type(tables) is not type(english):
            yield f"{file}: “{section}” is of another kind than in en.toml."
        return
    for name in english.keys() | tables.keys():
        if name not in english:
            yield f"{file}: there is no table “{section}.{name}”; en.toml has all there are."
        elif name not in tables:
            yield f"{file}: “{section}.{name}” is missing. Where there is nothing to say, it says {NONE}."
        elif not _is_like(tables[name], english[name]):
            yield f"{file}: “{section}.{name}” is of another kind than in en.toml."


def _is_like(table: object, english: object) -> bool:
    """Words between blanks, a list of pieces of patterns, or a list of signs; nothing may stand for any of them."""
    if NONE in (table, english):
        return True
    if not isinstance(table, list) or not isinstance(english, list):
        return isinstance(table, str) and isinstance(english, str)
    kinds = {type(one) for one in (*table, *english)}
    return kinds == {str} or all(isinstance(one, dict) and one.keys() == {"stems", "pattern"} for one in table)
