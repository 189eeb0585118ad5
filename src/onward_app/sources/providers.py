"""Where the large providers keep mail and take it, by the domain of an address; and whether an app password works."""

from __future__ import annotations

from dataclasses import dataclass

from onward_app.sources.found import SourceTrouble
from onward_app.sources.place import OnServer


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider's servers, by the domains of its addresses. Without them nobody comes in this way.

    `host` is where mail is read (IMAP); `sends` is where it is handed over (SMTP), as an address: `smtps://` is safe
    from the first byte, `smtp://` by STARTTLS.
    """

    name: str
    domains: tuple[str, ...]
    host: str = ""
    sends: str = ""


# As their help pages said in 2026. Microsoft took passwords out of IMAP in September 2024, app passwords too.
PROVIDERS = (
    Provider("Gmail", ("gmail.com", "googlemail.com"), "imap.gmail.com", "smtps://smtp.gmail.com"),
    Provider("iCloud", ("icloud.com", "me.com", "mac.com"), "imap.mail.me.com", "smtp://smtp.mail.me.com"),
    Provider("GMX", ("gmx.de", "gmx.net", "gmx.at", "gmx.ch"), "imap.gmx.net", "smtps://mail.gmx.net"),
    Provider("GMX", ("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es"), "imap.gmx.com", "smtps://mail.gmx.com"),
    Provider("Web.de", ("web.de",), "imap.web.de", "smtps://smtp.web.de"),
    Provider(
        "Yahoo", ("yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.es", "yahoo.it"), "imap.mail.yahoo.com",
        "smtps://smtp.mail.yahoo.com",
    ),
    Provider("Fastmail", ("fastmail.com", "fastmail.fm"), "imap.fastmail.com", "smtps://smtp.fastmail.com"),
    Provider("Posteo", ("posteo.de", "posteo.net"), "posteo.de", "smtps://posteo.de"),
    Provider("mailbox.org", ("mailbox.org",), "imap.mailbox.org", "smtps://smtp.mailbox.org"),
    Provider(
        "Outlook", ("outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.de", "hotmail.de", "hotmail.fr")
    ),
)  # fmt: skip
NO_WAY_IN = (
    "{name} lets no other program in with a password any more. Help, “Get your mail out”, says what works instead."
)


def find_provider(address: str) -> Provider | None:
    """The large provider of an address, None for any other."""
    domain = address.rpartition("@")[2].lower()
    return next((one for one in PROVIDERS if domain in one.domains), None)


def place_of_address(address: str, *, password: str, host: str = "", folder: str = "") -> OnServer:
    """The mailbox of an address, at its provider's server or the one that was named, always through TLS.

    Raises:
        SourceTrouble: the provider lets nobody in this way, or nobody here knows where its mail is.
    """
    known, domain = find_provider(address), address.rpartition("@")[2].lower()
    if known is not None and not known.host and not host:
        raise SourceTrouble(NO_WAY_IN.format(name=known.name))
    server = host or (known.host if known else "")
    if not server:
        raise SourceTrouble(
            f"Onward doesn’t know where mail at {domain} is kept. Your provider’s help calls it the IMAP server; write "
            "it below."
        )
    name, _, port = server.partition(":")
    return OnServer("imaps", name, int(port) if port.isdigit() else None, address, password, folder)
