"""`onward offer FILE`: what an offer letter says, in its own words. Nothing of it is kept."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from onward_app.cli.say import say


def offer(
    place: Annotated[Path, typer.Argument(help="The letter: text, .docx or a PDF with text.", metavar="FILE")],
    as_json: Annotated[bool, typer.Option("--json", help="One object.")] = False,
) -> None:
    """Say what an offer letter says, in its own words, and what it doesn’t."""
    from onward.values.offer_letter import READ_ON_ITS_OWN, read_offer
    from onward.values.offer_looks import FIELD_NAMES
    from onward_app.offers.opening import OfferTrouble, open_offer

    try:
        text = open_offer(place.name, place.read_bytes())
    except (OfferTrouble, OSError) as trouble:
        sentence = str(trouble) if isinstance(trouble, OfferTrouble) else f"{place} can’t be read."
        raise typer.BadParameter(sentence) from trouble
    told = read_offer(text)
    if told.refusal:
        raise typer.BadParameter(told.refusal)
    if as_json:
        quotes = [{"field": one.field, "text": one.text, "line": one.line, "start": one.start} for one in told.quotes]
        sys.stdout.write(json.dumps({"quotes": quotes, "missing": told.missing}, indent=1) + "\n")
        return
    for one in told.quotes:
        say(f"{FIELD_NAMES[one.field]} (line {one.line}): “{' '.join(one.text.split())}”")
    say(f"Not found in it: {', '.join(FIELD_NAMES[field] for field in told.missing) or 'nothing'}.")
    say(READ_ON_ITS_OWN)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(offer)
