"""The secret address of the private calendar. No Change speaks of it: an undo would open an address that was shut."""

from __future__ import annotations

import secrets

from onward_app.records.models import Owner
from onward_app.records.writing.owner import set_owner_fields


def change_feed(owner: Owner, *, neutral: bool, remind: bool, anew: bool) -> None:
    """Switch the calendar on, under an address of its own; `anew` makes another one, and the old one leads nowhere."""
    key = secrets.token_urlsafe(32) if anew or not owner.feed_key else owner.feed_key
    set_owner_fields(owner, feed_key=key, feed_neutral=neutral, feed_reminds=remind)


def turn_off_feed(owner: Owner) -> None:
    """No address leads to it any more."""
    set_owner_fields(owner, feed_key="")
