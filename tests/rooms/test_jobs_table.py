"""Jobs as a table: sorted, narrowed, kept as views, edited in place, changed many at once, and taken out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from tests.people import door

from onward_app import clock
from onward_app.records.models import Change, Event, KeptView, Opportunity, Owner
from onward_app.records.reading.jobs_table import SORTS
from onward_app.records.reading.rows import list_opportunities
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.jobs import add_event, add_job, edit_job
from onward_app.records.writing.undo import undo_change
from onward_app.rooms.jobs.table import PAGE


@pytest.fixture(autouse=True)
def still() -> Iterator[None]:
    with clock.fixed("2026-11-16T09:00"):
        yield


@pytest.fixture
def three(alice: Owner) -> list[Opportunity]:
    """Three open jobs, that each sort puts in another order."""
    told = (("Elm", "Nurse", "York", 1), ("ash", "Therapist", "Bath", 9), ("Yew", "Aide", "Leeds", 5))
    rows = []
    for employer, role, place, day in told:
        row, _ = add_job(alice, employer=employer, role=role, on=date(2026, 10, day), place=place)
        rows.append(row)
    add_event(alice, rows[0], kind="interview", on=date(2026, 10, 20))
    return rows


def names(owner: Owner, query: str) -> list[str]:
    page = HTMLParser(door(owner).get(f"/jobs/?{query}").content.decode())
    return [one.text() for one in page.css("th[scope=row] a")]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("job", "ash"), ("role", "Yew"), ("place", "ash"), ("since", "Yew"), ("first", "Elm"), ("stands", "ash")],
)
def test_any_column_sorts_it_and_from_its_other_end(
    three: list[Opportunity], alice: Owner, sort: str, first: str
) -> None:
    there = names(alice, f"sort={sort}")
    assert there[0] == first
    assert set(there) == {"Elm", "ash", "Yew"}
    assert names(alice, f"sort=-{sort}") != there


def test_a_column_says_how_it_is_sorted_and_offers_the_other_way(three: list[Opportunity], alice: Owner) -> None:
    page = HTMLParser(door(alice).get("/jobs/?sort=place").content.decode())
    (head,) = page.css("th[aria-sort]")
    assert head.attributes["aria-sort"] == "ascending"
    link = head.css_first("a")
    assert link is not None
    assert "sort=-place" in (link.attributes["href"] or "")


def test_it_is_narrowed_by_where_it_stands_by_days_and_by_how_it_came(three: list[Opportunity], alice: Owner) -> None:
    edit_job(alice, three[2], agency="Fern Agency")
    add_event(alice, three[1], kind="rejected", on=date(2026, 11, 2))
    assert names(alice, "kind=interview") == ["Elm"]
    assert names(alice, "kind=rejected&show=all") == ["ash"]
    assert names(alice, "through=agency") == ["Yew"]
    assert names(alice, "through=direct&show=all") == ["ash", "Elm"]
    assert names(alice, "since=2026-10-05&show=all") == ["ash", "Yew"]
    assert names(alice, "until=2026-10-04") == ["Elm"]
    assert "Nothing is left of the list" in door(alice).get("/jobs/?kind=final").content.decode()


@pytest.mark.parametrize(
    "odd", ["sort=;drop", "sort=--job", "kind=nothing", "since=soon", "until=99999-01-01", "show=x"]
)
def test_what_cannot_be_meant_is_as_usual(three: list[Opportunity], alice: Owner, odd: str) -> None:
    assert names(alice, odd) == names(alice, "")


def test_a_view_is_kept_by_name_and_let_go_and_both_can_be_undone(three: list[Opportunity], alice: Owner) -> None:
    client = door(alice)
    done = client.post("/jobs/views/keep/", {"name": "First calls", "view": "show=all&kind=interview&sort=-place"})
    assert done.status_code == 302
    kept = KeptView.objects.of(alice).get()
    assert kept.asked == {"show": "all", "kind": "interview", "sort": "-place"}
    assert ">First calls</a>" in client.get("/jobs/").content.decode()
    client.post("/jobs/views/keep/", {"name": "first CALLS", "view": "show=ended"})
    kept.refresh_from_db()
    assert (KeptView.objects.of(alice).count(), kept.asked) == (1, {"show": "ended"})
    client.post(f"/jobs/views/{kept.pk}/drop/")
    assert not KeptView.objects.of(alice).exists()
    undo_change(alice, Change.objects.filter(owner=alice).latest("pk"))
    assert KeptView.objects.of(alice).exists()


def test_a_view_without_a_name_is_asked_for_one(three: list[Opportunity], alice: Owner) -> None:
    assert "This field" not in (told := door(alice).post("/jobs/views/keep/", {"name": " "}).content.decode())
    assert 'class="error"' in told
    assert not KeptView.objects.exists()


def test_a_row_is_put_right_where_it_stands(three: list[Opportunity], alice: Owner) -> None:
    client, row = door(alice), three[0]
    told = client.get(f"/jobs/?edit={row.pk}").content.decode()
    assert f'action="/jobs/{row.pk}/row/"' in told
    fields = {"employer": "Elm House", "role": "Nurse", "place": "Hull", "promised_on": "2026-11-20"}
    done = client.post(f"/jobs/{row.pk}/row/", {**fields, "view": "show=alive&sort=place", "page": "1"})
    assert done.headers["Location"].startswith("/jobs/?show=alive&sort=place&page=1&done=")
    row.refresh_from_db()
    assert (row.employer, row.place, row.promised_on) == ("Elm House", "Hull", date(2026, 11, 20))


def test_a_row_that_cannot_be_kept_says_why_and_keeps_what_was_typed(three: list[Opportunity], alice: Owner) -> None:
    fields = {"employer": "", "role": "Night nurse", "promised_on": "soon"}
    told = door(alice).post(f"/jobs/{three[0].pk}/row/", fields).content.decode()
    assert "Say who" in told
    assert "That day can’t be read" in told
    assert 'value="Night nurse"' in told
    assert 'value="soon"' in told


def test_many_are_changed_at_once_and_one_undo_takes_it_back(three: list[Opportunity], alice: Owner) -> None:
    before = Change.objects.filter(owner=alice).count()
    ids = [str(row.pk) for row in three[:2]]
    done = door(alice).post("/jobs/many/", {"job": ids, "do": "withdrew", "view": "show=alive"})
    assert done.status_code == 302
    assert Change.objects.filter(owner=alice).count() == before + 1
    assert names(alice, "show=alive") == ["Yew"]
    assert set(names(alice, "kind=withdrew&show=all")) == {"Elm", "ash"}
    undo_change(alice, Change.objects.filter(owner=alice).latest("pk"))
    assert len(names(alice, "show=alive")) == 3


def test_those_of_which_it_cannot_be_true_are_left_and_counted(three: list[Opportunity], alice: Owner) -> None:
    add_event(alice, three[1], kind="rejected", on=date(2026, 11, 2))
    ids = [str(row.pk) for row in three]
    answer = door(alice).post("/jobs/many/", {"job": ids, "do": "withdrew"}, follow=True).content.decode()
    assert "1 of them was left as it is" in answer
    assert Event.objects.of(alice).filter(kind="withdrew").count() == 2


def test_put_away_and_taken_out_again(three: list[Opportunity], alice: Owner) -> None:
    ids = [str(row.pk) for row in three[1:]]
    door(alice).post("/jobs/many/", {"job": ids, "do": "away"})
    assert names(alice, "") == ["Elm"]
    door(alice).post("/jobs/many/", {"job": ids, "do": "back"})
    assert len(names(alice, "")) == 3


def test_all_of_a_view_is_more_than_what_a_page_shows(alice: Owner) -> None:
    with open_change(alice, "jobs.import", "Many.") as doing:
        doing.make_many([Opportunity(owner=alice, employer=f"E{n:03}", place="Bath") for n in range(PAGE + 5)])
        doing.make_many([Opportunity(owner=alice, employer="Elsewhere", place="York")])
    door(alice).post("/jobs/many/", {"all": "1", "do": "away", "view": "show=alive&q=bath"})
    assert names(alice, "") == ["Elsewhere"]
    assert Change.objects.filter(owner=alice).latest("pk").summary == f"Put {PAGE + 5} jobs away."


def test_nothing_is_done_to_somebody_elses(three: list[Opportunity], alice: Owner, bob: Owner) -> None:
    before = Change.objects.count()
    ids = [str(row.pk) for row in three]
    assert door(bob).post("/jobs/many/", {"job": [*ids, "x", "-1", "9" * 40], "do": "away"}).status_code == 302
    assert door(bob).post("/jobs/many/", {"job": ids, "do": "burn"}).status_code == 302
    assert door(bob).post(f"/jobs/{ids[0]}/row/", {"employer": "Mine"}).status_code == 404
    assert Change.objects.count() == before
    assert list_opportunities(alice).filter(put_away_on=None).count() == 3


def test_the_spreadsheet_is_the_view_in_its_order(three: list[Opportunity], alice: Owner) -> None:
    edit_job(alice, three[1], employer="=cmd|x")
    raw = door(alice).get("/jobs/csv/?sort=-place&since=2026-10-02").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw)))
    assert [row["employer"] for row in rows] == ["Yew", "'=cmd|x"]


def test_every_sort_and_its_reverse_can_be_asked_for_with_nothing_there(alice: Owner) -> None:
    assert [names(alice, f"sort={end}{sort}") for sort in SORTS for end in ("", "-")] == [[]] * len(SORTS) * 2
