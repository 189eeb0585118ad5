"""The one owner, made at first start, and what is set of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction

from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.models import Change, Letter, OwnAddress, Owner
from onward_app.records.writing.changes import open_change


def ensure_owner() -> Owner:
    """The person whose machine this is; the command line and the one-time token act as them."""
    return Owner.objects.order_by("-at_home", "pk").first() or _make_owner()


def _make_owner() -> Owner:
    """Made once, also when two first starts are at it: the database takes one, and the other finds it."""
    try:
        with transaction.atomic():
            return Owner.objects.create(made_at=clock.now(), at_home=True)
    except IntegrityError:
        return Owner.objects.get(at_home=True)


def change_settings(owner: Owner, intention: str, summary: str, **fields: object) -> Change | None:
    """A setting that the person chose; None when it was so already."""
    with open_change(owner, intention, summary) as change:
        change.edit(owner, **fields)
    return change.kept


def set_owner_fields(owner: Owner, **fields: object) -> None:
    """What Onward notes of the person by itself, and nobody would want to undo."""
    for name, value in fields.items():
        setattr(owner, name, value)
    owner.save(update_fields=list(fields))


def remember_addresses(owner: Owner, addresses: Iterable[str]) -> None:
    """Addresses the person writes from. A new one is another look at the letters from there, and at all there is."""
    known = set(owner.addresses.values_list("address", flat=True))
    rows = [OwnAddress(owner=owner, address=address.lower()) for address in sorted(set(addresses)) if address]
    OwnAddress.objects.bulk_create(rows, ignore_conflicts=True)
    theirs = Letter.objects.filter(owner=owner, sender__in={row.address for row in rows} - known)
    if theirs.exists():
        from onward_app.records.writing.marks import refresh_letter_marks

        refresh_letter_marks(owner, theirs)
        set_owner_fields(owner, filed_through=None)


def record_mail_read(owner: Owner, on: date) -> None:
    """Silence counts up to this day: the last on which mail was read. Only the person takes it back."""
    if owner.mail_read_on is None or on > owner.mail_read_on:
        set_owner_fields(owner, mail_read_on=on)


def take_back_read_to(owner: Owner, day: date | None) -> Change | None:
    """Mail counts as read up to this day only, None for never: a clock was wrong. None where it is so already."""
    if day == owner.mail_read_on:
        return None
    summary = f"Mail counts as read up to {say_day(day)}." if day else "No mail counts as read."
    with open_change(owner, "notice.read_to", summary) as change:
        change.edit_unchecked(owner, mail_read_on=day)  # reading sets it again, and it is undone all the same
    return change.record
