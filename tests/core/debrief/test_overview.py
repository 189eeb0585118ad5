"""A whole transcript in figures, and why one is missing."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from onward.debrief.answers import SpokenAnswer, pair_answers
from onward.debrief.measures import Delivery, Measures, measure_answer
from onward.debrief.memory import cut_beginning, is_taken, join_answers, join_questions
from onward.debrief.overview import format_clock, summarize_transcript
from onward.debrief.transcript import read_transcript_text

CLAIM = "I am very organized, um, and I always make lists, because in general I never miss anything that matters to people at all."
STORY = (
    "Last year a client stopped coming. I called the mother and asked what had changed. I moved the appointment to "
    "the evening. He came to nine of the next ten sessions."
)
TIMED = f"""WEBVTT

00:00:00.000 --> 00:00:04.000
<v Dana>How do you stay organized?

00:00:05.000 --> 00:00:15.000
<v Robin>{CLAIM}

00:00:16.000 --> 00:00:20.000
<v Dana>Tell me about a time that was hard.

00:00:20.000 --> 00:00:35.000
<v Robin>{STORY}
"""


def figures(text: str, *, delivery: bool = True) -> dict[str, str]:
    read = read_transcript_text(text)
    answers = pair_answers(read, "Robin")
    found = summarize_transcript(read, "Robin", answers, [measure_answer(one) for one in answers], delivery=delivery)
    return {figure.name: figure.words for figure in found}


def test_it_tells_a_transcript_with_times() -> None:
    words = len(CLAIM.split()) + len(STORY.split())
    assert figures(TIMED) == {
        "Questions": "2 questions with an answer.",
        "Examples": "1 of 2 answers of 12 words or more read as an example of something that happened, 1 as a claim or a plan.",
        "Endings": "Of the examples, 1 of 1 told what came of it.",
        "Length": f"Half of the answers have {len(STORY.split())} words or more; the longest has {len(STORY.split())}. The longest took 15 seconds.",
        "Share of the talk": f"{round(100 * words / (words + 13))} of 100 words were yours, of {words + 13} in all.",
        "Pace": f"{round(len(STORY.split()) * 4)} words a minute over 15 seconds, within the wide band of 110 to 170.",
        "Fillers": "0.0 a minute. None was written down; many meeting tools leave them out.",
    }


def test_without_times_it_shows_no_pace_and_says_why() -> None:
    told = figures(f"Dana: How do you stay organized?\nRobin: {CLAIM}")
    assert told["Pace"] == "Not known, because this transcript has no times."
    assert told["Fillers"] == "“um” once. No rate, because this transcript has no times."


def test_delivery_switched_off_leaves_what_was_said() -> None:
    assert list(figures(TIMED, delivery=False)) == ["Questions", "Examples", "Endings", "Length"]


def test_neither_face_nor_voice_nor_feeling_is_among_what_is_measured() -> None:
    told = " ".join(f"{name} {words}" for name, words in figures(TIMED).items()).casefold()
    names = {field.name for kind in (Measures, Delivery) for field in fields(kind)}
    for word in ("smile", "eye", "emotion", "accent", "tone", "pitch", "face", "mood", "confidence"):
        assert not re.search(rf"\b{word}", told), word
        assert not any(word in name for name in names), word


def test_one_speaker_has_nothing_measured_and_it_says_so() -> None:
    assert figures(f"Robin: {CLAIM}") == {"Answers": "None can be told apart, so nothing is counted or measured."}


def test_many_fillers_are_flagged() -> None:
    text = TIMED.replace("I called the mother", "um, uh, um, I called the mother")
    assert figures(text)["Fillers"].endswith(
        "More than 8 a minute: in an experiment with speeches 5 a minute did no harm, and 12 did."
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (59.6, "1 minute"),
        (70, "1 minute 10 seconds"),
        (3900, "1 hour 5 minutes"),
        (7200, "2 hours"),
        (120, "2 minutes"),
        (0, "no seconds"),
    ],
)
def test_it_says_how_long(seconds: float, words: str) -> None:
    assert format_clock(seconds) == words


ANSWERS = (SpokenAnswer("How do you\nstay organized?", CLAIM), SpokenAnswer("A hard time?", STORY))


def test_it_remembers_questions_and_answers() -> None:
    assert join_questions(ANSWERS) == "How do you stay organized?\nA hard time?"
    assert join_answers(ANSWERS) == f"How do you stay organized?\n{CLAIM}\n\nA hard time?\n{STORY}"


def test_a_few_words_are_no_answer_worth_remembering() -> None:
    assert join_answers((SpokenAnswer("Ready?", "Ready when you are."), *ANSWERS)) == join_answers(ANSWERS)
    assert join_answers((SpokenAnswer("Ready?", "Ready when you are."),)) == "Ready?\nReady when you are."


def test_a_long_talk_is_remembered_by_its_beginnings() -> None:
    many = (SpokenAnswer("And then?", "word " * 500),) * 60
    kept = join_answers(many)
    assert len(kept) <= 12_000
    assert kept.startswith("And then?\n" + "word " * 60 + "…")


def test_words_taken_from_an_answer_are_known() -> None:
    assert is_taken("I said: “I called the mother and asked what had changed.”", ANSWERS)
    assert is_taken("i never miss anything that matters", ANSWERS)
    assert not is_taken("I called somebody and asked the mother", ANSWERS)
    assert not is_taken("I called the mother", ANSWERS)  # four words are anybody's


def test_a_beginning_says_that_it_goes_on() -> None:
    assert cut_beginning("one two three", 2) == "one two …"
    assert cut_beginning("one two", 2) == "one two"
