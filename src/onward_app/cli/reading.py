"""`onward read` and `onward notice`: mail in, what it says out."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.say import say

if TYPE_CHECKING:
    from onward_app.collect import OnProgress, Reading


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
    keep_password: Annotated[
        bool, typer.Option("--keep-password", help="Keep the mailbox’s password in the system’s keyring.")
    ] = False,
) -> None:
    """Read mail, and file what it says about your jobs. Reading twice changes nothing."""
    from onward_app.cli.owner import command_line_owner

    try:
        with _hear_interrupts() as check:
            me = command_line_owner(memory=dry_run)  # before anything that has tables is imported
            from onward_app.cli.mailbox import ask_passwords
            from onward_app.collect import collect_mail

            found = ask_passwords(places, keep=keep_password)
            with _bar(check, quiet=as_json) as progress:
                done = collect_mail(me, found, dry_run=dry_run, objects=as_json, anew=anew, progress=progress)
    except KeyboardInterrupt:
        say(
            "onward: Stopped. Nothing was filed; what was read so far is kept, and running it again goes on from "
            "there.",
            err=True,
        )
        raise typer.Exit(1) from None
    if as_json:
        for told in done.lines():
            sys.stdout.write(json.dumps(told) + "\n")
        if done.printed is not None:
            done.printed.close()
    else:
        _tell_reading(done, dry_run=dry_run)
    if not dry_run:
        from onward_app.cli.read_before import tell_of_day_ahead, tell_of_earlier_model

        tell_of_day_ahead(me)
        tell_of_earlier_model(me)
    for trouble in done.troubles:
        say(f"onward: {trouble}", err=True)
    raise typer.Exit(1 if done.troubles else 0)


def notice(
    file: Annotated[str, typer.Argument(help="A message, or - for standard input.", metavar="FILE|-")],
    as_json: Annotated[bool, typer.Option("--json", help="One object, with the decoded fields.")] = False,
) -> None:
    """Say what one message is, and how Onward knows. Nothing is stored."""
    raw = _read_raw(file)
    from onward.notice.message.letter import parse_letter
    from onward.notice.read import read_letter

    letter = parse_letter(raw)
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
    doubt = ", and it is unsure" if told["unsure"] else ""
    say(f"{told['kind']} (chance about {round(100 * told['probability'])} in 100{doubt})")
    for name in ("employer", "role", "stage", "reason", "date"):
        if told[name]:
            say(f"  {name}: {told[name]}")
    for span in told["because"]:
        say(f"  because ({span['field']}): “{' '.join(span['text'].split())}”")


def _tell_reading(done: Reading, *, dry_run: bool) -> None:
    from onward.wording.counts import count_noun

    say(
        f"Read {count_noun(done.messages, 'message')}"
        + (" (nothing was stored)." if dry_run else f", {done.new:,} of them new.")
    )
    if done.passed_over:
        say("What was read before was passed over; --anew reads it, too.")
    for note in done.notes:
        say(note)
    for kind, number in done.kinds.most_common():
        say(f"  {number:6,} {kind}")
    for sentence, number in done.odd.most_common():
        say(f"Read all the same: {sentence}" + (f" ({number:,} messages)" if number > 1 else ""))
    if done.plan is None or not (done.messages or done.passed_over):  # what couldn't be read says nothing of the search
        return
    from onward_app.reading_report import describe_nos, describe_open_jobs

    waiting = len(done.plan.waiting)
    if waiting:
        say(f"{waiting} wait for a yes or no, because Onward isn’t sure.")
    alive = describe_open_jobs(done.plan)
    say(f"\nAlive ({len(alive)}):" if alive else "\nNothing is alive in it.")
    for line in alive:
        say(f"  {line}")
    nos = describe_nos(done.plan, done.verdicts, of=done.fresh)  # one that was told before isn't told again
    if nos:
        say("\nNos, by date:")
    for line in nos:
        say(f"  {line}")


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
