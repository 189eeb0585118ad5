"""Remembering how far a mailbox was read. It is no Change: undoing what was filed doesn't make mail unread."""

from __future__ import annotations

from collections.abc import Mapping

from onward_app.records.models import MailMark, Owner


def store_mail_marks(owner: Owner, mailbox: str, marks: Mapping[str, str]) -> None:
    """Keep each folder's mark. Those that stand already are put in their place."""
    rows = [MailMark(owner=owner, mailbox=mailbox, folder=folder, mark=mark) for folder, mark in marks.items()]
    MailMark.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["owner", "mailbox", "folder"], update_fields=["mark"]
    )


def forget_mail_marks(owner: Owner, mailbox: str) -> None:
    """The mailbox is read from its start the next time."""
    MailMark.objects.filter(owner=owner, mailbox=mailbox).delete()
