"""A mailbox where it is: by the address alone, with a password that is kept nowhere but in a keyring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from tests.flat import flat
from tests.people import door
from tests.sources.imap_server import PASSWORD, Folder, ImapServer, make_certificate, serve_imap
from tests.sources.places import MESSAGES

from onward_app.records.models import MailMark, OwnAddress, Owner, Seen
from onward_app.sources import SourceTrouble
from onward_app.sources.providers import place_of_address


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ImapServer]:
    context = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    with serve_imap(*MESSAGES, tls=context, Onward=Folder({1: MESSAGES[0]})) as box:
        yield box


def typed(server: ImapServer, **more: str) -> dict[str, str]:
    return {
        "address": "sam@home.example",
        "password": PASSWORD,
        "host": f"localhost:{server.port}",
        "folder": "",
    } | more


def test_it_is_read_and_read_on_from_there(alice: Owner, server: ImapServer) -> None:
    page = flat(door(alice).post("/notice/mailbox/", typed(server, folder="Onward")))
    assert "1 message" in page
    assert Seen.objects.filter(owner=alice).count() == 1
    assert "sam@home.example@localhost" in flat(door(alice).get("/notice/mailbox/"))
    door(alice).post("/notice/mailbox/", typed(server, folder="Onward"))
    assert server.fetched == [1]
    assert OwnAddress.objects.get().address == "sam@home.example"


def test_the_password_is_in_no_table(alice: Owner, server: ImapServer) -> None:
    door(alice).post("/notice/mailbox/", typed(server))
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = [str(row) for name in tables for row in cursor.execute(f'SELECT * FROM "{name}"').fetchall()]
    assert MailMark.objects.exists()
    assert not any(PASSWORD in row for row in rows)


def test_nor_on_the_page_that_comes_back(alice: Owner, server: ImapServer) -> None:
    page = flat(door(alice).post("/notice/mailbox/", typed(server, address="no address")))
    assert PASSWORD not in page
    assert "mail address" in page


def test_what_the_server_refuses_stands_on_the_page(alice: Owner, server: ImapServer) -> None:
    page = flat(door(alice).post("/notice/mailbox/", typed(server, password="red tram")))
    assert "didn’t take that name or password" in page


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"address": "sam@outlook.com", "host": ""}, "Outlook lets no other program in with a password any more."),
        ({"address": "sam@clinic.example", "host": ""}, "Onward doesn’t know where mail at clinic.example is kept."),
        ({"password": ""}, "A password is needed to look into the mailbox."),
    ],
)
def test_what_cannot_be_reached_is_said_beside_its_field(
    alice: Owner, server: ImapServer, told: dict[str, str], said: str
) -> None:
    assert said in flat(door(alice).post("/notice/mailbox/", typed(server, **told)))
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "host"),
    [("a@gmail.com", "imap.gmail.com"), ("a@GMX.de", "imap.gmx.net"), ("a@me.com", "imap.mail.me.com")],
)
def test_the_large_providers_are_known(address: str, host: str) -> None:
    place = place_of_address(address, password="x", folder="Onward")
    assert (place.scheme, place.host, place.path) == ("imaps", host, "Onward")


def test_an_address_of_nobody_known_needs_its_server() -> None:
    with pytest.raises(SourceTrouble, match="IMAP server"):
        place_of_address("a@clinic.example", password="x")
    assert place_of_address("a@clinic.example", password="x", host="mail.clinic.example:1993").port == 1993
