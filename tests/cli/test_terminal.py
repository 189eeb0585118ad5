"""Mail is written by strangers: nothing in it reaches the terminal as a command."""

from __future__ import annotations

import base64
import os
import pty
import subprocess
from pathlib import Path

from tests.commands import COMMAND, run

NO = (
    "Dear Sam,\n\nThank you for interviewing for the Counselor\x1b[31m position. Unfortunately we have decided to move "
    "forward with other candidates.\x1b[2J\x1b]0;pwned\x07 \u202eevil\n\nBest,\nPat\n"
)


def on_a_terminal(home: Path, *words: str) -> str:
    """What the command writes to a terminal, byte by byte: to a file, escape sequences are left out anyway."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"ONWARD_HOME": str(home), "PYTHONPATH": "src", "TERM": "xterm", "PYTHONUTF8": "1"}
    running = subprocess.Popen([*COMMAND, *words], env=environment, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    told = b""
    try:
        while chunk := os.read(ours, 65_536):
            told += chunk
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 0, err
    return (told + err).decode().replace("\r\n", "\n")


def beside(home: Path, *words: str) -> str:
    """The same of another command, called in this process: its streams say that they are a terminal."""
    code, out, err = run(home, *words, terminal=True)
    assert code == 0, err
    return out + err


def encoded(text: str) -> str:
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode()}?="


def hostile(place: Path) -> Path:
    sender, subject = encoded("Evil\x1b[31mCorp\u202e Clinic"), encoded("Your application at Evil\x1b[2JCorp\x07\u202e")
    head = f"From: {sender} <jobs@evilcorp.example>\nTo: sam@example.org\nSubject: {subject}\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n"
    place.write_text(f"{head}Content-Type: text/plain; charset=utf-8\n\n{NO}", "utf-8")
    return place


def test_nothing_in_a_letter_commands_the_terminal(tmp_path: Path) -> None:
    letter, home = str(hostile(tmp_path / "no.eml")), tmp_path / "home"
    told = [
        on_a_terminal(home, "read", letter),
        *(beside(home, *words) for words in (("notice", letter), ("jobs",), ("today",))),
    ]
    assert "Counselor" in "".join(told)
    for text in told:
        assert [c for c in text if (not c.isprintable() and c != "\n") or "\u202a" <= c <= "\u202e"] == []


def test_nothing_that_was_typed_does_either(tmp_path: Path) -> None:
    told = beside(tmp_path, "add", "Evil\x1b[31m", "Role\x07\x9b1m", "--on", "2026-03-02")
    assert "Evil[31m" in told
    assert "\x1b" not in told
