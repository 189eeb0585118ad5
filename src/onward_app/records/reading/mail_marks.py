"""How far the mailboxes that grow were read."""

from __future__ import annotations

from onward_app.records.models import MailMark, Owner
from onward_app.sources.found import ON_DISK


def load_mail_marks(owner: Owner, mailbox: str) -> dict[str, str]:
    """The mark of each folder of a mailbox that was read before."""
    return dict(MailMark.objects.filter(owner=owner, mailbox=mailbox).values_list("folder", "mark"))


def list_mailboxes(owner: Owner) -> list[str]:
    """The mailboxes on servers that were read before, by the names their sources gave them."""
    on_servers = MailMark.objects.filter(owner=owner).exclude(mailbox__startswith=ON_DISK)
    return list(on_servers.order_by("mailbox").values_list("mailbox", flat=True).distinct())
