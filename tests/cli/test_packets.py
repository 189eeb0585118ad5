"""`onward comments`, `coach` and `unseal`: both sides of a packet in the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands import run
from tests.core.packet.packets import make_packet
from tests.core.packet.test_coach import files

from onward.packet.page import write_packet
from onward_app.sealing import seal


def test_a_coach_sees_thirty_packets_on_one_page_and_nothing_else_is_kept(tmp_path: Path) -> None:
    folder, home = tmp_path / "packets", tmp_path / "home"
    folder.mkdir()
    for name, raw in files(30):
        (folder / name).write_bytes(raw)
    (folder / "notes.txt").write_text("mine")
    for _ in range(2):  # its own page isn't taken for a packet
        code, out, err = run(home, "coach", str(folder), ONWARD_CLOCK="2026-12-20T09:00")
        assert (code, err) == (0, "")
        assert "30 packets and 10 stale." in out
    page = (folder / "onward-coach.html").read_text("utf-8")
    assert page.count('<tr><th scope="row">') == 30
    assert not home.exists()
    assert len(list(folder.iterdir())) == 32


def test_what_is_no_packet_is_said_and_the_rest_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Hello")
    (tmp_path / "b.html").write_text(write_packet(make_packet()), "utf-8")
    code, out, err = run(tmp_path / "home", "coach", str(tmp_path), ONWARD_CLOCK="2026-11-20T09:00")
    assert code == 1
    assert "1 packet, none stale and 1 that can’t be read." in out
    assert "a.html: It isn’t a packet of Onward’s" in err


def test_no_folder_gets_its_sentence(tmp_path: Path) -> None:
    code, _, err = run(tmp_path / "home", "coach", str(tmp_path / "gone"))
    assert (code, "is no folder" in err) == (1, True)


def test_comments_on_another_packet_are_not_taken_in(tmp_path: Path) -> None:
    place = tmp_path / "comments.json"
    place.write_text(
        '{"format": "onward comments", "version": 1, "packet": "ABCD2345", "comments": [{"item": 1, "text": "x"}]}'
    )
    code, _, err = run(tmp_path / "home", "comments", str(place))
    assert (code, "wasn’t made in this search" in err) == (1, True)
    code, _, err = run(tmp_path / "home", "comments", str(tmp_path / "gone.json"))
    assert (code, "can’t be read" in err) == (1, True)


def test_a_sealed_packet_is_opened_beside_it_once(tmp_path: Path) -> None:
    pytest.importorskip("pyrage")
    place = tmp_path / "packet-ABCD2345.html.age"
    place.write_bytes(seal(b"<p>open", "four words of mine"))

    def unseal(words: bytes) -> tuple[int, str]:
        done = run(tmp_path / "home", "unseal", place, given=words + b"\n")
        return done.returncode, done.stdout + done.stderr

    assert unseal(b"another one of mine") == (1, "onward: That passphrase doesn’t open it.\n")
    assert unseal(b"four words of mine")[0] == 0
    assert (tmp_path / "packet-ABCD2345.html").read_bytes() == b"<p>open"
    assert "is there already" in unseal(b"four words of mine")[1]


def test_what_is_not_sealed_is_not_asked_a_passphrase_for(tmp_path: Path) -> None:
    (tmp_path / "letter.age").write_text("<p>open</p>", "utf-8")
    done = run(tmp_path / "home", "unseal", tmp_path / "letter.age", given=b"")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("letter.age: It isn’t sealed, so no passphrase is needed for it.\n")


def test_a_folder_that_is_not_there_is_named_by_its_own_name(tmp_path: Path) -> None:
    done = run(tmp_path / "home", "export", tmp_path / "away" / "out.zip")
    assert done.returncode == 1
    assert done.stderr == f"onward: There is no folder {tmp_path / 'away'} to write to.\n"
