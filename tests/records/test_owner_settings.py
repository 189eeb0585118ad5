"""What the person set of themselves is a change like any other: undone and brought back."""

from __future__ import annotations

from datetime import date

import pytest

from onward_app.records.models import Change, Owner
from onward_app.records.writing.owner import change_settings
from onward_app.records.writing.pace import set_week
from onward_app.records.writing.undo import undo_change
from onward_app.records.writing.values import set_income_now

JUNE = date(2026, 6, 1)


def fresh(owner: Owner, name: str) -> object:
    return getattr(Owner.objects.get(pk=owner.pk), name)


@pytest.mark.parametrize(
    ("name", "value"), [("search_began", JUNE), ("stories_off", True), ("delivery_off", True), ("day_off", 3)]
)
def test_a_setting_is_undone_and_brought_back(alice: Owner, name: str, value: object) -> None:
    before = fresh(alice, name)
    made = change_settings(alice, "step.set", "Set it.", **{name: value})
    assert made is not None
    assert fresh(alice, name) == value
    undone = undo_change(alice, made)
    assert fresh(alice, name) == before
    undo_change(alice, undone)
    assert fresh(alice, name) == value


def test_what_is_so_already_leaves_no_trace(alice: Owner) -> None:
    assert change_settings(alice, "step.set", "Set it.", stories_off=False) is None
    assert not Change.objects.filter(owner=alice).exists()


def test_income_first_can_be_taken_back(alice: Owner) -> None:
    made = set_income_now(alice, JUNE)
    assert made is not None
    assert fresh(alice, "income_review") == JUNE
    undo_change(alice, made)
    assert fresh(alice, "income_review") is None
    assert fresh(alice, "income_now") is None


def test_the_day_off_goes_back_with_its_week(alice: Owner) -> None:
    made = set_week(alice, {"tailored": (3, 0)}, day_off=5)
    assert made is not None
    undo_change(alice, made)
    assert fresh(alice, "day_off") is None


def test_another_persons_setting_is_not_touched(alice: Owner, bob: Owner) -> None:
    made = change_settings(alice, "step.set", "Set it.", stories_off=True)
    change_settings(bob, "step.set", "Set it.", stories_off=True)
    assert made is not None
    undo_change(alice, made)
    assert fresh(bob, "stories_off") is True
