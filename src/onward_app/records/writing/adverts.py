"""Keep an advert with its job, or take it away."""

from __future__ import annotations

from datetime import date

from onward_app import clock
from onward_app.records.models import Advert, Change, Opportunity, Owner
from onward_app.records.reading.adverts import find_advert
from onward_app.records.writing.changes import open_change


def keep_advert(
    owner: Owner,
    row: Opportunity,
    *,
    text: str,
    title: str = "",
    place: str = "",
    posted_on: date | None = None,
    until: date | None = None,
) -> Change:
    """The advert of a job, in the place of one that is there. An unknown role or place is taken from it."""
    known = {"role": row.role or title, "place": row.place or place}
    old = find_advert(owner, row)
    with open_change(owner, "jobs.advert", f"Kept the advert of {row.title}.", opportunity=row) as change:
        if old is not None:
            change.strike(old)
        change.make(
            Advert, opportunity=row, title=title, text=text, posted_on=posted_on, until=until, brought_on=clock.today()
        )
        change.edit(row, **known)
    return change.record


def remove_advert(owner: Owner, row: Opportunity) -> Change | None:
    """Take it out of force; None where there is none."""
    old = find_advert(owner, row)
    with open_change(owner, "jobs.advert", f"Took the advert of {row.title} away.", opportunity=row) as change:
        if old is not None:
            change.strike(old)
    return change.kept
