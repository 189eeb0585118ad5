"""Everything that was ever done, taken back one by one and brought back one by one: the rows are the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from tests.filled import fill, on_the_morning

from onward_app.records.models import Card, Change, Letter, Opportunity, Owner
from onward_app.records.writing.caches import rebuild_opportunities
from onward_app.records.writing.practice import rebuild_schedules
from onward_app.records.writing.undo import CannotUndo, undo_change

NOT_ROWS = {"change", "part"}  # the record of what was done grows with every undo
PASSING = {
    "jobmark",
    "jobwait",
    "lettermark",
    "seen",
    "mailmark",
    "letter",
    "attempt",
    "sitting",
    "skipped",
    "recording",
}  # not made by a change, or kept up by linking


@pytest.fixture
def me(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        fill(alice)
        yield alice


def rows(owner: Owner) -> dict[str, list[dict[str, Any]]]:
    """What stands of this person's, caches included."""
    found: dict[str, list[dict[str, Any]]] = {"owner": list(Owner.objects.filter(pk=owner.pk).values())}
    for passing in ("filed_through", "file_again"):  # how far filing has looked
        found["owner"][0].pop(passing)
    for model in apps.get_app_config("records").get_models():
        name = str(model._meta.model_name)
        if name in NOT_ROWS | PASSING | {"owner"}:
            continue
        mine: Any = model._default_manager.filter(owner=owner).order_by("pk")
        if any(field.name == "stands" for field in model._meta.fields):
            mine = mine.filter(stands=True)
        found[name] = list(mine.values())
    return found


def differing(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {name: [r for r in one[name] if r not in other[name]] + [r for r in other[name] if r not in one[name]]
            for name in one if one[name] != other[name]}  # fmt: skip


def letters(owner: Owner) -> list[tuple[Any, ...]]:
    """Each letter that is kept, and where it lies."""
    return list(Letter.objects.filter(owner=owner).order_by("pk").values_list("pk", "opportunity", "waiting", "body"))


def list_done(owner: Owner) -> list[Change]:
    """All that stands of what was done, by the person and by Onward, newest first."""
    return list(Change.objects.filter(owner=owner, undoes=None, undone_by=None).order_by("-pk"))


def test_all_that_was_done_can_be_taken_back_and_brought_back_in_turn(me: Owner) -> None:
    steps = []
    for record in list_done(me):
        before = rows(me), letters(me)
        steps.append((record, undo_change(me, record), before))
    assert {record.by for record, _, _ in steps} == {"person", "onward"}
    assert not Opportunity.objects.of(me).exists()
    for record, taken, (standing, lying) in reversed(steps):
        undo_change(me, taken)
        assert differing(standing, rows(me)) == {}, (record.intention, record.summary)
        assert letters(me) == lying, (record.intention, record.summary)


@pytest.mark.parametrize("seed", range(3))
def test_in_any_order_what_can_be_taken_back_comes_back_as_it_was(me: Owner, seed: int) -> None:
    done = list_done(me)
    random.Random(seed).shuffle(done)
    steps, refused = [], 0
    for record in done:
        before = rows(me)
        try:
            steps.append((record, undo_change(me, record), before))
        except CannotUndo:
            refused += 1
            assert differing(before, rows(me)) == {}, record.intention
    assert len(steps) > refused
    for record, taken, before in reversed(steps):
        undo_change(me, taken)
        assert differing(before, rows(me)) == {}, (record.intention, record.summary)


def test_what_is_cached_is_what_the_logs_say_before_and_after(me: Owner) -> None:
    for record in (None, *Change.objects.filter(owner=me, intention="practice.answer", undoes=None)):
        if record is not None:
            undo_change(me, record)
        before = rows(me)
        assert rebuild_opportunities(me) > 0
        assert rebuild_schedules(me) == Card.objects.of(me).count()
        assert differing(before, rows(me)) == {}
