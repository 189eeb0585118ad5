"""A command that is said again, and has nothing left to do, says so, and names no change that isn't there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onward_app.cli.start import app
from onward_app.records.models import Owner
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.values import add_line

LETTER = "Dear Sam,\n\nWe offer you the position of Counselor at a salary of $58,000. You start on 4 January 2027.\n"


@pytest.fixture
def job(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("onward_app.cli.owner.command_line_owner", lambda: alice)
    add_line(alice, "Weekly supervision, in writing")
    return str(add_job(alice, employer="Harbor Light", role="Therapist", kind="lead", on=date(2026, 3, 2))[0].pk)


def test_said_twice_it_was_so_already(job: str, tmp_path: Path) -> None:
    letter = tmp_path / "offer.txt"
    letter.write_text(LETTER, "utf-8")
    told = [CliRunner().invoke(app, ["offer", str(letter), "--job", job]).output for _ in range(2)]
    assert "takes it back" in told[0]
    assert "It was so already." in told[1]
    assert "None" not in told[1]
