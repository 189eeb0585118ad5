"""A kink in the person's own words, and what came of it without a figure."""

from __future__ import annotations

import pytest

from onward.kinks.called import LONGEST, name_in_own_words
from onward.kinks.gone import KinkVerdict, State
from onward.kinks.plain import say_kink_plainly
from onward.practice.cues import read_cue
from onward.practice.make import choose_question, write_first_cue

LONG = (
    "I talked about what I usually do in such a case and never about the one evening on which it really happened to me"
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The risk question: I talked in general.", "The risk question: I talked in general"),
        ("\n  I froze. Then it went on.\nMore", "I froze. Then it went on"),
        ("I talked in general. Then they moved on.", "I talked in general"),
        ("Did I ever answer it? I think not.", "Did I ever answer it?"),
        ("", ""),
    ],
)
def test_a_name_is_the_first_sentence_on_one_line(text: str, name: str) -> None:
    assert name_in_own_words(text) == name


def test_a_long_name_ends_at_a_word() -> None:
    name = name_in_own_words(LONG)
    assert len(name) <= LONGEST + 1
    assert LONG.startswith(name.removesuffix(" …"))
    assert LONG[len(name.removesuffix(" …"))] == " "
    assert name_in_own_words("x" * 300) == "x" * LONGEST


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (KinkVerdict(State.NOT_YET), "Noted twice so far. You aren’t working on it yet."),
        (KinkVerdict(State.WORKING), "No interview since you began to practice has called for it."),
        (KinkVerdict(State.WORKING, chances=3, seen=1), "It came up in one of three; too early to say."),
        (KinkVerdict(State.WORKING, chances=9, seen=4), "It came up in four of nine. You are still working on it."),
    ],
)
def test_words_come_before_figures(now: KinkVerdict, words: str) -> None:
    assert say_kink_plainly(now, seen=2) == words


def test_a_first_question_is_one_line_whatever_it_comes_from() -> None:
    assert write_first_cue(asked="How do you\nplan?", if_they="x", name="y") == "How do you plan?"
    assert write_first_cue(asked="", if_they="If they ask why", name="y") == "They ask why … What do you say?"
    assert write_first_cue(asked="", if_they="", name="I froze") == "The last time: “I froze”. What do you say now?"


def test_an_older_card_shows_the_question_that_it_quotes() -> None:
    old = "They asked for a time when. Last time they asked: “How do you plan?” What do you say now?"
    assert read_cue(old) == "How do you plan?"
    assert read_cue("Why us?") == "Why us?"


@pytest.mark.parametrize(
    ("asked", "about", "chosen"),
    [
        (["Tell me about a hard group.", "How do you handle risk?"], "The risk question", "How do you handle risk?"),
        (["Why us?", "Was ist Ihre größte Schwäche?"], "Schwäche: ich wich aus", "Was ist Ihre größte Schwäche?"),
        (["Why us?"], "I froze", "Why us?"),
        (["Why us?", "Why now?"], "I froze", ""),
        (["Tell me of risk.", "And of risk again?"], "risk", "Tell me of risk."),
        ([], "I froze", ""),
    ],
)
def test_the_question_that_is_practiced_is_the_one_it_was_about(asked: list[str], about: str, chosen: str) -> None:
    assert choose_question(asked, about) == chosen
