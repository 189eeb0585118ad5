"""A message through the person's own server: noted before the server is asked, so that nothing goes twice.

Begun, then gone, not gone, or nobody can say. Only what surely didn't go may be tried again.
"""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from onward_app import clock
from onward_app.records.models import Ask, Change, Owner, Sending
from onward_app.records.reading.sending import find_sending
from onward_app.records.writing.ask import record_ask_sent
from onward_app.records.writing.owner import change_settings
from onward_app.sending.server import write_server
from onward_app.sources.place import OnServer

FIELDS = ("to_name", "to_address", "subject", "text")
TWICE = "This message has gone already, or is on its way. Nothing is sent twice."
BY_SMTP = "smtp"


class GoneAlready(Exception):
    """It went, may have gone, or is on its way; the message says that nothing goes twice."""


def set_server(owner: Owner, server: OnServer) -> Change | None:
    """From which address and through which server the person's messages may go. The password is in no row."""
    summary = f"Messages may go through {server.host}."
    return change_settings(
        owner, "ask.server", summary, sends_from=server.user, sends_through=write_server(server)
    )  # fmt: skip


def forget_server(owner: Owner) -> Change | None:
    """Nothing goes from here any more."""
    return change_settings(owner, "ask.server", "Nothing is sent from here any more.", sends_from="", sends_through="")


def begin_sending(owner: Owner, ask: Ask, *, through: str, message: bytes) -> Sending:
    """Note that it is about to go, before it does.

    Raises:
        GoneAlready: another button, page or day was first.
    """
    try:
        with transaction.atomic():
            there = Ask.objects.of(owner).get(pk=ask.pk)
            if there.sent_on is not None or find_sending(owner, ask.opportunity, ask.sort) is not None:
                raise GoneAlready(TWICE)
            return Sending.objects.create(
                owner=owner, ask=there, begun_at=clock.now(), through=through, message=message.decode("ascii")
            )
    except IntegrityError:  # another process, on a database that lets two begin at once
        raise GoneAlready(TWICE) from None


def give_up_sending(sending: Sending) -> None:
    """It surely didn't go: the draft is as it was, and may be tried again."""
    sending.delete()


def leave_sending_open(sending: Sending, trouble: str) -> None:
    """Nobody can say whether it went."""
    sending.ended_at, sending.trouble = clock.now(), trouble
    sending.save(update_fields=["ended_at", "trouble"])


def record_sent_through(owner: Owner, sending: Sending, *, on: date) -> Change:
    """The server took it, or the person knows that it did."""
    ask = sending.ask
    fields = {name: getattr(ask, name) for name in FIELDS}
    with transaction.atomic():
        sending.went, sending.ended_at = True, clock.now()
        sending.save(update_fields=["went", "ended_at"])
        _, change = record_ask_sent(owner, ask.opportunity, sort=ask.sort, on=on, by=BY_SMTP, **fields)
    return change
