"""`onward read` and `onward notice`: mail in, what it says out."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.say import say
from onward_app.cli.told_reading import TellSoFar, tell_reading
from onward_app.cli.typed import parse_day

if TYPE_CHECKING:
    from onward_app.collect import OnProgress, Reading
    from onward_app.records.models import Owner
    from onward_app.sources import Place

STOPPED = "onward: Stopped. What was read so far is kept, and running it again goes on from there."
STOPPED_AND_FILED = "onward: Stopped. What was read so far is filed, and running it again goes on from there."


def read(
    places: Annotated[
        list[str],  # not paths: a place that is none, or may not be read, gets its sentence, and the others are read
        typer.Argument(
            help="An mbox, a Maildir, a folder of .eml, one .eml, a Takeout zip, or imaps://you@server/folder.",
            metavar="PLACE...",
        ),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Store nothing; plan in memory.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One object a line for every message.")] = False,
    anew: Annotated[bool, typer.Option("--anew", help="Read also what was read before, from the start.")] = False,
    since: Annotated[
        date | None,
        typer.Option(
            help="The day this search began, which is kept; older mail is left out.", parser=parse_day, metavar="DAY"
        ),
    ] = None,
    older: Annotated[bool, typer.Option("--all", help="Read also mail from before this search.")] = False,
    keep_password: Annotated[
        bool, typer.Option("--keep-password", help="Keep the mailbox’s password in the system’s keyring.")
    ] = False,
) -> None:
    """Read mail, the newest first, and file what it says about your jobs. Reading twice changes nothing."""
    from onward_app.cli.owner import command_line_owner

    try:
        with _hear_interrupts() as check:
            me = command_line_owner(memory=dry_run)  # before anything that has tables is imported
            from onward_app.cli.mailbox import ask_passwords
            from onward_app.cli.read_before import ask_since

            found = ask_passwords(places, keep=keep_password)
            began = ask_since(me, since, ask=not (older or dry_run or as_json))
            done, stopped = _collect(
                me, found, check, quiet=as_json, dry_run=dry_run, anew=anew, since=None if older else began
            )
    except KeyboardInterrupt:
        say(STOPPED, err=True)
        raise typer.Exit(1) from None
    _tell(done, as_json=as_json, dry_run=dry_run)
    if not dry_run:
        from onward_app.cli.read_before import tell_of_day_ahead, tell_of_earlier_model

        tell_of_day_ahead(me)
        tell_of_earlier_model(me)
    for sentence in [*(f"onward: {trouble}" for trouble in done.troubles), *([STOPPED_AND_FILED] if stopped else [])]:
        say(sentence, err=True)
    raise typer.Exit(1 if done.troubles or stopped else 0)


def _tell(done: Reading, *, as_json: bool, dry_run: bool) -> None:
    if not as_json:
        tell_reading(done, dry_run=dry_run)
        return
    for told in done.lines():
        sys.stdout.write(json.dumps(told) + "\n")
    if done.printed is not None:
        done.printed.close()


def _collect(
    me: Owner, places: list[str | Place], check: Callable[[], None], *, quiet: bool, dry_run: bool, **how: Any
) -> tuple[Reading, bool]:
    """Read until it is over or somebody stops it, and say which: what was read until then is filed."""
    from onward_app.collect import Reading, collect_mail, file_what_was_read

    done = Reading()
    try:
        with _bar(check, quiet=quiet) as progress:
            collect_mail(
                me, places, dry_run=dry_run, objects=quiet, progress=progress, on_filed=None if quiet else TellSoFar(),
                into=done, **how,
            )  # fmt: skip
    except KeyboardInterrupt:
        if dry_run or not done.messages:
            raise
        file_what_was_read(me, done)
        return done, True
    return done, False


def notice(
    file: Annotated[str, typer.Argument(help="A message, or - for standard input.", metavar="FILE|-")],
    as_json: Annotated[bool, typer.Option("--json", help="One object, with the decoded fields.")] = False,
) -> None:
    """Say what one message is, and how Onward knows. Nothing is stored."""
    raw = _read_raw(file)
    from onward.notice.message.letter import parse_letter
    from onward.notice.read import read_letter
    from onward_app.sources.pasted import as_message

    letter = parse_letter(as_message(raw))
    verdict = read_letter(letter)
    told = _letter_to_json(letter, verdict)
    if as_json:
        sys.stdout.write(json.dumps(told) + "\n")
    else:
        _tell_one(told)
    for trouble in letter.troubles:
        say(f"onward: {trouble}", err=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(read)
    app.command()(notice)


def _read_raw(file: str) -> bytes:
    if file == "-":
        raw = sys.stdin.buffer.read()
    else:
        try:
            raw = Path(file).read_bytes()
        except OSError as trouble:
            say(f"onward: {file} can’t be read ({trouble.strerror}). Check the name and the permission.", err=True)
            raise typer.Exit(1) from trouble
    if not raw.strip():
        say(f"onward: {file} is empty, so there is no message in it.", err=True)
        raise typer.Exit(1)
    return raw


def _letter_to_json(letter: Any, verdict: Any) -> dict[str, Any]:
    from onward_app.reading_report import letter_to_json

    return letter_to_json(letter, verdict) | {
        "fields": {
            "from": _format_address(letter.sender),
            "to": [_format_address(address) for address in letter.to],
            "subject": letter.subject,
            "body": letter.body,
        },
        "agency": verdict.details.agency,
        "people": list(verdict.details.people),
        "details_because": [
            {"field": b.field, "start": b.start, "end": b.end, "text": b.text} for b in verdict.details.because
        ],
        "outgoing": verdict.outgoing,
    }


def _format_address(address: Any) -> str:
    from onward.notice.job.details import format_sender

    return format_sender(address)


def _tell_one(told: dict[str, Any]) -> None:
    chance = round(100 * told["probability"])
    unsure = f"{told['kind']} (chance about {chance} in 100, and it is unsure)"
    say(unsure if told["unsure"] else f"{told['kind']} (chance about {chance} in 100)")
    for name in ("employer", "role", "stage", "reason", "date"):
        if told[name]:
            say(f"  {name}: {told[name]}")
    for span in told["because"]:
        say(f"  because ({span['field']}): “{' '.join(span['text'].split())}”")


@contextmanager
def _hear_interrupts() -> Iterator[Callable[[], None]]:
    """Ctrl-C stops at once; where something swallowed it, as a callback of a C library does, at the next message."""
    came: list[int] = []

    def stop(number: int, _: object) -> None:
        came.append(number)
        raise KeyboardInterrupt

    def check() -> None:
        if came:
            raise KeyboardInterrupt

    before, hook = signal.signal(signal.SIGINT, stop), sys.unraisablehook
    sys.unraisablehook = lambda told: None if told.exc_type is KeyboardInterrupt else hook(told)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before)
        sys.unraisablehook = hook


class _bar:  # noqa: N801 - used as a statement
    """A progress bar with rate and time left, on a terminal only; `check` is called at every step."""

    def __init__(self, check: Callable[[], None], *, quiet: bool) -> None:
        self.check = check
        self.show = not quiet and sys.stderr.isatty()

    def __enter__(self) -> OnProgress:
        if not self.show:
            return self._show_progress
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )

        columns = (TextColumn("Reading"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn(),
                   TextColumn("{task.fields[messages]} messages"))  # fmt: skip
        self.progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.progress.add_task("read", total=None, messages=0)
        self.progress.start()
        return self._show_progress

    def _show_progress(self, done: int, total: int | None, messages: int) -> None:
        self.check()
        if self.show:
            self.progress.update(self.task, completed=done, total=total, messages=f"{messages:,}")

    def __exit__(self, *_: object) -> None:
        if self.show:
            self.progress.stop()
