"""A real Dovecot on loopback, with a mailbox of its own in a folder that is thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

USER, PASSWORD = "sam@home.example", "blue-tram"
CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {home}/run
log_path = {home}/log
default_internal_user = {owner}
default_login_user = {owner}
default_internal_group = {group}
first_valid_uid = 1
ssl = yes
ssl_cert = <{home}/cert.pem
ssl_key = <{home}/key.pem
disable_plaintext_auth = no
mail_location = maildir:{home}/mail
mail_max_userip_connections = 50
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Junk {{
    auto = create
    special_use = \\Junk
  }}
  mailbox Trash {{
    auto = create
    special_use = \\Trash
  }}
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={mail_user} gid={mail_group} home={home}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain}
  }}
  inet_listener imaps {{
    port = {safe}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
"""


CERTIFICATE = """
[req]
distinguished_name = name
[name]
[ca]
default_ca = here
[here]
database = {home}/index.txt
new_certs_dir = {home}
rand_serial = yes
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = DNS:localhost,IP:127.0.0.1
basicConstraints = CA:TRUE
"""


@dataclass(frozen=True)
class Dovecot:
    """Where it listens and keeps its mail."""

    home: Path
    plain: int
    safe: int

    def address(self, folder: str = "", *, scheme: str = "imap", password: str = PASSWORD) -> str:
        """The address of a folder, or of all of them."""
        port = self.safe if scheme == "imaps" else self.plain
        return f"{scheme}://{quote(USER, safe='')}:{quote(password, safe='')}@localhost:{port}/{quote(folder)}"


@contextmanager
def serve(home: Path, folders: Mapping[str, Sequence[bytes]], *, expired: bool = False) -> Iterator[Dovecot]:
    """Dovecot with these messages, by the names of folders on disk (modified UTF-7, a dot before each but the inbox)."""
    _make_mail(home, folders)
    _make_certificate(home, expired=expired)
    server = Dovecot(home, _free_port(), _free_port())
    (home / "dovecot.conf").write_text(_configure(server), "utf-8")
    process = subprocess.Popen(
        [_program(), "-F", "-c", str(home / "dovecot.conf")], stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        _wait(server, process)
        yield server
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # and those that serve a client, who would go on
        process.wait(30)
        if process.stderr is not None:
            process.stderr.close()


def _program() -> str:
    found = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin")
    assert found, "Dovecot isn't installed: make test-imap says how it is"
    return found


def _make_mail(home: Path, folders: Mapping[str, Sequence[bytes]]) -> None:
    for name, messages in folders.items():
        place = home / "mail" / name
        for part in ("cur", "new", "tmp"):
            (place / part).mkdir(parents=True, exist_ok=True)
        for number, message in enumerate(messages, 1):
            (place / "cur" / f"{1_700_000_000 + number}.M{number}.host:2,").write_bytes(message)


def _make_certificate(home: Path, *, expired: bool) -> None:
    """A certificate that this test alone trusts. `openssl ca` is the only way to one that ran out long ago."""
    (home / "ca.conf").write_text(CERTIFICATE.format(home=home), "utf-8")
    (home / "index.txt").touch()
    ends = ["-startdate", "20200101000000Z", "-enddate", "20200201000000Z"] if expired else ["-days", "1"]
    for words in (
        [
            "req",
            "-new",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "key.pem",
            "-out",
            "ask.pem",
            "-subj",
            "/CN=localhost",
        ],
        ["ca", "-batch", "-selfsign", "-keyfile", "key.pem", "-in", "ask.pem", "-out", "cert.pem", *ends],
    ):
        subprocess.run(["openssl", *words, "-config", "ca.conf"], cwd=home, check=True, capture_output=True)


def _configure(server: Dovecot) -> str:
    """As root the mail belongs to nobody, because Dovecot gives no mail to root; else everything is one's own."""
    me = pwd.getpwuid(os.getuid())
    mail = pwd.getpwnam("nobody") if me.pw_uid == 0 else me
    if me.pw_uid == 0:
        for path in (server.home, *server.home.rglob("*")):
            os.chown(path, mail.pw_uid, mail.pw_gid)
        for path in (server.home, *list(server.home.parents)[:3]):
            path.chmod(path.stat().st_mode | 0o055)
    owner = "dovecot" if me.pw_uid == 0 else me.pw_name
    return CONFIG.format(
        home=server.home, owner=owner, group=owner, password=PASSWORD, plain=server.plain, safe=server.safe,
        mail_user=mail.pw_uid, mail_group=mail.pw_gid,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait(server: Dovecot, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            raise AssertionError(process.stderr.read().decode() if process.stderr else "Dovecot stopped")
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", server.plain)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError((server.home / "log").read_text("utf-8"))
