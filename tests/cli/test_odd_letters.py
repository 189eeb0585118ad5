"""Messages that are damaged but read, messages in messages, and words that are none: said in a sentence."""

from __future__ import annotations

from pathlib import Path

from tests.commands import run as onward

NO_DAY = b"From: Dana <dana@harbor.example>\nSubject: Your application\nDate: the day after tomorrow\n\nWe chose somebody else for the Therapist position at Harbor Light.\n"


def test_a_damaged_date_is_told_and_the_message_is_read(tmp_path: Path) -> None:
    place = tmp_path / "one.eml"
    place.write_bytes(NO_DAY)
    told = onward(tmp_path / "home", "read", str(place))
    assert told.returncode == 0
    assert "Read 1 message, 1 of them new." in told.stdout
    assert "Read all the same: " in told.stdout
    assert "date" in told.stdout.partition("Read all the same: ")[2].splitlines()[0].lower()


def test_a_message_in_a_message_counts_on_every_read(tmp_path: Path) -> None:
    outer = (
        b"From: Robin <robin@example.org>\nSubject: Fwd: Your application\nMIME-Version: 1.0\n"
        b"Date: Mon, 02 Mar 2026 09:00:00 +0000\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
        b"See below.\n--x\nContent-Type: message/rfc822\n\n"
    )
    place = tmp_path / "one.eml"
    place.write_bytes(
        outer + NO_DAY.replace(b"the day after tomorrow", b"Mon, 02 Mar 2026 08:00:00 +0000") + b"\n--x--\n"
    )
    assert "Read 2 messages, 2 of them new." in onward(tmp_path / "home", "read", str(place)).stdout
    assert "Read 2 messages, 0 of them new." in onward(tmp_path / "home", "read", str(place)).stdout


def test_a_role_without_words_is_refused(tmp_path: Path) -> None:
    told = onward(tmp_path, "add", "Harbor Light", " ")
    assert told.returncode == 2
    assert "ROLE is empty" in told.stderr
    assert "[]" in onward(tmp_path, "jobs", "--json").stdout
