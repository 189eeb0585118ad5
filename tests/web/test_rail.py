"""The rail grows with the search: a room stands in it when there is something in it, the others one tap away."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import door

from onward import STORY
from onward_app import clock
from onward_app.records.models import Owner
from onward_app.records.reading.rail import list_rooms_in_use
from onward_app.records.writing.jobs import add_event, add_job
from onward_app.records.writing.recover import add_companion
from onward_app.records.writing.values import add_line
from onward_app.web.rail import SAYS, load_rail

NOW = "2026-11-16T09:00"


def rail(owner: Owner, path: str = "/help/") -> str:
    with clock.fixed(NOW):
        page = door(owner).get(path).content.decode()
    return page.split('<nav class="rail"')[1].split("</nav>")[0]


def test_an_empty_search_has_today_jobs_and_somebody_to_talk_to_and_the_rest_under_all_rooms(alice: Owner) -> None:
    first, rest = rail(alice).split("<summary>All rooms</summary>")
    for name in ("Today", "Jobs", "Talk to someone"):
        assert f"</svg>{name}</a>" in first.replace("\n", "")
    assert not [word for word in STORY if f'href="/{word}/"' in first]
    assert [word for word in STORY if f'href="/{word}/"' in rest] == list(STORY)


def test_a_room_appears_when_there_is_something_in_it_with_one_query(alice: Owner, bob: Owner) -> None:
    assert list_rooms_in_use(alice) == frozenset()
    with clock.fixed(NOW):
        row, _ = add_job(alice, employer="Harbor", role="Therapist", on=date(2026, 11, 1))
        assert list_rooms_in_use(alice) == {"pace"}
        add_event(alice, row, kind="rejected", on=date(2026, 11, 10))
        add_line(alice, "weekly supervision, in writing")
        add_companion(alice, name="Ruth", reach="")
    with CaptureQueriesContext(connection) as asked:
        assert list_rooms_in_use(alice) == {"ask", "values", "recover"}
    assert len(asked) == 1
    assert list_rooms_in_use(bob) == frozenset()


def test_all_rooms_is_open_where_the_page_is_in_it(alice: Owner) -> None:
    assert "<details>" in rail(alice)
    assert "<details open>" in rail(alice, "/kinks/")


def test_each_word_has_its_half_sentence_for_a_week(alice: Owner) -> None:
    Owner.objects.filter(pk=alice.pk).update(made_at=datetime(2026, 11, 10, tzinfo=UTC))
    alice.refresh_from_db()
    with clock.fixed(NOW):
        assert load_rail(alice, "today").says
    assert set(SAYS) == set(STORY)
    assert "one piece of advice" in rail(alice)
    with clock.fixed("2026-11-18T09:00"):
        assert not load_rail(alice, "today").says
