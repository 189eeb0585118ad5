"""One message handed over to a real server; whatever the server does is said, and only what surely didn't go may go again."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from tests.sending.smtp_server import PASSWORD, USER, MailServer, serve_smtp
from tests.sources.imap_server import make_certificate

from onward.ask.draft import Draft
from onward.ask.send import Envelope, make_message
from onward_app.sending import smtp
from onward_app.sending.server import choose_server, read_server, write_server
from onward_app.sending.smtp import MaybeSent, NotSent, hand_over, try_server
from onward_app.sources import OnServer, SourceTrouble

TO = "dana@example.org"
AT = datetime(2026, 11, 17, 9, tzinfo=UTC)
MESSAGE = make_message(
    Draft("Thank you – and one question", "Hi Dana,\n\n.first\n..second\nGrüße, “Alice”\n", ""),
    Envelope(USER, "Alice Reyes", TO, "Dana Reed", AT, "one@home.example"),
)


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """One that this process trusts."""
    context = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    return context


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server counts as one that isn't this computer."""
    monkeypatch.setattr(smtp, "is_this_computer", lambda _: False)


def at(box: MailServer, scheme: str = "smtps", password: str = PASSWORD) -> OnServer:
    return OnServer(scheme, "localhost", box.port, USER, password)


def send_to(server: OnServer) -> None:
    hand_over(server, MESSAGE, sender=USER, to=TO)


def test_a_message_is_handed_over_byte_for_byte_safe_from_the_first_byte(certificate: ssl.SSLContext) -> None:
    with serve_smtp(tls=certificate) as box:
        send_to(at(box))
    assert box.taken == [(USER, [TO], MESSAGE)]
    assert box.logins == [PASSWORD.encode()]


def test_and_by_starttls(certificate: ssl.SSLContext, elsewhere: None) -> None:
    with serve_smtp(starttls=certificate) as box:
        send_to(at(box, "smtp"))
    assert [raw for _, _, raw in box.taken] == [MESSAGE]


def test_on_this_computer_a_bridge_needs_no_certificate_and_no_tls(tmp_path: Path) -> None:
    for safe in (make_certificate(tmp_path), None):  # nobody vouches for it
        with serve_smtp(starttls=safe) as box:
            send_to(at(box, "smtp"))
        assert len(box.taken) == 1


def test_what_arrives_says_who_whom_and_what() -> None:
    arrived = message_from_bytes(MESSAGE, policy=policy.default)
    assert arrived["From"] == "Alice Reyes <alice@home.example>"
    assert arrived["To"] == "Dana Reed <dana@example.org>"
    assert arrived["Subject"] == "Thank you – and one question"
    assert arrived["Message-ID"] == "<one@home.example>"
    assert arrived["Date"].datetime == AT
    assert arrived.get_content().replace("\r\n", "\n") == "Hi Dana,\n\n.first\n..second\nGrüße, “Alice”\n\n"
    assert MESSAGE.isascii()
    assert "X-Mailer" not in arrived
    assert socket.gethostname().encode() not in MESSAGE


def test_trying_a_server_logs_in_and_sends_nothing(certificate: ssl.SSLContext) -> None:
    with serve_smtp(tls=certificate) as box:
        try_server(at(box))
    assert box.taken == []
    assert box.logins == [PASSWORD.encode()]


# Refusals


def test_a_server_elsewhere_without_tls_gets_no_password_and_no_message(elsewhere: None) -> None:
    with serve_smtp() as box, pytest.raises(NotSent, match="offers no safe connection"):
        send_to(at(box, "smtp"))
    assert (box.logins, box.taken) == ([], [])


@pytest.mark.parametrize("scheme", ["smtps", "smtp"])
def test_a_certificate_that_changed_gets_nothing(
    certificate: ssl.SSLContext, elsewhere: None, tmp_path: Path, scheme: str
) -> None:
    (tmp_path / "other").mkdir()
    other = make_certificate(tmp_path / "other")
    first, second = [{"tls" if scheme == "smtps" else "starttls": one} for one in (certificate, other)]
    with serve_smtp(**first) as box:
        send_to(at(box, scheme))
    told = pytest.raises(NotSent, match="If it worked before, the certificate has changed")
    with serve_smtp(port=box.port, **second) as changed, told:
        send_to(at(changed, scheme))
    assert (changed.logins, changed.taken) == ([], [])


def test_a_wrong_password_is_said_and_nothing_is_sent(certificate: ssl.SSLContext) -> None:
    with serve_smtp(tls=certificate) as box:
        for wrong in ("red tram", "red trâm"):
            with pytest.raises(NotSent, match="didn’t take that name or password") as trouble:
                send_to(at(box, password=wrong))
            assert wrong not in str(trouble.value)
    assert box.taken == []


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            {"refuses": {"MAIL": "550 5.7.1 not your address"}},
            "doesn’t send for alice@home.example: “550 5.7.1 not your",
        ),
        (
            {"refuses": {"RCPT": "550 5.1.1 no such user"}},
            "doesn’t take mail to dana@example.org: “550 5.1.1 no such user”",
        ),
        ({"after": "552 5.3.4 too big"}, "read the message and didn’t take it: “552 5.3.4 too big”"),
    ],
)
def test_what_the_server_refuses_is_said_in_its_words(
    certificate: ssl.SSLContext, told: dict[str, object], said: str
) -> None:
    with serve_smtp(tls=certificate, **told) as box, pytest.raises(NotSent, match="Nothing was sent") as trouble:
        send_to(at(box))
    assert said in str(trouble.value)
    assert box.taken == []


@pytest.mark.parametrize("after", ["drop", "hang"])
def test_once_it_has_all_of_it_nobody_can_say(
    certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, after: str
) -> None:
    monkeypatch.setattr(smtp, "PATIENCE", 2)
    with serve_smtp(tls=certificate, after=after) as box, pytest.raises(MaybeSent, match="had the whole message"):
        send_to(at(box))


@contextmanager
def listening(says: bytes) -> Iterator[int]:
    """A port that says this and then nothing more, or with nothing to say hangs."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held: list[socket.socket] = []

        def answer() -> None:
            one, _ = server.accept()
            held.append(one)
            if says:
                one.sendall(says)
                one.close()

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join()
        for one in held:
            one.close()


@pytest.mark.parametrize(
    ("says", "scheme", "said"),
    [
        (b"", "smtp", "gave no whole answer within 1 seconds"),
        (b"", "smtps", "gave no whole answer within 1 seconds"),
        (b"220 hello\r\n", "smtp", "broke off before the message was handed over"),
        (b"421 too busy\r\n", "smtp", "doesn’t let anybody in just now: “421 too busy”"),
        (b"HTTP/1.1 400 Bad\r\n\r\n", "smtps", "doesn’t speak the safe connection"),
    ],
)
def test_a_server_that_hangs_hangs_up_or_is_none_is_said(
    monkeypatch: pytest.MonkeyPatch, says: bytes, scheme: str, said: str
) -> None:
    monkeypatch.setattr(smtp, "PATIENCE", 1)
    with listening(says) as port, pytest.raises(NotSent, match="Nothing was sent") as trouble:
        send_to(OnServer(scheme, "127.0.0.1", port, USER, PASSWORD))
    assert said in str(trouble.value)


def drip(peer: socket.socket) -> None:
    for one in b"220 " + b"x" * 999:
        peer.sendall(bytes([one]))
        time.sleep(0.2)


def never_end(peer: socket.socket) -> None:
    while True:
        peer.sendall(b"220-and one more line\r\n")
        time.sleep(0.05)


def answer_with(*lines: bytes) -> Callable[[socket.socket], None]:
    """What it says, a line after each of the client's; the last again and again."""

    def answer(peer: socket.socket) -> None:
        for line in lines:
            peer.sendall(line)
            peer.recv(99_999)
        while True:
            peer.sendall(lines[-1])
            time.sleep(0.05)

    return answer


@contextmanager
def behaving(how: Callable[[socket.socket], None]) -> Iterator[int]:
    """A port at which one peer is treated like this, until it leaves."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            peer, _ = server.accept()
            with peer, suppress(OSError):
                how(peer)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


IN = (b"220 hi\r\n", b"250-hi\r\n250 AUTH PLAIN\r\n", b"235 in\r\n", b"250 ok\r\n", b"250 ok\r\n")


@pytest.mark.parametrize(
    "how",
    [drip, never_end, answer_with(b"220 hi\r\n", b"250-more\r\n"), answer_with(*IN[:3], b"250-more\r\n")],
    ids=["a byte at a time", "a greeting without end", "an answer without end", "once it is logged in"],
)
def test_a_server_that_never_has_done_is_left(
    monkeypatch: pytest.MonkeyPatch, how: Callable[[socket.socket], None]
) -> None:
    monkeypatch.setattr(smtp, "LONGEST", 1)
    with behaving(how) as port, pytest.raises(NotSent, match="gave no whole answer within 1 seconds"):
        send_to(OnServer("smtp", "127.0.0.1", port, USER, PASSWORD))


def test_one_that_never_has_done_with_the_message_leaves_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smtp, "LONGEST", 1)
    with (
        behaving(answer_with(*IN, b"354 go\r\n", b"250-more\r\n")) as port,
        pytest.raises(MaybeSent, match="had the whole message"),
    ):
        send_to(OnServer("smtp", "127.0.0.1", port, USER, PASSWORD))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((*IN[:2], b"454 4.7.0 try later\r\n"), "doesn’t let anybody in just now: “454 4.7.0 try later”"),
        ((*IN[:1], b"250-hi\r\n250 AUTH XOAUTH2\r\n"), "takes no password in this way"),
        ((*IN[:4], b"451 4.7.1 greylisted\r\n"), "doesn’t take mail to dana@example.org: “451 4.7.1 greylisted”"),
        ((*IN, b"421 4.3.2 closing\r\n"), "takes no message just now: “421 4.3.2 closing”"),
    ],
)
def test_what_is_only_so_for_now_is_no_wrong_password(lines: tuple[bytes, ...], said: str) -> None:
    with behaving(answer_with(*lines)) as port, pytest.raises(NotSent, match="Nothing was sent") as trouble:
        send_to(OnServer("smtp", "127.0.0.1", port, USER, PASSWORD))
    assert said in str(trouble.value)


def test_where_nothing_is_nothing_is_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    for host, said in (("127.0.0.1", "Nothing answers at"), ("x" * 70 + ".example", "There is no server called")):
        with pytest.raises(NotSent, match=said):
            send_to(OnServer("smtps", host, port, USER, PASSWORD))


# Which server


@pytest.mark.parametrize(
    ("address", "through"),
    [
        ("a@gmail.com", "smtps://smtp.gmail.com"), ("a@GMX.de", "smtps://mail.gmx.net"),
        ("a@me.com", "smtp://smtp.mail.me.com"),
    ],
)  # fmt: skip
def test_the_large_providers_are_known(address: str, through: str) -> None:
    server = choose_server(address)
    assert write_server(server) == through
    assert read_server(through, address) == server


@pytest.mark.parametrize(
    ("host", "scheme", "through"),
    [
        ("mail.clinic.example", "", "smtps://mail.clinic.example"),
        ("mail.clinic.example:465", "", "smtps://mail.clinic.example:465"),
        ("mail.clinic.example:587", "", "smtp://mail.clinic.example:587"),
        ("mail.clinic.example:2465", "smtps", "smtps://mail.clinic.example:2465"),
    ],
)
def test_a_server_that_is_named_is_safe_as_its_port_says(host: str, scheme: str, through: str) -> None:
    assert write_server(choose_server("a@clinic.example", host=host, scheme=scheme)) == through


def test_a_password_is_in_no_setting_and_in_no_text() -> None:
    server = replace(choose_server("a@gmail.com"), password=PASSWORD)
    assert PASSWORD not in write_server(server) + repr(server)


@pytest.mark.parametrize(
    ("address", "said"), [("a@outlook.com", "Outlook takes no mail"), ("a@clinic.example", "outgoing server")]
)
def test_whoever_takes_none_is_said(address: str, said: str) -> None:
    with pytest.raises(SourceTrouble, match=said):
        choose_server(address)
