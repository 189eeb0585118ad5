"""What came of interviews is told alike of one and of all at once."""

from __future__ import annotations

from benchmarks.filled import CLOCK, fill_search

from onward_app import clock
from onward_app.records.models import Interview, Owner
from onward_app.records.reading.debrief import find_outcome, list_counting_forecasts, list_forecasts, load_outcomes


def test_of_each_interview_all_at_once_say_what_it_says_by_itself(alice: Owner) -> None:
    with clock.fixed(CLOCK):
        fill_search(alice, 200)
        told = load_outcomes(alice)
        rows = list(Interview.objects.of(alice).select_related("opportunity"))
        assert len({one.outcome for one in told.values()}) > 2
        assert {row.pk: (told[row.pk].outcome, told[row.pk].on) for row in rows} == {
            row.pk: (came.outcome, came.on) for row in rows for came in [find_outcome(row)]
        }


def test_the_forecasts_that_count_are_those_of_the_list_that_were_said_before(alice: Owner) -> None:
    with clock.fixed(CLOCK):
        fill_search(alice, 200)
        listed = [(one.said, one.outcome, one.left) for one in list_forecasts(alice) if one.before]
        counted = list_counting_forecasts(alice, load_outcomes(alice).values())
    assert len(listed) > 3
    assert sorted(listed, key=str) == sorted(((one.said, one.outcome, one.left) for one in counted), key=str)
