"""A mailbox on a server: read from where it stopped, never changed, and every failure of the world in words."""

from __future__ import annotations

import re
import socket
import threading
import tomllib
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from tests.sources.imap_server import Folder, ImapServer, make_certificate, serve_imap
from tests.sources.places import MESSAGES

from onward_app import clock
from onward_app.collect import collect_mail
from onward_app.records.models import MailMark, Owner, Seen
from onward_app.sources import Found, GrowingSource, SourceTrouble, Trouble, open_source, parse_place
from onward_app.sources.imap import ImapMailbox


def opened(address: str, **after: str) -> ImapMailbox:
    source = open_source(address)
    assert isinstance(source, ImapMailbox)
    assert isinstance(source, GrowingSource)
    source.marks.before = after
    return source


def raws(source: ImapMailbox) -> list[bytes]:
    return [item.raw for item in source if isinstance(item, Found)]


def refusal(address: str) -> SourceTrouble:
    with pytest.raises(SourceTrouble) as caught:
        raws(opened(address))
    assert "blue tram" not in str(caught.value)
    return caught.value


def test_it_only_looks() -> None:
    with serve_imap(*MESSAGES) as box:
        assert raws(opened(box.address)) == list(MESSAGES)
    words = " ".join(box.asked)
    assert "EXAMINE" in words
    assert "BODY.PEEK[]" in words
    assert not {"SELECT", "STORE", "EXPUNGE", "APPEND", "COPY", "MOVE", "DELETE"} & set(words.split())


def test_it_goes_on_from_where_it_stopped() -> None:
    with serve_imap(*MESSAGES) as box:
        first = opened(box.address)
        assert len(raws(first)) == len(MESSAGES)
        assert first.marks.now == {"INBOX": "7:5"}
        assert raws(opened(box.address, **first.marks.now)) == []
        box.folders["INBOX"].messages[9] = b"Subject: new\n\nHello.\n"
        assert raws(opened(box.address, **first.marks.now)) == [b"Subject: new\n\nHello.\n"]


def test_messages_that_were_numbered_anew_are_read_from_the_start() -> None:
    with serve_imap(*MESSAGES) as box:
        box.folders["INBOX"].validity = 8
        assert len(raws(opened(box.address, INBOX="7:5"))) == len(MESSAGES)


def test_without_a_folder_every_one_that_may_hold_an_answer_is_read() -> None:
    junk, jobs = Folder({1: b"Subject: junk\n\n"}, flags="\\Junk"), Folder({1: b"Subject: jobs\n\n"})
    with serve_imap(*MESSAGES[:1], Spam=junk, Jobs=jobs) as box:
        assert raws(opened(box.address)) == [MESSAGES[0], b"Subject: jobs\n\n"]


def test_where_one_folder_holds_all_the_rest_are_labels() -> None:
    whole = Folder(dict(enumerate(MESSAGES, 1)), flags="\\All")
    with serve_imap(*MESSAGES[:2], Everything=whole) as box:
        assert raws(opened(box.address)) == list(MESSAGES)


def test_it_is_opened_with_a_password_and_needs_no_account_of_a_maker() -> None:
    root = Path(__file__).parents[2]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (root / "src" / "onward_app").rglob("*.py"))
    assert "IMAP4" in code
    assert not re.search(r"xoauth|oauth2|client_secret|refresh_token|googleapis|graph\.microsoft", code, re.IGNORECASE)
    wanted = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert not [one for one in wanted if re.match(r"google|msal|oauth|exchangelib|o365", one, re.IGNORECASE)]


def test_one_label_is_read_however_its_letters_are_written() -> None:
    with serve_imap(*MESSAGES[:1], Onward=Folder({1: MESSAGES[1]})) as box:
        assert raws(opened(box.address + "onward")) == [MESSAGES[1]]


def test_a_folder_that_is_not_there_is_told_with_those_that_are() -> None:
    with serve_imap(*MESSAGES, Jobs=Folder()) as box:
        told = refusal(box.address + "Onwards")
    assert "There is no folder “Onwards”" in str(told)
    assert "“Jobs”" in str(told)
    assert told.permanent


def test_a_wrong_password_is_told_with_what_to_do() -> None:
    with serve_imap(*MESSAGES) as box:
        told = refusal(box.address.replace("blue%20tram", "red%20tram"))
    assert "didn’t take that name or password" in str(told)
    assert "red tram" not in str(told)


def test_without_a_password_nothing_is_asked_of_the_server() -> None:
    with serve_imap(*MESSAGES) as box:
        told = refusal(f"imap://sam@127.0.0.1:{box.port}/")
    assert "wants a password" in str(told)
    assert box.asked == []


def test_nobody_there_and_no_such_server_are_told_apart() -> None:
    with serve_imap() as box:
        port = box.port
    assert "Nothing answers at 127.0.0.1" in str(refusal(f"imap://a:b@127.0.0.1:{port}/"))
    assert "There is no server called" in str(refusal("imap://a:b@no-such-server.invalid/"))


def test_a_server_that_hangs_up_loses_nothing_that_was_read(alice: Owner) -> None:
    with serve_imap(*(big(n) for n in range(8))) as box:
        box.hangs_up_after = 5
        done = collect_mail(alice, [box.address])
        assert "goes on from there" in done.troubles[0]
        assert 0 < Seen.objects.count() <= 5
        kept, box.hangs_up_after = Seen.objects.count(), None
        box.fetched.clear()
        again = collect_mail(alice, [box.address])
    assert again.troubles == []
    assert len(box.fetched) == 8 - kept
    assert Seen.objects.count() == 8


def big(number: int) -> bytes:
    """So large that two of them are not fetched together."""
    return b"Subject: %d\n\n" % number + b"x" * 5_000_000


def test_reading_again_fetches_nothing_and_from_the_start_all(alice: Owner) -> None:
    with serve_imap(*MESSAGES) as box:
        assert collect_mail(alice, [box.address]).messages == len(MESSAGES)
        assert collect_mail(alice, [box.address]).messages == 0
        assert collect_mail(alice, [box.address], anew=True).messages == len(MESSAGES)
        assert collect_mail(alice, [box.address], dry_run=True).messages == len(MESSAGES)
    assert Seen.objects.count() == len(MESSAGES)
    assert MailMark.objects.get().mark == "7:5"


def test_on_its_server_mail_is_read_to_today_also_when_nothing_new_came(alice: Owner) -> None:
    with serve_imap(*MESSAGES) as box:
        for day in (date(2027, 3, 4), date(2027, 5, 4)):
            with clock.fixed(f"{day}T09:00"):
                collect_mail(alice, [box.address])
            alice.refresh_from_db()
            assert alice.mail_read_on == day


def test_a_message_that_is_refused_just_now_is_asked_for_again(alice: Owner) -> None:
    with serve_imap(*(big(n) for n in range(3))) as box:
        box.refuses = {2}
        assert "goes on from there" in collect_mail(alice, [box.address]).troubles[0]
        box.refuses = set()
        assert collect_mail(alice, [box.address]).troubles == []
    assert Seen.objects.count() == 3


def test_a_folder_that_may_not_be_opened_is_told_and_the_rest_is_read() -> None:
    with serve_imap(*MESSAGES[:1], Shared=Folder({1: b"x"}), Jobs=Folder({1: MESSAGES[1]})) as box:
        box.shut = {"Shared"}
        found = list(opened(box.address))
    assert [item.raw for item in found if isinstance(item, Found)] == list(MESSAGES[:2])
    assert [str(item) for item in found if isinstance(item, Trouble)] == [
        "The folder “Shared” may not be opened, so it was left out."
    ]
    with serve_imap(Shared=Folder()) as box:
        box.shut = {"Shared"}
        assert "may not be opened" in str(refusal(box.address + "Shared"))


@pytest.mark.parametrize(
    ("why", "lasts"), [("NOPERM", True), ("SERVERBUG", False), ("UNAVAILABLE", False), ("INUSE", False)]
)
def test_a_folder_that_can_not_be_opened_just_now_may_be_in_a_moment(why: str, lasts: bool) -> None:
    with serve_imap(Shared=Folder()) as box:
        box.shut, box.why = {"Shared"}, why
        assert refusal(box.address + "Shared").permanent is lasts


@pytest.mark.parametrize("flags", ["\\Junk", "\\junk", "\\NoSelect", "\\NOSELECT \\HasChildren"])
def test_a_flag_counts_however_it_is_written(flags: str) -> None:
    with serve_imap(*MESSAGES[:1], Other=Folder({1: MESSAGES[1]}, flags=flags)) as box:
        assert raws(opened(box.address)) == list(MESSAGES[:1])


@pytest.mark.parametrize("host", ["imap..example.org", f"{'a' * 64}.example.org"])
def test_a_name_that_can_be_no_servers_is_told(host: str) -> None:
    assert "There is no server called" in str(refusal(f"imaps://a:b@{host}/"))


def test_a_server_that_hangs_up_in_the_greeting_may_be_there_again_soon() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].close(), daemon=True).start()
        told = refusal(f"imaps://a:b@127.0.0.1:{server.getsockname()[1]}/")
    assert not told.permanent


def test_the_marks_of_one_person_are_not_anothers(alice: Owner, bob: Owner) -> None:
    with serve_imap(*MESSAGES) as box:
        collect_mail(alice, [box.address])
        assert collect_mail(bob, [box.address]).messages == len(MESSAGES)


def test_stopping_early_says_goodbye() -> None:
    with serve_imap(*MESSAGES) as box:
        assert len(list(islice(opened(box.address), 1))) == 1
        assert box.asked[-1].upper().startswith("LOGOUT")


def test_a_certificate_that_nobody_vouches_for_gets_no_password(tmp_path: Path) -> None:
    context = make_certificate(tmp_path)
    with serve_imap(*MESSAGES, tls=context) as box:
        told = refusal(box.address.replace("imap://", "imaps://").replace("127.0.0.1", "localhost"))
    assert "certificate of localhost can’t be trusted" in str(told)
    assert box.asked == []


def test_a_server_elsewhere_that_offers_no_safe_connection_gets_no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onward_app.sources.imap_server.is_this_computer", lambda host: False)
    with serve_imap(*MESSAGES) as box:
        told = refusal(box.address)
    assert "no safe connection" in str(told)
    assert not any("AUTH" in line and "PLAIN" in line for line in box.asked)


def test_the_password_is_in_no_word_of_the_place_or_the_source() -> None:
    place = parse_place("imap://sam:secret@mail.example/Jobs")
    assert "secret" not in repr(place)
    assert "secret" not in repr(ImapMailbox(place))  # type: ignore[arg-type]
    assert replace(place, password="") != place  # type: ignore[call-arg]


def test_the_address_one_logs_in_with_is_ones_own() -> None:
    assert opened("imap://Sam%40Home.example:x@mail.example/").addresses == {"sam@home.example"}
    assert opened("imap://sam:x@mail.example/").addresses == frozenset()


def test_a_message_that_went_meanwhile_is_passed_over() -> None:
    with serve_imap(*MESSAGES) as box:
        reading = iter(opened(box.address))
        next(reading)
        assert isinstance(box, ImapServer)
        assert [item.raw for item in reading if isinstance(item, Found)] == list(MESSAGES[1:])
