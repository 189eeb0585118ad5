"""Everything goes out sealed with a passphrase, and comes in again with it alone."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import typer
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.keeping.folders import living_in, read_files
from tests.keeping.test_arriving import empty, say_yes
from tests.people import door

from onward_app import home, sealing
from onward_app.cli.passphrase import choose_passphrase
from onward_app.keeping.archive import ImportTrouble
from onward_app.keeping.bring_back import import_search
from onward_app.keeping.export import write_export
from onward_app.keeping.sealed import ENDING, is_sealed, write_sealed_export
from onward_app.records.models import Opportunity, Owner
from onward_app.sealing import SealTrouble, seal, unseal

WORDS = "four words of mine"
__all__ = ["empty"]  # a fixture


@pytest.fixture(scope="module")
def sealed_out(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("pyrage")
    place = tmp_path_factory.mktemp("sealed") / f"search.zip{ENDING}"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("ONWARD_HOME", str(filled))
        write_sealed_export(place, WORDS)
    return place


def test_nothing_of_it_can_be_read_and_it_comes_back_equal(
    sealed_out: Path, taken_out: Path, here: Path, tmp_path: Path
) -> None:
    assert is_sealed(sealed_out)
    assert not is_sealed(taken_out)
    raw = sealed_out.read_bytes()
    assert not [word for word in (b"PK\x03\x04", b"onward.json", b"rows/") if word in raw]
    assert [path.name for path in sealed_out.parent.iterdir()] == [sealed_out.name]
    for wrong, said in (("", "is sealed"), ("another one of mine", "doesn’t open it")):
        with pytest.raises(ImportTrouble, match=said):
            import_search(sealed_out, passphrase=wrong)
    assert not home.database_path().exists()
    import_search(sealed_out, passphrase=WORDS)
    assert write_export(tmp_path / "again.zip").place.read_bytes() == taken_out.read_bytes()


def test_what_is_sealed_and_no_export_is_refused(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyrage")
    place = tmp_path / "packet.html.age"
    place.write_bytes(b"age-encryption.org/v1\n-> cut off")
    with pytest.raises(ImportTrouble, match="wasn’t opened"):
        import_search(place, passphrase=WORDS)
    monkeypatch.setattr("onward_app.keeping.sealed.unseal", lambda raw, passphrase: b"<p>a packet")
    with pytest.raises(ImportTrouble, match="isn’t an export"):
        import_search(place, passphrase=WORDS)


def test_it_comes_in_from_the_page_with_its_passphrase(empty: object, sealed_out: Path, filled: Path) -> None:
    browser = door(Owner.objects.get())

    def upload(passphrase: str) -> str:
        file = SimpleUploadedFile(sealed_out.name, sealed_out.read_bytes())
        return browser.post("/data/arrive/", {"file": file, "passphrase": passphrase}).content.decode()

    assert "is sealed. Give the passphrase" in upload("")
    page = upload(WORDS)
    assert not Opportunity.objects.exists()
    assert say_yes(browser, page) == 302
    assert Opportunity.objects.count() > 10
    assert read_files(home.home_folder(), "documents") == read_files(filled, "documents")


def test_the_page_seals_it_and_says_what_a_lost_passphrase_means(
    empty: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = door(Owner.objects.get())
    assert "Nobody can open it without the passphrase, Onward neither" in browser.get("/data/").content.decode()
    assert "A little longer, please" in browser.post("/data/out/sealed/", {"passphrase": "short"}).content.decode()
    monkeypatch.setattr(sealing, "_find_age", lambda: None)
    assert "pip install" in browser.get("/data/").content.decode()
    monkeypatch.undo()
    monkeypatch.setattr("onward_app.keeping.sealed.seal", lambda raw, passphrase: raw[:4] + passphrase.encode())
    answer = browser.post("/data/out/sealed/", {"passphrase": WORDS})
    assert answer.content == b"PK\x03\x04" + WORDS.encode()
    assert answer.headers["Content-Disposition"].endswith('.zip.age"')


def test_what_is_too_large_to_seal_is_said(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onward_app.keeping.sealed.LARGEST", 1000)
    with living_in(filled), pytest.raises(Exception, match="more than Onward can seal"):
        write_sealed_export(tmp_path / "out.zip.age", WORDS)
    assert list(tmp_path.iterdir()) == []


def test_no_passphrase_is_asked_for_where_nothing_can_be_sealed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sealing, "_find_age", lambda: None)
    with pytest.raises(typer.Exit):
        choose_passphrase()
    said = capsys.readouterr().err
    assert "pip install" in said
    assert "Write it down" not in said


def test_a_short_passphrase_is_refused_at_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pyrage")
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    with pytest.raises(typer.Exit):
        choose_passphrase()
    assert "A little longer" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{WORDS}\n"))
    assert choose_passphrase() == WORDS
    assert "Nobody can open it" in capsys.readouterr().err


def test_what_this_computer_is_too_busy_to_open_isnt_said_to_be_a_wrong_passphrase() -> None:
    raw = re.sub(
        rb"(-> scrypt \S+) \d+\n", rb"\1 30\n", seal(b"a search", "four or five words"), count=1
    )  # sealed where a second does far more
    with pytest.raises(SealTrouble, match="far quicker than this one is just now"):
        unseal(raw, "four or five words")
