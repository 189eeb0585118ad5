"""A no on the command line, on the evening it comes: acknowledged first, and nothing is needed."""

from __future__ import annotations

import json
from email.utils import formatdate
from pathlib import Path

import pytest
from tests.commands import run

FIRST = "That stings. Nothing to solve tonight."
PERSONAL = (
    "Hi Robin,\n\nthank you for coming in. We chose another candidate for the Night Nurse role at Elm Court.\n\n"
    "Best,\nMay Osei\n"
)
RECEIVED = "Dear Robin,\n\nwe received your application for Night Nurse at Elm Court.\n\nElm Court HR\n"


def jobs(home: Path) -> list[tuple[str, str | None]]:
    return [(row["employer"], row["ended"]) for row in json.loads(run(home, "jobs", "--json")[1])]


@pytest.mark.parametrize(
    ("words", "employer"),
    [((), ""), (("Harbor", "Light", "said", "no"), "Harbor Light"), (("Elm Court",), "Elm Court"), (("nope",), "")],
)
def test_a_no_is_acknowledged_first_whatever_was_said_of_it(
    tmp_path: Path, words: tuple[str, ...], employer: str
) -> None:
    code, out, _ = run(tmp_path, "no", *words)
    assert (code, out.splitlines()[0]) == (0, FIRST)
    assert "takes it back" in out
    assert jobs(tmp_path) == [(employer, "rejected")]
    assert FIRST in run(tmp_path, "today")[1]
    assert run(tmp_path, "undo")[0] == 0
    assert FIRST not in run(tmp_path, "today")[1]


def test_a_letter_is_taken_in_from_standard_input(tmp_path: Path) -> None:
    code, out, _ = run(tmp_path, "no", "-", given=PERSONAL)
    assert (code, out.splitlines()[0]) == (0, FIRST)
    assert jobs(tmp_path) == [("Elm Court", "rejected")]


def test_what_is_plainly_no_no_is_kept_and_one_when_it_is_surely_meant(tmp_path: Path) -> None:
    code, out, _ = run(tmp_path, "no", "-", given=RECEIVED)
    assert (code, FIRST in out) == (0, False)
    assert "This may not be a no." in out
    assert json.loads(run(tmp_path, "no", "-", "--json", given=RECEIVED)[1])["change"] is None
    assert FIRST in run(tmp_path, "no", "-", "--surely", given=RECEIVED)[1]


def test_it_goes_to_the_job_that_is_named(tmp_path: Path) -> None:
    run(tmp_path, "add", "Oak Hollow", "Counselor", "--on", "2026-03-01")
    assert run(tmp_path, "no", "--job", "1")[0] == 0
    assert jobs(tmp_path) == [("Oak Hollow", "rejected")]
    assert "There is no job 9." in run(tmp_path, "no", "--job", "9")[2]


def test_words_of_self_harm_a_day_to_come_and_an_invitation_are_answered_and_nothing_is_kept(tmp_path: Path) -> None:
    assert "Nothing was kept." in run(tmp_path, "no", "They said no. I want to kill myself.")[2]
    assert "That day hasn’t come yet." in run(tmp_path, "no", "x", "--on", "2099-01-01")[2]
    assert "an invitation from a calendar" in run(tmp_path, "no", "-", given="BEGIN:VCALENDAR\nEND:VCALENDAR\n")[2]
    assert jobs(tmp_path) == []


def test_the_mail_that_says_it_again_tells_of_the_talk_and_the_job_stays_ended(tmp_path: Path) -> None:
    letter = tmp_path / "no.eml"
    letter.write_text(
        "From: Dana Ruiz <dana@cedarclinic.example>\nMessage-ID: <91@cedarclinic.example>\n"
        f"Subject: Your interview for Therapist at Cedar Clinic\nDate: {formatdate()}\n\nDear Robin,\n\nthank you for interviewing with "
        "us for the Therapist position at Cedar Clinic. After careful consideration we have decided to move forward with "
        "another candidate.\n\nDana Ruiz\nCedar Clinic\n"
    )
    home = tmp_path / "home"
    run(home, "no", "Cedar Clinic said no")
    assert "Nothing is alive in it." in run(home, "read", str(letter))[1]
    (job,) = json.loads(run(home, "jobs", "--json")[1])
    assert (job["ended"], job["stage"]) == ("rejected", "interview")
    assert [event["kind"] for event in job["events"]].count("rejected") == 1
