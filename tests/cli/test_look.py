"""Words in the terminal are looked at before they are kept, as on the pages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands import run

from onward.wording.crisis import FIXED_TEXTS, Concern
from onward.wording.help_lines import find_help_country

HEAVY = "They said no. I want to kill myself."
DETAIL = "My client Maria Lopez, 34, from Fairfield cried."


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("home")
    assert run(place, "add", "Harbor Light", "Therapist", "--on", "2026-03-02")[0] == 0
    return place


def kept(home: Path) -> str:
    return run(home, "jobs", "--json")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("event", "1", "note", "--note", HEAVY),
        ("event", "1", HEAVY, "--note", "x"),
        ("add", HEAVY, "Therapist"),
        ("add", "Oak Hollow", HEAVY),
    ],
)
def test_words_of_self_harm_are_answered_with_whom_to_call_and_nothing_is_kept(
    home: Path, words: tuple[str, ...]
) -> None:
    before = kept(home)
    code, out, said = run(home, *words)
    assert (code, out) == (1, "")
    assert said.startswith(FIXED_TEXTS[Concern.SELF].opening)
    assert all(f"{way.what}. {way.who}" in said for way in find_help_country("US").list_ways())
    assert "What you type is checked here, on your device" in said
    assert "Nothing was kept." in said
    assert kept(home) == before


def test_a_client_detail_in_a_note_is_shown_and_nothing_is_kept(home: Path) -> None:
    before = kept(home)
    code, _, said = run(home, "event", "1", "note", "--note", DETAIL)
    assert code == 1
    assert "“Maria Lopez” could point to a client." in said
    assert kept(home) == before


def test_the_name_of_an_employer_is_no_client(home: Path) -> None:
    assert run(home, "event", "1", "note", "--on", "2026-03-03", "--note", "Harbor Light wrote.")[0] == 0


def test_with_keep_the_words_stay_as_they_are(tmp_path: Path) -> None:
    assert run(tmp_path, "add", "Harbor Light", "Therapist", "--on", "2026-03-02")[0] == 0
    assert run(tmp_path, "event", "1", "note", "--on", "2026-03-03", "--note", f"{HEAVY} {DETAIL}", "--keep")[0] == 0
    assert [event["kind"] for event in json.loads(kept(tmp_path))[0]["events"]] == ["applied", "note"]
