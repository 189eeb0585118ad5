"""Which server takes the person's mail: their provider's, or the one they name."""

from __future__ import annotations

from onward_app.sources.found import SourceTrouble
from onward_app.sources.place import OnServer, Place, parse_place
from onward_app.sources.providers import find_provider

TLS_PORT, STARTTLS_PORT = 465, 587  # RFC 8314 and RFC 6409
SAFE_AT_ONCE, BY_STARTTLS = "smtps", "smtp"
NO_WAY_OUT = (
    "{name} takes no mail from other programs with a password any more. Open the message in your mail program instead."
)
UNKNOWN = (
    "Onward doesn’t know which server takes mail from {provider}. Your provider’s help calls it the SMTP server, or "
    "the outgoing server; write it below."
)


def choose_server(address: str, *, host: str = "", scheme: str = "") -> OnServer:
    """The server that takes mail from an address: the one that was named, or its provider's.

    Raises:
        SourceTrouble: the provider takes none this way, or nobody here knows which server does.
    """
    if host:
        name, _, port = host.partition(":")
        at = int(port) if port.isdecimal() else None
        return OnServer(scheme or (SAFE_AT_ONCE if at in (None, TLS_PORT) else BY_STARTTLS), name, at, address)
    known = find_provider(address)
    if known is None:
        raise SourceTrouble(UNKNOWN.format(provider=address.rpartition("@")[2]))
    if not known.sends:
        raise SourceTrouble(NO_WAY_OUT.format(name=known.name))
    return read_server(known.sends, address)


def read_server(kept: str, address: str) -> OnServer:
    """The server as the settings have it, with whom one logs in as."""
    place: Place = parse_place(kept)
    assert isinstance(place, OnServer)
    return OnServer(place.scheme, place.host, place.port, address)


def write_server(server: OnServer) -> str:
    """The server for the settings: never who, and never a password."""
    return f"{server.scheme}://{server.host}" + (f":{server.port}" if server.port else "")


def find_port(server: OnServer) -> int:
    """The port that was named, or the usual one."""
    return server.port or (TLS_PORT if server.scheme == SAFE_AT_ONCE else STARTTLS_PORT)
