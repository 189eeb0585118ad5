"""Every word by which letters are read stands in the file of its language, and every language has every table."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from onward.notice.kind.signs import NAMES
from onward.notice.languages.check import find_mistakes
from onward.notice.languages.load import join_words, list_words, load_languages

FOLDER = resources.files("onward.notice.languages")
NOTICE = Path(str(FOLDER)).parent
FILES = sorted(one.name for one in FOLDER.iterdir() if one.name.endswith(".toml"))
ASKED = re.compile(r"""["']([a-z_]+)\.([a-z_]+)["']""")


def read(file: str) -> dict[str, Any]:
    return tomllib.loads(FOLDER.joinpath(file).read_text(encoding="utf-8"))


def asked() -> set[str]:
    """The tables that the modules of notice ask for, by the name of a section and of a table."""
    texts = (path.read_text(encoding="utf-8") for path in NOTICE.rglob("*.py"))
    found = (one for text in texts for one in ASKED.findall(text))
    return {f"{section}.{table}" for section, table in found if section in read("en.toml")}


@pytest.mark.parametrize("file", FILES)
def test_a_language_has_every_table_that_english_has(file: str) -> None:
    assert list(find_mistakes(file, read(file), read("en.toml"))) == []


def test_every_file_is_a_language_and_english_comes_first() -> None:
    codes = [one.code for one in load_languages()]
    assert codes[0] == "en"
    assert sorted(f"{code}.toml" for code in codes) == FILES


def test_every_table_is_asked_for_and_no_other() -> None:
    assert asked() == set(load_languages()[0].tables)


def test_signs_are_those_that_the_model_knows() -> None:
    """The last one is made of two others."""
    assert set(read("en.toml")["signs"]) == set(NAMES) - {"a no about work"}


ENGLISH = {"name": "English", "stages": {"met": ["we met"], "small": "of the"}, "signs": {"luck": []}}
SAME = {"name": "Latin", "stages": {"met": ["convenimus"], "small": "et in"}, "signs": {"luck": []}}


def test_a_language_may_have_nothing_to_say() -> None:
    nothing = {"name": "Latin", "stages": {"met": "none", "small": "none"}, "signs": "none"}
    assert list(find_mistakes("la.toml", SAME, ENGLISH)) == []
    assert list(find_mistakes("la.toml", nothing, ENGLISH)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"stages": {"met": ["a"], "small": "b", "seen": ["c"]}}, "no table “stages.seen”"),
        ({"stages": {"met": ["a"]}}, "“stages.small” is missing"),
        ({"stages": {"met": "a", "small": "b"}}, "“stages.met” is of another kind"),
        ({"stages": {"met": [1], "small": "b"}}, "“stages.met” is of another kind"),
        ({"stages": {"met": 5, "small": "b"}}, "“stages.met” is of another kind"),
        ({"stages": {"met": ["a", {"stems": "a"}], "small": "b"}}, "“stages.met” is of another kind"),
        ({"stages": {"met": ["a"], "small": ["b"]}}, "“stages.small” is of another kind"),
        ({"stages": ["a"]}, "“stages” is of another kind"),
        ({"signs": {"luck": [{"stem": "fortu"}]}}, "“signs.luck” is of another kind"),
        ({"rolls": {"met": ["a"]}}, "no section “rolls”"),
        ({"name": ["a"]}, "“name” is of another kind"),
    ],
)
def test_a_mistake_names_the_file_and_the_table(change: dict[str, Any], said: str) -> None:
    (mistake,) = find_mistakes("la.toml", SAME | change, ENGLISH)
    assert mistake.startswith("la.toml: ")
    assert said in mistake


def test_what_is_left_out_is_a_mistake() -> None:
    (mistake,) = find_mistakes("la.toml", {"name": "Latin", "signs": "none"}, ENGLISH)
    assert "“stages” is missing" in mistake


def test_a_word_of_two_languages_is_told_once() -> None:
    words = list_words("traits.hiring")
    assert len(words) == len(set(words))
    assert {"recruit", "bewerb"} <= set(words)
    assert join_words("traits.hiring") == "|".join(words)


def test_nobody_asks_for_a_table_that_is_not_there() -> None:
    with pytest.raises(KeyError, match=r"stages\.seen"):
        list_words("stages.seen")
