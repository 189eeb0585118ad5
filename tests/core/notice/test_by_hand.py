"""A letter that came by hand has no address to tell the employer by: its words and its last lines do."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind, Stage
from onward.notice.job.details import read_details
from onward.notice.message.letter import parse_letter
from onward.notice.verdict import Details

NO = "I'm sorry, we chose somebody else for the job."


def read(body: str, *, name: str = "", language: str = "en") -> Details:
    head = f"From: {name}\n" if name else "Subject: About you\n"
    return read_details(parse_letter(f"{head}\n{body}\n".encode()), LetterKind.REJECTION, by_hand=True)


@pytest.mark.parametrize(
    ("body", "language", "employer"),
    [
        ("Hey Sam! Priya here from Oak & Ember. We gave the spot to somebody else.", "en", "Oak & Ember"),
        ("Liebe Lena, hier ist Birgit aus der Kita Regenwiese. Die Stelle ist vergeben.", "de", "Kita Regenwiese"),
        ("Hola, soy Ana, de Academia Verbena. El puesto se lo queda otra.", "es", "Academia Verbena"),
        ("Ha Bram, Kees hier van Fietsenmakerij Van Rooy. We nemen een ander.", "nl", "Fietsenmakerij Van Rooy"),
        (
            f"Dear Sam,\n{NO}\n\nWarmly,\nDenise\n\nHarrow Creek Behavioral Health\nSent from my iPhone",
            "en",
            "Harrow Creek Behavioral Health",
        ),
        (
            f"Dear Sam,\n{NO}\n\nAna Ruiz\nPrincipal, Maple Hollow Elementary\n(555) 010-2290",
            "en",
            "Maple Hollow Elementary",
        ),
        (
            "Hallo Frau Demir, die Stelle ist vergeben. VG Katrin, Zahnarztpraxis Dr. Ott",
            "de",
            "Zahnarztpraxis Dr. Ott",
        ),
    ],
)
def test_who_introduces_themselves_or_signs_is_the_employer(body: str, language: str, employer: str) -> None:
    assert read(body, language=language).employer == employer


def test_whom_an_agency_heard_from_is_the_employer() -> None:
    said = read(
        "Hoi Farid,\nIk kreeg net bericht van Drukkerij Bosman over de vacature.\n\nLotte\nTempo Werkt Uitzendbureau",
        language="nl",
    )
    assert (said.employer, said.agency) == ("Drukkerij Bosman", "Tempo Werkt Uitzendbureau")


@pytest.mark.parametrize(
    "body", [f"Hi Sam,\n{NO} Marcus and I loved the talk with Ana.\n\nBe well,\nTheo", f"Hi, its Ray. {NO}"]
)
def test_somebody_who_was_met_is_never_the_employer(body: str) -> None:
    assert read(body, name="Theo").employer is None


def test_a_trial_day_is_a_meeting() -> None:
    assert read(f"You did well on the trial shift. {NO}").stage is Stage.INTERVIEW
    assert read(NO).stage is None


def test_what_the_quoted_question_names_is_taken_when_the_answer_names_nothing() -> None:
    asked = "On Mon, Mar 17, 2025 at 8:44 AM Sam Pruitt <sam@home.example> wrote:\n> any news about the Peer Support Specialist job at Pinebridge Recovery Center?"
    said = read(f"Hi Sam,\n{NO}\n\nTheo\n\n{asked}", name="Theo")
    assert (said.employer, said.role) == ("Pinebridge Recovery Center", "Peer Support Specialist")


@pytest.mark.parametrize(
    "thanks",
    [
        "coming in twice", "stopping in again", "driving out to us", "meeting Roy and me", "coming out to the plant",
        "showing up early", "coming back a second time", "talking with us three times", "the good talk yesterday",
    ],
)  # fmt: skip
def test_what_they_thank_for_is_no_role(thanks: str) -> None:
    said = read(f"Walter, thanks for {thanks}. We decided to go with somebody else.\n\nDiane Moss\nKessler Freight")
    assert (said.employer, said.role) == ("Kessler Freight", None)


@pytest.mark.parametrize(
    "role", ["Dock Planner", "Night Nurse", "Shift Supervisor", "Machine Operator", "Case Manager"]
)
def test_the_role_behind_what_they_thank_for_is_one(role: str) -> None:
    words = ("coming in for the {} job", "interviewing for {}", "talking with us about the {} position")
    for thanks in words:
        said = read(
            f"Walter, thanks for {thanks.format(role)}. We decided to go with somebody else.\n\nDiane Moss\nKessler Freight"
        )
        assert said.role == role
