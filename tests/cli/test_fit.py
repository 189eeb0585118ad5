"""`onward fit`: two quick questions before applying, and either can be left."""

from __future__ import annotations

from datetime import date

import pytest
from typer.testing import CliRunner

from onward_app.cli.start import app
from onward_app.records.models import Change, Fit, Opportunity, Owner
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.values import add_line, add_value

LINE, PAY, CULTURE = "Weekly supervision, in writing", "Fair pay", "Kind people"


@pytest.fixture
def lead(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> Opportunity:
    monkeypatch.setattr("onward_app.cli.owner.command_line_owner", lambda: alice)
    add_line(alice, LINE)
    add_value(alice, text=CULTURE, points=20)
    add_value(alice, text=PAY, points=60)
    return add_job(alice, employer="Harbor Light", role="Therapist", kind="lead", on=date(2026, 3, 2))[0]


def answer(row: Opportunity, typed: str) -> str:
    told = CliRunner().invoke(app, ["fit", str(row.pk)], input=typed)
    assert told.exit_code == 0, told.output
    return told.output


def held() -> set[tuple[str, str, str]]:
    return {(one.value.text, one.mark, one.known) for one in Fit.objects.select_related("value")}


def test_the_line_and_the_heaviest_value_are_asked_and_marked_with_how_it_is_known(lead: Opportunity) -> None:
    said = answer(lead, "yes\ntold\nno\n\n")
    assert LINE in said
    assert PAY in said
    assert CULTURE not in said
    assert held() == {(LINE, "kept", "told"), (PAY, "crossed", "guessed")}
    assert CULTURE in answer(lead, "\n")  # what is known isn't asked again


@pytest.mark.parametrize("typed", ["\n\n", "", "perhaps\n\n"])
def test_what_is_left_out_is_not_marked_and_is_no_change(lead: Opportunity, typed: str) -> None:
    before = Change.objects.count()
    assert "Nothing was marked." in answer(lead, typed)
    assert (held(), Change.objects.count()) == (set(), before)


def test_after_applying_there_is_nothing_to_ask(alice: Owner, lead: Opportunity) -> None:
    add_event(alice, lead, kind="applied", on=date(2026, 3, 3))
    assert "There is nothing to ask" in answer(lead, "")
