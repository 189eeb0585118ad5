"""The advert that stands at a job."""

from __future__ import annotations

from onward_app.records.models import Advert, Opportunity, Owner


def find_advert(owner: Owner, row: Opportunity) -> Advert | None:
    """The newest; after a merge there may be two."""
    return Advert.objects.of(owner).filter(opportunity=row).order_by("-id").first()
