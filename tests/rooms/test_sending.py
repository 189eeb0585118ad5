"""A message through one's own server: shown whole, sent at a yes, recorded as it went, and never twice."""

from __future__ import annotations

import re
import ssl
import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from tests.flat import flat
from tests.people import door
from tests.rooms.test_ask import MORNING, turned_down, typed
from tests.sending.smtp_server import PASSWORD, USER, MailServer, serve_smtp
from tests.sources.imap_server import make_certificate

from onward_app import clock, example
from onward_app.records.models import Ask, Change, Opportunity, OwnAddress, Owner, Sending
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.leaving import delete_everything
from onward_app.records.writing.undo import undo_change
from onward_app.rooms.ask import sending
from onward_app.sending import smtp

SEAL = re.compile(r'name="seal" value="([0-9a-f]+)"')


class Keyring(types.ModuleType):
    """A keyring in memory."""

    def __init__(self) -> None:
        super().__init__("keyring")
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    one = Keyring()
    monkeypatch.setitem(sys.modules, "keyring", one)
    return one


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.fixture
def safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    context = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    return context


@pytest.fixture
def server(safe: ssl.SSLContext) -> Iterator[MailServer]:
    with serve_smtp(tls=safe) as box:
        yield box


@pytest.fixture(autouse=True)
def on_the_morning() -> Iterator[None]:
    with clock.fixed(MORNING):
        yield


@pytest.fixture
def job(alice: Owner, server: MailServer, no_keyring: None) -> Opportunity:
    """A job that said no, and a server that was set up without its password."""
    row = turned_down(alice)
    set_up(alice, server, password="")
    return row


def set_up(owner: Owner, box: MailServer, **more: str) -> Any:
    given = {"address": USER, "password": PASSWORD, "host": f"localhost:{box.port}", "scheme": "smtps"} | more
    return door(owner).post("/ask/server/", given)


def draft(owner: Owner, row: Opportunity, **more: str) -> tuple[Client, str, str]:
    """A message that was drafted and shown: the browser, the address of its yes, and the seal."""
    browser = door(owner)
    there = browser.post(f"/ask/new/{row.pk}/", typed(do="send", **more))
    assert there.status_code == 302
    page = browser.get(there["Location"]).content.decode()
    found = SEAL.search(page)
    assert found is not None, page
    return browser, there["Location"], found[1]


def yes(seal: str, password: str = PASSWORD, **more: str) -> dict[str, str]:
    return {"seal": seal, "password": password} | more


# It works


def test_it_is_shown_whole_and_goes_at_a_yes(alice: Owner, server: MailServer, job: Opportunity) -> None:
    browser, there, seal = draft(alice, job)
    shown = flat(browser.get(there))
    for words in ("alice@home.example", "Dana Reed, dana@example.org", "What one thing would you advise me"):
        assert words in shown
    assert server.taken == []
    done = browser.post(there, yes(seal))
    assert done.status_code == 302
    ((sender, to, _),) = server.taken
    assert (sender, to) == (USER, ["dana@example.org"])
    ask = Ask.objects.get(sort="advice")
    assert (str(ask.sent_on), ask.sent_by) == ("2026-11-17", "smtp")
    assert "Noted that you asked Harbor Light for advice." in flat(browser.get(done["Location"]))


def test_what_is_kept_is_byte_for_byte_what_went(alice: Owner, server: MailServer, job: Opportunity) -> None:
    browser, there, seal = draft(alice, job)
    browser.post(there, yes(seal))
    ((_, _, went),) = server.taken
    ask = Ask.objects.get(sort="advice")
    assert browser.get(f"/ask/{ask.pk}/message/").content == went
    assert "The whole message as it went" in flat(browser.get(f"/ask/{ask.pk}/"))
    assert door(Owner.objects.create(made_at=clock.now())).get(f"/ask/{ask.pk}/message/").status_code == 404


def test_setting_it_up_logs_in_and_sends_nothing(alice: Owner, server: MailServer, no_keyring: None) -> None:
    page = door(alice).get("/ask/server/")
    assert "one message at a time" in flat(page)
    done = set_up(alice, server)
    assert done.status_code == 302
    alice.refresh_from_db()
    assert (alice.sends_from, alice.sends_through) == (USER, f"smtps://localhost:{server.port}")
    assert (len(server.logins), server.taken) == (1, [])
    assert "The password is asked for each time." in flat(door(alice).get("/ask/server/"))
    assert OwnAddress.objects.get().address == USER  # the person's own mail is told apart by it


def test_the_password_is_in_the_keyring_or_nowhere(alice: Owner, server: MailServer, keyring: Keyring) -> None:
    row = turned_down(alice)
    assert set_up(alice, server, keep="on").status_code == 302
    assert list(keyring.kept.values()) == [PASSWORD]
    browser, there, seal = draft(alice, row)
    assert "App password" not in flat(browser.get(there))
    browser.post(there, yes(seal, password=""))
    assert len(server.taken) == 1
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = [str(one) for name in tables for one in cursor.execute(f'SELECT * FROM "{name}"').fetchall()]
    assert Sending.objects.exists()
    assert not any(PASSWORD in one for one in rows)


def test_what_is_forgotten_is_forgotten_in_the_keyring_too(alice: Owner, server: MailServer, keyring: Keyring) -> None:
    set_up(alice, server, keep="on")
    door(alice).post("/ask/server/", {"do": "forget"})
    alice.refresh_from_db()
    assert (alice.sends_through, keyring.kept) == ("", {})


@pytest.mark.django_db(transaction=True)
def test_deleting_everything_takes_it_out_of_the_keyring(alice: Owner, server: MailServer, keyring: Keyring) -> None:
    set_up(alice, server, keep="on")
    undo_change(alice, Change.objects.get(intention="ask.server"))
    alice.refresh_from_db()
    assert keyring.kept
    delete_everything(alice)
    assert keyring.kept == {}


# Never twice


def test_a_second_press_a_reload_and_another_page_send_nothing_more(
    alice: Owner, server: MailServer, job: Opportunity
) -> None:
    browser, there, seal = draft(alice, job)
    for _ in range(3):
        browser.post(there, yes(seal))
    assert "nothing is sent twice" in flat(browser.get(there))
    assert "That is all there is to do" in flat(door(alice).post(f"/ask/new/{job.pk}/", typed(do="send"), follow=True))
    assert len(server.taken) == 1
    assert Ask.objects.exclude(sent_on=None).count() == 1


def test_undoing_the_record_sends_nothing_more_either(alice: Owner, server: MailServer, job: Opportunity) -> None:
    browser, there, seal = draft(alice, job)
    browser.post(there, yes(seal))
    for intention in ("ask.sent", "ask.draft"):
        undo_change(alice, Change.objects.get(intention=intention))
    assert not Ask.objects.of(alice).exists()
    answer = door(alice).post(f"/ask/new/{job.pk}/", typed(do="send"), follow=True)
    assert "What went can’t be taken back" in flat(answer)
    assert len(server.taken) == 1


def test_stopped_between_sending_and_noting_it_says_so_and_asks(
    alice: Owner, server: MailServer, job: Opportunity, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, there, seal = draft(alice, job)

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sending, "record_sent_through", stop)
        with pytest.raises(KeyboardInterrupt):
            browser.post(there, yes(seal))
    assert "It is being sent" in flat(browser.get(there))
    browser.post(there, yes(seal))
    browser.post(there, {"do": "not"})  # too early to know
    with clock.fixed("2026-11-17T09:30"):
        page = flat(browser.get(there))
        assert "was stopped before it could note what became of it" in page
        assert "it may have gone, and may not have" in page
        browser.post(there, yes(seal))
        assert len(server.taken) == 1
        browser.post(there, {"do": "went"})
    ask = Ask.objects.get(sort="advice")
    assert str(ask.sent_on) == "2026-11-17"
    assert Sending.objects.get().went


def test_where_the_server_breaks_off_after_all_of_it_the_person_decides(
    alice: Owner, safe: ssl.SSLContext, no_keyring: None
) -> None:
    row = turned_down(alice)
    with serve_smtp(tls=safe, after="drop") as box:
        set_up(alice, box)
        browser, there, seal = draft(alice, row)
        page = flat(browser.post(there, yes(seal), follow=True))
        assert "had the whole message, and then the connection broke off" in page
        browser.post(there, yes(seal))
        assert len(box.taken) == 1
        box.after = ""
        assert "Send it?" in flat(browser.post(there, {"do": "not"}, follow=True))
        browser.post(there, yes(seal))
        assert len(box.taken) == 2  # the person said that it didn't go
    assert Sending.objects.get().went


def test_only_what_was_seen_goes(alice: Owner, server: MailServer, job: Opportunity) -> None:
    browser, there, seal = draft(alice, job)
    draft(alice, job, subject="Something else")
    assert "The message was changed meanwhile." in flat(browser.post(there, yes(seal)))
    assert "The message was changed meanwhile." in flat(browser.post(there, yes("")))
    assert server.taken == []


# Refusals


@pytest.mark.parametrize(
    ("password", "said"),
    [("red tram", "didn’t take that name or password"), ("", "A password is needed to send it.")],
)
def test_without_the_right_password_nothing_goes_and_nothing_is_lost(
    alice: Owner, server: MailServer, job: Opportunity, monkeypatch: pytest.MonkeyPatch, password: str, said: str
) -> None:
    monkeypatch.setattr(sending, "is_this_computer", lambda _: False)
    browser, there, seal = draft(alice, job)
    page = flat(browser.post(there, yes(seal, password=password)))
    assert said in page
    assert "red tram" not in page
    assert (server.taken, Sending.objects.count()) == ([], 0)
    assert Ask.objects.get(sort="advice").text.startswith("Hi Dana")
    browser.post(there, yes(seal))
    assert len(server.taken) == 1


def test_what_a_server_does_stands_on_the_page(
    alice: Owner, safe: ssl.SSLContext, no_keyring: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(smtp, "PATIENCE", 1)
    row = turned_down(alice)
    with serve_smtp(tls=safe, refuses={"RCPT": "550 5.1.1 no such user"}) as box:
        set_up(alice, box)
        browser, there, seal = draft(alice, row)
        assert "doesn’t take mail to dana@example.org" in flat(browser.post(there, yes(seal)))
    assert "Nothing answers at localhost" in flat(browser.post(there, yes(seal)))
    (tmp_path / "other").mkdir()
    with serve_smtp(tls=make_certificate(tmp_path / "other"), port=box.port) as changed:
        assert "the certificate has changed" in flat(browser.post(there, yes(seal)))
        assert changed.logins == []
    assert Sending.objects.count() == 0


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"address": "a@outlook.com", "host": ""}, "Outlook takes no mail from other programs"),
        (
            {"address": "a@clinic.example", "host": ""},
            "Onward doesn’t know which server takes mail from clinic.example.",
        ),
        ({"password": "red tram"}, "didn’t take that name or password"),
        ({"keep": "on"}, "There is no keyring here that Onward can use."),
    ],
)
def test_what_cannot_be_set_up_is_said_and_not_kept(
    alice: Owner, server: MailServer, no_keyring: None, told: dict[str, str], said: str
) -> None:
    page = flat(set_up(alice, server, **told))
    assert said in page
    assert PASSWORD not in page
    alice.refresh_from_db()
    assert alice.sends_through == ""


def test_without_an_address_it_asks_whom_it_goes_to(alice: Owner, job: Opportunity) -> None:
    page = door(alice).post(f"/ask/new/{job.pk}/", typed(do="send", to_address=""))
    assert "Say whom it goes to." in flat(page)


def test_client_details_are_shown_before_it_is_kept_to_be_sent(alice: Owner, job: Opportunity) -> None:
    page = door(alice).post(f"/ask/new/{job.pk}/", typed(do="send", text="My client Maria Lopez, 34, cried."))
    assert "could point to a client" in page.content.decode()


def test_without_a_server_the_way_to_set_one_up_is_there_and_leads_back(alice: Owner, no_keyring: None) -> None:
    row = turned_down(alice)
    page = flat(door(alice).get(f"/ask/new/{row.pk}/"))
    assert "Send it from here …" not in page
    assert f"/ask/server/?next=/ask/new/{row.pk}/" in page
    there = door(alice).post(f"/ask/new/{row.pk}/", typed(do="send"), follow=True)
    assert there.redirect_chain[-1][0].startswith("/ask/server/?next=")


def test_nothing_goes_from_the_example_or_on_the_day_of_a_no(
    alice: Owner, server: MailServer, job: Opportunity, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, there, seal = draft(alice, job)
    with clock.fixed("2026-11-16T20:00"):
        assert "Send it?" not in flat(browser.get(there))
    monkeypatch.setenv(example.SHOWN, "1")
    assert "nothing is sent from it" in flat(browser.post(there, yes(seal)))
    assert server.taken == []


def test_nobody_sends_for_somebody_else(alice: Owner, bob: Owner, job: Opportunity, server: MailServer) -> None:
    _, there, seal = draft(alice, job)
    assert door(bob).post(there, yes(seal)).status_code == 404
    assert server.taken == []


def test_a_job_without_a_draft_leads_to_one(alice: Owner, job: Opportunity) -> None:
    assert "/send/" not in door(alice).get(f"/ask/new/{job.pk}/send/")["Location"]
    other, _ = add_job(alice, employer="Elm", role="T", on=clock.today())
    assert "Nobody has said no here" in flat(door(alice).get(f"/ask/new/{other.pk}/send/"))
