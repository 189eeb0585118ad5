"""Both looks in the terminal: whom to call, and what could point to a client, before anything typed is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from onward_app.cli.say import say

if TYPE_CHECKING:
    from onward_app.records.models import Owner
    from onward_app.web.looks import Looks

Keep = Annotated[bool, typer.Option("--keep", help="Keep the words as they are, after the look at them.")]
CHECKED_HERE = "What you type is"  # where a page would say “This page is”


def look_first(owner: Owner, typed: Iterable[str], prose: str = "", *, keep: bool) -> None:
    """Say what wants a look, and stop before anything is kept, unless the person said to keep it as it is."""
    from onward_app.records.reading.known_names import list_known_names
    from onward_app.web.looks import look_at_texts

    names = list(typed)

    def known() -> tuple[str, ...]:
        return (*list_known_names(owner), *names)

    found = look_at_texts(names, prose=[prose], known=known)
    if found.quiet and not found.heavy and not keep:
        _say_quietly(owner.country)
    if keep or not found:
        return
    say_looks(found, owner.country, err=True)
    say("Nothing was kept. Change the words, or add --keep to keep them as they are.", err=True)
    raise typer.Exit(1)


def _say_quietly(country: str) -> None:
    """One line where it is in doubt. Nothing waits for it."""
    from onward.wording.crisis import QUIET_LINE
    from onward.wording.help_lines import HOME, find_help_country

    nearest = find_help_country(country or HOME).list_ways()[0]
    say(f"{QUIET_LINE} {nearest.what}. {nearest.who}", err=True)


def say_looks(found: Looks, country: str, *, err: bool = False) -> None:
    """Whom to call, first and whole, in the country that was chosen; then what else wants a look."""
    for line in _list_lines(found, country):
        say(line, err=err)


def _list_lines(found: Looks, country: str) -> Iterator[str]:
    if found.heavy:
        from onward.wording.crisis import FIXED_TEXTS, NO_SERVICE, Concern
        from onward.wording.help_lines import HOME, find_help_country

        text, there = FIXED_TEXTS[found.concern], find_help_country(country or HOME)
        ways = there.list_urgent_ways() if found.concern is Concern.OTHERS else there.list_ways()
        yield from (text.opening, "", f"Lines for {there.name}:")
        yield from (*(f"  {line.what}. {line.who}" for line in ways), "")
        yield from (NO_SERVICE, text.checked.replace("This page is", CHECKED_HERE), "")
    yield from (look.text for look in found.details)
