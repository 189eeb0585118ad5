"""Drafts in every language, tone and way keep the rules, and pass the checker."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.ask.check import check_wording
from onward.ask.draft import MOST_WORDS, DraftDetails, write_ask
from onward.ask.questions import find_questions
from onward.ask.voices import (
    MOST_LETTERS,
    TONES,
    WAYS,
    load_sentences,
    write_ask_in,
    write_interview_thanks_in,
    write_withdrawal_in,
)
from onward.ask.words import LANGUAGES, load_ask_words

SPECIFIC = {
    "en": "group work with teens",
    "de": "die Arbeit mit Jugendlichen",
    "fr": "le travail de groupe",
    "es": "el trabajo en grupo",
    "it": "il lavoro di gruppo",
    "nl": "het groepswerk",
    "pt": "o trabalho em grupo",
}
KNOWN = ("Ana", "Dana Reyes", "Harbor Clinic")
NAMES = st.text(st.characters(categories=["L", "Zs"]), max_size=300)


def about(language: str, *, person: str = "Dana Reyes", specific: bool = True) -> DraftDetails:
    return DraftDetails("Ana", "Harbor Clinic", "", person, SPECIFIC[language] if specific else "")


@pytest.mark.parametrize(("language", "tone", "way"), [*product(LANGUAGES, TONES, WAYS)])
@pytest.mark.parametrize("specific", [True, False])
@pytest.mark.parametrize("person", ["Dana Reyes", ""])
def test_every_draft_passes_the_checker(language: str, tone: str, way: str, specific: bool, person: str) -> None:
    written = write_ask_in(about(language, person=person, specific=specific), language=language, tone=tone, way=way)
    assert check_wording(written.body, known=KNOWN, language=language) == ()
    assert written.words <= MOST_WORDS
    assert len(find_questions(written.body, load_ask_words(language))) == 1
    assert "Ana" in written.body
    assert (SPECIFIC[language] in written.body) is specific
    assert "{" not in written.body
    assert ", ," not in written.body
    assert " ," not in written.body


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_linkedin_message_has_at_most_300_characters(language: str) -> None:
    long = DraftDetails("Ana " * 40, "Harbor", "", "Dana-Maria von und zu der Tann " * 9, "supervision " * 60)
    assert len(write_ask_in(long, language=language, way="linkedin").body) <= MOST_LETTERS


@given(NAMES, NAMES, NAMES, st.sampled_from(LANGUAGES))
def test_no_name_makes_a_linkedin_message_longer(me: str, person: str, specific: str, language: str) -> None:
    written = write_ask_in(DraftDetails(me, "Harbor", "", person, specific), language=language, way="linkedin")
    assert len(written.body) <= MOST_LETTERS


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_phone_it_is_three_sentences(language: str) -> None:
    said = write_ask_in(about(language), language=language, way="phone").body
    assert sum(said.count(end) for end in ".?!") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_drafts_ask_nothing_and_hurt_nobody(language: str) -> None:
    for write in (write_interview_thanks_in, write_withdrawal_in):
        for tone in TONES:
            written = write(about(language), language=language, tone=tone)
            marks = check_wording(written.body, known=KNOWN, language=language)
            assert [mark.what for mark in marks if mark.what != "no question"] == []
            assert "?" not in written.body


def test_a_plain_mail_in_english_is_chosen_by_the_facts() -> None:
    assert write_ask_in(about("en")) == write_ask(about("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_sentence(language: str) -> None:
    mine, english = load_sentences(language), load_sentences("en")
    assert {name: set(part) for name, part in mine.items() if isinstance(part, dict)} == {
        name: set(part) for name, part in english.items() if isinstance(part, dict)
    }


@pytest.mark.parametrize(("language", "tone"), [*product(LANGUAGES, TONES)])
@pytest.mark.parametrize("specific", [True, False])
def test_in_every_language_the_decision_is_accepted_in_the_first_two_lines_and_there_is_a_way_out(
    language: str, tone: str, specific: bool
) -> None:
    said = load_sentences(language)[tone]
    written = write_ask_in(about(language, specific=specific), language=language, tone=tone)
    lines = [line for line in written.body.splitlines() if line.strip()]
    assert said["accepts"] in " ".join(lines[:2])
    assert said["out"] in written.body.split(said["accepts"])[1]
