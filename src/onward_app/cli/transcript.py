"""`onward import` of a transcript: what was read of it, kept with its interview."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from onward.wording.counts import say_count
from onward_app.cli.files import read_file
from onward_app.cli.look import look_first
from onward_app.cli.say import refuse, say, say_json

if TYPE_CHECKING:
    from onward.debrief.transcript import Transcript
    from onward_app.records.models import Change, Interview, Owner

CONSENT = (
    "Recording without everyone’s consent can be against the law where you live. Add only what everybody agreed to."
)


def bring_transcript(files: list[Path], interview: int, *, dry_run: bool, as_json: bool, keep: bool) -> None:
    """Say who speaks in it and what is odd, and keep it with the interview."""
    from onward_app.cli.owner import command_line_owner

    if len(files) > 1:
        refuse("A transcript is brought alone, with --interview for the one it is of.")
    me = command_line_owner(memory=dry_run)
    from onward_app.records.reading.transcripts import find_remembered_candidate, write_what_was_said
    from onward_app.records.writing.transcripts import add_transcript

    row = _find_interview(me, interview)
    text, read = _read_transcript(files[0])
    you = find_remembered_candidate(me, read.speakers)
    say(f"onward: {CONSENT}", err=True)
    change = None
    if not dry_run:
        look_first(me, read.speakers, write_what_was_said(read), keep=keep)
        _, change = add_transcript(me, row, text=text, name=files[0].name, candidate=you)
    told = _describe_row(row, read, you, change)
    if as_json:
        say_json(told)
        return
    _tell_kept(told, dry_run=dry_run)


def _find_interview(me: Owner, interview: int) -> Interview:
    from onward_app.records.models import Interview
    from onward_app.records.reading.rows import NotFound, find_row

    try:
        return find_row(Interview, me, interview)
    except NotFound:
        refuse(f"There is no interview {interview}. `onward debrief` lists them.")


def _read_transcript(file: Path) -> tuple[str, Transcript]:
    from onward.debrief.decode import MOST_BYTES, TOO_LONG, decode_transcript
    from onward.debrief.transcript import read_transcript_text

    raw = read_file(file, MOST_BYTES)
    text, why = ("", TOO_LONG) if len(raw) > MOST_BYTES else decode_transcript(raw)
    read = read_transcript_text(text)
    if why or not read.turns:
        refuse(why or read.troubles[0])
    return text, read


def _describe_row(row: Interview, read: Transcript, you: str, change: Change | None) -> dict[str, Any]:
    from onward_app.as_json.changes import list_made

    return {
        "interview": row.pk,
        "speakers": list(read.speakers),
        "turns": len(read.turns),
        "you": you or None,
        "troubles": list(read.troubles),
        "change": change.pk if change else None,
        "made": list_made(change) if change else [],
    }


def _tell_kept(told: dict[str, Any], *, dry_run: bool) -> None:
    who = ", ".join(told["speakers"])
    one, many = ("{n} turn of {who}.", "{n} turns of {who}.") if who else ("{n} turn.", "{n} turns.")
    say(say_count(told["turns"], one, many, who=who))
    for sentence in told["troubles"]:
        say(sentence)
    if dry_run:
        say("Nothing was stored.")
    elif told["change"] is None:
        say("It is here already, so there was nothing to add.")
    else:
        say(f"Kept as change {told['change']}; `onward undo {told['change']}` takes it back.")
        say("You are known in it." if told["you"] else "Its page, under Debrief, asks which of them you are.")
