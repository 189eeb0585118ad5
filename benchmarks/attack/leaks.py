"""Every page and every command with an ear on the way out: nothing is connected to, looked up or sent.

Python tells an audit hook of each connection before it is made. Reading a mailbox and sending by the person's own server are
excepted by their host; neither is among these.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.addresses import address_with_rows, list_addresses
from benchmarks.attack.search import let_in, new_search
from benchmarks.attack.tally import Tally

ROOT = Path(__file__).parents[2]
WAYS_OUT = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
            "urllib.Request", "http.client.connect", "smtplib.connect", "imaplib.open", "ftplib.connect", "webbrowser.open"}  # fmt: skip
HOOKED = """
import os, sys
out = os.environ["ATTACK_OUT"]
def heard(event, given):
    if event in set(os.environ["ATTACK_WAYS"].split()):
        with open(out, "a") as file:
            file.write(f"{event} {given!r}\\n")
sys.addaudithook(heard)
from onward_app.cli.start import main
main()
"""
SERVES = {"demo"}  # stays open until it is stopped: its pages are looked at below
ASKS = {"password"}  # asks on the terminal
LEFT = ("/start/example/", "/data/delete/", "/data/sign-out/")
_heard: list[str] = []
_listening = False


def _hear(event: str, given: tuple[object, ...]) -> None:
    if _listening and event in WAYS_OUT:
        _heard.append(f"{event} {given!r}")


def attack(count: int) -> Tally:
    """At most `count` pages, and every command."""
    global _listening
    tally, search = Tally("leaks"), new_search()
    browser = let_in(search.owner)
    sys.addaudithook(_hear)
    _listening = True
    try:
        for name, path in list(list_addresses())[:count]:
            where = address_with_rows(name, path, search.named)
            if where.startswith(LEFT):
                continue
            for method in ("get", "post"):
                with tally.one(f"{method} {where}"):
                    getattr(browser, method)(where)
                    assert not _heard, _heard.pop()
    finally:
        _listening = False
    _attack_commands(tally, count)
    return tally


def _attack_commands(tally: Tally, count: int) -> None:
    with tempfile.TemporaryDirectory(prefix="onward-leaks-") as given:
        folder = Path(given)
        heard = folder / "heard"
        world = os.environ | {
            "ONWARD_HOME": str(folder / "home"),
            "ATTACK_OUT": str(heard),
            "ATTACK_WAYS": " ".join(WAYS_OUT),
        }
        world |= {"PYTHONPATH": str(ROOT / "src")}
        every = list(_commands(folder))
        for words in every[:count]:
            with tally.one(f"onward {words[0]}"):
                done = subprocess.run(
                    [sys.executable, "-c", HOOKED, *words],
                    env=world,
                    capture_output=True,
                    text=True,
                    input="",
                    check=False,
                )
                assert "Traceback" not in done.stderr, done.stderr[-200:]
                assert not heard.exists(), heard.read_text()
        if count >= len(every):
            tally.holds(not list_left_out(folder), f"no way for {sorted(list_left_out(folder))}")


def list_left_out(folder: Path) -> set[str]:
    """The commands that aren't among those which are listened to, and neither serve nor ask on the terminal."""
    return _list_commands() - {words[0] for words in _commands(folder)} - SERVES - ASKS


def _commands(folder: Path) -> Iterator[tuple[str, ...]]:
    """Each command, in an order in which each has something to do."""
    box, out = str(ROOT / "examples/mailbox.mbox"), str(folder / "out.zip")
    yield from (
        ("read", box),
        ("read", box, "--json"),
        ("notice", box),
        ("add", "Harbor Light", "Therapist", "--on", "2026-11-02"),
    )
    yield from (
        ("jobs", "--json"),
        ("today", "--json"),
        ("event", "1", "note", "--note", "x"),
        ("no", "Elm Court said no", "--json"),
        ("undo",),
        ("debrief", "--json"),
    )
    yield from (
        ("kinks", "--json"),
        ("practice", "--json"),
        ("pace", "--json"),
        ("export", out),
        ("backup",),
        ("restore",),
    )
    letter = folder / "offer.txt"
    letter.write_text("We offer you the position of Therapist at $70,000 a year, starting 1 March 2027.\n")
    yield from (
        ("offer", str(letter)),
        ("comments", str(letter)),  # no comments: said in words
        ("unseal", str(letter)),  # not sealed: said in words
    )
    table = folder / "jobs.csv"
    table.write_text("Company,Status,Date\nOak Hollow,applied,2026-03-02\n")
    yield from (
        ("import", str(table)),
        ("import", out, "--replace"),
        ("rebuild",),
        ("merge", "1", "2"),
        ("find", "harbor", "--json"),
        ("advert", "1", str(letter)),
        ("attach", "1", str(letter)),
        ("letters", "--words", "--json"),
        ("judge-again",),
        ("read-to", "2026-11-16"),
        ("person", "--name", "Dana Ruiz", "--job", "1", "--json"),
        ("people", "--json"),
        ("server", "sam@gmail.com"),  # set up and not logged in to
        ("server",),
        ("mcp",),  # nobody asks it anything
        *((told, "--json") for told in ("asks", "hopes", "lessons", "odds", "silence", "values")),
        ("pause", "--until", (date.today() + timedelta(days=7)).isoformat(), "--json"),
        ("pause", "--end"),
        ("fit", "1"),
        ("coach", str(folder)),
        ("sign-out",),
        ("encrypt",),  # no terminal to choose a passphrase on: said in words
        ("decrypt",),  # not encrypted: said in words
        ("--help",),
    )


def _list_commands() -> set[str]:
    from typer.main import get_command

    from onward_app.cli.start import app

    return set(getattr(get_command(app), "commands", {}))
