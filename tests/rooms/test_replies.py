"""What comes back from an ask: it is found, opened by choice, and split by the person's own taps."""

from __future__ import annotations

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.people import door
from tests.sealed import sealed

from onward.kinks.evidence import Status
from onward.kinks.plain import KNOWN, STRENGTH_KNOWN
from onward_app import clock
from onward_app.collect import take_in_letters
from onward_app.records.models import Ask, Change, Event, KindWords, Kink, Letter, Owner, Sighting
from onward_app.records.reading.ask import list_replies
from onward_app.records.writing.ask import record_ask_sent
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.undo import undo_change

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


def split(page: str, **sorts: str) -> dict[str, str]:
    """What a browser sends when each sentence that begins so is called that, and nothing else is touched."""
    rows = HTMLParser(page).css(".sentence")
    said = {"split": "1"}
    for place, row in enumerate(rows):
        words = row.css_first("legend").text()
        said[f"sort_{place}"] = next((sort for sort, start in sorts.items() if words.startswith(start)), "leave")
    return said


def test_the_reply_is_cut_into_its_own_sentences_without_greeting_signature_and_quote(alice: Owner) -> None:
    ask = asked(alice)
    came(alice)
    page = HTMLParser(door(alice).get(f"/ask/{ask.pk}/?read=1").content)
    shown = [one.text().strip() for one in page.css(".sentence > fieldset > legend")]
    assert shown == ["Thank you for asking.", PRAISE, WORK, KIND]
    choices = [one.text().strip() for one in page.css_first(".sentence .scale").css("label span")]
    assert choices == ["praise", "to work on", "kind", "leave it"]


def test_four_taps_from_today_file_praise_and_a_point(alice: Owner) -> None:
    asked(alice)
    came(alice)
    browser, taps = door(alice), 0
    today = HTMLParser(browser.get("/").content)
    (read,) = [a.attributes["href"] for a in today.css("a.button") if a.text().strip() == "Read it"]
    page, taps = browser.get(read or "").content.decode(), taps + 1
    said, taps = split(page, praise="You were one", work="On the risk"), taps + 2
    done, taps = browser.post(f"/ask/{Ask.objects.get().pk}/", said, follow=True), taps + 1
    assert taps <= 4
    became = done.content.decode()
    assert "What became of it" in became
    assert "A strength, in their words" in became
    assert became.count('class="button first"') == 1
    strength, kink = Kink.objects.of(alice).order_by("-strength")
    assert (strength.strength, strength.name) == (True, PRAISE)
    assert kink.kind in {"risk", "story"}
    for row in (strength, kink):
        (seen,) = row.sightings.all()
        assert (seen.source, seen.group) == ("employer said", "Dana Reed")
        shown = browser.get(f"/kinks/{row.pk}/").content.decode()
        assert (STRENGTH_KNOWN if row.strength else KNOWN)[Status.CONFIRMED] in shown
        assert "suspected" not in shown
    assert list_replies(alice) == []


def test_kind_words_are_kept_with_who_wrote_them_and_all_is_undone_as_one(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    came(alice)
    page = browser.get(f"/ask/{ask.pk}/?read=1").content.decode()
    all_three = split(page, praise="You were one", work="On the risk", kind="I hope")
    became = HTMLParser(browser.post(f"/ask/{ask.pk}/", all_three, follow=True).content)
    assert len(became.css("main ul.list > li")) == 3
    assert all(browser.get(link.attributes["href"]).status_code == 200 for link in became.css("main ul.list a"))
    words = KindWords.objects.of(alice).get()
    assert (words.text, words.who, bool(words.key)) == (KIND, "Dana Reed", True)
    undo_change(alice, Change.objects.get(intention="ask.split"))
    for model in (KindWords, Kink, Sighting):
        assert not model.objects.of(alice).exists()
    ask.refresh_from_db()
    assert (ask.outcome, ask.quote) == ("", "")
    assert list_replies(alice) != []


def test_one_sentence_can_bear_on_several_kinks_and_on_one_in_the_persons_words(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    came(alice)
    said = split(browser.get(f"/ask/{ask.pk}/?read=1").content.decode(), work="On the risk")
    (place,) = [name.removeprefix("sort_") for name, sort in said.items() if sort == "work"]
    more = {f"kinks_{place}": ["new:risk", "new:story"], f"name_{place}": "The risk question: I talked in general"}
    browser.post(f"/ask/{ask.pk}/", said | more)
    kinks = Kink.objects.of(alice)
    assert {kink.kind for kink in kinks} == {"risk", "story", "own"}
    assert kinks.get(kind="own").name == "The risk question: I talked in general"
    assert {seen.text for seen in Sighting.objects.of(alice)} == {WORK}


def test_a_point_that_no_kind_fits_is_called_by_its_own_sentence(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    odd = "Try to smile at the panel when you come in."
    came(alice, REPLY.replace(WORK, odd))
    browser.post(f"/ask/{ask.pk}/", split(browser.get(f"/ask/{ask.pk}/?read=1").content.decode(), work="Try to smile"))
    assert [(kink.kind, kink.name) for kink in Kink.objects.of(alice)] == [("own", odd)]


def test_split_again_it_takes_the_place_of_what_it_came_to(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    came(alice)
    page = browser.get(f"/ask/{ask.pk}/?read=1").content.decode()
    browser.post(f"/ask/{ask.pk}/", split(page, praise="You were one", kind="I hope"))
    again = browser.get(f"/ask/{ask.pk}/").content.decode()
    assert HTMLParser(again).css_first("input[value=praise][checked]") is not None
    browser.post(f"/ask/{ask.pk}/", split(again, praise="I hope"))
    assert [kink.name for kink in Kink.objects.of(alice)] == [KIND]
    assert not KindWords.objects.of(alice).exists()


def test_the_writers_first_name_is_never_taken_for_a_client_and_a_client_is(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    own = "Dana here: your example was strong, Alice."
    came(alice, REPLY.replace(PRAISE, own).replace(KIND, "Your client Maria Lopez, 34, was described well."))
    page = browser.get(f"/ask/{ask.pk}/?read=1").content.decode()
    first = browser.post(f"/ask/{ask.pk}/", split(page, praise="Your client"))
    assert "could point to a client" in first.content.decode()
    assert not Kink.objects.of(alice).exists()
    assert browser.post(f"/ask/{ask.pk}/", split(page, praise="Dana here")).status_code == 302


def test_what_was_heard_by_phone_and_typed_is_split_as_well(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    browser.post(f"/ask/{ask.pk}/", {"quote": f"{PRAISE} {WORK}", "on": "2026-11-18"})
    page = browser.get(f"/ask/{ask.pk}/").content.decode()
    browser.post(f"/ask/{ask.pk}/", split(page, praise="You were one"))
    assert [kink.name for kink in Kink.objects.of(alice)] == [PRAISE]


def test_a_reply_in_which_all_is_left_says_that_it_stays(alice: Owner) -> None:
    ask, browser = asked(alice), door(alice)
    came(alice)
    page = browser.get(f"/ask/{ask.pk}/?read=1").content.decode()
    done = browser.post(f"/ask/{ask.pk}/", split(page), follow=True).content.decode()
    assert "Their words stay as they wrote them" in done
    assert not Kink.objects.of(alice).exists()


def test_an_answer_in_a_language_that_was_not_learned_waits(alice: Owner) -> None:
    asked(alice)
    told = (
        "Dzień dobry, dziękuję za wiadomość. Proszę więcej mówić o tym, co Pani sama zrobiła. Wszystkiego dobrego, Dana"
    )
    came(
        alice,
        REPLY.replace(BODY, told).replace(
            "To: alice", "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nTo: alice"
        ),
    )
    letter = Letter.objects.get()
    assert letter.waiting or list_replies(alice)
    assert letter.unsure
