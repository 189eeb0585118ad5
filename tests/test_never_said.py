"""What Onward never says is in none of its sentences: every page, every text of the code, every pack and wording file."""

from __future__ import annotations

import pytest
from benchmarks.sayings import HEARD, SRC, list_sayings
from tests.core.wording.test_never import NEVER

# Somebody else's words that it only hands on: what interviewers ask about.
THEIRS = {"treatment plan": "onward/packs/behavioral_health.toml"}
NEVER_ELSEWHERE = {
    "de": ("kopf hoch", "alles hat seinen grund", "deren verlust", "sie müssen", "glückwunsch", "bloß nicht aufgeben"),
    "es": ("todo pasa por algo", "ellos se lo pierden", "tienen que", "enhorabuena", "no te rindas"),
    "fr": ("rien n’arrive par hasard", "tant pis pour eux", "vous devez", "félicitations", "ne baissez pas les bras"),
    "it": ("tutto accade per una ragione", "peggio per loro", "dovete", "congratulazioni", "non mollare"),
    "nl": ("alles gebeurt met een reden", "hun verlies", "u moet ", "gefeliciteerd", "kop op"),
    "pt": ("tudo acontece por uma razão", "azar o deles", "vocês devem", "parabéns", "não desista"),
}


@pytest.mark.parametrize("phrase", NEVER)
def test_no_sentence_anywhere_says_it(phrase: str) -> None:
    found = [one for one in list_sayings() if phrase in f"{one.text} {one.many}".casefold()]
    assert [(one.place, one.line, one.text) for one in found if one.place != THEIRS.get(phrase)] == []


@pytest.mark.parametrize("language", NEVER_ELSEWHERE)
def test_neither_does_a_draft_in_another_language(language: str) -> None:
    said = [one.text.casefold() for one in list_sayings() if one.language == language]
    assert len(said) > 20
    assert [text for text in said for phrase in NEVER_ELSEWHERE[language] if phrase in text] == []


def test_nothing_in_english_is_shouted() -> None:
    assert [
        (one.place, one.line) for one in list_sayings() if one.language == "en" and "!" in one.text + one.many
    ] == []


def test_every_sort_of_file_is_read() -> None:
    assert {one.sort for one in list_sayings()} == {"code", "page", "words"}
    places = {one.place for one in list_sayings()}
    pages = {path.relative_to(SRC).as_posix() for path in SRC.rglob("*.html")}
    files = {path.relative_to(SRC).as_posix() for path in SRC.rglob("*.toml")}
    assert len(pages - places) <= len(pages) // 10  # a piece may have no words of its own
    assert {name for name in files - places if not any(one in name for one in HEARD)} == set()


def test_what_is_filled_in_later_is_seen_as_such() -> None:
    (one,) = [one for one in list_sayings() if one.text.startswith("Went through a comment on the packet for")]
    assert (one.place, one.put_together) == ("onward_app/records/writing/helpers.py", True)
    assert one.text.endswith(" {name}.")
