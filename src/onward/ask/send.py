"""A message ready to leave: a mailto address, the text of an .eml, or the whole message. Nothing is sent here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from onward.ask.draft import Draft


@dataclass(frozen=True, slots=True)
class Envelope:
    """From whom to whom, when, and under which name of its own (`id`, without its brackets) a message goes."""

    sender: str
    sender_name: str
    to: str
    to_name: str
    at: datetime
    id: str


def make_mailto(draft: Draft, address: str) -> str:
    """A mailto: link (RFC 6068) that opens the person's mail program with the draft in it."""
    body = _one_line_ends(draft.body).replace("\n", "\r\n")
    fields = f"subject={quote(_clean_header(draft.subject), safe='')}&body={quote(body, safe='')}"
    return f"mailto:{quote(_clean_header(address), safe='@')}?{fields}"


def make_eml(draft: Draft, address: str, *, sender: str = "") -> bytes:
    """The draft as a message file; X-Unsent makes mail programs open it for editing."""
    message = EmailMessage(policy=SMTP)
    for name, value in (("To", address), ("From", sender), ("Subject", draft.subject)):
        if _clean_header(value):
            message[name] = _clean_header(value)
    message["X-Unsent"] = "1"
    message.set_content(_one_line_ends(draft.body) + "\n", cte="quoted-printable")
    return message.as_bytes()


def make_message(draft: Draft, envelope: Envelope) -> bytes:
    """The whole message (RFC 5322), in plain ASCII with CRLF: what a server is given, and what is kept."""
    message = EmailMessage(policy=SMTP)
    message["From"] = _make_address(envelope.sender_name, envelope.sender)
    message["To"] = _make_address(envelope.to_name, envelope.to)
    message["Subject"] = _clean_header(draft.subject)
    message["Date"] = envelope.at
    message["Message-ID"] = f"<{envelope.id}>"
    message.set_content(_one_line_ends(draft.body) + "\n", cte="quoted-printable")
    return message.as_bytes()


def plain_address(address: str) -> str:
    """The address as every server takes it: a domain in letters of its own is written as its ASCII name (RFC 3490).

    Raises:
        UnicodeError: what stands before the @ isn't ASCII, or the domain can be nobody's.
    """
    name, _, domain = _clean_header(address).rpartition("@")
    return f"{name.encode('ascii').decode()}@{domain.encode('idna').decode()}"


def _make_address(name: str, address: str) -> Address:
    return Address(display_name=_clean_header(name), addr_spec=plain_address(address))


def _clean_header(value: str) -> str:
    """One line without control characters: nothing typed becomes a header of its own."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _one_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
