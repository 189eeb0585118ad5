"""The command line as other programs see it, on a folder of its own."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.commands import COMMAND, Ended, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "mailbox.mbox"
FIELDS = {
    "key", "message_id", "date", "kind", "probability", "unsure", "because", "employer", "role", "stage", "reason",
    "language", "opportunity",
}  # fmt: skip
LETTER = b"From: Dana <dana@harbor.example>\nSubject: Your application\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n\nUnfortunately we will not be moving forward with your application for the Therapist position at Harbor Light.\n"


def onward(home: Path, *words: str | Path, given: bytes = b"") -> Ended:
    return run(home, *words, given=given, ONWARD_CLOCK="2026-11-16T09:00")


def jobs(home: Path) -> list[dict[str, Any]]:
    return json.loads(onward(home, "jobs", "--json").stdout)


def bare(rows: list[dict[str, Any]]) -> list[Any]:
    """Jobs without the ids of their events, which depend on when they were stored."""
    return [
        (r["id"], r["employer"], r["role"], r["stage"], r["ended"], [(e["kind"], e["on"]) for e in r["events"]])
        for r in rows
    ]


def test_every_message_is_one_object_a_line_and_reading_twice_changes_nothing(tmp_path: Path) -> None:
    first = onward(tmp_path, "read", EXAMPLE, "--json")
    assert first.returncode == 0, first.stderr
    rows = [json.loads(line) for line in first.stdout.splitlines()]
    assert len(rows) == 91  # 90 in the file, one of them with another attached
    assert all(set(row) >= FIELDS for row in rows)
    before = bare(jobs(tmp_path))
    again = onward(tmp_path, "read", EXAMPLE, "--json")
    assert again.stdout == first.stdout
    assert bare(jobs(tmp_path)) == before


def test_a_dry_run_stores_nothing_and_names_what_it_would_make(tmp_path: Path) -> None:
    told = onward(tmp_path / "home", "read", EXAMPLE, "--dry-run", "--json")
    assert told.returncode == 0, told.stderr
    names = {json.loads(line)["opportunity"] for line in told.stdout.splitlines()} - {None}
    assert "new-1" in names
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("seed", [3, 8])
def test_the_order_of_reading_does_not_matter(tmp_path: Path, seed: int) -> None:
    from onward_app.sources import Found, open_source

    raws = [found.raw for found in open_source(EXAMPLE) if isinstance(found, Found)]
    random.Random(seed).shuffle(raws)
    folders = [tmp_path / "a", tmp_path / "b"]
    for number, raw in enumerate(raws):
        folder = folders[number % 2]
        folder.mkdir(exist_ok=True)
        (folder / f"{number:03}.eml").write_bytes(raw)
    assert onward(tmp_path / "one", "read", folders[1]).returncode == 0
    assert onward(tmp_path / "one", "read", folders[0]).returncode == 0
    assert onward(tmp_path / "two", "read", EXAMPLE).returncode == 0
    assert sorted(row[1:] for row in map(tuple, bare(jobs(tmp_path / "one")))) == sorted(
        row[1:] for row in map(tuple, bare(jobs(tmp_path / "two")))
    )


def _separate(place: Path) -> tuple[Path, Path]:
    """The example as mail programs keep it: what came and what was sent, and no word of Gmail's on either."""
    came, sent = place / "Inbox", place / "Sent"
    for part in EXAMPLE.read_bytes().split(b"\n\nFrom "):
        message = part if part.startswith(b"From ") else b"From " + part
        head, blank, body = message.partition(b"\n\n")
        kept = [line for line in head.split(b"\n") if not line.startswith((b"X-G", b"Delivered-To:"))]
        is_own = any(line.startswith(b"From:") and b"robin.ames@example.org" in line for line in kept)
        with (sent if is_own else came).open("ab") as file:
            file.write(b"\n".join(kept) + blank + body.rstrip(b"\n") + b"\n\n")
    return came, sent


def test_sent_mail_read_before_what_came_gives_the_same_jobs(tmp_path: Path) -> None:
    came, sent = _separate(tmp_path)
    for name, order in (("one", (came, sent)), ("two", (sent, came))):
        for path in order:
            assert onward(tmp_path / name, "read", path).returncode == 0
    assert sorted(row[1:] for row in bare(jobs(tmp_path / "one"))) == sorted(
        row[1:] for row in bare(jobs(tmp_path / "two"))
    )


def count_kept(home: Path) -> int:
    """How many messages have been read and kept in this folder, also while a program reads on; none before it has tables."""
    try:
        with closing(sqlite3.connect(f"file:{home / 'onward.sqlite3'}?mode=ro", uri=True, timeout=60)) as db:
            return int(db.execute("SELECT COUNT(*) FROM records_seen").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_after_a_kill_half_way_the_next_run_gives_the_same_jobs(tmp_path: Path) -> None:
    big = tmp_path / "big.mbox"
    noise = b"".join(
        b"From x@example.org Mon Mar  2 09:00:00 2026\nFrom: a@example.org\nSubject: %d\nMessage-ID: <%d@example.org>\n\nSee you at dinner on day %d.\n\n"
        % (n, n, n)
        for n in range(1600)
    )
    big.write_bytes(EXAMPLE.read_bytes().rstrip(b"\n") + b"\n\n" + noise)
    environment = os.environ | {
        "ONWARD_HOME": str(tmp_path / "killed"),
        "ONWARD_CLOCK": "2026-11-16T09:00",
        "PYTHONPATH": "src",
    }
    running = subprocess.Popen([*COMMAND, "read", str(big)], env=environment, stdout=subprocess.DEVNULL)
    while not count_kept(tmp_path / "killed") and running.poll() is None:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert 0 < count_kept(tmp_path / "killed") < 1_691
    assert onward(tmp_path / "killed", "read", big).returncode == 0
    assert onward(tmp_path / "whole", "read", big).returncode == 0
    assert count_kept(tmp_path / "killed") == count_kept(tmp_path / "whole") == 1_691
    assert bare(jobs(tmp_path / "killed")) == bare(jobs(tmp_path / "whole"))


def test_one_message_is_told_with_its_fields_and_spans_that_fit(tmp_path: Path) -> None:
    letter = tmp_path / "no.eml"
    letter.write_bytes(LETTER)
    told = json.loads(onward(tmp_path, "notice", letter, "--json").stdout)
    assert told["kind"] == "rejection"
    for span in told["because"]:
        assert told["fields"][span["field"]][span["start"] : span["end"]] == span["text"]
    piped = onward(tmp_path, "notice", "-", "--json", given=LETTER)
    assert json.loads(piped.stdout) == told


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.mbox", b"", "empty"),
        ("paper.mbox", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        ("none.zip", b"PK\x05\x06" + b"\0" * 18, "mail"),
    ],
)
def test_what_is_no_mail_gets_a_sentence_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "no.eml").write_bytes(LETTER)
    told = onward(tmp_path / "home", "read", tmp_path / name, tmp_path / "no.eml")
    assert told.returncode == 1
    assert says in told.stderr
    assert name in told.stderr
    assert "Traceback" not in told.stderr
    assert "Read 1 message," in told.stdout


def test_a_place_that_is_not_there_or_holds_no_mail_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    told = onward(tmp_path / "home", "read", tmp_path / "nowhere.mbox", tmp_path / "empty")
    assert told.returncode == 1
    assert "nowhere.mbox" in told.stderr
    assert len(told.stderr.strip().splitlines()) == 2


def test_a_mailbox_on_a_server_gets_its_sentence_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "no.eml").write_bytes(LETTER)
    told = onward(tmp_path / "home", "read", "pop3://sam:secret@mail.example/Jobs", tmp_path / "no.eml")
    assert told.returncode == 1
    assert told.stderr.startswith(
        "onward: Onward can’t read a mailbox at an address like “pop3://mail.example/Jobs” yet."
    )
    assert "secret" not in told.stdout + told.stderr
    assert "Read 1 message," in told.stdout


def test_jobs_by_hand_from_adding_to_undoing(tmp_path: Path) -> None:
    assert onward(tmp_path, "add", "Harbor Light", "Therapist", "--on", "2026-10-01").returncode == 0
    (row,) = jobs(tmp_path)
    assert (row["employer"], row["stage"], row["ended"]) == ("Harbor Light", "applied", None)
    refused = onward(tmp_path, "event", str(row["id"]), "interview", "--on", "2026-09-01")
    assert refused.returncode == 1
    assert "before the application" in refused.stderr
    assert onward(tmp_path, "event", str(row["id"]), "interview", "--on", "2026-10-09").returncode == 0
    assert jobs(tmp_path)[0]["stage"] == "interview"
    assert onward(tmp_path, "undo").returncode == 0
    assert jobs(tmp_path)[0]["stage"] == "applied"
    assert onward(tmp_path, "add", "Harbor Light LLC", "Therapist").returncode == 0
    assert onward(tmp_path, "merge", "1", "2").returncode == 0
    assert len(jobs(tmp_path)) == 1


def story(home: Path) -> list[tuple[Any, ...]]:
    """Every job as its id, its stage, how it ended and what happened, without the numbers of events."""
    return [(j["id"], j["stage"], j["ended"], [(e["kind"], e["on"]) for e in j["events"]]) for j in jobs(home)]


def test_a_merge_stays_as_it_is_on_rereading_and_undoing_it_brings_everything_back(tmp_path: Path) -> None:
    onward(tmp_path, "read", EXAMPLE)
    before = story(tmp_path)
    number = re.search(r"change (\d+)", onward(tmp_path, "merge", "1", "2").stdout)
    assert number is not None
    merged = story(tmp_path)
    onward(tmp_path, "read", EXAMPLE)
    assert story(tmp_path) == merged
    assert onward(tmp_path, "undo", number[1]).returncode == 0
    assert story(tmp_path) == before


@pytest.mark.parametrize("day", ["2026-02-30", "2023-02-29", "yesterday", ""])
def test_a_day_that_is_not_in_the_calendar_is_said_so(tmp_path: Path, day: str) -> None:
    told = onward(tmp_path, "add", "Harbor Light", "Therapist", "--on", day)
    assert told.returncode == 2
    assert f"There is no day “{day}”" in told.stderr
    assert jobs(tmp_path) == []


def test_a_kind_of_two_words_may_be_joined_and_a_note_needs_words(tmp_path: Path) -> None:
    onward(tmp_path, "add", "Harbor Light", "Therapist", "--on", "2026-10-01")
    assert onward(tmp_path, "event", "1", "verbal_offer", "--on", "2026-10-08").returncode == 0
    assert onward(tmp_path, "event", "1", "Written-Offer", "--on", "2026-10-09").returncode == 0
    assert "no words in that note" in onward(tmp_path, "event", "1", "note", "--note", " ").stderr
    assert [one["kind"] for one in jobs(tmp_path)[0]["events"]] == ["applied", "verbal offer", "written offer"]


def test_usage_is_exit_two_and_help_and_version_answer() -> None:
    home = Path("/nonexistent")
    assert onward(home, "event").returncode == 2
    assert onward(home, "no-such-command").returncode == 2
    assert onward(home, "--version").stdout.startswith("onward ")
    assert "read" in onward(home, "--help").stdout


def test_today_has_at_most_three_moves(tmp_path: Path) -> None:
    onward(tmp_path, "read", EXAMPLE)
    moves = json.loads(onward(tmp_path, "today", "--json").stdout)
    assert 1 <= len(moves) <= 3
    assert all(set(move) == {"step", "move", "reason", "url"} for move in moves)


def test_a_no_that_is_entered_makes_the_day_one_of_rest(tmp_path: Path) -> None:
    onward(tmp_path, "add", "Harbor Light", "Therapist", "--on", "2026-11-01")
    said = onward(tmp_path, "event", "1", "rejected", "--on", "2026-11-16").stdout
    assert said.splitlines()[-1] == "That stings. Nothing to solve tonight."
    (move,) = json.loads(onward(tmp_path, "today", "--json").stdout)
    assert (move["step"], move["url"]) == ("recover", "/recover/")
    onward(tmp_path, "undo")
    assert all(
        one["step"] != "recover" or "stings" not in one["reason"]
        for one in json.loads(onward(tmp_path, "today", "--json").stdout)
    )


def test_a_place_below_ones_home_may_be_written_short(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(LETTER)
    told = run(tmp_path / "home", "read", "~/mail.eml", HOME=str(tmp_path))
    assert "Read 1 message, 1 of them new." in told.stdout, told.stderr


def test_a_no_is_told_once_and_never_counted_out(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(LETTER)
    first = onward(tmp_path / "home", "read", tmp_path / "mail.eml").stdout
    assert "\nNos, by date:\n" in first
    assert not re.search(r"\d rejection", first)
    assert "Nos" not in onward(tmp_path / "home", "read", tmp_path / "mail.eml").stdout


def test_where_nothing_could_be_read_the_old_nos_are_not_counted_out(tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_bytes(LETTER)
    assert "Nos, by date" in onward(tmp_path / "home", "read", tmp_path / "mail.eml").stdout
    told = onward(tmp_path / "home", "read", tmp_path / "gone.mbox")
    assert (told.returncode, told.stdout) == (1, "Read no messages, 0 of them new.\n")
