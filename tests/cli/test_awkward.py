"""What goes wrong outside a mailbox: two starts at once, odd terminals, words that are no text."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.commands import COMMAND, run, start


def run_program(home: Path, *words: str | bytes, **more: str) -> tuple[int, str, str]:
    running = start(home, *words, **more)
    out, err = running.communicate(timeout=60)
    return running.returncode, out.decode(), err.decode()


def test_two_first_starts_at_once_both_do_their_work(tmp_path: Path) -> None:
    both = [start(tmp_path, "add", name, "Therapist", "--on", "2026-03-02") for name in ("Harbor Light", "Oak Hollow")]
    told = [running.communicate(timeout=60)[1].decode() for running in both]
    assert [running.returncode for running in both] == [0, 0], told
    assert len(json.loads(run(tmp_path, "jobs", "--json")[1])) == 2


def test_jobs_are_plain_json_on_a_terminal_that_knows_only_ascii(tmp_path: Path) -> None:
    assert run(tmp_path, "add", "Müller Häuser", "Sozialpädagogin", "--on", "2026-03-02")[0] == 0
    code, out, err = run_program(tmp_path, "jobs", "--json", PYTHONIOENCODING="ascii")
    assert code == 0, err
    assert json.loads(out)[0]["employer"] == "Müller Häuser"


@pytest.mark.parametrize(
    ("alphabet", "shown"),
    [("cp1252", "Zdrowie ?ód?"), ("cp850", "Zdrowie ?ód?"), ("latin-1", "Zdrowie ?ód?")],
)
def test_what_an_alphabet_lacks_is_a_question_mark_and_stops_nothing(tmp_path: Path, alphabet: str, shown: str) -> None:
    assert run(tmp_path, "add", "Zdrowie Łódź", "Terapeuta", "--on", "2026-03-02")[0] == 0
    for words, said in ((("jobs",), shown), (("undo", "--help"), "Usage"), (("event", "1", "rejected"), "")):
        code, out, err = run(tmp_path, *words, alphabet=alphabet)
        assert code == 0, err
        assert said in out


def test_bytes_that_are_no_text_get_a_sentence(tmp_path: Path) -> None:
    code, _, err = run_program(tmp_path, b"add", b"Caf\xff", b"Therapist", PYTHONUTF8="1")
    assert code == 1
    assert "Traceback" not in err
    assert "UTF-8" in err


def test_a_bare_undo_takes_back_the_last_thing_the_person_did(tmp_path: Path) -> None:
    assert run(tmp_path, "add", "Harbor Light", "Therapist", "--on", "2026-03-02")[0] == 0
    example = Path(__file__).parents[2] / "examples" / "mailbox.mbox"
    assert run(tmp_path, "read", str(example))[0] == 0
    before = len(json.loads(run(tmp_path, "jobs", "--json")[1]))
    assert "Added Harbor Light" in run(tmp_path, "undo")[1]
    assert len(json.loads(run(tmp_path, "jobs", "--json")[1])) == before - 1


def test_a_bare_undo_names_what_onward_filed_when_nothing_else_is_there(tmp_path: Path) -> None:
    assert "There is nothing to undo." in run(tmp_path, "undo")[2]
    example = Path(__file__).parents[2] / "examples" / "mailbox.mbox"
    run(tmp_path, "read", str(example))
    code, _, err = run(tmp_path, "undo")
    assert code == 1
    assert "“Read 91 new messages and filed what they say.” is change 1: `onward undo 1`." in err
    assert run(tmp_path, "undo", "1")[0] == 0
    assert json.loads(run(tmp_path, "jobs", "--json")[1]) == []


def test_ctrl_c_half_way_is_one_sentence_and_the_next_run_completes_it(tmp_path: Path) -> None:
    one = b"From x@example.org Mon Mar  2 09:00:00 2026\nFrom: a@example.org\nSubject: %d\n\nDinner on day %d?\n\n"
    (tmp_path / "long.mbox").write_bytes(b"".join(one % (n, n) for n in range(3_000)))
    home = tmp_path / "home"
    running = start(home, "read", str(tmp_path / "long.mbox"))
    while not (home / "onward.sqlite3").exists():
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 1
    assert err.decode().startswith("onward: Stopped.")
    assert err.decode().count("\n") == 1
    assert run(home, "read", str(tmp_path / "long.mbox"), "--dry-run")[0] == 0


WITHOUT_POWERS = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"]  # so that root, too, is refused what it may not


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_folder_of_the_example_goes_however_it_ends(tmp_path: Path, how: signal.Signals) -> None:
    shown = start(tmp_path / "home", "demo", "--no-browser", TMPDIR=str(tmp_path), PYTHONUNBUFFERED="1")
    assert shown.stdout is not None
    assert b"Onward is open at" in shown.stdout.readline()
    assert list(tmp_path.glob("onward-demo-*"))
    shown.send_signal(how)
    shown.communicate(timeout=60)
    assert not list(tmp_path.glob("onward-demo-*"))


def test_what_may_not_be_read_gets_a_sentence_and_the_rest_is_read(tmp_path: Path) -> None:
    for name in ("locked.eml", "open.eml"):
        (tmp_path / name).write_bytes(b"From: a@b.example\nSubject: Dinner\n\nAt eight?\n")
    (tmp_path / "locked.eml").chmod(0)
    places = (str(tmp_path / "locked.eml"), str(tmp_path / "open.eml"))
    told = subprocess.run(
        [*([] if os.geteuid() else WITHOUT_POWERS), *COMMAND, "read", *places],
        env=os.environ | {"ONWARD_HOME": str(tmp_path / "home"), "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 1
    assert (
        told.stderr
        == "onward: Onward may not read “locked.eml”. Give yourself permission to read it, or copy it elsewhere.\n"
    )
    assert "Read 1 message," in told.stdout


@pytest.mark.parametrize("words", [["today"], ["add", "Harbor Light", "Therapist"], ["--no-browser"]])
def test_a_clock_held_at_no_moment_is_said_so(tmp_path: Path, words: list[str]) -> None:
    code, _, err = run(tmp_path, *words, ONWARD_CLOCK="2026-02-30T09:00")
    assert code == 1
    assert err.splitlines() == [
        "onward: ONWARD_CLOCK is “2026-02-30T09:00”, which is no moment. Write it like 2026-03-02T09:00."
    ]


def test_a_file_of_a_newer_onward_is_left_alone(tmp_path: Path) -> None:
    assert run(tmp_path, "jobs")[0] == 0
    with sqlite3.connect(tmp_path / "onward.sqlite3") as file:
        file.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9999_later', '2030-01-01')"
        )
    code, _, err = run(tmp_path, "jobs")
    assert code == 1
    assert "a newer Onward" in err
    assert "Traceback" not in err


LATE = "import sys; from onward_app.cli.owner import command_line_owner; command_line_owner(); from onward_app import clock; print(clock.now().date(), clock.local(clock.now()).utcoffset())"


@pytest.mark.parametrize(("zone", "hours"), [("Pacific/Kiritimati", 14), ("Pacific/Pago_Pago", -11), ("UTC", 0)])
def test_a_day_is_the_persons_own_wherever_they_live(tmp_path: Path, zone: str, hours: int) -> None:
    environment = os.environ | {"ONWARD_HOME": str(tmp_path), "PYTHONPATH": "src", "TZ": zone}
    environment.pop("ONWARD_CLOCK", None)
    before = datetime.now(ZoneInfo(zone)).date()
    told = subprocess.run([sys.executable, "-c", LATE], env=environment, capture_output=True, text=True, check=True)
    day, offset = told.stdout.split(" ", 1)
    assert before <= date.fromisoformat(day) <= datetime.now(ZoneInfo(zone)).date()
    assert offset.strip() == str(timedelta(hours=hours))


def test_a_program_that_ends_has_closed_its_file(tmp_path: Path) -> None:
    place = tmp_path / "home"
    for words in (("jobs",), ("no", "Harbor Light"), ("export", str(tmp_path / "out.zip"))):
        with start(place, *words) as done:
            assert done.wait(60) == 0
    assert [path.name for path in place.iterdir() if path.name.startswith("onward.sqlite3-")] == []


@pytest.mark.parametrize(
    "words",
    [
        ("event", "Kessler", "rejected"), ("undo", "last"), ("merge", "1", "two"), ("advert", "job", "page.html"),
        ("attach", "1.5", "letter.docx"), ("no", "--job", "Elm"), ("offer", "--job", "-", "letter.txt"),
        ("person", "Dana", "--name", "Dana"), ("letters", "--job", "²"), ("fit", "Elm"), ("import", "--interview", "x", "a.vtt"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_said_so_in_plain_words(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, _, err = run(tmp_path, *words)
    assert (code, "is no number. Give the one" in " ".join(err.split()), "valid int" in err) == (2, True, False), err


@pytest.mark.parametrize(
    "words",
    [
        ("pause", "--until", "soon"), ("read-to", "31.2.2026"), ("read", "--since", "2026-02-30", "box"),
        ("no", "--on", "tomorrow"), ("event", "1", "rejected", "--on", "1/2/2026"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_said_so_in_the_same_words_everywhere(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, _, err = run(tmp_path, *words)
    plain = " ".join(err.split())
    assert (code, "There is no day “" in plain, "Say it as 2026-03-01." in plain, "%" in plain) == (
        2,
        True,
        True,
        False,
    )
