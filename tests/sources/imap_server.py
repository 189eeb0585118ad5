"""A small mail server on loopback that speaks enough IMAP to be read, and can be told to misbehave.

A real one (Dovecot) is read by `make test-imap`; this one is there so that every test of a source runs anywhere.
"""

from __future__ import annotations

import re
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from onward_app.sources.newest import find_day

PASSWORD = "blue tram “ü”"


@dataclass
class Folder:
    """What one folder holds, by uid."""

    messages: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    flags: str = ""


@dataclass
class ImapServer:
    """A mailbox, what was asked of it, and after how many fetched messages it hangs up."""

    folders: dict[str, Folder]
    hangs_up_after: int | None = None
    refuses: set[int] = field(default_factory=set)  # messages that it doesn't give out just now
    shut: set[str] = field(default_factory=set)  # folders that may not be opened, and why
    why: str = "NOPERM"
    asked: list[str] = field(default_factory=list)
    fetched: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    port: int = 0

    @property
    def address(self) -> str:
        return f"imap://sam%40home.example:blue%20tram%20%E2%80%9C%C3%BC%E2%80%9D@127.0.0.1:{self.port}/"


class _Handler(socketserver.StreamRequestHandler):
    box: ImapServer
    folder: Folder

    def say(self, text: str | bytes) -> None:
        self.wfile.write((text.encode() if isinstance(text, str) else text) + b"\r\n")

    def handle(self) -> None:
        self.say("* OK ready")
        for raw in iter(self.rfile.readline, b""):
            tag, _, command = raw.decode().strip().partition(" ")
            self.box.asked.append(command)
            word = command.replace("UID ", "UID_").split(" ")[0].upper()
            done = getattr(self, f"do_{word.lower()}", self.do_noop)(command)
            if done is None:
                return
            self.say(f"{tag} {done}")
            if word == "LOGOUT":
                return

    def do_noop(self, _: str) -> str:
        return "OK done"

    def do_capability(self, _: str) -> str:
        self.say("* CAPABILITY IMAP4rev1 AUTH=PLAIN")
        return "OK done"

    def do_login(self, command: str) -> str:
        return "NO [AUTHENTICATIONFAILED] no"

    def do_authenticate(self, _: str) -> str:
        import base64

        self.say("+ ")
        told = base64.b64decode(self.rfile.readline()).decode().split("\0")
        right = told[1:] == ["sam@home.example", PASSWORD]
        return "OK in" if right else "NO [AUTHENTICATIONFAILED] no"

    def do_logout(self, _: str) -> str:
        self.say("* BYE")
        return "OK out"

    def do_list(self, _: str) -> str:
        for name, folder in self.box.folders.items():
            self.say(f'* LIST ({folder.flags}) "/" "{name}"')
        return "OK done"

    def do_examine(self, command: str) -> str:
        name = command.partition(" ")[2].strip('"')
        if name in self.box.shut:
            return f"NO [{self.box.why}] not now"
        self.folder = self.box.folders[name]
        self.say(f"* {len(self.folder.messages)} EXISTS")
        self.say(f"* OK [UIDVALIDITY {self.folder.validity}] numbered")
        return "OK [READ-ONLY] done"

    def do_uid_search(self, command: str) -> str:
        first = int((re.search(r"UID (\d+):\*", command.removeprefix("UID SEARCH")) or [0, 1])[1])
        every = sorted(self.folder.messages)
        found = [uid for uid in every if uid >= first] or every[-1:]
        if since := re.search(r"SINCE (\S+)", command):
            day = datetime.strptime(since[1], "%d-%b-%Y").replace(tzinfo=UTC).date().toordinal()
            found = [uid for uid in found if find_day(self.folder.messages[uid]) >= day]
        self.say(f"* SEARCH {' '.join(map(str, found))}")
        return "OK done"

    def do_uid_fetch(self, command: str) -> str | None:
        uids = [int(uid) for uid in command.split(" ")[2].split(",")]
        if "BODY" in command and self.box.refuses & set(uids):
            return "NO [UNAVAILABLE] try later"
        for number, uid in enumerate(uids, 1):
            raw = self.folder.messages[uid]
            if "RFC822.SIZE" in command:
                self.say(f"* {number} FETCH (UID {uid} RFC822.SIZE {len(raw)})")
                continue
            if "HEADER.FIELDS" in command:
                head = raw.partition(b"\n\n")[0] + b"\n\n"
                self.box.heads.append(uid)
                self.say(f"* {number} FETCH (UID {uid} BODY[HEADER.FIELDS] {{{len(head)}}}\r\n".encode()[:-2])
                self.wfile.write(head)
                self.say(")")
                continue
            if self.box.hangs_up_after is not None and len(self.box.fetched) >= self.box.hangs_up_after:
                return None
            self.box.fetched.append(uid)
            self.say(f"* {number} FETCH (UID {uid} BODY[]<0> {{{len(raw)}}}\r\n".encode().removesuffix(b"\r\n"))
            self.wfile.write(raw)
            self.say(")")
        return "OK done"


class _Threads(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever hangs up in mid-word is no error here."""


def make_certificate(folder: Path) -> ssl.SSLContext:
    """A certificate for localhost that nobody vouches for but a test that points SSL_CERT_FILE at `cert.pem`."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "1",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


@contextmanager
def serve_imap(*messages: bytes, tls: ssl.SSLContext | None = None, **more: Folder) -> Iterator[ImapServer]:
    """A server that holds these messages, and more folders by name, for as long as the block lasts."""
    box = ImapServer({"INBOX": Folder(dict(enumerate(messages, 1))), **more})
    with _Threads(("127.0.0.1", 0), type("Handler", (_Handler,), {"box": box})) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
