"""Every sentence that Onward can say, in one list to read or to hand to a translator: `python benchmarks/sayings.py`.

One line each (with `de` and the like, of that language alone): the file, the line, and the words, for one and for many
where they count; what is filled in later has a name, `{day}`. `--count` prints how many there are of each sort as one
JSON object. What Onward only listens for (the words of letters, of crisis, of reproach) isn't in it.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import code_sayings, page_sayings
from benchmarks.page_flow import WORD
from benchmarks.page_sayings import FILLED

SRC = Path(__file__).resolve().parents[1] / "src"
HEARD = ("notice/languages", "ask/languages", "tracker/layouts", "tracker/words.toml", "wording/crisis_words.toml")
# Modules that hold what is listened for, or what is said to a database or a browser, and nothing for a person
UNSAID = ("notice/kind/", "notice/job/", "notice/message/html_", "wording/crisis_features", "kinks/suggest")
UNSAID += ("tracker/fields", "sources/heads", "sources/written_dates", "onward_app/full_text", "postgresql/")
UNSAID += ("pictures/primitives", "packet/markup", "migrations/")
DRAFTS = "ask/drafts"
MARK = re.compile(r"<[^>]*>")
TO_A_DATABASE = re.compile(r"(?:ALTER|ATTACH|CREATE|DELETE|DROP|INSERT|PRAGMA|SELECT|SET|UPDATE|VACUUM)\b")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence and where it stands; `sort` is `code`, `page`, or `words` for files that have nothing else."""

    place: str
    line: int
    text: str
    sort: str
    put_together: bool = False  # from a fixed part and what is filled in
    language: str = "en"
    many: str = ""  # what is said for many, where `text` is said for one


@cache
def list_sayings() -> tuple[Saying, ...]:
    """All of them, file by file."""
    return (*_of_code(), *_of_pages(), *_of_files())


def _of_code() -> Iterator[Saying]:
    for place in sorted(SRC.rglob("*.py")):
        name = place.relative_to(SRC).as_posix()
        if not is_unsaid_module(name):
            for line, text, many in code_sayings.list_sentences(ast.parse(place.read_text("utf-8"))):
                if _is_said(text):
                    yield Saying(name, line, text, "code", "{" in text, many=many)


def is_unsaid_module(name: str) -> bool:
    """Whether nothing in it is said to a person."""
    return any(one in name for one in UNSAID)


def _is_said(text: str) -> bool:
    told = MARK.sub("", FILLED.sub("", text))
    unsaid = any(one in text for one in ("\\", "(?", "|", "; filename=", "charset=")) or TO_A_DATABASE.match(text)
    return not unsaid and " " in text.strip() and bool(WORD.search(told))


def _of_pages() -> Iterator[Saying]:
    for place in sorted(SRC.rglob("*.html")):
        for line, text, many in page_sayings.list_sentences(place.read_text("utf-8")):
            yield Saying(place.relative_to(SRC).as_posix(), line, text, "page", "{" in text, many=many)


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
        words_of = " / ".join(" ".join(text.split()) for text in (one.text, one.many) if text)
        print(f"{one.place}:{one.line}\t{words_of}")


if __name__ == "__main__":
    main(sys.argv[1:])
