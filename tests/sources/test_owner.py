"""Whose mailbox it is: the address that mail was delivered to, or that a folder of sent mail is from."""

from __future__ import annotations

from pathlib import Path

from tests.sources.places import mbox_of

from onward_app.sources import open_source
from onward_app.sources.owner import addresses_in

NAMES = ("ana", "ben", "cleo", "dina", "emil")


def written(sender: str, to: str, more: str = "") -> bytes:
    return f"From: {sender}\nTo: {to}\nSubject: Hello\n{more}\nDear you,\n".encode()


def owner(folder: Path, *messages: bytes) -> frozenset[str]:
    (folder / "mail.mbox").write_bytes(mbox_of(*messages))
    return addresses_in(open_source(folder / "mail.mbox"))


def test_mail_that_was_delivered_says_to_whom(tmp_path: Path) -> None:
    assert owner(tmp_path, written("ana@a.example", "all@a.example", "Delivered-To: sam@home.example\n")) == {
        "sam@home.example"
    }


def test_an_address_that_most_mail_goes_to_is_the_owners(tmp_path: Path) -> None:
    mail = [written(f"{name}@{name}.example", "Sam <Sam@home.example>") for name in NAMES * 2]
    assert owner(tmp_path, *mail) == {"sam@home.example"}


def test_a_folder_of_sent_mail_is_from_its_owner(tmp_path: Path) -> None:
    mail = [written("Sam <Sam@home.example>", f"{name}@{name}.example") for name in NAMES]
    assert owner(tmp_path, *mail) == {"sam@home.example"}


def test_a_folder_of_one_senders_mail_is_not_that_senders(tmp_path: Path) -> None:
    mail = [written("Jobs <jobs@board.example>", "sam@home.example") for _ in NAMES]
    assert owner(tmp_path, *mail) == frozenset()


def test_mail_to_lists_says_nothing_of_who_owns_it(tmp_path: Path) -> None:
    mail = [written("news@board.example", f"{name}@list.example", "List-Id: <x>\n") for name in NAMES]
    assert owner(tmp_path, *mail) == frozenset()


def test_two_letters_are_too_few_to_tell(tmp_path: Path) -> None:
    mail = [written("sam@home.example", f"{name}@{name}.example") for name in NAMES[:2]]
    assert owner(tmp_path, *mail) == frozenset()
