"""Reaching a mail server over IMAP, and what went wrong in words: what, where, what to do, and never a password."""

from __future__ import annotations

import imaplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from onward_app.sources.found import SourceTrouble
from onward_app.sources.place import OnServer, is_this_computer

if TYPE_CHECKING:
    from imap_tools import BaseMailBox

TLS_PORT, PLAIN_PORT = 993, 143
PATIENCE = 60  # seconds that a server may take for one answer
NOT_GIVEN = (
    "The mailbox at {host} wants a password, and none was given. Run this in a terminal to be asked for it, or read it "
    "on the page Read a mailbox."
)
REFUSED = (
    "{host} didn’t take that name or password. Most providers want an app password here instead of your own: Help, "
    "“Get your mail out”, says where to make one."
)


@contextmanager
def open_mailbox(place: OnServer) -> Iterator[BaseMailBox]:
    """A mailbox that let us in, closed again at the end. Raises SourceTrouble, also for what goes wrong in between."""
    if not place.password:
        raise SourceTrouble(NOT_GIVEN.format(host=place.host))
    with _in_words(place):
        box = _connect_to(place)
        try:
            # TLS before the password, unless the server is this computer
            if not isinstance(box.client, imaplib.IMAP4_SSL) and not is_this_computer(place.host):
                box.client.starttls(ssl.create_default_context())
            _log_in(box, place)
            yield box
        finally:
            # A server that has gone needs none; the connection is closed all the same.
            with suppress(OSError, imaplib.IMAP4.error):
                box.client.logout()
            with suppress(OSError):
                box.client.shutdown()


def _connect_to(place: OnServer) -> BaseMailBox:
    from imap_tools import MailBox, MailBoxUnencrypted

    if place.scheme == "imaps" or place.port == TLS_PORT:
        return MailBox(place.host, place.port or TLS_PORT, timeout=PATIENCE, ssl_context=ssl.create_default_context())
    return MailBoxUnencrypted(place.host, place.port or PLAIN_PORT, timeout=PATIENCE)


def _log_in(box: BaseMailBox, place: OnServer) -> None:
    from imap_tools.errors import MailboxLoginError

    ascii_ = place.user.isascii() and place.password.isascii()
    try:
        (box.login if ascii_ else box.login_utf8)(place.user, place.password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise  # the connection went, and says nothing of the password
    except (imaplib.IMAP4.error, MailboxLoginError):
        raise SourceTrouble(REFUSED.format(host=place.host)) from None


@contextmanager
def _in_words(place: OnServer) -> Iterator[None]:
    """Whatever the world does, as a SourceTrouble. What may be better in a moment isn't permanent."""
    from imap_tools.errors import ImapToolsError

    try:
        yield
    except ssl.SSLCertVerificationError as error:
        why = error.verify_message or "it can’t be checked"
        raise SourceTrouble(
            f"The certificate of {place.host} can’t be trusted ({why}), so nothing was sent to it, and no password. "
            "Check the name of the server; if it is right, tell whoever runs it."
        ) from None
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError) as error:
        raise SourceTrouble(_describe_failure(place, error), permanent=False) from None  # it hung up, busy perhaps
    except ssl.SSLError:
        raise SourceTrouble(
            f"{place.host} doesn’t speak the safe connection (TLS) that was asked for. Check the server and the port; "
            "imaps:// usually has port 993."
        ) from None
    except (imaplib.IMAP4.error, ImapToolsError, OSError, UnicodeError) as error:
        raise SourceTrouble(_describe_failure(place, error), permanent=False) from None


def _describe_failure(place: OnServer, error: Exception) -> str:
    if isinstance(error, (socket.gaierror, UnicodeError)):  # the latter: a name that can be nobody's
        return f"There is no server called {place.host}, or this computer is offline. Check the name, then read again."
    if isinstance(error, ConnectionRefusedError):
        if not place.port:
            return f"Nothing answers at {place.host}, port as usual. Check the server and the port."
        return f"Nothing answers at {place.host}, port {place.port}. Check the server and the port."
    if "TLS not supported" in str(error):
        return f"{place.host} offers no safe connection (TLS), so no password was sent to it. Try imaps:// instead."
    return (
        f"The connection to {place.host} broke off. What was read until then is kept; read it again, and it goes on "
        "from there."
    )
