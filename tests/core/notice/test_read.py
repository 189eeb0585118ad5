"""One letter to one verdict, and the person's own letters among them."""

from __future__ import annotations

import pytest

from onward.facts import LetterKind, Stage
from onward.notice.message.letter import Letter, parse_letter
from onward.notice.read import likely_job_kind, read_letter
from onward.notice.verdict import Guess

OWN = frozenset({"robin@example.org"})


def letter(
    body: str, *, sender: str, to: str = "Robin <robin@example.org>", subject: str = "Hello", more: str = ""
) -> Letter:
    head = f"From: {sender}\nTo: {to}\nSubject: {subject}\n{more}Content-Type: text/plain; charset=utf-8\n\n"
    return parse_letter((head + body).encode())


def test_a_plain_no_is_read_with_its_details() -> None:
    body = (
        "Dear Robin,\n\nThank you for your interest in the Case Manager position at Willow Bend. Unfortunately, we have decided "
        "to move forward with other candidates.\n\nBest regards,\nWillow Bend Talent Acquisition\n"
    )
    found = read_letter(
        letter(body, sender="Willow Bend Careers <no-reply@greenhouse-mail.io>", subject="Your application"), own=OWN
    )
    assert found.guess.kind is LetterKind.REJECTION
    assert (found.details.employer, found.details.role) == ("Willow Bend", "Case Manager")
    assert not found.outgoing


@pytest.mark.parametrize(
    ("sender", "more"),
    [
        ("robin@example.org", ""),
        ("r.old@example.net", "X-Gmail-Labels: Gesendet,Wichtig\n"),
        ("r.old@example.net", "X-Gmail-Labels: =?UTF-8?Q?Messages_envoy=C3=A9s,Ouvert?=\n"),
    ],
)
def test_what_the_person_wrote_is_other_and_outgoing(sender: str, more: str) -> None:
    found = read_letter(letter("Unfortunately we have decided not to move forward.", sender=sender, more=more), own=OWN)
    assert (found.guess.kind, found.guess.unsure, found.outgoing) == (LetterKind.OTHER, False, True)


@pytest.mark.parametrize(
    ("body", "did"),
    [
        ("I'd like to apply for the Nurse position at Elm County.", "applied"),
        ("Hiermit bewerbe ich mich als Pfleger bei der Lindenhof GmbH.", "applied"),
        ("Thank you for your time. I would like to withdraw my application.", "withdrew"),
        ("I've attached the signed letter.", "signed"),
        ("I am happy to accept your offer.", "accepted"),
        ("I have decided to decline your offer.", "declined"),
        ("Thank you, Wednesday works.", None),
    ],
)
def test_it_says_what_the_person_did(body: str, did: str | None) -> None:
    found = read_letter(letter(body, sender="robin@example.org", to="Jo <jo@elmcounty.example>"), own=OWN)
    assert found.details.did == did
    assert found.details.stage is None


def test_an_own_application_says_for_what_and_to_whom() -> None:
    found = read_letter(
        letter(
            "I'd like to apply for the Nurse position at Elm County.",
            sender="robin@example.org",
            to="jobs@elmcounty.example",
        ),
        own=OWN,
    )
    assert (found.details.employer, found.details.role) == ("Elm County", "Nurse")


def test_the_persons_address_in_capitals_is_still_theirs() -> None:
    assert read_letter(letter("Hello", sender="Robin <ROBIN@Example.org>"), own=OWN).outgoing


def test_somebody_elses_letter_is_never_outgoing() -> None:
    assert not read_letter(
        letter("Hello", sender="jo@example.net", more="X-Gmail-Labels: Inbox,Presents\n"), own=OWN
    ).outgoing


def test_an_unsure_letter_is_read_as_the_likeliest_kind_about_a_job() -> None:
    chances = {LetterKind.OTHER: 0.5, LetterKind.INTERVIEW: 0.3, LetterKind.REJECTION: 0.2}
    assert likely_job_kind(Guess(LetterKind.OTHER, 0.5, unsure=True, chances=chances)) is LetterKind.INTERVIEW
    assert likely_job_kind(Guess(LetterKind.OTHER, 0.9, unsure=False, chances=chances)) is None
    assert likely_job_kind(Guess(LetterKind.OFFER, 0.9, unsure=False)) is LetterKind.OFFER


def test_a_stage_comes_with_an_interview() -> None:
    body = "Hi Robin,\n\nwe would like to invite you to a final interview for the Nurse position on Tuesday at 3 pm.\n\nJo\nElm County\n"
    found = read_letter(
        letter(body, sender="Jo Doe <jo.doe@elmcounty.example>", subject="Final interview for Nurse"), own=OWN
    )
    assert found.guess.kind is LetterKind.INTERVIEW
    assert found.details.stage is Stage.FINAL
