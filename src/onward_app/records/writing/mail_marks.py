"""Remembering how far a mailbox was read. It is no Change: undoing what was filed doesn't make mail unread."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from onward_app.records.models import MailMark, Owner


def store_mail_marks(owner: Owner, mailbox: str, marks: Mapping[str, str]) -> None:
    """Keep each folder's mark. Those that stand already are put in their place."""
    rows = [MailMark(owner=owner, mailbox=mailbox, folder=folder, mark=mark) for folder, mark in marks.items()]
    MailMark.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["owner", "mailbox", "folder"], update_fields=["mark"]
    )


def forget_mail_mark(owner: Owner, mailbox: str, folder: str) -> None:
    """One mark that isn't so any more."""
    MailMark.objects.filter(owner=owner, mailbox=mailbox, folder=folder).delete()


def replace_mail_marks(owner: Owner, mailbox: str, marks: Mapping[str, str]) -> None:
    """Keep these marks and no others: what is gone from the mailbox is forgotten here, too."""
    with transaction.atomic():
        MailMark.objects.filter(owner=owner, mailbox=mailbox).delete()
        store_mail_marks(owner, mailbox, marks)


def forget_disk_marks(owner: Owner) -> None:
    """What lies on a disk is read from its start the next time."""
    from onward_app.sources.found import ON_DISK  # all that reads mail comes with it: not for every page

    MailMark.objects.filter(owner=owner, mailbox__startswith=ON_DISK).delete()
