"""The friendly check in every language: one question, the day they named, and no hurry."""

from __future__ import annotations

from datetime import date

import pytest

from onward.ask.draft import MOST_WORDS, DraftDetails
from onward.ask.voices import load_sentences
from onward.ask.words import LANGUAGES
from onward.pace.status_check import write_status_check

ABOUT = DraftDetails("Ana", "Harbor Clinic", "counselor", "Dana Reyes")


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_every_language_it_asks_once_and_presses_nobody(language: str) -> None:
    written = write_status_check(ABOUT, language=language)
    assert written.body.count("?") == 1
    assert load_sentences(language)["check"]["out"].split(".")[0] in written.body
    assert "Dana" in written.body
    assert written.body.endswith("Ana")
    assert written.subject.endswith(": counselor")
    assert written.words <= MOST_WORDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_they_named_is_said(language: str) -> None:
    assert "24" in write_status_check(ABOUT, promised=date(2026, 11, 24), language=language).body
    assert "24" not in write_status_check(ABOUT, language=language).body
