"""What the person wrote for nobody but themselves."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from onward.values.fifteen_minutes import is_offered
from onward_app.records.models import Owner, Writing
from onward_app.records.reading.rows import NotFound

MATTERS, KIND = "matters", "kind"  # what matters most; a few kind sentences to oneself


def list_writings(owner: Owner, sort: str) -> QuerySet[Writing]:
    """What was kept, newest first."""
    return Writing.objects.filter(owner=owner, sort=sort).order_by("-at", "-pk")


def find_writing(owner: Owner, sort: str, pk: int) -> Writing:
    """One of them.

    Raises:
        NotFound: there is none of theirs with that id.
    """
    row = list_writings(owner, sort).filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


def may_offer_fifteen_minutes(owner: Owner, on: date) -> bool:
    """Whether fifteen minutes on what matters are offered: once a week at most."""
    return is_offered(owner.values_written_on, on)
