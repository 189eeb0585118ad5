"""One ask, checked and sent by the person's own hand; and what came back, word for word."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email import message_from_bytes
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.flat import flat
from tests.people import door
from tests.sealed import sealed

from onward.ask.ledger import PAUSED, AskOutcome
from onward.ask.whom import Recipient
from onward_app import clock
from onward_app.records.models import (
    Ask,
    Change,
    Event,
    Interview,
    Kink,
    Letter,
    Opportunity,
    Owner,
    RejectionDay,
    Sighting,
)
from onward_app.records.reading.ask import (
    expected_reply_rate,
    find_recipient,
    find_reply,
    list_asks,
    list_asks_due,
    list_replies,
)
from onward_app.records.writing.ask import AskedAlready, record_ask_outcome, record_ask_sent
from onward_app.records.writing.jobs import add_event, add_job, edit_job
from onward_app.records.writing.recover import open_no
from onward_app.records.writing.undo import undo_change

NO = "2026-11-16T19:00"
MORNING = "2026-11-17T09:00"
GOOD = (
    "Hi Dana,\n\nThank you for letting me know. I respect the decision.\n\n"
    "What one thing would you advise me to work on?\n\nAlice"
)


def turned_down(
    owner: Owner, employer: str = "Harbor Light", *, met: bool = True, kind: str = "rejected"
) -> Opportunity:
    with clock.fixed(NO):
        row, _ = add_job(owner, employer=employer, role="Therapist", on=date(2026, 10, 1))
        if met:
            add_event(owner, row, kind="interview", on=date(2026, 11, 2))
        add_event(owner, row, kind=kind, on=date(2026, 11, 16))
    return row


def letter_from(owner: Owner, row: Opportunity, **fields: object) -> Letter:
    given = {"sender_name": "Dana Reed", "sender": "dana@example.org", "by_person": True, **fields}
    when = datetime(2026, 11, 16, tzinfo=UTC)
    given |= {"key": "a" * 64, "verdict": {}, "kind": "rejection", "on": when.date(), "at": when}
    return Letter.objects.create(owner=owner, opportunity=row, **given)


def typed(**more: str) -> dict[str, str]:
    return {"to_name": "Dana Reed", "to_address": "dana@example.org", "subject": "Thank you", "text": GOOD, **more}


def to_whom(owner: Owner, row: Opportunity) -> tuple[str, str]:
    found = find_recipient(owner, row)
    return found.name, found.address


def test_it_goes_to_the_one_who_was_met_rather_than_to_the_one_who_wrote_the_no(alice: Owner) -> None:
    row = turned_down(alice)
    letter_from(alice, row, sender_name="Tom Hale", sender="tom@example.org")
    met = Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2), people="Dana Reed (director)")
    assert to_whom(alice, row) == ("Dana Reed", "")
    Letter.objects.create(
        owner=alice, opportunity=row, key="b" * 64, verdict={}, kind="interview", by_person=True,
        sender_name="Dana Reed", sender="dana@example.org", on=date(2026, 10, 20), at=datetime(2026, 10, 20, tzinfo=UTC),
    )  # fmt: skip
    assert to_whom(alice, row) == ("Dana Reed", "dana@example.org")
    met.people = "D. R., clinical director"  # as an invitation leaves it
    met.save()
    assert to_whom(alice, row) == ("Dana Reed", "dana@example.org")
    for noted in ("DR, clinical director", "the panel"):  # nobody can be greeted as that
        met.people = noted
        met.save()
        assert to_whom(alice, row) == ("Tom Hale", "tom@example.org")


def test_through_an_agency_it_goes_to_the_agency(alice: Owner) -> None:
    row = turned_down(alice)
    edit_job(alice, row, agency="Bright Staffing")
    letter_from(alice, row, sender_name="Tom Hale", sender="tom@example.org")
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2), people="Dana Reed")
    assert to_whom(alice, row) == ("Tom Hale", "tom@example.org")


def test_a_polite_refusal_in_the_thread_is_found_as_the_reply_and_the_no_itself_is_not(alice: Owner) -> None:
    row = turned_down(alice)
    no = letter_from(alice, row)
    Event.objects.filter(kind="rejected").update(letter=no.key)
    with clock.fixed(MORNING):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=date(2026, 11, 16), **typed())
    assert find_reply(alice, ask) is None
    said = Letter.objects.create(
        owner=alice, opportunity=row, key="c" * 64, verdict={}, kind="other", by_person=True, sender="dana@example.org",
        body="We can’t share that, but all the best.", on=date(2026, 11, 18), at=datetime(2026, 11, 18, tzinfo=UTC),
    )  # fmt: skip
    assert list_replies(alice) == [(ask, said)]
    with clock.fixed("2026-11-18T09:00"):
        page = door(alice).get("/ask/").content.decode()
        assert "They answered" in page
        record_ask_outcome(alice, ask, outcome=AskOutcome.DECLINED, on=date(2026, 11, 18))
    assert list_replies(alice) == []


def test_the_draft_is_to_the_person_spoken_with(alice: Owner) -> None:
    row = turned_down(alice)
    letter_from(alice, row)
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2), liked="the step-down program")
    with clock.fixed(MORNING):
        page = door(alice).get(f"/ask/new/{row.pk}/").content.decode()
    assert 'value="dana@example.org"' in page
    assert "Hi Dana" in page
    assert "the step-down program" in page
    assert "Most people never hear back. It isn’t a verdict." in page
    assert "in 100, before any asks of your own" in page
    assert page.count('class="first"') == 1


def test_a_name_and_something_good_go_into_the_draft_and_can_be_undone(alice: Owner) -> None:
    row, browser = turned_down(alice), door(alice)
    Owner.objects.filter(pk=alice.pk).update(name="")
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2))
    with clock.fixed(MORNING):
        before = browser.get(f"/ask/new/{row.pk}/").content.decode()
        assert "Say how you sign" in before
        given = {"me": "Alice Reyes", "liked": "the step-down program"}
        page = browser.post(f"/ask/new/{row.pk}/voice/", given, follow=True).content.decode()
        draft = page.split('name="text"')[1].split("</textarea>")[0]
        assert "the conversation about the step-down program" in draft
        assert draft.rstrip().endswith("Alice Reyes")
        undo_change(alice, Change.objects.get(intention="ask.voice"))
        again = browser.get(f"/ask/new/{row.pk}/").content.decode()
    assert "step-down program”" in again  # the help beside the box
    assert "the conversation about the step-down program." not in again
    assert "Alice Reyes" not in again


def test_client_details_in_what_was_good_are_shown_before_it_is_kept(alice: Owner) -> None:
    row = turned_down(alice)
    talk = Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2))
    with clock.fixed(MORNING):
        given = {"me": "Alice", "liked": "my client Maria Lopez, 34"}
        page = door(alice).post(f"/ask/new/{row.pk}/voice/", given)
    assert "could point to a client" in page.content.decode()
    talk.refresh_from_db()
    assert talk.liked == ""


def test_a_template_is_nobody_to_write_to(alice: Owner) -> None:
    row = turned_down(alice)
    letter_from(alice, row, sender="no-reply@example.org")
    Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2), people="Sam Ortiz, two others")
    assert find_recipient(alice, row) == Recipient("Sam Ortiz")


@pytest.mark.parametrize("do", ["check", "keep", "eml", "sent"])
def test_a_typed_address_of_a_machine_is_answered_beside_the_field_with_whom_to_ask_instead(
    alice: Owner, do: str
) -> None:
    row = turned_down(alice)
    letter_from(alice, row)
    with clock.fixed(MORNING):
        answer = door(alice).post(f"/ask/new/{row.pk}/", typed(to_address="no.reply@example.org", do=do))
    field = answer.context["form"]["to_address"]
    assert field.errors == [
        "Nobody reads what is sent to no.reply@example.org. Write to Dana Reed, dana@example.org instead."
    ]
    assert field.value() == "no.reply@example.org"
    assert not Ask.objects.exists()


def test_a_shared_mailbox_may_be_asked(alice: Owner) -> None:
    row = turned_down(alice)
    letter_from(alice, row, sender_name="Harbor Light Careers", sender="careers@example.org")
    assert find_recipient(alice, row) == Recipient("", "careers@example.org")
    with clock.fixed(MORNING):
        page = (
            door(alice)
            .post(f"/ask/new/{row.pk}/", typed(to_address="careers@example.org", do="check"))
            .content.decode()
        )
    assert "Fine to send" in page


def test_the_checker_marks_what_was_typed_and_offers_a_repair(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    hurt = typed(text="Thank you. Please reconsider your decision. What would you advise?")
    with clock.fixed(MORNING):
        page = browser.post(f"/ask/new/{row.pk}/", {**hurt, "do": "check"}).content.decode()
        assert "<mark>reconsider</mark>" in page
        assert "asks them to change their mind" in page
        fixed = browser.post(f"/ask/new/{row.pk}/", {**hurt, "do": "repair-0"}).content.decode()
    assert "reconsider" not in fixed
    assert "I respect the decision." in fixed
    assert "Fine to send" in fixed
    assert not Ask.objects.exists()


def test_the_mail_link_keeps_lines_and_signs(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(MORNING):
        page = (
            door(alice).post(f"/ask/new/{row.pk}/", {**typed(subject="Thanks & more?"), "do": "check"}).content.decode()
        )
    link = page.split('href="mailto:')[1].split('"')[0].replace("&amp;", "&")
    assert link.startswith("dana@example.org?subject=Thanks%20%26%20more%3F&body=")
    assert unquote(link.split("body=")[1]) == GOOD.replace("\n", "\r\n")


def test_the_file_opens_for_editing(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(MORNING):
        answer = door(alice).post(f"/ask/new/{row.pk}/", {**typed(), "do": "eml"})
    message = message_from_bytes(answer.content)
    assert (message["X-Unsent"], message["To"]) == ("1", "dana@example.org")
    assert "attachment" in answer["Content-Disposition"]


def test_what_was_sent_is_kept_and_there_is_no_second(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    with clock.fixed(MORNING):
        browser.post(f"/ask/new/{row.pk}/", {**typed(), "do": "sent"})
        ask = Ask.objects.get()
        assert (ask.sent_on, ask.text) == (date(2026, 11, 17), GOOD)
        page = browser.get(f"/ask/new/{row.pk}/?anyway=1").content.decode()
        assert "You asked once." in page
        assert "<textarea" not in page
        with pytest.raises(AskedAlready):
            record_ask_sent(alice, row, sort="advice", on=clock.today(), **typed())
        undo_change(alice, Change.objects.get(intention="ask.sent"))
        assert "<textarea" in browser.get(f"/ask/new/{row.pk}/").content.decode()


def test_who_sends_an_ask_has_gone_on_and_an_undo_takes_that_back_too(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(NO):
        open_no(alice, Event.objects.get(kind="rejected"))
    with clock.fixed(MORNING):
        browser = door(alice)
        assert "A new day." in browser.get("/").content.decode()
        browser.post(f"/ask/new/{row.pk}/", typed(do="sent"))
        assert "A new day." not in browser.get("/").content.decode()
        assert RejectionDay.objects.get().restarted_at is not None
        undo_change(alice, Change.objects.filter(intention="ask.sent").latest("pk"))
    assert RejectionDay.objects.get().restarted_at is None


def test_nothing_is_drafted_on_a_rejection_day(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(NO):
        open_no(alice, Event.objects.get(kind="rejected"))
        for place in (f"/ask/new/{row.pk}/?anyway=1", f"/ask/new/{row.pk}/?sort=thanks"):
            page = door(alice).get(place).content.decode()
            assert "Tomorrow is early enough." in page
            assert "<textarea" not in page
    with clock.fixed(MORNING):
        assert "<textarea" in door(alice).get(f"/ask/new/{row.pk}/").content.decode()


def test_after_a_form_alone_it_says_so_and_still_can_be_asked(alice: Owner) -> None:
    row = turned_down(alice, met=False)
    with clock.fixed(MORNING):
        page = door(alice).get(f"/ask/new/{row.pk}/").content.decode()
        assert "hardly anybody could answer: about 5 asks in 100" in page
        assert "Ask anyway" in page
        assert "<textarea" in door(alice).get(f"/ask/new/{row.pk}/?anyway=1").content.decode()
        assert list_asks_due(alice, clock.today()) == []


def test_without_a_no_there_is_nothing_to_ask_after(alice: Owner) -> None:
    with clock.fixed(NO):
        row, _ = add_job(alice, employer="Open", role="T", on=date(2026, 11, 1))
        assert "nothing to ask about" in door(alice).get(f"/ask/new/{row.pk}/").content.decode()


def test_suspected_discrimination_shows_the_routes_and_no_ask(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    with clock.fixed(MORNING):
        card = browser.get(f"/ask/discrimination/{row.pk}/").content.decode()
        assert "Ask a lawyer what else to keep." in card
        assert "Where was the job?" in card
        browser.post(f"/ask/discrimination/{row.pk}/", {"say": "so"})
        assert browser.get(f"/ask/new/{row.pk}/?anyway=1").status_code == 302
        assert list_asks_due(alice, clock.today()) == []
        browser.post(f"/ask/discrimination/{row.pk}/", {"say": "not"})
        assert len(list_asks_due(alice, clock.today())) == 1


def test_advice_is_kept_verbatim_and_becomes_evidence(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    with clock.fixed(MORNING):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=clock.today(), **typed())
        words = "Your example had no <outcome>."
        browser.post(
            f"/ask/{ask.pk}/",
            {"quote": words, "reading": "say what changed", "test": "count", "kink": "new:result", "on": "2026-11-17"},
        )
        page = browser.get(f"/ask/{ask.pk}/").content.decode()
    ask.refresh_from_db()
    assert (ask.outcome, ask.quote) == ("advice", words)
    seen = Sighting.objects.get()
    assert (seen.kink.kind, seen.source, seen.group, seen.ask) == ("result", "employer said", "Dana Reed", ask)
    assert "no &lt;outcome&gt;." in page
    assert "One comment is one person" in page
    for title, said in (("My reading", "say what changed"), ("Test", "count")):
        assert re.search(rf"<dt>{title}</dt>\s*<dd>{said}</dd>", page)
    undo_change(alice, Change.objects.get(intention="ask.advice"))
    assert not Kink.objects.of(alice).exists()
    assert not Sighting.objects.of(alice).exists()


def test_a_reply_is_followed_by_a_days_pause_in_which_only_thanks_is_drafted(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    words = "You rambled; your example had no outcome."
    with clock.fixed(MORNING):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=clock.today(), **typed())
        browser.post(f"/ask/{ask.pk}/", {"quote": words, "on": "2026-11-17"})
        today, ledger = (browser.get(place).content.decode() for place in (f"/ask/{ask.pk}/", "/ask/"))
    with clock.fixed("2026-11-18T07:00"):
        tomorrow, later = (browser.get(place).content.decode() for place in (f"/ask/{ask.pk}/", "/ask/"))
    for page in (today, ledger):
        assert PAUSED in page
    for page in (tomorrow, later):
        assert PAUSED not in page
    assert "<details open>" in today
    assert "Thank you for taking the time to answer." in today
    assert "It may be about" not in today
    assert "It may be about" in tomorrow


def test_a_day_to_come_is_refused_and_what_was_typed_stays(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(MORNING):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=clock.today(), **typed())
        page = door(alice).post(f"/ask/{ask.pk}/", {"quote": "Kept here", "on": "2027-01-01"}).content.decode()
    assert "hasn’t come yet" in page
    assert "Kept here" in page


def test_the_ledger_moves_what_to_expect(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(MORNING):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=clock.today(), **typed())
        assert expected_reply_rate(list_asks(alice)).asked == 0
        assert door(alice).post(f"/ask/{ask.pk}/ended/", {"outcome": "silence"}).status_code == 302
        assert expected_reply_rate(list_asks(alice)).asked == 1
        page = door(alice).get("/ask/").content.decode()
        assert "silence" in page
        assert "from 1 ask" in page
        assert door(alice).post(f"/ask/{ask.pk}/ended/", {"outcome": "nagged"}).status_code == 404


def test_a_thank_you_asks_nothing(alice: Owner) -> None:
    with clock.fixed(NO):
        row, _ = add_job(alice, employer="Open", role="T", on=date(2026, 11, 1))
        page = door(alice).get(f"/ask/new/{row.pk}/?sort=thanks").content.decode()
        assert "No reply needed." in page
        assert door(alice).get(f"/ask/new/{row.pk}/?sort=begging").status_code == 404


def test_a_story_is_pointed_at_in_an_ask_and_never_in_a_thank_you(alice: Owner) -> None:
    row = turned_down(alice)
    text = "Dear Dana, thank you for the tour. My landlady had already baked a cake with my name on it. What should I learn?"
    with clock.fixed(MORNING):
        for sort, said in (("advice", True), ("thanks", False)):
            page = flat(door(alice).post(f"/ask/new/{row.pk}/?sort={sort}", {"do": "check", **typed(text=text)}))
            assert ("Read it once as they will" in page) is said
            assert "Fine to send" in page


def test_there_is_one_thank_you(alice: Owner) -> None:
    with clock.fixed(NO):
        row, _ = add_job(alice, employer="Open", role="T", on=date(2026, 11, 1))
        place = f"/ask/new/{row.pk}/?sort=thanks"
        door(alice).post(place, {**typed(), "do": "sent"})
        door(alice).post(place, {**typed(), "do": "sent"})
        assert [one.sort for one in Ask.objects.all()] == ["thanks"]
        with pytest.raises(AskedAlready):
            record_ask_sent(alice, row, sort="thanks", on=clock.today(), **typed())


def test_a_withdrawal_waits_until_something_is_signed(alice: Owner) -> None:
    with clock.fixed(NO):
        row, _ = add_job(alice, employer="Open", role="T", on=date(2026, 11, 1))
        assert "<textarea" not in door(alice).get(f"/ask/new/{row.pk}/?sort=withdrawal").content.decode()
        add_job(alice, employer="Yes", role="T", on=date(2026, 11, 1), kind="signed")
        assert "accepted another position" in door(alice).get(f"/ask/new/{row.pk}/?sort=withdrawal").content.decode()


def test_words_of_self_harm_bring_the_fixed_text_and_store_nothing(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(MORNING):
        page = door(alice).post(f"/ask/new/{row.pk}/", {**typed(text="I want to die"), "do": "sent"}).content.decode()
    assert "988" in page
    assert not Ask.objects.exists()


def test_the_ledger_asks_the_database_the_same_for_10_and_20(alice: Owner) -> None:
    def count() -> int:
        with clock.fixed("2026-12-20T09:00"), CaptureQueriesContext(connection) as seen:
            door(alice).get("/ask/")
        return len(seen)

    def grow(names: str) -> None:
        for name in names:
            row = turned_down(alice, name)
            with clock.fixed(MORNING):
                record_ask_sent(alice, row, sort="advice", on=clock.today(), **typed())

    grow("abcdefghij")
    few = count()
    grow("klmnopqrst")
    assert count() == few


def test_so_it_does_for_10_and_20_that_an_ask_is_due_for(alice: Owner) -> None:
    def count(shown: int) -> int:
        with clock.fixed(MORNING), CaptureQueriesContext(connection) as seen:
            assert door(alice).get("/ask/").content.decode().count('href="/ask/new/') == shown
        return len(seen)

    for name in "abcdefghij":
        turned_down(alice, name)
    few = count(10)
    for name in "klmnopqrst":
        turned_down(alice, name)
    assert count(20) == few


def test_a_stranger_finds_nothing(alice: Owner, bob: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(MORNING):
        ask, _ = record_ask_sent(alice, row, sort="advice", on=clock.today(), **typed())
        for place in (f"new/{row.pk}/", f"{ask.pk}/", f"discrimination/{row.pk}/"):
            assert door(bob).get(f"/ask/{place}").status_code == 404
        assert door(bob).post(f"/ask/{ask.pk}/ended/", {"outcome": "silence"}).status_code == 404


@pytest.mark.parametrize("where", ["", "new/1/", "1/", "discrimination/1/"])
def test_nobody_gets_in_without_the_cookie(charlie: Client, db: None, where: str) -> None:
    assert charlie.get(f"/ask/{where}").status_code == 403


@pytest.mark.parametrize("do", ["eml", "keep"])
def test_client_details_are_shown_before_a_message_is_kept_or_leaves_as_a_file(alice: Owner, do: str) -> None:
    row, client = turned_down(alice), door(alice)
    there, told = f"/ask/new/{row.pk}/?anyway=1", typed(subject="Maria Lopez", do=do)
    first = client.post(there, told)
    assert "could point to a client" in first.content.decode()
    worse = client.post(there, told | {"text": "Tyrone Banks cried."} | sealed(first))
    assert "could point to a client" in worse.content.decode()
    meant = client.post(there, told | sealed(first))
    assert meant.status_code == 302 if do == "keep" else meant["Content-Type"] == "message/rfc822"


def test_the_last_day_counts_from_the_day_that_was_said_and_never_from_today(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    said = {"place": "United States", "act": "2026-10-01", "no": "2026-11-16"}
    for now in (MORNING, "2027-01-20T09:00"):
        with clock.fixed(now):
            page = " ".join(browser.post(f"/ask/discrimination/{row.pk}/", said).content.decode().split())
            assert "The earliest day that could be the last: <strong>30 March" in page
            assert "300 calendar days. Counted from 1 October" in page
            assert "EEOC, “Time limits for filing a charge”." in page
            assert "Looked at 26 November" in page


def test_the_days_are_never_in_an_address(alice: Owner) -> None:
    row = turned_down(alice)
    there = f"/ask/discrimination/{row.pk}/"
    with clock.fixed(MORNING):
        page = door(alice).post(there, {"place": "Germany", "no": "2026-11-10"}).content.decode()
        assert "Counted from 10 November" in page
        form = page.split("The place and the days")[1].split("</form>")[0]
        assert '<form method="post">' in form
        assert (
            "Counted from 10 November" not in door(alice).get(f"{there}?place=Germany&no=2026-11-10").content.decode()
        )


def test_where_the_job_was_is_asked_openly_while_nobody_has_said_a_country(alice: Owner) -> None:
    row = turned_down(alice)
    with clock.fixed(MORNING):
        page = flat(door(alice).get(f"/ask/discrimination/{row.pk}/"))
        assert "<details open> <summary>The place and the days" in page or "<details open><summary>The place" in page
        assert "somewhere else</h2>" not in page
        Owner.objects.update(country="DE")
        assert "Official ways: Germany" in flat(door(alice).get(f"/ask/discrimination/{row.pk}/"))


def test_each_way_has_its_source_and_a_day_that_is_over_is_said_to_be(alice: Owner) -> None:
    row = turned_down(alice)
    said = {"place": "Germany", "no": "2026-08-10"}
    with clock.fixed(MORNING):
        page = " ".join(door(alice).post(f"/ask/discrimination/{row.pk}/", said).content.decode().split())
    ways = page.split("Official ways: Germany")[1].split("</ul>")[0].split("<li>")[1:]
    assert all("Looked at 2" in one.split("</details>")[0] for one in ways)
    assert "That day is over. A limit may count from another day" in page


def test_a_day_that_was_not_said_is_asked_for_and_a_day_to_come_refused(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Harbor", role="T", on=date(2026, 11, 1))
    browser = door(alice)
    with clock.fixed(MORNING):
        there, said = f"/ask/discrimination/{row.pk}/", {"place": "Germany"}
        assert "Say on which day it happened" in browser.post(there, said).content.decode()
        later = browser.post(there, said | {"no": "2030-01-01"}).content.decode()
        assert "That day is still to come" in later
        assert "Counted from" not in later


def test_another_language_tone_and_way_are_drafted_and_checked(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    with clock.fixed(MORNING):
        page = browser.get(f"/ask/new/{row.pk}/?sort=advice&language=de&tone=formal&way=mail").content.decode()
        said = browser.post(
            f"/ask/new/{row.pk}/?sort=advice&language=de", typed(text="Wen haben Sie genommen?", do="check")
        ).content.decode()
    assert "Ihre Entscheidung nehme ich an." in page
    assert '<option value="de" selected>German</option>' in page
    assert "They can’t tell you about somebody else." in said
    assert "Welche eine Sache würden Sie mir raten" in said
    assert not Ask.objects.exists()


def test_a_kept_draft_stays_until_another_is_asked_for(alice: Owner) -> None:
    row = turned_down(alice)
    browser = door(alice)
    with clock.fixed(MORNING):
        browser.post(f"/ask/new/{row.pk}/", typed(do="keep"))
        kept = browser.get(f"/ask/new/{row.pk}/").content.decode()
        other = browser.get(f"/ask/new/{row.pk}/?language=fr&way=phone").content.decode()
        odd = browser.get(f"/ask/new/{row.pk}/?language=xx&tone=rude").content.decode()
    assert "What one thing would you advise me to work on?" in kept
    assert "je respecte la décision" in other
    assert "What one thing would you advise me to work on?" in odd


def test_a_thank_you_is_offered_before_any_outcome_and_not_after_a_no(alice: Owner) -> None:
    with clock.fixed(NO):
        row, _ = add_job(alice, employer="Open", role="T", on=date(2026, 11, 1))
        met = Interview.objects.create(owner=alice, opportunity=row, on=date(2026, 11, 2))
    with clock.fixed(MORNING):
        assert "Draft a thank-you" in door(alice).get(f"/debrief/interview/{met.pk}/").content.decode()
        add_event(alice, row, kind="rejected", on=date(2026, 11, 16))
        open_no(alice, Event.objects.get(kind="rejected"))
    with clock.fixed("2026-11-18T09:00"):
        assert "Draft a thank-you" not in door(alice).get(f"/debrief/interview/{met.pk}/").content.decode()
