"""Whose mailbox an address is: a person's, one that people share, a portal's, or a machine's that nobody reads."""

from __future__ import annotations

import re
from enum import StrEnum

from onward.notice.job.mailbox_words import LocalPart, fold_local_part, read_local_part
from onward.notice.job.senders import (
    JOB_BOARDS,
    TENANT_IN_LOCAL,
    TRACKING_SYSTEMS,
    domain_of,
    domain_owner,
    find_tenant_in_host,
    registrable_domain,
)


class Mailbox(StrEnum):
    """Who reads what is sent to an address, as far as the address tells."""

    PERSON = "person"
    SHARED = "shared"  # careers@, hr@, info@: read and answered by people
    PORTAL = "portal"  # a tracking system's or a board's own: acme@myworkday.com
    MACHINE = "machine"  # no-reply@, mailer-daemon@: nobody reads it


_SYSTEMS = frozenset(domain.partition(".")[0] for domain in TRACKING_SYSTEMS | JOB_BOARDS)
_SENDS_FOR_THE_HOUSE = frozenset(("workday", "myworkday", "icims", "taleo", "successfactors", "greenhouse", "jobvite"))
_LIKE_A_NAME = re.compile(r"[^\W\d_]+(?:[-_.][^\W\d_]+){0,3}")


def tell_mailbox(address: str) -> Mailbox:
    """Whose mailbox it is. This is the only place that decides it.

    jane@lever.co is a person who writes through a portal; careers@acme.com is read by people; notify@acme.com is not.
    """
    domain, owner = domain_of(address), domain_owner(address)
    local = address.rpartition("@")[0] if "@" in address else address
    is_portal = not {domain, owner}.isdisjoint(TRACKING_SYSTEMS | JOB_BOARDS)
    read = _read_front(local, domain, is_portal=is_portal)
    local = local.casefold()
    if read is LocalPart.MACHINE:
        return Mailbox.MACHINE
    if local in _SENDS_FOR_THE_HOUSE:
        return Mailbox.PORTAL
    if not is_portal:
        return Mailbox.PERSON if read is LocalPart.NAME else Mailbox.SHARED
    # Through a portal somebody writes by name or relayed (hit-reply@linkedin.com); everything else there is a house's.
    is_house = read is not LocalPart.NAME or owner in TENANT_IN_LOCAL or local in _SYSTEMS or local in domain.split(".")
    if is_house or (find_tenant_in_host(address) and not _LIKE_A_NAME.fullmatch(local)):
        return Mailbox.PORTAL
    return Mailbox.PERSON


def _read_front(local: str, domain: str, *, is_portal: bool = False) -> LocalPart:
    """What stands in front. A person may note anything behind a “+”; “jobs+noreply” is a machine's."""
    own = frozenset(fold_local_part(registrable_domain(domain).partition(".")[0]))
    base, _, tag = local.partition("+")
    read = read_local_part(base, own)
    is_tag_told = bool(tag) and (is_portal or read is not LocalPart.NAME)
    return LocalPart.MACHINE if is_tag_told and read_local_part(tag, own) is LocalPart.MACHINE else read


def is_for_house(address: str) -> bool:
    """Whether the house speaks there and nobody in particular; at office@ people sign with their names."""
    box = tell_mailbox(address)
    return box in (Mailbox.PORTAL, Mailbox.MACHINE) or (
        box is Mailbox.SHARED and _read_front(address.rpartition("@")[0], domain_of(address)) is LocalPart.DESK
    )


def is_read_by_people(address: str) -> bool:
    """Whether somebody reads what is sent there: one person, or those who share the mailbox."""
    return tell_mailbox(address) in (Mailbox.PERSON, Mailbox.SHARED)
