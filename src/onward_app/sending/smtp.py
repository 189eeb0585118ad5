"""Handing one message over to a mail server (SMTP, RFC 5321), and what went wrong in words.

Two things can be told apart and have to be: it surely didn't go, or nobody can say. Only from the moment at which the
whole message was handed over until the server answered is it the latter; then nothing is tried again by itself.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from onward_app.sending.patience import NO_END, connect_patiently
from onward_app.sending.server import SAFE_AT_ONCE, find_port
from onward_app.sources.place import OnServer, is_this_computer

PATIENCE = 30  # seconds that a server may be silent
LONGEST = 120  # seconds that all of it may take, for a server that never comes to an end
HELLO = "[127.0.0.1]"  # what this computer is called is nobody's business
WORDS = 160  # characters of what a server said that are shown
NOTHING_SENT = "Nothing was sent, and your message is kept."
_LEADING_DOT = re.compile(rb"(?m)^\.")


class NotSent(Exception):
    """It surely didn't go; the message says why and what to do."""


class MaybeSent(Exception):
    """Whether it went can't be told; the message says so."""


def hand_over(server: OnServer, message: bytes, *, sender: str, to: str) -> None:
    """Give the server one message; when this comes back, the server has taken it.

    Raises:
        NotSent: it didn't go.
        MaybeSent: the server had all of it, and didn't say whether it took it.
    """
    with _in_words(server), _logged_in(server) as smtp:
        _require_yes(smtp.mail(sender), f"{server.host} doesn’t send for {sender}")
        _require_yes(smtp.rcpt(to), f"{server.host} doesn’t take mail to {to}")
        _require_yes(smtp.docmd("data"), f"{server.host} takes no message just now")
        smtp.send(_LEADING_DOT.sub(b"..", message) + b".\r\n")
        _require_yes(_read_last_word(smtp, server), f"{server.host} read the message and didn’t take it")


def try_server(server: OnServer) -> None:
    """Log in and leave again, without a message.

    Raises:
        NotSent: it can't be reached, isn't safe, or doesn't take the password.
    """
    with _in_words(server), _logged_in(server):
        pass


def _read_last_word(smtp: smtplib.SMTP, server: OnServer) -> tuple[int, bytes]:
    try:
        return smtp.getreply()
    except (OSError, smtplib.SMTPException):
        raise MaybeSent(
            f"{server.host} had the whole message, and then the connection broke off before it said whether it took it."
        ) from None


def _require_yes(said: tuple[int, bytes], otherwise: str) -> None:
    code, words = said
    if not 200 <= code < 400:
        raise NotSent(f"{otherwise}: “{_shorten_words(code, words)}”. {NOTHING_SENT}")


def _shorten_words(code: int, words: bytes) -> str:
    text = " ".join(words.decode("utf-8", "replace").split())
    return f"{code} {''.join(c for c in text if c.isprintable())[:WORDS]}".strip()


@contextmanager
def _logged_in(server: OnServer) -> Iterator[smtplib.SMTP]:
    smtp = _connect_server(server)
    try:
        _make_safe(smtp, server)
        if server.password:
            _log_in(smtp, server)
        yield smtp
    finally:
        with suppress(OSError, smtplib.SMTPException):
            smtp.quit()
        smtp.close()


def _connect_server(server: OnServer) -> smtplib.SMTP:
    context = ssl.create_default_context() if server.scheme == SAFE_AT_ONCE else None
    return connect_patiently(
        server.host, find_port(server), hello=HELLO, silent=PATIENCE, longest=LONGEST, context=context
    )


def _make_safe(smtp: smtplib.SMTP, server: OnServer) -> None:
    """TLS before the password and the message, unless the server is this computer."""
    smtp.ehlo_or_helo_if_needed()
    if server.scheme == SAFE_AT_ONCE:
        return
    here, context = is_this_computer(server.host), ssl.create_default_context()
    if here:  # a bridge on this computer vouches for itself, and nobody else can listen
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    if smtp.has_extn("starttls"):
        smtp.starttls(context=context)
        smtp.ehlo_or_helo_if_needed()
    elif not here:
        raise NotSent(
            f"{server.host} offers no safe connection (TLS), so it got no password and no message. {NOTHING_SENT}"
        )


def _log_in(smtp: smtplib.SMTP, server: OnServer) -> None:
    if server.password.isascii() and server.user.isascii():
        smtp.login(server.user, server.password)
        return
    told = b64encode(f"\0{server.user}\0{server.password}".encode()).decode()  # RFC 4616, which smtplib does in ASCII
    code, words = smtp.docmd("AUTH", f"PLAIN {told}")
    if code != 235:  # RFC 4954
        raise smtplib.SMTPAuthenticationError(code, words)


@contextmanager
def _in_words(server: OnServer) -> Iterator[None]:
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        why = error.verify_message or "it can’t be checked"
        raise NotSent(
            f"The certificate of {server.host} can’t be trusted ({why}), so it got no password and no message. If it "
            f"worked before, the certificate has changed: ask whoever runs it. {NOTHING_SENT}"
        ) from None
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError):
        raise NotSent(_broke_off(server)) from None
    except ssl.SSLError:
        raise NotSent(
            f"{server.host} doesn’t speak the safe connection that was asked for. Port 465 is safe from the first "
            f"byte, port 587 by STARTTLS. {NOTHING_SENT}"
        ) from None
    except (smtplib.SMTPException, OSError, UnicodeError) as error:
        raise NotSent(_describe_trouble(server, error)) from None


def _describe_trouble(server: OnServer, error: Exception) -> str:
    """A sentence for each way in which a server lets one down."""
    if isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code >= 500:
        return (
            f"{server.host} didn’t take that name or password. Most providers want an app password here instead of "
            f"your own. {NOTHING_SENT}"
        )
    if isinstance(error, smtplib.SMTPNotSupportedError) or type(error) is smtplib.SMTPException:
        return f"{server.host} takes no password in this way. Check the server and the port. {NOTHING_SENT}"
    if isinstance(error, (socket.gaierror, UnicodeError)):
        return f"There is no server called {server.host}, or this computer is offline. {NOTHING_SENT}"
    if isinstance(error, ConnectionRefusedError):
        return f"Nothing answers at {server.host}, port {find_port(server)}. Check both. {NOTHING_SENT}"
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        waited = LONGEST if str(error) == NO_END else PATIENCE
        return f"{server.host} gave no whole answer within {waited} seconds. Try again later. {NOTHING_SENT}"
    if isinstance(error, smtplib.SMTPResponseException) and error.smtp_code > 0:
        said = _shorten_words(error.smtp_code, _to_bytes(error.smtp_error))
        return f"{server.host} doesn’t let anybody in just now: “{said}”. {NOTHING_SENT}"
    return _broke_off(server)


def _broke_off(server: OnServer) -> str:
    return f"The connection to {server.host} broke off before the message was handed over. {NOTHING_SENT}"


def _to_bytes(said: bytes | str) -> bytes:
    return said if isinstance(said, bytes) else said.encode()
