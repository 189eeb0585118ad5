"""Every sentence is in one file a language, whole; and no sentence is made by picking a word within it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.catalogs import USUAL, list_languages, write_catalogs
from benchmarks.sayings import SRC, list_sayings

ENTRY = re.compile(r'^msgid (".*")\n(?:msgid_plural (".*")\nmsgstr\[0\]|msgstr) (".*")$', re.MULTILINE)
Entry = tuple[str, str, str]


@pytest.fixture(scope="module")
def catalogs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {place.stem: place for place in write_catalogs(tmp_path_factory.mktemp("catalogs"))}


def read(place: Path) -> list[Entry]:
    """Every entry of a catalog: the English, that for many, and what stands for it. The first is its head."""
    found = ENTRY.findall(place.read_text("utf-8"))[1:]
    return [tuple(ast.literal_eval(text or '""') for text in one) for one in found]


def test_those_that_are_kept_say_what_the_source_says(catalogs: dict[str, Path]) -> None:
    assert {place.name for place in USUAL.iterdir()} == {place.name for place in catalogs.values()}
    stale = [one.name for one in catalogs.values() if one.read_text("utf-8") != (USUAL / one.name).read_text("utf-8")]
    assert stale == [], "say `python benchmarks/catalogs.py`"


def test_the_english_one_has_every_sentence_once(catalogs: dict[str, Path]) -> None:
    found = [text for text, _, _ in read(catalogs["en"])]
    assert len(found) == len(set(found)) > 4000
    assert set(found) == {one.text for one in list_sayings() if one.language == "en"}


def test_what_is_filled_in_has_a_name_and_what_counts_has_both_forms(catalogs: dict[str, Path]) -> None:
    found = read(catalogs["en"])
    assert [text for text, many, _ in found if "{}" in text + many] == []
    assert ("{n} job waits for an answer.", "{n} jobs wait for an answer.", "") in found
    assert ("{n} comment came back", "{n} comments came back", "") in found
    assert sum(bool(many) for _, many, _ in found) > 100


def test_every_other_language_has_a_sentence_for_each_english_one(catalogs: dict[str, Path]) -> None:
    assert set(catalogs) == {"en", *list_languages()}
    for language in list_languages():
        entries = read(catalogs[language])
        assert len(entries) > 20
        assert [text for text, _, said in entries if not said] == [], language


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="GNU gettext isn’t here")
def test_a_program_for_translating_takes_them(catalogs: dict[str, Path], tmp_path: Path) -> None:
    for place in catalogs.values():
        done = subprocess.run(
            ["msgfmt", "--check-format", "-o", tmp_path / "made.mo", place], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


# Made of whole sentences


def list_words_picked(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Words that a condition picks within a text: “{'is' if n == 1 else 'are'} new”."""
    for text in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        for gap in (part for part in text.values if isinstance(part, ast.FormattedValue)):
            for picked in (node for node in ast.walk(gap.value) if isinstance(node, ast.IfExp)):
                words = [one.value for one in (picked.body, picked.orelse) if isinstance(one, ast.Constant)]
                if any(isinstance(one, str) and re.search("[a-z]", one) for one in words):
                    yield text.lineno, ast.unparse(picked)


def test_no_text_of_the_code_picks_a_word_within_a_sentence() -> None:
    found = [
        f"{path.relative_to(SRC)}:{line} {picked}"
        for path in sorted(SRC.rglob("*.py"))
        if "notice/job" not in path.as_posix()  # features that nobody reads
        for line, picked in list_words_picked(ast.parse(path.read_text("utf-8")))
    ]
    assert found == []


@pytest.mark.parametrize("text", ["f\"{'is' if n == 1 else 'are'} new\"", "f\"thing{'' if n == 1 else 's'}\""])
def test_a_picked_word_is_seen(text: str) -> None:
    assert list(list_words_picked(ast.parse(text)))


@pytest.mark.parametrize("text", ["f'one thing' if n == 1 else f'{n} things'", "f'{a if a else b}: {c}'", "f'{n} new'"])
def test_a_choice_of_whole_sentences_is_none(text: str) -> None:
    assert list(list_words_picked(ast.parse(text))) == []


def test_pages_put_no_ending_behind_a_word() -> None:
    assert [path.name for path in SRC.rglob("*.html") if "|pluralize" in path.read_text("utf-8")] == []
