"""Whether what a browser shows lets it in."""

from __future__ import annotations

from datetime import timedelta

from django.utils.crypto import salted_hmac

from onward_app import clock
from onward_app.records.models import Owner, SignIn

SALT = "onward.door"
THIRTY_DAYS = timedelta(days=30)
CLOCKS_DIFFER = timedelta(days=1)


def mark_of(shown: str) -> str:
    """The mark of what a browser shows. The secret in the data folder makes it, so that a copy of the database alone
    opens nothing, and what was let in to one folder isn't let in to another.
    """
    return salted_hmac(SALT, shown, algorithm="sha256").hexdigest()


def find_signed_in(shown: str) -> Owner | None:
    """Whom this browser was let in as; None when it never was, was signed out, or that is thirty days ago.

    One that began in the future of this clock, because the clock was taken back, has ended too.
    """
    if not shown:
        return None
    now = clock.machine_now()
    within = SignIn.objects.filter(begun_at__gt=now - THIRTY_DAYS, begun_at__lt=now + CLOCKS_DIFFER)
    found = within.filter(mark=mark_of(shown)).select_related("owner").first()
    return found.owner if found else None
