"""Whom to ask: the one who was met, and never an address that nobody reads."""

from __future__ import annotations

import pytest

from onward.ask.whom import Recipient, choose_recipient, explain_unread

DANA, TOM = Recipient("Dana Reed", "dana@acme.example"), Recipient("Tom Hale", "tom@acme.example")
DESK = Recipient("Acme Careers", "careers@acme.example")
ROBOT = Recipient("Acme", "no-reply@acme.example")
TENANT = Recipient("Acme", "acme@myworkday.com")


def test_who_signed_a_letter_without_an_address_is_somebody_too() -> None:
    signed = Recipient("Priya Raman")
    assert choose_recipient([signed], []) == signed
    assert choose_recipient([signed, TOM], []) == signed
    assert choose_recipient([signed], ["Dana Reed"]) == Recipient("Dana Reed")
    assert choose_recipient([Recipient()], []) == Recipient()


def test_who_wrote_and_was_met_comes_first() -> None:
    assert choose_recipient([TOM, DANA], ["Dana Reed"]) == DANA
    assert choose_recipient([TOM, DANA], ["D. R.", "clinical director"]) == DANA
    assert choose_recipient([TOM], ["Dana Reed"]) == Recipient("Dana Reed")
    assert choose_recipient([TOM], ["Dana Reed"], by_agency=True) == TOM


def test_a_person_comes_before_a_shared_mailbox_however_new_its_letter() -> None:
    assert choose_recipient([DESK, TOM], []) == TOM
    assert choose_recipient([DESK], []) == Recipient("", DESK.address)
    assert choose_recipient([Recipient("Dana Reed", DESK.address)], []) == Recipient("Dana Reed", DESK.address)


@pytest.mark.parametrize("wrote", [[ROBOT], [TENANT], [ROBOT, TENANT], []])
def test_what_nobody_reads_is_never_chosen(wrote: list[Recipient]) -> None:
    assert choose_recipient(wrote, []) == Recipient()
    assert choose_recipient(wrote, ["the panel"]) == Recipient("the panel")
    assert choose_recipient([*wrote, TOM], []) == TOM


@pytest.mark.parametrize("address", ["", DANA.address, DESK.address, "jane@lever.co"])
def test_nothing_is_said_of_an_address_that_people_read(address: str) -> None:
    assert explain_unread(address, TOM) == ""


@pytest.mark.parametrize(
    ("instead", "words"),
    [
        (DANA, "Write to Dana Reed, dana@acme.example instead."),
        (Recipient("", DESK.address), "Write to careers@acme.example instead."),
        (
            Recipient("Dana Reed"),
            "Ask Dana Reed instead. Without an address this can stay empty, and you copy the message.",
        ),
        (Recipient(), "Ask whoever you spoke with instead. Until you know their address, this can stay empty."),
    ],
)
def test_of_any_other_it_says_so_and_whom_to_ask_instead(instead: Recipient, words: str) -> None:
    assert explain_unread(ROBOT.address, instead) == f"Nobody reads what is sent to no-reply@acme.example. {words}"
    assert explain_unread(TENANT.address, instead) == (
        f"acme@myworkday.com belongs to a program, and people rarely read what comes there. {words}"
    )
