"""Every sentence that Onward can say, in one list to read or to hand to a translator: `python benchmarks/sayings.py`.

One line each (with `de` and the like, of that language alone): the file, the line, and the words; what is filled in later is `{}`. `--count` prints how many there are of
each sort as one JSON object. What Onward only listens for (the words of letters, of crisis, of reproach) isn't in it.
"""

from __future__ import annotations

import ast
import html
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SRC = Path(__file__).resolve().parents[1] / "src"
HEARD = ("notice/languages", "ask/languages", "tracker/layouts", "tracker/words.toml", "wording/crisis_words.toml")
DRAFTS = "ask/drafts"
NO_WORDS = re.compile(r"\{#.*?#\}|\{%.*?%\}|<svg.*?</svg>|<(?:script|style).*?</(?:script|style)>", re.DOTALL)
BLOCK = re.compile(
    r"</?(?:p|li|t[dhr]|d[dt]|h\d|summary|label|button|legend|option|pre|title|ul|ol|div|section|form)\b[^>]*>"
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence and where it stands; `sort` is `code`, `page`, or `words` for files that have nothing else."""

    place: str
    line: int
    text: str
    sort: str
    put_together: bool = False  # from a fixed part and what is filled in
    language: str = "en"


@cache
def list_sayings() -> tuple[Saying, ...]:
    """All of them, file by file."""
    return (*_of_code(), *_of_pages(), *_of_files())


def _of_code() -> Iterator[Saying]:
    for place in sorted(SRC.rglob("*.py")):
        name = place.relative_to(SRC).as_posix()
        if "/migrations/" in name:
            continue
        tree = ast.parse(place.read_text("utf-8"))
        passed = {id(one) for node in ast.walk(tree) for one in _list_unsaid(node)}
        for node in ast.walk(tree):
            text = None if id(node) in passed else _read_node(node)
            if text is not None and _is_said(text):
                yield Saying(name, node.lineno, text, "code", isinstance(node, ast.JoinedStr))  # type: ignore[attr-defined]


def _read_node(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _list_unsaid(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, the parts of what was read as a whole, and patterns."""
    body = getattr(node, "body", None)
    if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
        yield body[0].value
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from ast.walk(part)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile":
        for argument in node.args:
            yield from ast.walk(argument)


def _is_said(text: str) -> bool:
    return " " in text.strip() and "\\" not in text and "(?" not in text and "|" not in text


def _of_pages() -> Iterator[Saying]:
    for place in sorted(SRC.rglob("*.html")):
        page = NO_WORDS.sub(lambda found: " " + "\n" * found[0].count("\n"), place.read_text("utf-8"))
        page = re.sub(r"\{\{.*?\}\}", "{}", page)
        for number, piece in _cut(page):
            text = " ".join(html.unescape(re.sub(r"<[^>]*>", " ", piece)).split())
            if re.search(r"[A-Za-z]{2}", text):
                yield Saying(place.relative_to(SRC).as_posix(), number, text, "page", "{}" in text)


def _cut(page: str) -> Iterator[tuple[int, str]]:
    """What stands between the borders of paragraphs, cells and the like, with its line."""
    at = 0
    for border in (*BLOCK.finditer(page), None):
        yield page.count("\n", 0, at) + 1, page[at : border.start() if border else len(page)]
        at = border.end() if border else at


def _of_files() -> Iterator[Saying]:
    for place in sorted(SRC.rglob("*.toml")):
        name = place.relative_to(SRC).as_posix()
        if not any(one in name for one in HEARD):
            language = place.stem if DRAFTS in name else "en"
            for text in _list_texts(tomllib.loads(place.read_text("utf-8"))):
                yield Saying(name, 0, text, "words", "{" in text, language)


def _list_texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and _is_said(value):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _list_texts(one)


def main(words: list[str]) -> None:
    """Print the list, or how long it is."""
    found = list_sayings()
    if "--count" in words:
        sorts = Counter(one.sort for one in found)
        print(json.dumps({**sorts, "all": len(found), "put_together": sum(one.put_together for one in found)}))
        return
    for one in found if not words else (one for one in found if one.language in words):
        print(f"{one.place}:{one.line}\t{' '.join(one.text.split())}")


if __name__ == "__main__":
    main(sys.argv[1:])
