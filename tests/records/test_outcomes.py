"""What came of interviews is told alike of one and of all at once."""

from __future__ import annotations

from datetime import date

from benchmarks.filled import CLOCK, fill_search

from onward.debrief.calibration import ForecastOutcome
from onward.debrief.outcome import find_interview_outcome, stage_of_round
from onward_app import clock
from onward_app.records.facts import to_event
from onward_app.records.models import Event, Interview, Owner
from onward_app.records.reading.debrief import find_outcome, list_counting_forecasts, list_forecasts, load_outcomes
from onward_app.records.writing.interviews import add_interview
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.undo import undo_change


def by_the_log(row: Interview) -> tuple[ForecastOutcome, date | None]:
    """What the whole log of its job says of an interview."""
    log = [to_event(event) for event in Event.objects.filter(opportunity=row.opportunity_id, stands=True)]
    others = Interview.objects.filter(opportunity=row.opportunity_id, stands=True).exclude(pk=row.pk)
    days = others.values_list("on", flat=True)
    came = find_interview_outcome(stage_of_round(row.round), row.on, log, days, today=clock.today())
    return came.outcome, came.on


def test_of_each_interview_all_at_once_say_what_it_says_by_itself_and_what_the_log_does(alice: Owner) -> None:
    with clock.fixed(CLOCK):
        fill_search(alice, 200)
        told = load_outcomes(alice)
        rows = list(Interview.objects.of(alice).select_related("opportunity"))
        assert len({one.outcome for one in told.values()}) > 2
        assert {row.pk: (told[row.pk].outcome, told[row.pk].on) for row in rows} == {
            row.pk: (came.outcome, came.on) for row in rows for came in [find_outcome(row)]
        }
        assert {row.pk: (told[row.pk].outcome, told[row.pk].on) for row in rows} == {
            row.pk: by_the_log(row) for row in rows
        }


def test_what_came_is_that_they_asked_on_from_the_day_the_next_interview_is_set(alice: Owner) -> None:
    with clock.fixed("2026-11-16T09:00"):
        job, _ = add_job(alice, employer="Harbor", role="", on=date(2026, 11, 2))
        first, _ = add_interview(alice, job, on=date(2026, 11, 12), kind="interview")
        assert load_outcomes(alice)[first.pk].outcome is ForecastOutcome.OPEN
        _, change = add_interview(alice, job, on=date(2026, 11, 20), kind="interview")
        assert (load_outcomes(alice)[first.pk].outcome, load_outcomes(alice)[first.pk].on) == (
            ForecastOutcome.MOVED_ON,
            date(2026, 11, 16),
        )
        undo_change(alice, change)
        assert load_outcomes(alice)[first.pk].outcome is ForecastOutcome.OPEN


def test_the_forecasts_that_count_are_those_of_the_list_that_were_said_before(alice: Owner) -> None:
    with clock.fixed(CLOCK):
        fill_search(alice, 200)
        listed = [(one.said, one.outcome, one.left) for one in list_forecasts(alice) if one.before]
        counted = list_counting_forecasts(alice, load_outcomes(alice).values())
    assert len(listed) > 3
    assert sorted(listed, key=str) == sorted(((one.said, one.outcome, one.left) for one in counted), key=str)
