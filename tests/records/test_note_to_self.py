"""A note mailed to oneself counts: a mail app on a phone is then a way to tell Onward."""

from __future__ import annotations

from datetime import date

import pytest

from onward_app.collect import take_in_letters
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.writing.owner import remember_addresses

HEAD = """From: Alice <alice@mail.example>
To: alice@mail.example
Subject: {subject}
Date: Tue, 17 Nov 2026 21:00:00 +0000
Message-ID: <note-1@mail.example>

"""
LETTER = """Hi Alice,

thank you for coming in for the interview for the Therapist position. Unfortunately we have decided to move forward with
another candidate, who has already run a caseload.

Kind regards,
Dana Reed
Harbor Light Clinic
"""
FORWARDED = f"""---------- Forwarded message ---------
From: Dana Reed <dana@harborlight.example>
Date: Mon, 16 Nov 2026 at 10:00
Subject: Your interview at Harbor Light Clinic
To: <alice@mail.example>

{LETTER}"""


@pytest.fixture(autouse=True)
def _hers(alice: Owner) -> None:
    remember_addresses(alice, frozenset({"alice@mail.example"}))


@pytest.mark.parametrize(
    ("subject", "body", "sender", "on"),
    [
        ("a no", LETTER, "", date(2026, 11, 17)),
        ("Fwd: Your interview at Harbor Light Clinic", FORWARDED, "dana@harborlight.example", date(2026, 11, 16)),
    ],
    ids=["copied", "forwarded"],
)
def test_a_letter_that_is_mailed_to_oneself_is_read_as_theirs(
    alice: Owner, subject: str, body: str, sender: str, on: date
) -> None:
    take_in_letters(alice, [(HEAD.format(subject=subject) + body).encode()])
    letter = Letter.objects.get()
    assert (letter.kind, letter.outgoing, letter.sender, letter.on) == ("rejection", False, sender, on)
    assert Opportunity.objects.get().employer.startswith("Harbor Light")
    assert Event.objects.filter(kind="rejected", on=on).exists()


def test_mail_to_somebody_else_stays_ones_own(alice: Owner) -> None:
    take_in_letters(alice, [(HEAD.format(subject="a no") + LETTER).replace("To: alice@", "To: rosa@").encode()])
    assert not Letter.objects.exists()
    assert not Opportunity.objects.exists()


def test_a_word_to_oneself_about_something_else_is_not_kept(alice: Owner) -> None:
    take_in_letters(alice, [(HEAD.format(subject="milk") + "Milk, bread, the blue paint.\n").encode()])
    assert not Letter.objects.exists()
