"""What went, or may have gone, through the person's own server."""

from __future__ import annotations

from datetime import datetime, timedelta

from onward_app.records.models import Opportunity, Owner, Sending

AT_MOST = timedelta(minutes=5)  # ten answers of a server, each waited for as long as it may take


def find_sending(owner: Owner, row: Opportunity, sort: str) -> Sending | None:
    """The message of this sort at a job that went or may have gone, also where its draft was taken back since."""
    rows = Sending.objects.filter(owner=owner, ask__opportunity=row, ask__sort=sort)
    return rows.select_related("ask").order_by("-pk").first()


def is_on_its_way(sending: Sending, when: datetime) -> bool:
    """Whether the server may still be answering just now."""
    return sending.ended_at is None and when < sending.begun_at + AT_MOST
