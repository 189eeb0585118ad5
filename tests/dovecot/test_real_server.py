"""A real mail server: read whole, by folder, safely, and from where reading stopped. Run by `make test-imap`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.dovecot.server import Dovecot, serve
from tests.sources.places import MESSAGES

from onward_app.collect import collect_mail
from onward_app.records.models import Owner, Seen
from onward_app.sources import Found, SourceTrouble, open_source
from onward_app.sources.imap import ImapMailbox

FOLDERS = {
    ".": MESSAGES[:3], ".Onward": MESSAGES[3:], ".Bewerbungen 2026 &- B&APw-ros": MESSAGES[:1],
    ".Junk": MESSAGES[:2], ".Trash": MESSAGES[3:],
}  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dovecot]:
    with serve(tmp_path_factory.mktemp("dovecot"), FOLDERS) as running:
        yield running


@pytest.fixture(autouse=True)
def _trusted(server: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.home / "cert.pem"))


def raws(address: str, tries: int = 3) -> list[bytes]:
    """What is read; a server with much to do may say that it can't just now."""
    try:
        return [item.raw.replace(b"\r\n", b"\n") for item in open_source(address) if isinstance(item, Found)]
    except SourceTrouble as trouble:
        if trouble.permanent or tries == 1:
            raise
        return raws(address, tries - 1)


def test_the_whole_mailbox_is_read_but_for_junk_and_trash(server: Dovecot) -> None:
    assert sorted(raws(server.address())) == sorted([*MESSAGES, MESSAGES[0]])


def test_one_folder_is_read_also_by_a_name_in_modified_utf_7(server: Dovecot) -> None:
    assert raws(server.address("Onward")) == list(MESSAGES[3:])
    assert raws(server.address("Bewerbungen 2026 & Büros")) == [MESSAGES[0]]


@pytest.mark.parametrize("scheme", ["imap", "imaps"])
def test_it_is_read_through_a_safe_connection(server: Dovecot, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onward_app.sources.imap_server.is_this_computer", lambda host: False)  # as if it were far away
    assert raws(server.address("Onward", scheme=scheme)) == list(MESSAGES[3:])


def test_a_wrong_password_is_told(server: Dovecot) -> None:
    with pytest.raises(SourceTrouble, match="didn’t take that name or password"):
        raws(server.address(password="red tram"))


def test_nothing_in_the_mailbox_changes(server: Dovecot) -> None:
    before = {path.name for path in (server.home / "mail" / "cur").iterdir()}
    raws(server.address("INBOX"))
    assert {path.name for path in (server.home / "mail" / "cur").iterdir()} == before  # the name holds what was seen


def test_what_came_since_is_read_and_nothing_else(server: Dovecot, alice: Owner) -> None:
    assert collect_mail(alice, [server.address("Trash")]).messages == 2
    assert collect_mail(alice, [server.address("Trash")]).messages == 0
    (server.home / "mail" / ".Trash" / "new" / "1800000000.M9.host").write_bytes(b"Subject: new\n\nHello.\n")
    assert collect_mail(alice, [server.address("Trash")]).messages == 1
    assert Seen.objects.count() == 3


def test_an_expired_certificate_gets_no_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(tmp_path, {".": MESSAGES}, expired=True) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        with pytest.raises(SourceTrouble, match="can’t be trusted"):
            raws(server.address(scheme="imaps"))
        assert "Login" not in (tmp_path / "log").read_text("utf-8")


def test_a_server_that_goes_in_mid_fetch_is_told_and_loses_nothing(tmp_path: Path) -> None:
    large = [b"Subject: %d\n\n" % number + b"word " * 1_000_000 for number in range(6)]
    with serve(tmp_path, {".": large}) as server:
        source = open_source(server.address("INBOX"))
        assert isinstance(source, ImapMailbox)
        reading = iter(source)
        first = next(reading)
    assert isinstance(first, Found)
    with pytest.raises(SourceTrouble, match="broke off"):
        list(reading)
    assert source.marks.now["INBOX"].endswith(":0,6-6")  # the newest of six


def test_twenty_thousand_messages_are_read_in_a_bounded_number_of_requests(tmp_path: Path) -> None:
    many = [b"From: a@b.example\nSubject: %d\n\nHello.\n" % number for number in range(20_000)]
    with serve(tmp_path, {".": many}) as server:
        assert sum(1 for item in open_source(server.address("INBOX")) if isinstance(item, Found)) == len(many)
