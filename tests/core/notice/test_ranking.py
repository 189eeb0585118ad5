"""Who and which is ranked by learned weights: small, read by the standard library, and silent where nothing is sure."""

from __future__ import annotations

from importlib import resources

import pytest

from onward.notice.job.answers import find_employer, find_role
from onward.notice.job.page import Page, format_sender
from onward.notice.job.ranking import Ranking, load_ranking
from onward.notice.message.letter import parse_letter


def page_of(text: str) -> Page:
    return Page(parse_letter(text.encode()))


def test_chances_sum_to_one_and_follow_the_weights() -> None:
    chances = Ranking({"good": 2.0, "bad": -2.0}, 0.5).find_chances([["good"], ["bad", "unknown"], []])
    assert sum(chances) == pytest.approx(1.0)
    assert chances[0] > chances[2] > chances[1]


def test_the_weights_stay_small() -> None:
    for file in ("rankings", "pasted"):
        assert len(resources.files("onward.notice.job").joinpath(f"{file}.json").read_bytes()) < 60_000


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("employer", "rankings"),
        ("agency", "rankings"),
        ("role", "rankings"),
        ("employer", "pasted"),
        ("role", "pasted"),
        ("met", "pasted"),
    ],
)
def test_every_ranking_is_there(name: str, file: str) -> None:
    assert load_ranking(name, file).weights


def test_an_answer_keeps_its_place() -> None:
    page = page_of(
        "From: HR <hr@acme.example>\nSubject: Night nurse at Acme Clinic\n\nThank you for applying to Acme Clinic."
    )
    employer, _ = find_employer(page)
    role = find_role(page, employer)
    assert employer is not None
    assert role is not None
    for answer in (employer, role):
        start, end = answer.because.start, answer.because.end
        assert page.texts[answer.because.field][start:end] == answer.because.text


@pytest.mark.parametrize("name", ["Priya", "Sam Ortiz"])
def test_a_person_is_never_the_employer(name: str) -> None:
    page = page_of(f"From: {name}\nTo: Sam Ortiz <sam@home.example>\n\nHi Sam, it is a no. Take care, {name}")
    assert find_employer(page, by_hand=True)[0] is None
    assert name in format_sender(page.letter.sender)


def test_nothing_is_named_in_nothing() -> None:
    page = page_of("Subject: \n\n")
    assert find_employer(page) == (None, None)
    assert find_role(page, None) is None
