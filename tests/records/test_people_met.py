"""Other mail from somebody who wrote about a job is kept with it, and after a no waits for a look; everybody else's leaves
nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.sources.places import mbox_of

from onward_app import clock
from onward_app.collect import collect_mail
from onward_app.records.models import Letter, Owner
from onward_app.records.reading.notice import list_waiting_letters

HER = "Priya Raman <priya@cedarcounseling.example>"
INVITATION = """Dear Dana,

thank you for applying for the Outpatient Therapist position at Cedar Counseling Center. We would like to invite you to
an interview on Tuesday, March 10 at 2 pm. Please let me know if that works for you.

Priya Raman
Cedar Counseling Center
"""
REFUSAL = """Dear Dana,

thank you for meeting with us for the Outpatient Therapist position at Cedar Counseling Center. After careful
consideration we have decided to move forward with another candidate.

Priya Raman
Cedar Counseling Center
"""
OTHER = """Hi Dana,

the photos of the lemon cake from Saturday are in the album. Grandma looks so happy in the third one. The recipe:
four eggs, two lemons, butter and flour, and bake it for forty minutes. Call me when you are home.

Priya
"""


def mail(name: str, sender: str, day: int, subject: str, body: str) -> bytes:
    on = datetime(2026, 3, day, 9, 0, tzinfo=UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    head = f"From: {sender}\nTo: dana@mail.example\nSubject: {subject}\nDate: {on}\nMessage-ID: <{name}@x.example>\n\n"
    return (head + body).encode()


MET = mail("met", HER, 2, "Interview for the Outpatient Therapist position", INVITATION)
NO = mail("no", HER, 12, "Your application for Outpatient Therapist", REFUSAL)
AFTER = mail("after", HER, 20, "Lemon cake", OTHER)
BEFORE = mail("before", HER, 1, "Lemon cake", OTHER)
STRANGER = mail("stranger", "Sam Hill <sam@hills.example>", 20, "Lemon cake", OTHER)


@pytest.fixture(autouse=True)
def _day() -> object:
    with clock.fixed("2026-03-21T21:00"):
        yield


def read(owner: Owner, folder: Path, *messages: bytes) -> None:
    place = folder / "mail.mbox"
    place.write_bytes(mbox_of(*messages))
    collect_mail(owner, [place])


def waiting(owner: Owner) -> list[str]:
    return [row.subject for row in list_waiting_letters(owner)]


@pytest.mark.parametrize("order", [(MET, NO, AFTER, STRANGER), (STRANGER, AFTER, NO, MET)])
def test_what_looks_like_other_mail_waits_when_the_writer_wrote_about_a_job(
    alice: Owner, tmp_path: Path, order: tuple[bytes, ...]
) -> None:
    read(alice, tmp_path, *order)
    assert waiting(alice) == ["Lemon cake"]
    assert Letter.objects.filter(owner=alice, subject="Lemon cake").count() == 1
    assert "before" in Letter.objects.get(owner=alice, subject="Lemon cake").waiting


def test_it_waits_too_when_it_comes_with_a_later_reading(alice: Owner, tmp_path: Path) -> None:
    read(alice, tmp_path, MET, NO)
    read(alice, tmp_path, MET, NO, AFTER)
    assert waiting(alice) == ["Lemon cake"]


def test_what_they_wrote_before_there_was_a_job_is_not_kept(alice: Owner, tmp_path: Path) -> None:
    read(alice, tmp_path, BEFORE, MET)
    assert waiting(alice) == []
    assert not Letter.objects.filter(owner=alice, subject="Lemon cake").exists()


def test_before_a_no_it_is_kept_with_the_job_and_asks_for_nothing(alice: Owner, tmp_path: Path) -> None:
    read(alice, tmp_path, MET, AFTER)
    assert waiting(alice) == []
    assert Letter.objects.get(owner=alice, subject="Lemon cake").opportunity is not None
