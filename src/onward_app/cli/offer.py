"""`onward offer FILE`: what an offer letter says, in its own words. Only what `--job` asks for is kept of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.files import read_file
from onward_app.cli.rows import find_job, say_change
from onward_app.cli.say import refuse, say, say_json
from onward_app.cli.typed import parse_number

if TYPE_CHECKING:
    from onward.values.offer_facts import OfferFacts
    from onward.values.offer_letter import OfferReading


def offer(
    place: Annotated[Path, typer.Argument(help="The letter: text, .docx or a PDF with text; or -.", metavar="FILE|-")],
    as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False,
    job: Annotated[
        int | None,
        typer.Option(
            "--job", help="Keep the deadline, the start and the pay at this job.", parser=parse_number, metavar="ID"
        ),
    ] = None,
) -> None:
    """Say what an offer letter says, in its own words, and what it doesn’t."""
    from onward.values.offer_facts import read_offer_facts
    from onward.values.offer_letter import read_offer
    from onward_app import clock
    from onward_app.offers.opening import MOST_BYTES, OfferTrouble, open_offer

    try:
        text = open_offer(place.name, read_file(place, MOST_BYTES))
    except OfferTrouble as trouble:
        raise typer.BadParameter(str(trouble)) from trouble
    told = read_offer(text)
    if told.refusal:
        raise typer.BadParameter(told.refusal)
    facts = read_offer_facts(told, clock.today())
    if as_json:
        quotes = [{"field": one.field, "text": one.text, "line": one.line, "start": one.start} for one in told.quotes]
        days = {name: day and day.isoformat() for name, day in (("deadline", facts.deadline), ("start", facts.start))}
        kept = _keep_dates(job, facts) if job is not None else None
        found = {"quotes": quotes, "missing": told.missing, **days, "pay": facts.pay or None}
        say_json({**found, "change": kept})
        return
    _print_offer(told)
    if job is not None:
        _keep_dates(job, facts)


def _print_offer(told: OfferReading) -> None:
    from onward.values.offer_fields import FIELD_NAMES
    from onward.values.offer_letter import READ_ON_ITS_OWN

    for one in told.quotes:
        say(f"{FIELD_NAMES[one.field]} (line {one.line}): “{' '.join(one.text.split())}”")
    say(f"Not found in it: {', '.join(FIELD_NAMES[field] for field in told.missing) or 'nothing'}.")
    say(READ_ON_ITS_OWN)


def _keep_dates(job: int, facts: OfferFacts) -> int:
    """One change; a job that isn't there, and a letter that names none of the three, get their sentence."""
    from onward_app.cli.owner import command_line_owner

    me = command_line_owner()
    from onward_app.records.writing.values import keep_offer_letter

    named = {"deadline_on": facts.deadline, "starts_on": facts.start, "pay": facts.pay}
    told = {name: value for name, value in named.items() if value}
    row = find_job(me, job)
    if not told:
        refuse("Nothing was kept: one deadline, one start or the pay couldn’t be told.")
    change = keep_offer_letter(me, row, {}, told)
    say_change(change, err=True)
    return change.pk


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(offer)
