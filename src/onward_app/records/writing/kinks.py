"""What the person says of kinks and strengths by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from onward.debrief.chips import Chip
from onward.kinks.kinds import kind_of
from onward_app import clock
from onward_app.records.models import Card, Chance, Change, Interview, Kink, Owner, Sighting
from onward_app.records.writing.changes import change


def add(
    owner: Owner, *, kind: str, name: str, strength: bool, text: str, chip: str, group: str = ""
) -> tuple[Kink, Change]:
    """A kink or strength with its first sighting. One of a kind already there gets the sighting instead."""
    known = kind_of(kind)
    name = (name or (known.name if known else text.splitlines()[0]))[:200]
    found = Kink.objects.of(owner).filter(strength=strength)
    row = found.filter(kind=kind).first() if known and not strength else found.filter(name__iexact=name).first()
    with change(owner, "kinks.add", f"Noted {'a strength' if strength else 'a kink'}: {name}.") as doing:
        if row is None:
            row = doing.make(
                Kink, kind="strength" if strength else kind or "own", name=name, strength=strength,
                cost=known.cost if known else 2, noticed_on=clock.today(),
            )  # fmt: skip
        doing.make(Sighting, kink=row, source=Chip(chip).value, group=group[:100], on=clock.today(), text=text)
    return row, doing.record


def see(
    owner: Owner, kink: Kink, *, text: str, chip: str, on: date, group: str = "", interview: Interview | None = None
) -> Change:
    """One more piece of evidence."""
    with change(owner, "kinks.see", f"Noted evidence for “{kink.name}”.") as doing:
        doing.make(
            Sighting, kink=kink, source=Chip(chip).value, group=group[:100], on=on, text=text, interview=interview
        )
    return doing.record


def edit(owner: Owner, kink: Kink, **fields: Any) -> Change:
    """Its name, plan, cost, or since when it is worked on."""
    with change(owner, "kinks.edit", f"Changed “{kink.name}”.") as doing:
        doing.edit(kink, **fields)
    return doing.record


def work_on(owner: Owner, kink: Kink, *, on: bool) -> Change:
    """Begin to work on it, or let it rest. Its chances stay counted from the first day."""
    words = f"Working on “{kink.name}”." if on else f"Let “{kink.name}” rest."
    with change(owner, "kinks.work", words) as doing:
        doing.edit(kink, working_since=clock.today() if on else None)
    return doing.record


def remove(owner: Owner, kink: Kink) -> Change:
    """Take it off the list, with its cards."""
    with change(owner, "kinks.remove", f"Took “{kink.name}” off the list.") as doing:
        doing.strike_all(Card.objects.of(owner).filter(kink=kink))
        doing.strike(kink)
    return doing.record


def merge(owner: Owner, keep: Kink, gone: Kink) -> Change:
    """Two that were one."""
    with change(owner, "kinks.merge", f"Made “{gone.name}” part of “{keep.name}”.") as doing:
        for model in (Sighting, Chance, Card):
            for row in model.objects.of(owner).filter(kink=gone):
                doing.edit(row, kink=keep)
        doing.strike(gone)
    return doing.record


def note_before(owner: Owner, interview: Interview, text: str) -> Change:
    """Two things that may go wrong, and what I'd do."""
    words = "Noted what may go wrong, and what you'd do."
    with change(owner, "kinks.before", words, opportunity=interview.opportunity) as doing:
        doing.edit(interview, may_go_wrong=text)
    return doing.record
