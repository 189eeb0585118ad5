"""In a terminal: jobs stand there while reading goes on, stopping keeps what was read, and the beginning is asked once."""

from __future__ import annotations

import os
import signal
import subprocess
from datetime import date, timedelta
from pathlib import Path

from tests.cli.test_reading import LETTER, jobs, onward
from tests.commands import COMMAND, run
from tests.sources.places import mbox_of

BEGAN = date(2026, 1, 1)


def box(folder: Path, count: int) -> Path:
    """So many messages, the last of which is a no."""
    days = (BEGAN + timedelta(days=n // 100) for n in range(count))
    noise = [
        b"From: a@x.example\nSubject: %d\nDate: %s\n\nThe recipe of cake number %d: four eggs, two lemons, butter and flour.\n"
        % (n, day.strftime("%d %b %Y 09:00:00 +0000").encode(), n)
        for n, day in enumerate(days)
    ]
    (folder / "mail.mbox").write_bytes(mbox_of(*noise, LETTER))
    return folder / "mail.mbox"


def environment(home: Path) -> dict[str, str]:
    return os.environ | {"ONWARD_HOME": str(home), "ONWARD_CLOCK": "2026-03-10T09:00", "PYTHONPATH": "src"}


def test_the_newest_no_stands_there_first_and_ctrl_c_files_what_was_read(tmp_path: Path) -> None:
    place = box(tmp_path, 6_000)
    running = subprocess.Popen(
        [*COMMAND, "read", str(place)], env=environment(tmp_path / "home"), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert running.stdout is not None
    for line in running.stdout:
        if "Harbor Light" in line:
            break
    else:
        raise AssertionError(running.communicate()[1])
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert running.returncode == 1
    assert err == "onward: Stopped. What was read so far is filed, and running it again goes on from there.\n"
    read = int(out.split("Read ")[1].split(" ")[0].replace(",", ""))
    assert 0 < read < 6_001
    assert [job["employer"] for job in jobs(tmp_path / "home")] == ["Harbor Light"]
    told = onward(tmp_path / "home", "read", place).stdout
    assert f"Read 6001 messages, {6_001 - read:,} of them new." in told.replace("6,001", "6001")
    assert [job["employer"] for job in jobs(tmp_path / "home")] == ["Harbor Light"]


def test_older_mail_is_left_out_until_it_is_asked_for(tmp_path: Path) -> None:
    place, home = box(tmp_path, 100), tmp_path / "home"
    told = onward(home, "read", place, "--since", "2026-02-01").stdout
    assert "Read 1 message, 1 of them new.\nLeft out 100 messages from before this search" in told
    assert "Read no messages" in onward(home, "read", place).stdout
    assert "Read 101 messages, 100 of them new." in onward(home, "read", place, "--all").stdout
    assert "Left out" not in onward(home, "read", place, "--all").stdout


def answer(home: Path, place: Path, typed: bytes) -> str:
    """What is said to somebody at a terminal who types this."""
    code, out, err = run(home, "read", place, given=typed, terminal=True, ONWARD_CLOCK="2026-03-10T09:00")
    assert code == 0, err
    return out + err


def test_when_the_search_began_is_asked_once(tmp_path: Path) -> None:
    place, home = box(tmp_path, 100), tmp_path / "home"
    told = answer(home, place, b"in March\n2026-02-01\n")
    assert "When did this search begin?" in told
    assert "Write it as year, month and day" in told
    assert "Left out 100 messages" in told
    assert "When did" not in answer(home, place, b"")


def test_whoever_names_no_day_gets_all_mail_and_is_not_asked_again(tmp_path: Path) -> None:
    place, home = box(tmp_path, 100), tmp_path / "home"
    assert "Read 101 messages" in answer(home, place, b"\n")
    assert "When did" not in answer(home, place, b"")
