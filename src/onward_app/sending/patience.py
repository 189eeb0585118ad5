"""A connection to a mail server that ends, also where the server says a little now and then, and never has done.

smtplib waits for each piece of an answer; the pieces together may take as long as they like. Here a clock hangs up.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
import threading
from contextlib import suppress
from typing import Any

NO_END = "it timed out before it came to an end"


def connect_patiently(
    host: str, port: int, *, hello: str, silent: float, longest: float, context: ssl.SSLContext | None
) -> smtplib.SMTP:
    """A connection that is greeted. With a `context` it is safe from the first byte.

    `silent` and `longest` are seconds: without a byte, and for all that is said on it.

    Raises:
        TimeoutError: either was over, here or in any later `getreply`.
    """
    if context is None:
        return _Ending(host, port, hello, silent, longest=longest)
    return _EndingSafely(host, port, hello, silent, longest=longest, context=context)


class _Ending(smtplib.SMTP):
    """Hung up when its time is over; the answer that was awaited is then a TimeoutError."""

    def __init__(self, host: str, port: int, hello: str, silent: float, *, longest: float, **more: Any) -> None:
        self._over = False
        self._clock = threading.Timer(longest, self._hang_up)
        self._clock.daemon = True
        self._clock.start()
        try:
            super().__init__(host, port, hello, timeout=silent, **more)
        except BaseException:
            self._clock.cancel()
            raise

    def getreply(self) -> tuple[int, bytes]:
        """What the server answers."""
        try:
            said = super().getreply()
        except (OSError, smtplib.SMTPException):
            if not self._over:
                raise
        if self._over:  # what came until then may be half an answer
            self.close()
            raise TimeoutError(NO_END)
        return said

    def close(self) -> None:
        """End it; nobody waits any more."""
        self._clock.cancel()
        super().close()

    def _hang_up(self) -> None:
        self._over = True
        with suppress(OSError, AttributeError):
            # The socket's own: that of TLS would take its cipher away under whoever reads.
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)  # type: ignore[arg-type]


class _EndingSafely(_Ending, smtplib.SMTP_SSL):
    """The same, with TLS from the first byte."""
