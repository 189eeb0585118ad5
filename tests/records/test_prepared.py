"""A question that was prepared is answered as it would be put together anew: of its owner, and on its day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count, Exists, F, Q, QuerySet
from tests.filled import fill, on_the_morning

from onward_app import clock
from onward_app.records.models import Event, Hope, Kink, Opportunity, Owner
from onward_app.records.reading.prepared import ask_prepared, list_prepared
from onward_app.records.reading.rail import ask_rooms, list_rooms_in_use
from onward_app.records.reading.there import _ask_there, load_there
from onward_app.records.writing.kinks import add_kink
from onward_app.records.writing.undo import undo_change


@pytest.fixture
def me(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Owner:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        fill(alice)
    return alice


def ask_anew(owner: Owner, on: date, columns: Any) -> dict[str, Any]:
    return dict(Owner.objects.filter(pk=owner.pk).values(**columns(owner, on)).get())


def _list_days(owner: Owner, on: date) -> QuerySet[Event, Any]:
    rows = Event.objects.of(owner).filter(on__lte=on).order_by("on", "pk")
    return rows.values_list("on", "kind", "day_known", "also", "added_at", "opportunity__first_on")


def _count_jobs(owner: Owner, on: date) -> dict[str, Any]:
    told = Count("pk", filter=Q(pk__in=Opportunity.objects.of(owner).values("owner")))
    return {"hoped": Exists(Hope.objects.of(owner).filter(on__lte=on)), "began": F("made_at"), "times": told}


@pytest.mark.parametrize("columns", [_ask_there, ask_rooms, _count_jobs])
def test_columns_are_what_they_are_when_they_are_asked_for_anew(me: Owner, bob: Owner, columns: Any) -> None:
    for _ in range(2):
        for owner in (me, bob):
            for on in (date(2026, 11, 16), date(2026, 11, 2), date(2027, 3, 1)):
                assert ask_prepared(owner, on, columns) == ask_anew(owner, on, columns)


def test_rows_are_what_they_are_when_they_are_asked_for_anew(me: Owner, bob: Owner) -> None:
    for days in (0, 9, 9, 400):
        on = date(2026, 11, 16) - timedelta(days=days)
        for owner in (me, bob, me):
            assert list(list_prepared(owner, on, _list_days)) == list(_list_days(owner, on))


def test_what_was_written_since_is_in_the_next_answer(bob: Owner) -> None:
    with clock.fixed("2026-11-16T09:00"):
        assert list_rooms_in_use(bob) == frozenset()
        _, change = add_kink(bob, kind="", name="", strength=True, text="I name a case", chip="rubric")
        assert list_rooms_in_use(bob) == {"kinks"}
        undo_change(bob, change)
        assert list_rooms_in_use(bob) == frozenset()
    assert Kink.objects.filter(owner=bob).count() == 1


def test_of_nobody_nothing_is_told(bob: Owner) -> None:
    assert ask_prepared(Owner(pk=bob.pk + 1), date(2026, 11, 16), ask_rooms) == {}
    assert list_rooms_in_use(Owner(pk=bob.pk + 1)) == frozenset()


@pytest.mark.django_db(transaction=True)
def test_another_thread_asks_through_its_own_connection(alice: Owner) -> None:
    found: list[Any] = []

    def ask() -> None:
        found.append(load_there(alice, date(2026, 11, 16)))
        connection.close()

    ask()
    for _ in range(2):
        thread = Thread(target=ask)
        thread.start()
        thread.join()
    assert found[0] == found[1] == found[2]
