"""Serving beyond this computer: what has to be there first, or Onward doesn't start."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
UNPROTECTED = (
    "Whoever reaches this address could open your search. Set a password first: run `onward password`, then this again."
)
NO_PROXY = (
    "On {host} other computers could reach Onward, and what they send could be read on the way. Have a proxy with TLS "
    "in front (Caddy, nginx) and say by which address it is opened: --behind https://onward.example.org."
)
NO_TLS = (
    "--behind is the https address by which the proxy is opened, such as https://onward.example.org. "
    "“{behind}” is none."
)
NO_ADDRESS = "--host is an address of this computer, written as numbers and dots. “{host}” is none."


class ServeTrouble(Exception):
    """Onward can't be served as asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Serving:
    """Where Onward listens, and by which address a declared proxy is opened; "" without one."""

    host: str = LOOPBACK
    behind: str = ""


def plan_serving(host: str, behind: str, *, password: bool) -> Serving:
    """Where to listen; `password` says whether one is set.

    Raises:
        ServeTrouble: it would be open to others without a password, or without TLS.
    """
    address = _parse_address(host)
    if not address.is_loopback and not behind:
        raise ServeTrouble(NO_PROXY.format(host=host))
    origin = _parse_origin(behind) if behind else ""
    if origin and not password:
        raise ServeTrouble(UNPROTECTED)
    return Serving(str(address), origin)


def _parse_address(host: str) -> ipaddress.IPv4Address:
    try:
        return ipaddress.IPv4Address(LOOPBACK if host == "localhost" else host)
    except ValueError as trouble:
        raise ServeTrouble(NO_ADDRESS.format(host=host)) from trouble


def _parse_origin(behind: str) -> str:
    parts = urlsplit(behind.lower())
    plain = parts.path in {"", "/"} and not parts.query and not parts.username
    if parts.scheme != "https" or not parts.hostname or not plain:
        raise ServeTrouble(NO_TLS.format(behind=behind))
    return f"https://{parts.netloc}"
