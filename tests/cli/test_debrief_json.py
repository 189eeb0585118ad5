"""`onward debrief --json` prints what the pages show, under the names that the documentation has."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from onward_app import clock
from onward_app.cli.debrief import debrief
from onward_app.records.models import Opportunity, Owner, Transcript
from onward_app.records.writing.debrief import CapturedQuestion, capture_interview, save_screen_answer, start_debrief
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_event, add_job


@pytest.fixture
def told(alice: Owner, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    with clock.fixed("2026-03-10T17:00"):
        job, _ = add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 2, 20))
        row, _ = add_interview(alice, job, on=date(2026, 3, 10), round="interview", people="D. W.")
        capture_interview(alice, row, questions=[CapturedQuestion("Why here?", "Because", 4)], forecast=30, said_real=5)
        Transcript.objects.create(owner=alice, interview=row, name="talk.vtt", candidate="Robin", text="x")
    with clock.fixed("2026-03-12T09:00"):
        add_event(alice, Opportunity.objects.get(pk=job.pk), kind="rejected", on=date(2026, 3, 11))
        save_screen_answer(start_debrief(alice, job, row, script="no"), "asked", {"text": "Why here?"})
        start_debrief(
            alice, add_job(alice, employer="Quiet Pines", role="", on=date(2026, 2, 1))[0], None, script="application"
        )
        debrief(as_json=True)
    return dict(json.loads(capsys.readouterr().out))


def test_it_says_what_was_noted_and_what_came(told: dict[str, Any]) -> None:
    one = told["interviews"][0]
    assert (one["forecast"], one["counts"], one["outcome"], one["said_real"]) == (30, True, "no", 5)
    assert one["questions"] == [{"asked": "Why here?", "said": "Because", "went": 4}]
    assert one["debriefs"][0]["answers"] == [{"screen": "What was asked?", "lines": ["Why here?"]}]
    assert one["transcripts"][0]["candidate"] == "Robin"
    assert told["applications"][0]["employer"] == "Quiet Pines"
    assert told["calibration"]["n"] == 1
    assert told["calibration"]["bias"] is None
