"""Kinds of the person's own: made, changed, deleted."""

from __future__ import annotations

from onward.kinks.kinds import Kind
from onward_app.records.models import Change, Kink, Owner, OwnKind
from onward_app.records.writing.changes import change


def add(owner: Owner, kind: Kind) -> Change:
    """A kind of one's own."""
    with change(owner, "kinks.kinds", f"Made a kind: {kind.name}.") as doing:
        doing.make(OwnKind, key=kind.key, name=kind.name, plain=kind.plain, chance=kind.chance, cost=kind.cost)
    return doing.record


def edit(owner: Owner, row: OwnKind, kind: Kind) -> Change:
    """Other words for it. Its key stays, and so do the kinks of this kind, which take the new name with it."""
    with change(owner, "kinks.kinds", f"Changed the kind “{row.name}”.") as doing:
        for kink in Kink.objects.of(owner).filter(kind=row.key, name=row.name):
            doing.edit(kink, name=kind.name)
        doing.edit(row, name=kind.name, plain=kind.plain, chance=kind.chance, cost=kind.cost)
    return doing.record


def remove(owner: Owner, row: OwnKind) -> Change:
    """Delete it. Kinks of this kind stay, under their names, without a kind."""
    with change(owner, "kinks.kinds", f"Deleted the kind “{row.name}”.") as doing:
        for kink in Kink.objects.of(owner).filter(kind=row.key):
            doing.edit(kink, kind="own")
        doing.strike(row)
    return doing.record
