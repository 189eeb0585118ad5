"""`onward letters`, `asks`, `hopes`, `odds`, `silence`, `values` and `lessons`: what pages show, for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from onward_app.cli.say import say, say_json
from onward_app.cli.typed import parse_number

if TYPE_CHECKING:
    from onward_app.records.reading.pace import PaceReport

AsArray = Annotated[bool, typer.Option("--json", help="One array of objects.")]
AsObject = Annotated[bool, typer.Option("--json", help="One object.")]
Anyway = Annotated[bool, typer.Option("--anyway", help="Also on the day of a no.")]


def letters(
    job: Annotated[
        int | None, typer.Option("--job", help="Those of one job.", parser=parse_number, metavar="ID")
    ] = None,
    words: Annotated[bool, typer.Option("--words", help="With their text, in --json.")] = False,
    as_json: AsArray = False,
) -> None:
    """List the letters that were kept, with what each is and its job."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.as_json.letters import letters_to_json

    _tell_lines(letters_to_json(me, job=job, words=words), as_json, _list_letters, "No letters yet.")


def asks(as_json: AsArray = False) -> None:
    """List what you sent to employers, and what came back."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.as_json.letters import asks_to_json

    _tell_lines(asks_to_json(me), as_json, _list_asks, "Nothing was sent yet.")


def hopes(as_json: AsObject = False, anyway: Anyway = False) -> None:
    """Say how your hope is spread over the open jobs."""
    told = _load_report(as_json or anyway)
    from onward_app.as_json.pace import hopes_to_json

    _tell_lines(hopes_to_json(told), as_json, _list_words)


def odds(as_json: AsObject = False, anyway: Anyway = False) -> None:
    """Say the chance of at least one signed offer, with its range."""
    told = _load_report(as_json or anyway)
    from onward_app.as_json.pace import odds_to_json

    _tell_lines(odds_to_json(told), as_json, _list_words)


def silence(as_json: AsArray = False, anyway: Anyway = False) -> None:
    """Say how quiet each open job is."""
    told = _load_report(as_json or anyway)
    from onward_app.as_json.pace import silence_to_json

    _tell_lines(silence_to_json(told), as_json, _list_silences, "Nothing waits for an answer.")


def values(as_json: AsObject = False) -> None:
    """List your lines and values, and what the gate says of an offer."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.as_json.values import values_to_json

    _tell_lines(values_to_json(me), as_json, _list_values)


def lessons(as_json: AsObject = False) -> None:
    """List the three lessons with their evidence."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.as_json.values import lessons_to_json

    _tell_lines(lessons_to_json(me), as_json, _list_lessons)


def add_to(app: typer.Typer) -> None:
    """Add the commands of this module."""
    for command in (letters, asks, hopes, odds, silence, values, lessons):
        app.command()(command)


def _load_report(even_on_the_day_of_a_no: bool) -> PaceReport:
    """The figures; on the day of a no they wait in the terminal, as `onward pace` does."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app import clock
    from onward_app.cli.pace import NOT_TONIGHT
    from onward_app.records.reading.pace import report_pace
    from onward_app.records.reading.recover import is_rejection_day

    if not even_on_the_day_of_a_no and is_rejection_day(me, clock.today()):
        say(NOT_TONIGHT)
        raise typer.Exit
    return report_pace(me, clock.today(), wish=50)


def _tell_lines(told: Any, as_json: bool, lines: Callable[[Any], Iterator[str]], none: str = "") -> None:
    if as_json:
        say_json(told)
        return
    for line in lines(told) if told else [none]:
        say(line)


def _list_letters(told: Any) -> Iterator[str]:
    for one in told:
        where = f"job {one['job']}" if one["job"] else "no job"
        who = one["from_name"] or one["from"] or "somebody"
        yield f"{one['id']:5}  {one['on'] or 'no day'}  {one['kind']}, {where}: {who}, “{one['subject'] or ''}”"


def _list_asks(told: Any) -> Iterator[str]:
    for one in told:
        yield f"{one['id']:5}  {one['sent_on']}  {one['sort']}, job {one['job']}: {one['outcome'] or 'no answer noted'}"


def _list_words(told: Any) -> Iterator[str]:
    yield told["words"]


def _list_silences(told: Any) -> Iterator[str]:
    for one in told:
        yield f"{one['id']:5}  {one['employer']}: {one['words']}"


def _list_values(told: Any) -> Iterator[str]:
    for line in told["lines"]:
        yield f"{line['id']:5}  a line since {line['set_on']}: {line['text']}"
    for value in told["values"]:
        yield f"{value['id']:5}  {value['points']} points: {value['text']}"
    for offer in told["offers"]:
        yield f"{offer['job']:5}  {offer['words']}"
    if not told["lines"] and not told["values"]:
        yield "Nothing is set yet. The best time is while no offer waits."


def _list_lessons(told: Any) -> Iterator[str]:
    for one in told["lessons"]:
        after = "Done." if one["done"] else "You let it go." if one["retired"] else one["next"] or ""
        yield f"{one['says']} {after}"
        yield from (f"    {sentence}" for sentence in one["evidence"])
    if told["taught"]:
        yield f"What this search taught you: {told['taught']}"
