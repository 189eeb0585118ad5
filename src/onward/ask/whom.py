"""Whom to ask: the one actually spoken with, and never an address that nobody reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onward.notice.job.mailboxes import Mailbox, is_read_by_people, tell_mailbox
from onward.notice.job.people import is_person


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom to write to, as far as is known."""

    name: str = ""
    address: str = ""


def choose_recipient(wrote: Sequence[Recipient], met: Sequence[str], *, by_agency: bool = False) -> Recipient:
    """Whoever wrote and was met, then who was met by name, then the newest person who wrote, then a shared mailbox.

    `wrote` is newest first; who signed a letter that came without its address has a name alone. `met` is what was noted
    of an interview, in order: names, initials, or what they do.
    """
    readers = [one for one in wrote if (one.name and not one.address) or is_read_by_people(one.address)]
    people = [one for one in readers if not one.address or tell_mailbox(one.address) is Mailbox.PERSON]
    shared = [one for one in readers if one not in people]
    signed = [one if is_person(one.name, one.address, at_desk=True) else replace(one, name="") for one in shared]
    known = [*people, *signed]  # “Acme Careers” greets as nobody
    both = next((one for one in known for name in met if _is_called(one.name, name)), None)
    named = next((Recipient(name) for name in met if _is_name(name)), None)
    return both or (known[0] if known and (by_agency or named is None) else named) or Recipient(met[0] if met else "")


def explain_unread(address: str, instead: Recipient) -> str:
    """Why nothing should be sent there and whom to ask instead, as sentences; "" where people read it."""
    if not address or is_read_by_people(address):
        return ""
    is_portal = tell_mailbox(address) is Mailbox.PORTAL
    why = f"{address} belongs to a program, and people rarely read what comes there." if is_portal else (
        f"Nobody reads what is sent to {address}."
    )  # fmt: skip
    return f"{why} {_say_instead(instead)}"


def _say_instead(instead: Recipient) -> str:
    if instead.address:
        return f"Write to {f'{instead.name}, ' if instead.name else ''}{instead.address} instead."
    if instead.name:
        return f"Ask {instead.name} instead. Without an address this can stay empty, and you copy the message."
    return "Ask whoever you spoke with instead. Until you know their address, this can stay empty."


def _is_called(name: str, noted: str) -> bool:
    """Whether somebody who signs like that is meant by what was noted: all of it, one name of it, or its initials."""
    words, wanted = name.casefold().split(), noted.casefold().split()
    if len(wanted) == 1:
        return len(wanted[0]) > 2 and wanted[0] in words
    return bool(wanted) and wanted in (words, [f"{word[0]}." for word in words])


def _is_name(noted: str) -> bool:
    """Whether it can be written to: two or three words with capitals, so not “DR” and not “clinical director”."""
    words = noted.split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() and not word.isupper() for word in words)
