"""Where the large providers keep their mail, by the domain of an address, and whether an app password opens it."""

from __future__ import annotations

from dataclasses import dataclass

from onward_app.sources.found import SourceTrouble
from onward_app.sources.place import OnServer


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider's IMAP server, by the domains of its addresses. Without a server it can't be read this way."""

    name: str
    domains: tuple[str, ...]
    host: str = ""


# As their help pages said in 2026. Microsoft took passwords out of IMAP in September 2024, app passwords too.
PROVIDERS = (
    Provider("Gmail", ("gmail.com", "googlemail.com"), "imap.gmail.com"),
    Provider("iCloud", ("icloud.com", "me.com", "mac.com"), "imap.mail.me.com"),
    Provider("GMX", ("gmx.de", "gmx.net", "gmx.at", "gmx.ch"), "imap.gmx.net"),
    Provider("GMX", ("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es"), "imap.gmx.com"),
    Provider("Web.de", ("web.de",), "imap.web.de"),
    Provider(
        "Yahoo", ("yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.es", "yahoo.it"), "imap.mail.yahoo.com"
    ),
    Provider("Fastmail", ("fastmail.com", "fastmail.fm"), "imap.fastmail.com"),
    Provider("Posteo", ("posteo.de", "posteo.net"), "posteo.de"),
    Provider("mailbox.org", ("mailbox.org",), "imap.mailbox.org"),
    Provider(
        "Outlook", ("outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "hotmail.de", "hotmail.fr")
    ),
)  # fmt: skip
NO_WAY_IN = "{} lets no other program in with a password any more. Help, “Get your mail out”, says what works instead."


def place_of_address(address: str, *, password: str, host: str = "", folder: str = "") -> OnServer:
    """The mailbox of an address, at its provider's server or the one that was named, always through TLS.

    Raises:
        SourceTrouble: the provider lets nobody in this way, or nobody here knows where its mail is.
    """
    domain = address.rpartition("@")[2].lower()
    known = next((one for one in PROVIDERS if domain in one.domains), None)
    if known is not None and not known.host and not host:
        raise SourceTrouble(NO_WAY_IN.format(known.name))
    server = host or (known.host if known else "")
    if not server:
        raise SourceTrouble(
            f"Onward doesn’t know where mail at {domain} is kept. Your provider’s help calls it the IMAP server; write "
            "it below."
        )
    name, _, port = server.partition(":")
    return OnServer("imaps", name, int(port) if port.isdigit() else None, address, password, folder)
