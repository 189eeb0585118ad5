"""Write what `--json` prints into docs/command-line.md, from the schemas: `python tests/json_pages.py`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "command-line.md"
BEGIN, END = "<!-- json -->\n", "<!-- end of json -->\n"
WORDS = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false", "array": "list"}
FORMATS = {"date": "day", "date-time": "moment"}


def say_type(told: dict[str, Any]) -> str:
    """What a value is, in words."""
    given = told["type"] if isinstance(told["type"], list) else [told["type"]]
    names = [_name(one, told) for one in given if one != "null"]
    return " or ".join(names) + (" or null" if "null" in given else "")


def _name(one: str, told: dict[str, Any]) -> str:
    if one == "array" and told["items"]["type"] not in ("object", "array"):
        return f"list of {WORDS[told['items']['type']]}s".replace("texts", "text").replace("falses", "false")
    if one == "object" and isinstance(told.get("additionalProperties"), dict):
        return f"object of {say_type(told['additionalProperties'])}s"
    return FORMATS.get(told.get("format", ""), WORDS.get(one, one))


def list_rows(told: dict[str, Any], before: str = "") -> Iterator[str]:
    """A row for each field, and below it those that are in it."""
    for name, one in told.get("properties", {}).items():
        words = one.get("description", "")
        said = ", ".join(f"`{word}`" for word in one.get("enum", ()))
        what = ": ".join(filter(None, (words, said)))
        yield f"| `{before}{name}` | {say_type(one)} | {what} |"
        inside = one.get("items", one)
        yield from list_rows(inside, f"{before}{name}{'[]' if 'items' in one else ''}.")


def describe(told: dict[str, Any]) -> str:
    """One command's part of the page."""
    array = told["type"] == "array"
    head = f"### `{told['title']}`\n\n{'One array. ' if array else ''}{told['description']}\n"
    rows = "\n".join(list_rows(told["items"] if array else told))
    return f"{head}\n| field | is | |\n|---|---|---|\n{rows}\n"


def written() -> str:
    """The page with its part about JSON made anew."""
    sys.path.insert(0, str(ROOT / "src"))
    from onward_app.as_json.schemas import NAMES, read_schema

    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return (
        before
        + BEGIN
        + "\n"
        + "\n".join(describe(read_schema(name)) for name in NAMES)
        + "\n"
        + END
        + rest.partition(END)[2]
    )


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
