"""A real mail server (aiosmtpd) on this computer, which can be told to misbehave."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER = "alice@home.example"
PASSWORD = "blue tram"


@dataclass
class MailServer:
    """What it took, and how it behaves: `refuses` says what to whom, `after` what follows the whole message."""

    refuses: dict[str, str] = field(default_factory=dict)
    after: str = ""  # "hang", "drop", or what it says instead of yes
    taken: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    logins: list[bytes] = field(default_factory=list)
    port: int = 0

    async def handle_MAIL(  # noqa: N802 - as aiosmtpd calls it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:  # fmt: skip
        if not session.authenticated:
            return "530 5.7.0 log in first"
        if "MAIL" in self.refuses:
            return self.refuses["MAIL"]
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - the same
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:  # fmt: skip
        if "RCPT" in self.refuses:
            return self.refuses["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - the same
        raw = envelope.original_content or b""
        if self.after == "hang":
            await asyncio.sleep(30)
        if self.after == "drop":
            self.taken.append((envelope.mail_from or "", envelope.rcpt_tos, raw))
            assert server.transport is not None
            server.transport.abort()
            return "250 unheard"
        if self.after and self.after != "hang":
            return self.after
        self.taken.append((envelope.mail_from or "", envelope.rcpt_tos, raw))
        return "250 taken"

    def check(self, server: Any, session: Any, envelope: Any, mechanism: str, login: Any) -> AuthResult:
        assert isinstance(login, LoginPassword)
        self.logins.append(login.password)
        right = (login.login, login.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)


@contextmanager
def serve_smtp(
    *, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None, port: int = 0, **more: Any
) -> Iterator[MailServer]:  # fmt: skip
    """A server that lets USER in with PASSWORD; safe from the first byte, by STARTTLS, or not at all."""
    box = MailServer(**more)
    controller = Controller(
        box, hostname="127.0.0.1", port=port, ssl_context=tls, tls_context=starttls, authenticator=box.check,
        auth_require_tls=False,
    )  # fmt: skip
    controller.port = port or _free_port()
    controller.start()
    box.port = controller.port
    try:
        yield box
    finally:
        controller.stop()


def _free_port() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
