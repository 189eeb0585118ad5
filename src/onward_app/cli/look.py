"""Both looks in the terminal: whom to call, and what could point to a client, before anything typed is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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
    from onward_app.records.reading.kinds import list_known_names
    from onward_app.web.looks import look_at_texts

    names = list(typed)

    def known() -> tuple[str, ...]:
        return (*list_known_names(owner), *names)

    found = look_at_texts(names, prose=[prose], known=known)
    if keep or not found:
        return
    say_looks(found, lambda line: say(line, err=True))
    say("Nothing was kept. Change the words, or add --keep to keep them as they are.", err=True)
    raise typer.Exit(1)


def say_looks(found: Looks, tell: Callable[[str], None]) -> None:
    """Whom to call, first and whole; then what else wants a look."""
    for line in _list_lines(found):
        tell(line)


def _list_lines(found: Looks) -> Iterator[str]:
    if found.heavy:
        from onward.recover.talk import list_after_words
        from onward.wording.crisis import NO_SERVICE

        opening, lines, checked = list_after_words()
        yield from (opening, "", *(f"  {line.what}. {line.who}" for line in lines), "")
        yield from (NO_SERVICE, checked.replace("This page is", CHECKED_HERE), "")
    yield from (look.text for look in found.details)
