"""`onward server`: set up, tried, shown and forgotten without a browser, and no message goes."""

from __future__ import annotations

import io

import pytest
import typer

from onward_app.cli.server import server as command
from onward_app.records.models import Owner
from onward_app.sending.smtp import NotSent
from onward_app.sources.place import OnServer


@pytest.fixture(autouse=True)
def _me(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onward_app.cli.owner.command_line_owner", lambda: Owner.objects.get(pk=alice.pk))
    monkeypatch.setattr("sys.stdin", io.StringIO("app password\n"))


def test_it_is_set_up_shown_and_forgotten(alice: Owner, capsys: pytest.CaptureFixture[str]) -> None:
    command()
    command("ana@example.org", host="mail.example.org:587")
    alice.refresh_from_db()
    assert (alice.sends_from, alice.sends_through) == ("ana@example.org", "smtp://mail.example.org:587")
    command()
    command(forget=True)
    alice.refresh_from_db()
    assert alice.sends_through == ""
    said = capsys.readouterr().out
    assert said.startswith("Nothing is sent from here.")
    assert "Messages may go through smtp://mail.example.org:587, from ana@example.org." in said
    assert "Nothing is sent from here any more." in said


def test_with_a_password_it_logs_in_once_and_a_refusal_keeps_nothing(
    alice: Owner, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tried: list[OnServer] = []

    def refuse(found: OnServer) -> None:
        tried.append(found)
        raise NotSent("The password isn’t taken.")

    monkeypatch.setattr("onward_app.sending.smtp.try_server", refuse)
    with pytest.raises(typer.Exit):
        command("ana@example.org", host="mail.example.org", password=True)
    assert [one.password for one in tried] == ["app password"]
    assert "The password isn’t taken." in capsys.readouterr().err
    alice.refresh_from_db()
    assert alice.sends_through == ""


def test_a_provider_that_nobody_here_knows_gets_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        command("ana@nowhere.example")
    assert "doesn’t know which server takes mail from nowhere.example" in capsys.readouterr().err
