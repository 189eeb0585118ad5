"""A message ready to leave by the person's own hand: a mailto address or the text of an .eml. Nothing is sent."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from onward.ask.draft import Draft


def make_mailto(draft: Draft, address: str) -> str:
    """A mailto: link (RFC 6068) that opens the person's mail program with the draft in it."""
    body = _one_line_ends(draft.body).replace("\n", "\r\n")
    fields = f"subject={quote(_header(draft.subject), safe='')}&body={quote(body, safe='')}"
    return f"mailto:{quote(_header(address), safe='@')}?{fields}"


def make_eml(draft: Draft, address: str, *, sender: str = "") -> bytes:
    """The draft as a message file; X-Unsent makes mail programs open it for editing."""
    message = EmailMessage(policy=SMTP)
    for name, value in (("To", address), ("From", sender), ("Subject", draft.subject)):
        if _header(value):
            message[name] = _header(value)
    message["X-Unsent"] = "1"
    message.set_content(_one_line_ends(draft.body) + "\n", cte="quoted-printable")
    return message.as_bytes()


def _header(value: str) -> str:
    """One line without control characters: nothing typed becomes a header of its own."""
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _one_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
