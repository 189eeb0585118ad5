"""Drafts keep to their rules whatever the person filled in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.ask.check import check_wording, is_fine_to_send
from onward.ask.draft import (
    MOST_WORDS,
    DraftDetails,
    count_words,
    write_advice_thanks,
    write_ask,
    write_interview_thanks,
    write_withdrawal,
)
from onward.facts import Stage

ABOUT = DraftDetails("Ana", "Harbor Clinic", "counselor", "Dana Reyes", "group work with teens")
KNOWN = ("Ana", "Dana Reyes", "Harbor Clinic", "counselor")
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="?"), max_size=200)
REASONS = ("", "requirement", "position filled", "internal candidate", "paused", "other candidates")


def test_it_works() -> None:
    written = write_ask(ABOUT)
    assert written.body.startswith(
        "Hi Dana,\n\nThank you for letting me know, and for the conversation about group work"
    )
    assert "advise me" in written.body
    assert written.body.endswith("Ana")
    assert written.subject == "Thank you: counselor"


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("agency", [False, True])
def test_every_variant_keeps_the_rules(reason: str, stage: Stage, agency: bool) -> None:
    written = write_ask(DraftDetails("Ana", "Harbor Clinic", "counselor", "Dana", "teens", stage, reason, agency))
    lines = [line for line in written.body.splitlines() if line.strip()]
    assert written.words <= MOST_WORDS
    assert written.body.count("?") == 1
    assert "advise" in written.body
    assert "respect" in " ".join(lines[:2])
    assert "I completely understand" in written.body
    assert written.why
    assert check_wording(written.body, known=KNOWN) == ()


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("agency", [False, True])
def test_the_question_looks_forward_and_never_asks_why(reason: str, stage: Stage, agency: bool) -> None:
    written = write_ask(DraftDetails("Ana", "Harbor Clinic", "counselor", stage=stage, reason=reason, agency=agency))
    question = next(line for line in written.body.splitlines() if "?" in line)
    assert re.search(r"\bnext\b|\bclearer in a first conversation\b", question)
    assert not re.search(r"\bwhy\b|\bdid I\b|\bwent wrong\b|\bother candidates?\b", question)


def test_the_facts_choose_the_words() -> None:
    whys = {
        write_ask(DraftDetails("A", "B", stage=s, reason=r)).why
        for s in (Stage.SCREEN, Stage.FINAL, Stage.INTERVIEW)
        for r in REASONS
    }
    assert len(whys) == 5


def test_a_title_stays_with_its_name() -> None:
    assert write_ask(DraftDetails("Ana", "X", person="Dr. Reyes")).body.startswith("Hi Dr. Reyes,")
    assert write_ask(DraftDetails("Ana", "X")).body.startswith("Hello,")


@given(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(list(Stage)), st.sampled_from(REASONS), st.booleans())
def test_nothing_filled_in_makes_it_long_or_asks_twice(
    me: str, employer: str, role: str, person: str, specific: str, stage: Stage, reason: str, agency: bool
) -> None:
    written = write_ask(DraftDetails(me, employer, role, person, specific, stage, reason, agency))
    if max(count_words(word) for text in (me, employer, role, person, specific) for word in [*text.split(), ""]) <= 1:
        assert written.words <= MOST_WORDS
    assert written.body.count("?") == 1


@pytest.mark.parametrize("write", [write_interview_thanks, write_advice_thanks, write_withdrawal])
def test_the_other_drafts_ask_nothing_and_hurt_nobody(write: type) -> None:
    written = write(ABOUT)
    assert "?" not in written.body
    assert written.words <= MOST_WORDS
    assert is_fine_to_send(check_wording(written.body, known=KNOWN))


def test_words_are_counted_as_a_reader_does() -> None:
    assert count_words("I’m well-read, and don't mind.") == 5
    assert count_words("") == 0
