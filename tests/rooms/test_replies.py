"""What comes back from an ask: it is found, opened by choice, and split by the person's own taps."""

from __future__ import annotations

from datetime import date

import pytest
from tests.people import door
from tests.sealed import sealed

from onward_app import clock
from onward_app.collect import take_in_letters
from onward_app.records.models import Ask, Event, Letter, Owner
from onward_app.records.reading.ask import list_replies
from onward_app.records.writing.ask import record_ask_sent
from onward_app.records.writing.jobs import add_event, add_job

PRAISE = "You were one of our favorites, and your answer about family sessions stood out."
WORK = "On the risk question you spoke in general; a real example would have helped."
KIND = "I hope our paths cross again."
BODY = f"Hi Alice,\n\nThank you for asking. {PRAISE} {WORK}\n\n{KIND}\n\nWarmly,\nDana Reed\n"
REPLY = f"""From: Dana Reed <dana@harbor.example>
To: alice@mail.example
Subject: Re: Thank you: Therapist
Date: Wed, 18 Nov 2026 10:00:00 +0000
Message-ID: <reply-1@harbor.example>

{BODY}
On Tue, 17 Nov 2026 at 09:00, Alice wrote:
> Thank you for letting me know. What would you advise me to work on?
"""


def asked(owner: Owner, employer: str = "Harbor Light", **fields: str) -> Ask:
    """A no of somebody who was met, and the ask of the morning after."""
    with clock.fixed("2026-11-16T19:00"):
        row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 10, 1))
        add_event(owner, row, kind="interview", on=date(2026, 11, 2))
        add_event(owner, row, kind="rejected", on=date(2026, 11, 16))
    told = {
        "to_name": "Dana Reed",
        "to_address": "dana@harbor.example",
        "subject": "Thank you: Therapist",
        "text": "Hi",
    }
    with clock.fixed("2026-11-17T09:00"):
        return record_ask_sent(owner, row, sort="advice", on=date(2026, 11, 17), **(told | fields))[0]


def came(owner: Owner, raw: str = REPLY) -> Letter | None:
    """One letter that was read."""
    take_in_letters(owner, [raw.encode()])
    return Letter.objects.filter(owner=owner).first()


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-11-18T12:00"):
        yield


@pytest.mark.parametrize(
    "change",
    [
        ("", ""),
        ("Subject: Re: Thank you: Therapist", "Subject: a few thoughts"),  # by the address alone
        ("dana@harbor.example>", "dana.reed@home.example>"),  # from home: the subject and the name
        ("Dana Reed <dana@harbor.example>", "Office <office@harbor.example>"),  # the subject and the house
    ],
)
def test_a_managers_answer_read_in_mail_finds_its_ask_and_its_job(alice: Owner, change: tuple[str, str]) -> None:
    asked(alice, "Elsewhere", to_address="kim@else.example", to_name="Kim Park", subject="Thank you: Nurse")
    ask = asked(alice)
    letter = came(alice, REPLY.replace(*change))
    assert letter is not None
    assert letter.opportunity == ask.opportunity
    assert letter.waiting == ""
    assert list_replies(alice) == [(ask, letter)]


def test_an_answer_that_sounds_like_a_no_is_no_second_no(alice: Owner) -> None:
    ask = asked(alice)
    sorry = "Unfortunately we decided not to move forward, and we are unable to offer feedback on your interview."
    came(alice, REPLY.replace(PRAISE, sorry).replace(WORK, "We went with another candidate."))
    assert list_replies(alice)[0][0] == ask
    assert Event.objects.of(alice).filter(kind="rejected").count() == 1


@pytest.mark.parametrize(
    "change",
    [
        ("Dana Reed <dana@harbor.example>", "Lee <lee@shop.example>"),
        ("18 Nov 2026", "10 Nov 2026"),  # before it was asked
    ],
)
def test_a_letter_of_somebody_else_or_of_before_is_not_kept_as_an_answer(alice: Owner, change: tuple[str, str]) -> None:
    asked(alice)
    came(alice, REPLY.replace(*change).replace("Re: Thank you: Therapist", "Hello").replace("Dana Reed\n", "Lee\n"))
    assert list_replies(alice) == []


def test_two_asks_to_one_address_are_told_apart_by_the_subject(alice: Owner) -> None:
    asked(alice, "Harbor Light North", subject="Thank you: Nurse")
    second = asked(alice, "Harbor Light South")
    came(alice)
    assert [ask for ask, _ in list_replies(alice)] == [second]


@pytest.mark.parametrize("pasted", [REPLY, BODY])
def test_pasted_with_or_without_its_head_it_opens_on_what_came_back(alice: Owner, pasted: str) -> None:
    ask, browser = asked(alice), door(alice)
    answer = browser.post("/notice/paste/", {"text": pasted})
    if answer.status_code == 200:
        answer = browser.post("/notice/paste/", {"text": pasted} | sealed(answer))
    assert answer.headers["Location"].startswith(f"/ask/{ask.pk}/?read=1")


def test_what_was_found_in_mail_is_opened_by_choice_and_can_wait_for_tomorrow(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    came(alice)
    today = browser.get("/").content.decode()
    assert "Harbor Light answered your ask. Read it, or keep it for tomorrow." in today
    unread = browser.get(f"/ask/{ask.pk}/").content.decode()
    assert "Read it, or keep it for tomorrow." in unread
    assert "stood out" not in unread
    assert "stood out" in browser.get(f"/ask/{ask.pk}/?read=1").content.decode()
    assert browser.post(f"/ask/{ask.pk}/later/").status_code == 302
    assert "answered your ask" not in browser.get("/").content.decode()
    with clock.fixed("2026-11-19T08:00"):
        assert "answered your ask" in browser.get("/").content.decode()


def test_before_it_is_opened_it_says_whether_it_names_a_day(alice: Owner) -> None:
    ask = asked(alice)
    came(alice, REPLY.replace(KIND, "Could you call me on Friday, November 27?"))
    page = door(alice).get(f"/ask/{ask.pk}/").content.decode()
    assert "It names a day: <strong>Friday</strong>" in page
    assert "stood out" not in page


def test_a_stranger_can_neither_read_nor_keep_it(alice: Owner, bob: Owner) -> None:
    ask = asked(alice)
    assert door(bob).post(f"/ask/{ask.pk}/later/").status_code == 404
