"""Where mail is, by kind of address: a path on this computer, a mailbox on a server, or the text itself."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from onward_app.sources.found import SourceTrouble
from onward_app.sources.looks import read_opening

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)  # two letters at least: C:\ is a path


@dataclass(frozen=True)
class OnDisk:
    """A file or a folder."""

    path: Path

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return self.path.name or str(self.path)

    @cached_property
    def head(self) -> bytes:
        """The bytes that decide what a file is, none of a folder, read once. Raises SourceTrouble if it can't be."""
        return read_opening(self.path)


@dataclass(frozen=True, slots=True)
class OnServer:
    """A mailbox on a server, such as imap://sam@mail.example/Jobs. All parts decoded; the password is never shown."""

    scheme: str
    host: str
    port: int | None = None
    user: str = ""
    password: str = field(default="", repr=False)
    path: str = ""

    @property
    def name(self) -> str:
        """What it is called in a sentence: the server and the folder, and never who or the password."""
        return f"{self.scheme}://{self.host}/{self.path}"


@dataclass(frozen=True, slots=True)
class Text:
    """A letter that somebody pasted."""

    text: str = field(repr=False)

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        return "the pasted letter"


Place = OnDisk | OnServer | Text


def is_this_computer(host: str) -> bool:
    """Whether a host is this computer, so that nobody else can listen."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def parse_place(given: str | Path | Place) -> Place:
    """The place in what somebody gave, be it typed or built. Raises SourceTrouble for an address without a server."""
    if isinstance(given, Path):
        return OnDisk(given)
    if not isinstance(given, str):
        return given
    scheme = _SCHEME.match(given)
    if scheme is None:
        return OnDisk(_below_home(Path(given)))
    if scheme[1].lower() == "file":
        return OnDisk(Path(url2pathname(given[len(scheme[0]) :].removeprefix("localhost"))))
    return _parse_server(given, scheme[1].lower())


def _below_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # a ~name that nobody here has
        return path


def _parse_server(given: str, scheme: str) -> OnServer:
    """The parts of an address. A folder may have any sign in its name, so # and ? end nothing."""
    try:
        parts = urlsplit(given)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host:
        raise SourceTrouble(f"The address that starts with “{scheme}://” names no server. Check how it is written.")
    folder = given.partition("://")[2].partition("/")[2]
    return OnServer(scheme, host, port, unquote(parts.username or ""), unquote(parts.password or ""), unquote(folder))
