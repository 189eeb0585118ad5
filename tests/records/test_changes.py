"""Whatever is done can be undone, and what is undone comes back."""

from __future__ import annotations

from datetime import date

import pytest

from onward_app import clock
from onward_app.records.models import Change, Event, Opportunity, Owner
from onward_app.records.reading.rows import NotFound, find_opportunity, list_opportunities
from onward_app.records.writing.caches import rebuild_opportunities
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.undo import CannotUndo, undo_change


def job(owner: Owner, employer: str = "Harbor Light", kind: str = "applied") -> tuple[Opportunity, Change]:
    with open_change(owner, "jobs.add", f"Added {employer}.") as doing:
        row = doing.make(Opportunity, employer=employer, role="Therapist")
        doing.make(Event, opportunity=row, kind=kind, on=date(2026, 3, 1), added_at=clock.now())
    row.refresh_from_db()
    return row, doing.record


def test_an_event_moves_the_stage(alice: Owner) -> None:
    row, _ = job(alice)
    assert (row.stage, row.first_on) == ("applied", date(2026, 3, 1))


def test_undoing_takes_it_back_and_undoing_that_brings_it_back(alice: Owner) -> None:
    row, record = job(alice)
    taken = undo_change(alice, record)
    assert not list_opportunities(alice).exists()
    undo_change(alice, taken)
    row.refresh_from_db()
    assert list(list_opportunities(alice)) == [row]
    assert row.stage == "applied"


def test_every_undo_in_a_row_says_what_it_came_to(alice: Owner) -> None:
    _, record = job(alice)
    said = []
    for _ in range(4):
        record = undo_change(alice, record)
        said.append((record.summary, list_opportunities(alice).exists()))
    assert said == [("Undid: Added Harbor Light.", False), ("Added Harbor Light.", True)] * 2


def test_an_edit_comes_back_as_it_was(alice: Owner) -> None:
    row, _ = job(alice)
    with open_change(alice, "jobs.edit", "Edited.") as doing:
        doing.edit(row, role="Supervisor", deadline_on=date(2026, 4, 1))
    undo_change(alice, doing.record)
    row.refresh_from_db()
    assert (row.role, row.deadline_on) == ("Therapist", None)


def test_nothing_done_leaves_no_trace(alice: Owner) -> None:
    row, _ = job(alice)
    with open_change(alice, "jobs.edit", "Edited.") as doing:
        doing.edit(row, role="Therapist")
    assert Change.objects.filter(intention="jobs.edit").count() == 0


def test_a_failure_half_way_leaves_nothing(alice: Owner) -> None:
    def half() -> None:
        with open_change(alice, "jobs.add", "Added.") as doing:
            doing.make(Opportunity, employer="Half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert Opportunity.objects.count() == 0
    assert Change.objects.count() == 0


def test_it_refuses_to_undo_under_something_newer(alice: Owner) -> None:
    row, _ = job(alice)
    with open_change(alice, "jobs.edit", "First.") as first:
        first.edit(row, role="One")
    with open_change(alice, "jobs.edit", "Renamed to Two.") as second:
        second.edit(row, role="Two")
    with pytest.raises(CannotUndo, match="Renamed to Two"):
        undo_change(alice, first.record)
    row.refresh_from_db()
    assert row.role == "Two"


def test_it_refuses_to_undo_twice_or_for_a_stranger(alice: Owner, bob: Owner) -> None:
    _, record = job(alice)
    with pytest.raises(CannotUndo):
        undo_change(bob, record)
    undo_change(alice, record)
    with pytest.raises(CannotUndo, match="already"):
        undo_change(alice, record)


def test_a_strangers_id_finds_nothing(alice: Owner, bob: Owner) -> None:
    row, _ = job(alice)
    with pytest.raises(NotFound):
        find_opportunity(bob, row.pk)
    assert not list_opportunities(bob).exists()


def test_the_cache_can_be_rebuilt_from_the_log(alice: Owner) -> None:
    row, _ = job(alice, kind="interview")
    Opportunity.objects.filter(pk=row.pk).update(stage="signed", first_on=None)
    rebuild_opportunities(alice)
    row.refresh_from_db()
    assert (row.stage, row.first_on) == ("interview", date(2026, 3, 1))


def test_a_merged_id_lives_on(alice: Owner) -> None:
    one, _ = job(alice)
    two, _ = job(alice, "Harbor Light LLC")
    with open_change(alice, "jobs.merge", "Merged.") as doing:
        doing.edit(two, merged_into=one)
    assert find_opportunity(alice, two.pk) == one
