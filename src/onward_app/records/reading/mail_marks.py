"""How far the mailboxes that grow were read."""

from __future__ import annotations

from onward_app.records.models import MailMark, Owner


def load_mail_marks(owner: Owner, mailbox: str) -> dict[str, str]:
    """The mark of each folder of a mailbox that was read before."""
    return dict(MailMark.objects.filter(owner=owner, mailbox=mailbox).values_list("folder", "mark"))


def list_mailboxes(owner: Owner) -> list[str]:
    """The mailboxes that were read before, by the names their sources gave them."""
    return list(MailMark.objects.filter(owner=owner).order_by("mailbox").values_list("mailbox", flat=True).distinct())
