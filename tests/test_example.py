"""The made-up search under examples/ is whole, and it is what expected.toml says it is."""

from __future__ import annotations

import email
import itertools
import mailbox
import re
import tomllib
from collections import Counter
from contextlib import closing
from datetime import date
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

import icalendar
import pytest
import webvtt

from onward.facts import ENDINGS, EVENT_KINDS, LetterKind
from onward.log.standing import Event, fold_events
from onward.notice.verdict import Reason

EXAMPLES = Path(__file__).parent.parent / "examples"
RESERVED = re.compile(r"(?:^|\.)(?:example|example\.(?:org|com|net))$")


@cache
def expected() -> dict[str, Any]:
    return tomllib.loads((EXAMPLES / "expected.toml").read_text(encoding="utf-8"))


@cache
def messages() -> dict[str, Message]:
    """Every message by its id, in the order of the file; letters attached to a message come after it."""
    found: dict[str, Message] = {}
    with closing(mailbox.mbox(EXAMPLES / "mailbox.mbox", create=False)) as box:
        for top in box:
            for message in (top, *attached(top)):
                assert bare(message["Message-ID"]) not in found
                found[bare(message["Message-ID"])] = message
    return found


def attached(message: Message) -> list[Message]:
    carriers = (part for part in message.walk() if part.get_content_type() == "message/rfc822")
    return [inner for part in carriers for inner in part.get_payload() if isinstance(inner, Message)]


def bare(identifier: str) -> str:
    return identifier.strip().strip("<>")


def local_day(message: Message) -> date:
    return parsedate_to_datetime(message["Date"]).date()


def subject(message: Message) -> str:
    return re.sub(r"\s*\n\s+", " ", str(make_header(decode_header(message["Subject"]))))


def words(message: Message) -> str:
    """The decoded text of every text part, without the letters attached to it."""
    if message.get_content_type() == "message/rfc822":
        return ""
    if message.is_multipart():
        return "\n".join(words(part) for part in message.get_payload() if isinstance(part, Message))
    if message.get_content_maintype() != "text":
        return ""
    raw = message.get_payload(decode=True)
    assert isinstance(raw, bytes)
    return raw.decode(message.get_content_charset("ascii"))


def shown(what: str) -> list[str]:
    """The ids of the messages whose `shows` holds `what`."""
    return [m["id"] for m in expected()["message"] if what in m.get("shows", "")]


def job(role: str) -> dict[str, Any]:
    return next(o for o in expected()["opportunity"] if o["role"] == role)


def events(opportunity: dict[str, Any]) -> list[Event]:
    return [Event(e["kind"], e["on"], order=n, source="mail") for n, e in enumerate(opportunity["events"])]


def test_every_message_is_expected_and_nothing_else_is() -> None:
    listed = [m["id"] for m in expected()["message"]]
    assert len(listed) == len(set(listed))
    assert set(listed) == set(messages())


def test_what_is_said_of_a_message_is_what_it_says() -> None:
    for said in expected()["message"]:
        message = messages()[said["id"]]
        assert local_day(message) == said["on"]
        assert subject(message) == said["subject"]
        assert said["kind"] in set(LetterKind)
        own = parseaddr(message["From"])[1] in expected()["search"]["own"]
        assert own == said.get("outgoing", False)
        assert not own or said["kind"] == "other"


def test_messages_are_listed_in_the_order_of_their_dates_and_filed_in_another() -> None:
    listed = [m["on"] for m in expected()["message"]]
    filed = [local_day(m) for m in messages().values()]
    assert listed == sorted(listed)
    assert filed not in (sorted(filed), sorted(filed, reverse=True))
    assert (listed[0], listed[-1]) == (expected()["search"]["first"], expected()["search"]["last"])


def test_every_kind_of_letter_occurs() -> None:
    assert {m["kind"] for m in expected()["message"]} == {str(kind) for kind in LetterKind}


def test_an_answer_follows_a_message_that_is_here_and_stays_in_its_thread() -> None:
    answers = [m for m in messages().values() if m["In-Reply-To"]]
    assert len(answers) > 30
    for message in answers:
        parent = messages()[bare(message["In-Reply-To"])]
        chain = [bare(r) for r in message["References"].split()]
        assert chain[-1] == bare(message["In-Reply-To"])
        assert all(messages()[r]["X-GM-THRID"] == message["X-GM-THRID"] for r in chain)
        assert parsedate_to_datetime(parent["Date"]) < parsedate_to_datetime(message["Date"])


def test_a_job_is_told_in_events_that_onward_knows_and_each_has_its_letter() -> None:
    said = {m["id"]: m for m in expected()["message"]}
    for one in expected()["opportunity"]:
        days = [e["on"] for e in one["events"]]
        assert days == sorted(days)
        assert {e["kind"] for e in one["events"]} <= set(EVENT_KINDS)
        assert set(days) <= {said[m]["on"] for m in one["messages"]}
        assert max(Counter(e["kind"] for e in one["events"]).values()) == 1
        assert (fold_events(events(one)).ended or "") == one["ended"]
        assert one.get("reason") is None or one["reason"] in set(Reason)


def test_each_no_among_the_letters_belongs_to_a_job_that_ends_in_one() -> None:
    ended = {m: o["ended"] for o in expected()["opportunity"] for m in o["messages"]}
    noes = [m["id"] for m in expected()["message"] if m["kind"] == "rejection"]
    assert {ended[m] for m in noes} == {"rejected", "rescinded"}
    assert len(noes) == 10
    assert sum(o["ended"] in {"rejected", "rescinded"} for o in expected()["opportunity"]) == 9


def test_a_message_belongs_to_one_job_at_most_and_strangers_to_none() -> None:
    kept = Counter(m for o in expected()["opportunity"] for m in o["messages"])
    assert set(kept.values()) == {1}
    assert set(kept) <= set(messages())
    relevant = {"confirmation", "assessment", "interview", "rejection", "offer", "feedback"}
    assert {m["id"] for m in expected()["message"] if m["kind"] in relevant} <= set(kept)
    assert not {m["id"] for m in expected()["message"] if m["kind"] == "alert"} & set(kept)


def test_one_job_is_signed_and_three_others_are_alive_at_the_end() -> None:
    standing = {o["role"]: fold_events(events(o)) for o in expected()["opportunity"]}
    alive = {role: str(now.stage) for role, now in standing.items() if now.alive}
    assert alive == {
        "Child and Family Therapist": "signed",
        "Intake Therapist": "final",
        "Integrated Care Therapist": "screen",
        "Remote Therapist (evenings)": "applied",
    }
    assert {o["ended"] for o in expected()["opportunity"]} < {"", *(str(e) for e in ENDINGS)}


def test_two_roles_at_one_employer_share_a_thread_and_stay_apart() -> None:
    no, on = job("Clinical Supervisor"), job("Intake Therapist")
    assert no["employer"] == on["employer"]
    assert (no["ended"], on["ended"]) == ("rejected", "")
    threads = [{messages()[m]["X-GM-THRID"] for m in one["messages"]} for one in (no, on)]
    assert threads[0] & threads[1]


def test_an_agency_stands_between_and_the_no_names_the_employer() -> None:
    relayed = job("Residential Counselor")
    assert relayed["agency"] == "Bellwright Staffing"
    (no,) = shown("an agency relays a no")
    assert "Stillbrook" in words(messages()[no])
    assert parseaddr(messages()[no]["From"])[1].endswith("@bellwrightstaffing.example")


def test_the_template_of_a_no_comes_two_days_after_the_person_wrote() -> None:
    (kind,), (template,) = shown("third paragraph"), shown("one event")
    assert (local_day(messages()[template]) - local_day(messages()[kind])).days == 2
    assert [e["kind"] for e in job("Outpatient Therapist")["events"]].count("rejected") == 1


@pytest.mark.parametrize(
    ("what", "absent"),
    [
        ("without the word interview", r"interview"),
        ("a no without a negative word", r"unfortunately|regret|sorry|unable|not\b|n't\b|reject|declin|unsuccessful"),
    ],
)
def test_what_should_be_missing_is_missing(what: str, absent: str) -> None:
    ids = shown(what)
    assert len(ids) >= 2
    for message in ids:
        own = re.split(r"(?m)^On .* wrote:$|^-- $|<html|<!DOCTYPE|<div", words(messages()[message]))[0]
        assert own.strip()
        assert not re.search(absent, own, re.IGNORECASE)


@pytest.mark.parametrize(
    ("what", "present"),
    [
        ("sounds like a no", r"not shortlisted|not been successful"),
        ("opens with congratulations", r"^Congratulations"),
        ("the slot moved", r"Unfortunately the slot moved"),
        ("an offer letter that says unfortunately", r"Unfortunately"),
        ("about a flat", r"Unfortunately"),
        ("about a credit card", r"unfortunately"),
        ("other jobs", r"Other jobs you may like"),
        ("the person withdraws", r"withdraw my application"),
        ("the signed letter goes out", r"attached the signed letter"),
        ("has the signed letter", r"received your signed offer"),
        ("in the third paragraph", r"warm wishes"),
    ],
)
def test_what_should_be_there_is_there(what: str, present: str) -> None:
    ids = shown(what)
    assert ids
    assert all(re.search(present, words(messages()[m]), re.MULTILINE) for m in ids)


def test_it_is_written_as_mail_is_written() -> None:
    everything = (EXAMPLES / "mailbox.mbox").read_text(encoding="utf-8")
    encodings = {p["Content-Transfer-Encoding"] for m in messages().values() for p in m.walk()}
    charsets = {p.get_content_charset() for m in messages().values() for p in m.walk()}
    types = {p.get_content_type() for m in messages().values() for p in m.walk()}
    assert {"7bit", "quoted-printable", "base64"} <= encodings
    assert {"utf-8", "iso-8859-1"} <= charsets
    assert {"multipart/alternative", "multipart/mixed", "text/calendar", "message/rfc822", "application/pdf"} <= types
    assert any(m.get_content_type() == "text/html" for m in messages().values())
    assert {"=?iso-8859-1?", "=?utf-8?"} <= set(re.findall(r"=\?[\w-]+\?", everything))
    assert len(re.findall(r"(?m)^>From ", everything)) == 1
    assert len(re.findall(r"(?m)\AFrom |\n\nFrom ", everything)) == len(messages()) - 1  # one is inside another


def test_own_mail_is_labelled_as_sent_and_bulk_mail_can_be_left() -> None:
    for said in expected()["message"]:
        message = messages()[said["id"]]
        if parseaddr(message["From"])[1] == "robin.ames@example.org":
            assert "Sent" in message["X-Gmail-Labels"].split(",")
        elif "inside" not in said:
            assert message["Delivered-To"] == "robin.ames@example.org"
        if said["kind"] == "alert":
            assert message["List-Unsubscribe"]


def test_only_reserved_domains_are_named() -> None:
    for message in messages().values():
        heads = " ".join(str(message[h] or "") for h in ("From", "To", "Cc", "Reply-To", "Return-Path", "Message-ID"))
        named = re.findall(r"@([\w.-]+)", heads) + re.findall(r"(?:https?://|@)([\w.-]+\w)", words(message))
        assert named
        assert all(RESERVED.search(domain) for domain in named if domain != "media")


def test_the_letter_inside_a_message_is_listed_with_its_carrier() -> None:
    (inner,) = [m for m in expected()["message"] if "inside" in m]
    assert [bare(a["Message-ID"]) for a in attached(messages()[inner["inside"]])] == [inner["id"]]
    assert inner["kind"] == "confirmation"


def test_the_invitation_on_file_is_the_one_in_the_mail() -> None:
    (still_to_come,) = shown("still to come")
    (part,) = [p for p in messages()[still_to_come].walk() if p.get_content_type() == "text/calendar"]
    mailed = part.get_payload(decode=True)
    assert isinstance(mailed, bytes)
    filed = (EXAMPLES / "interview.ics").read_bytes()
    assert filed.split() == mailed.split()
    (event,) = icalendar.Calendar.from_ical(filed).walk("VEVENT")
    assert event.start.date() == date(2026, 11, 20)
    assert event.start.date() > expected()["search"]["last"]


def test_the_mock_interview_has_two_speakers_and_lasts_25_minutes() -> None:
    captions = list(webvtt.read(EXAMPLES / "transcript.vtt"))
    turns = [c.voice for n, c in enumerate(captions) if n == 0 or captions[n - 1].voice != c.voice]
    assert set(turns) == {"Dana Ruiz", "Robin Ames"}
    assert 20 <= turns.count("Robin Ames") <= 25
    assert 24 * 60 <= captions[-1].end_in_seconds <= 25 * 60
    assert all(a.end_in_seconds <= b.start_in_seconds for a, b in itertools.pairwise(captions))


def test_the_spreadsheet_has_eight_jobs_with_words_that_onward_knows() -> None:
    head, *rows = (EXAMPLES / "applications.csv").read_text(encoding="utf-8").splitlines()
    assert head == "employer,role,status,date"
    assert len(rows) == 8
    assert {row.split(",")[-2] for row in rows} <= set(EVENT_KINDS)
    assert all(date.fromisoformat(row.split(",")[-1]) <= expected()["search"]["last"] for row in rows)


def test_the_standard_library_reads_each_message_without_a_defect() -> None:
    for message in messages().values():
        again = email.message_from_bytes(message.as_bytes())
        assert not [d for part in again.walk() for d in part.defects]
        assert words(again).strip()
