"""Letting a browser in, and signing it out. No Change: it is nothing of a search, and no *Undo* brings it back."""

from __future__ import annotations

import secrets

from django.db import transaction

from onward_app import clock
from onward_app.records.models import Owner, SignIn
from onward_app.records.reading.door import THIRTY_DAYS, mark_of


def begin_sign_in(owner: Owner) -> str:
    """Let a browser in as this owner: what it has to show from now on. What ran out is cleared away."""
    now, shown = clock.machine_now(), secrets.token_urlsafe(32)
    with transaction.atomic():
        SignIn.objects.filter(begun_at__lt=now - THIRTY_DAYS).delete()
        SignIn.objects.create(owner=owner, mark=mark_of(shown), begun_at=now)
    return shown


def sign_out_everywhere(owner: Owner) -> int:
    """End every sign-in of this owner at once; how many there were."""
    return SignIn.objects.filter(owner=owner).delete()[0]
