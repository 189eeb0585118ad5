"""The measures, validated on own answers with known labels; the figures here are what the documentation says."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from onward.debrief.answers import SpokenAnswer
from onward.debrief.measures import LIMITS, find_fillers, measure_answer, measure_talk_share
from onward.debrief.signs import SentencePart, split_sentences
from onward.debrief.transcript import read_transcript_text


@dataclass(frozen=True)
class Labelled:
    said: tuple[tuple[str, str], ...]
    story: bool
    fillers: int
    held: bool

    @property
    def text(self) -> str:
        return " ".join(sentence for _, sentence in self.said)

    @property
    def share(self) -> float:
        counted = sum(len(sentence.split()) for label, sentence in self.said if label in "ar")
        return counted / len(self.text.split())

    @property
    def has_result(self) -> bool:
        return any(label == "r" for label, _ in self.said)


def labelled() -> tuple[Labelled, ...]:
    data = tomllib.loads((Path(__file__).parent / "answers.toml").read_text(encoding="utf-8"))
    return tuple(
        Labelled(tuple((s[0], s[3:]) for s in one["said"]), one["story"], one["fillers"], one["set"] == "held")
        for one in data["answer"]
    )


EVERY = labelled()
HELD = tuple(one for one in EVERY if one.held)


def measured(one: Labelled, seconds: float | None = None):
    return measure_answer(SpokenAnswer("?", one.text, seconds))


def test_there_are_enough_answers_of_both_sorts() -> None:
    assert len(EVERY) >= 40
    assert len(HELD) >= 20
    assert 15 <= sum(one.story for one in EVERY) <= 33


@pytest.mark.parametrize(("answers", "right"), [(EVERY, 47), (HELD, 23)])
def test_story_or_claim_is_told_apart(answers: tuple[Labelled, ...], right: int) -> None:
    assert sum(measured(one).is_story == one.story for one in answers) == right


@pytest.mark.parametrize(("answers", "right"), [(EVERY, 46), (HELD, 22)])
def test_a_stated_result_is_found(answers: tuple[Labelled, ...], right: int) -> None:
    assert sum(measured(one).has_result == one.has_result for one in answers) == right


@pytest.mark.parametrize(("answers", "most"), [(EVERY, 0.04), (HELD, 0.07)])
def test_the_share_of_action_and_result_is_close(answers: tuple[Labelled, ...], most: float) -> None:
    assert sum(abs(measured(one).share - one.share) for one in answers) / len(answers) <= most


def test_fillers_are_counted_as_by_hand() -> None:
    assert [len(find_fillers(one.text)) for one in EVERY] == [one.fillers for one in EVERY]


@pytest.mark.parametrize(
    "text", ["I like this place.", "Do you know what I mean?", "The right thing, in kind of a hurry."]
)
def test_words_that_mean_something_are_no_fillers(text: str) -> None:
    assert find_fillers(text) == ()


def test_its_sentences_are_the_ones_it_means() -> None:
    one = EVERY[0]
    found = measured(one)
    assert [span.text for span in found.actions] == [sentence for label, sentence in one.said if label == "a"]
    assert all(one.text[span.start : span.end] == span.text for span in (*found.actions, *found.results))


def test_pace_and_fillers_need_times() -> None:
    text = " ".join(["word"] * 130) + "."
    timed = measure_answer(SpokenAnswer("?", text, 60)).delivery
    assert timed is not None
    assert timed.pace == pytest.approx(130)
    assert timed.words == "130 words a minute, within the wide band of 110 to 170; 0 fillers a minute."
    untimed = measure_answer(SpokenAnswer("?", text)).delivery
    assert untimed is not None
    assert (untimed.pace, untimed.fillers_a_minute) == (None, None)


@pytest.mark.parametrize(("count", "many"), [(8, False), (9, True)])
def test_more_than_eight_fillers_a_minute_are_flagged(count: int, many: bool) -> None:
    text = "um, " * count + " ".join(["word"] * 120)
    how = measure_answer(SpokenAnswer("?", text, 60)).delivery
    assert how is not None
    assert how.many_fillers is many


def test_delivery_can_be_switched_off() -> None:
    assert measure_answer(SpokenAnswer("?", "Um, I would say so, in general.", 5), delivery=False).delivery is None


def test_length_is_said_outside_of_what_is_usual() -> None:
    assert any("200 seconds" in note for note in measured(EVERY[0], 200).notes)
    assert not any("seconds" in note for note in measured(EVERY[0], 90).notes)


def test_talk_share_is_by_words() -> None:
    assert (
        measure_talk_share(
            read_transcript_text("Dana: one two three\nMe: one two three four five six seven eight nine"), "Me"
        )
        == 0.75
    )
    assert measure_talk_share(read_transcript_text("Me: alone"), "Me") is None


def test_sentences_hold_their_place() -> None:
    text = "  I did it.  Did it work? Yes"
    assert [text[s.start : s.end] for s in split_sentences(text)] == ["I did it.", "Did it work?", "Yes"]
    assert split_sentences("") == ()


def test_an_empty_answer_measures_as_nothing() -> None:
    found = measure_answer(SpokenAnswer("?", ""))
    assert (found.is_story, found.share, found.has_result) == (False, 0.0, False)


def test_the_limits_are_said() -> None:
    assert len(LIMITS) >= 3
    assert set(SentencePart) == {SentencePart.SITUATION, SentencePart.ACTION, SentencePart.RESULT, SentencePart.CLAIM}
