"""What can't be read isn't taken for nothing, and a calendar part stands over the words beside it."""

from __future__ import annotations

import base64
import gzip
from pathlib import Path

import pytest

from onward.facts import LetterKind
from onward.notice.linking.link import FilingPlan, link_letters, to_letter_facts
from onward.notice.message.calendar_part import CalendarSays, read_calendar_parts
from onward.notice.message.letter import parse_letter
from onward.notice.read import read_letter

CASES = Path(__file__).parent / "cases"
HEAD = (
    b"From: Mara Quill <mara.quill@lindengrove.example>\nTo: robin@home.example\nSubject: %s\n"
    b"Date: Thu, 29 Oct 2026 11:05:00 -0400\nMessage-ID: <w1@x>\nMIME-Version: 1.0\n"
)
BEFORE = [(CASES / "04-winmail" / name).read_bytes() for name in ("0conf.eml", "1inv.eml")]
WORDS = b"Thank you for your time last week. We enjoyed the talk with you and will be in touch about the next step.\n"


def plan_of(*raws: bytes) -> FilingPlan:
    letters = [parse_letter(raw) for raw in (*BEFORE, *raws)]
    return link_letters([to_letter_facts(letter, read_letter(letter)) for letter in letters])


def waiting(*raws: bytes) -> list[str]:
    return [one.why for one in plan_of(*raws).waiting]


def letter(
    kind: bytes, body: bytes, *, subject: bytes = b"Outpatient Therapist position", encoding: bytes = b""
) -> bytes:
    return HEAD % subject + b"Content-Type: " + kind + b"\n" + encoding + b"\n" + body


def packed(kind: bytes, data: bytes) -> bytes:
    return letter(kind, base64.encodebytes(data), encoding=b"Content-Transfer-Encoding: base64\n")


def beside(words: bytes, kind: bytes, data: bytes) -> bytes:
    parts = b"--b\nContent-Type: text/plain\n\n" + words + b"\n--b\nContent-Type: " + kind
    parts += b"\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(data) + b"\n--b--\n"
    return letter(b'multipart/mixed; boundary="b"', parts)


def test_a_letter_in_a_winmail_waits_with_what_it_is() -> None:
    raw = (CASES / "04-winmail" / "winmail.eml").read_bytes()
    said = waiting(raw)
    assert said == [
        "Mara Quill wrote about this job. Its text can’t be read: it is packed in a winmail.dat that only Outlook can open."
    ]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (packed(b'application/octet-stream; name="winmail.dat"', b"\x78\x9f\x3e\x22" + bytes(60)), "winmail.dat"),
        (packed(b"application/octet-stream", b"\x78\x9f\x3e\x22" + bytes(60)), "winmail.dat"),
        (packed(b"application/pkcs7-mime; smime-type=enveloped-data", b"\x30\x82" + bytes(90)), "S/MIME"),
        (packed(b'application/octet-stream; name="smime.p7m"', b"\x30\x82" + bytes(90)), "S/MIME"),
        (letter(b"text/plain", b"-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----\n"), "encrypted"),
        (
            letter(
                b'multipart/encrypted; boundary="b"',
                b"--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: "
                b"application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--b--\n",
            ),
            "encrypted",
        ),
        (packed(b"application/gzip", gzip.compress(WORDS)), "gzip"),
        (packed(b"text/plain", gzip.compress(WORDS)), "gzip"),
        (packed(b'application/octet-stream; name="letter.txt.gz"', gzip.compress(WORDS)), "gzip"),
        (beside(b"Please see attached.", b'application/pdf; name="letter.pdf"', b"%PDF-1.7"), "in a PDF"),
        (beside(b"Dear Robin,\nsee below.", b'application/x; name="Answer.docx"', b"PK\x03\x04"), "Word file"),
        (packed(b"image/png", b"\x89PNG"), "picture"),
        (letter(b"text/plain", b""), "it has no text"),
        (letter(b"text/html", b"<html><body><img src='x.png'></body></html>"), "it has no text"),
        (beside(WORDS, b"application/x-microsoft-rpmsg-message", bytes(20)), "protected"),
    ],
)
def test_what_cannot_be_read_waits_with_what_it_is(raw: bytes, what: str) -> None:
    said = waiting(raw)
    assert len(said) == 1
    assert said[0].startswith("Mara Quill wrote about this job. Its text can’t be read: ")
    assert what in said[0]


@pytest.mark.parametrize(
    "raw",
    [
        beside(WORDS, b'application/pdf; name="letter.pdf"', b"%PDF-1.7"),
        beside(WORDS, b"application/ms-tnef", b"\x78\x9f\x3e\x22"),
        beside(b"See you on Tuesday, Mara", b'image/png; name="logo.png"', b"\x89PNG"),
        beside(WORDS, b"application/pkcs7-signature; name=smime.p7s", b"\x30\x82"),
        beside(WORDS, b'application/zip; name="forms.zip"', b"PK\x03\x04"),
    ],
)
def test_a_letter_with_words_of_its_own_is_read_by_them(raw: bytes) -> None:
    assert parse_letter(raw).unread == ""


def test_a_plain_no_of_few_words_stays_one_beside_a_paper() -> None:
    few = b"We are sorry, we have chosen another candidate for the position."
    verdict = read_letter(parse_letter(beside(few, b'application/pdf; name="a.pdf"', b"%PDF-1.7")))
    assert verdict.guess.kind is LetterKind.REJECTION
    assert not verdict.left_open


def test_a_stranger_whose_text_cannot_be_read_asks_for_nothing() -> None:
    raw = packed(b"application/ms-tnef", b"\x78\x9f").replace(b"Outpatient Therapist position", b"Photos of the lake")
    assert waiting(raw.replace(b"mara.quill@lindengrove", b"jo@lake")) == []


def calendar(*lines: bytes, method: bytes = b"REQUEST") -> bytes:
    event = b"\n".join(
        (b"BEGIN:VEVENT", b"UID:a1", b"SUMMARY:Interview", b"DTSTART:20261103T150000Z", *lines, b"END:VEVENT")
    )
    return (
        b"BEGIN:VCALENDAR\nVERSION:2.0\n" + (b"METHOD:%s\n" % method if method else b"") + event + b"\nEND:VCALENDAR\n"
    )


def invitation(part: bytes, *, words: bytes = b"Interview with Linden Grove Counseling\n", on: bytes = b"29") -> bytes:
    parts = (
        b"--b\nContent-Type: text/plain\n\n" + words + b"\n--b\nContent-Type: text/calendar\n\n" + part + b"\n--b--\n"
    )
    raw = letter(b'multipart/alternative; boundary="b"', parts, subject=b"Interview with Linden Grove Counseling")
    return raw.replace(b"Thu, 29 Oct", b"Thu, %s Oct" % on).replace(b"<w1@x>", b"<w%s@x>" % on)


def test_a_cancelled_interview_is_asked_about_and_makes_none() -> None:
    plan = plan_of((CASES / "05-cancelled-event" / "inv-google-cancel.eml").read_bytes())
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied", "interview"]
    assert [one.why for one in plan.waiting] == [
        "Mara Quill wrote about this job. Its calendar part takes back the invitation for 3 November 2026. Is that a new "
        "time, or a no?"
    ]


@pytest.mark.parametrize(
    ("part", "what"),
    [
        (calendar(method=b"CANCEL"), "takes back"),
        (calendar(b"STATUS:CANCELLED", method=b""), "takes back"),
        (calendar(b"STATUS:CANCELLED"), "takes back"),
        (calendar(method=b"cancel").replace(b"\n", b"\r\n"), "takes back"),
        (calendar(b'ATTENDEE;CN="Quill; Mara";PARTSTAT=DECLINED:mailto:m@x', method=b"REPLY"), "declines"),
        (calendar(b"ATTENDEE;PARTSTAT=DECLI\n NED;CN=Mara:mailto:m@x", method=b"REPLY"), "declines"),
        (calendar(method=b"COUNTER"), "another time"),
    ],
)
def test_what_the_calendar_takes_back_files_nothing(part: bytes, what: str) -> None:
    plan = plan_of(invitation(part))
    assert [event.kind for job in plan.jobs for event in job.events] == ["applied", "interview"]
    assert [what in one.why for one in plan.waiting] == [True]


def test_a_meeting_that_is_moved_stays_one_interview() -> None:
    first = invitation(calendar(b"SEQUENCE:0"), on=b"22")
    words = b"Updated invitation: Interview with Linden Grove Counseling, please join on the new day\n"
    moved = invitation(calendar(b"SEQUENCE:1").replace(b"20261103", b"20261110"), words=words, on=b"29")
    kinds = [event.kind for job in plan_of(first, moved).jobs for event in job.events]
    assert kinds == [event.kind for job in plan_of(first).jobs for event in job.events]
    other = moved.replace(b"UID:a1", b"UID:b2")
    assert len([event for job in plan_of(first, other).jobs for event in job.events]) == len(kinds) + 1


def test_a_no_stands_by_its_words_beside_a_cancelled_meeting() -> None:
    words = b"We are sorry to tell you that we have decided to move forward with another candidate.\n"
    verdict = read_letter(parse_letter(invitation(calendar(method=b"CANCEL"), words=words)))
    assert verdict.guess.kind is LetterKind.REJECTION
    assert not verdict.left_open


@pytest.mark.parametrize(
    "raw", [b"", b"BEGIN:VCALENDAR", b"METHOD:CANCEL\n", b"END:VEVENT\n:\n\xff", b"BEGIN:VTODO\nUID:1\n"]
)
def test_a_damaged_calendar_says_nothing(raw: bytes) -> None:
    assert read_calendar_parts([raw]) is None


def test_the_first_calendar_with_an_event_counts() -> None:
    found = read_calendar_parts([b"", calendar(method=b"CANCEL"), calendar()])
    assert found is not None
    assert found.says is CalendarSays.CANCELS


@pytest.mark.parametrize(
    ("subject", "body"),
    [("", "hi"), ("thanks", "Thanks!"), ("Test", "test"), ("Re: heute", "bin da"), ("", "IMG_2231.jpg"), ("hé", "coucou"),
     ("Dinner", "See you at 8?"), ("keys", "under the mat")],
)  # fmt: skip
def test_a_few_words_of_nobody_known_are_everyday_mail_and_ask_nobody(subject: str, body: str) -> None:
    raw = (
        f"From: Bob <bob@mail.example>\nSubject: {subject}\nDate: Mon, 02 Nov 2026 09:00:00 +0000\n\n{body}\n".encode()
    )
    letter = parse_letter(raw)
    verdict = read_letter(letter)
    assert verdict.guess.kind == "other"
    assert link_letters([to_letter_facts(letter, verdict)]).waiting == ()


def test_a_few_words_in_the_conversation_about_a_job_still_wait() -> None:
    first = parse_letter(
        b"From: Dana Ruiz <dana@cedar.example>\nSubject: Your application for Nurse\nMessage-ID: <1@cedar.example>\n"
        b"Date: Mon, 02 Nov 2026 09:00:00 +0000\n\nThank you for applying for the position of Nurse at Cedar Clinic. "
        b"We have received your application.\n"
    )
    brief = parse_letter(
        b"From: Dana Ruiz <dana@cedar.example>\nSubject: Re: hello\nMessage-ID: <2@cedar.example>\nIn-Reply-To: "
        b"<1@cedar.example>\nDate: Mon, 09 Nov 2026 09:00:00 +0000\n\nGot someone. Thanks though.\n"
    )
    plan = link_letters([to_letter_facts(one, read_letter(one)) for one in (first, brief)])
    assert [one.key for one in plan.waiting] == [to_letter_facts(brief, read_letter(brief)).key]
