"""Kinds of the person's own: made, changed, deleted."""

from __future__ import annotations

from onward.kinks.kinds import Kind
from onward_app.records.models import Change, Kink, Owner, OwnKind
from onward_app.records.writing.changes import open_change


def add_kind(owner: Owner, kind: Kind) -> Change:
    """A kind of one's own."""
    with open_change(owner, "kinks.kinds", f"Made a kind: {kind.name}.") as change:
        change.make(OwnKind, key=kind.key, name=kind.name, plain=kind.plain, chance=kind.chance, cost=kind.cost)
    return change.record


def edit_kind(owner: Owner, row: OwnKind, kind: Kind) -> Change:
    """Other words for it. Its key stays, and so do the kinks of this kind, which take the new name with it."""
    with open_change(owner, "kinks.kinds", f"Changed the kind “{row.name}”.") as change:
        for kink in Kink.objects.of(owner).filter(kind=row.key, name=row.name):
            change.edit(kink, name=kind.name)
        change.edit(row, name=kind.name, plain=kind.plain, chance=kind.chance, cost=kind.cost)
    return change.record


def remove_kind(owner: Owner, row: OwnKind) -> Change:
    """Delete it. Kinks of this kind stay, under their names, without a kind."""
    with open_change(owner, "kinks.kinds", f"Deleted the kind “{row.name}”.") as change:
        for kink in Kink.objects.of(owner).filter(kind=row.key):
            change.edit(kink, kind="own")
        change.strike(row)
    return change.record
