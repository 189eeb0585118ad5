"""What is wrong with the file of a language, beside English: a table too many, one too few, or one of another kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NONE = "none"  # said of a table, or of a whole section, that a language has nothing for


def find_mistakes(file: str, data: dict[str, Any], english: dict[str, Any], *, within: str = "") -> Iterator[str]:
    """A sentence for each, that names the file and the section or the table, which is `within` a section."""
    for name in english.keys() | data.keys():
        if name not in english:
            yield (
                f"{file}: there is no table “{within}{name}”; en.toml has all there are."
                if within
                else f"{file}: there is no section “{name}”; en.toml has all there are."
            )
        elif name not in data:
            yield f"{file}: “{within}{name}” is missing. Where there is nothing to say, it says {NONE}."
        elif isinstance(data[name], dict) and isinstance(english[name], dict):
            yield from find_mistakes(file, data[name], english[name], within=f"{name}.")
        elif NONE not in (data[name], english[name]):
            # Words between blanks, a list of pieces of patterns, or a list of signs, each with the same names
            told, like = data[name], english[name]
            lists = [value if isinstance(value, list) else [] for value in (told, like)]
            rows, known = ({frozenset(x) if isinstance(x, dict) else type(x) for x in value} for value in lists)
            if type(told) is not type(like) or not rows <= known:
                yield f"{file}: “{within}{name}” is of another kind than in en.toml."
