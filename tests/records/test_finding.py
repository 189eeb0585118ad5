"""The one box: what it finds and what it doesn't, and that its index is always what the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.filled import fill, on_the_morning

from onward.facts import OtherEvent
from onward.wording.matching import split_words
from onward_app import clock, full_text
from onward_app.full_text import INDEX, TABLES, IndexedTable, ensure_index, is_indexed
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.reading import finding
from onward_app.records.reading.finding import CLOSED, SORTS, WAYS, FoundWords, find_words
from onward_app.records.reading.finding_plain import list_texts
from onward_app.records.writing.jobs import add_event, add_job, edit_job
from onward_app.records.writing.merging import merge_jobs
from onward_app.records.writing.recover import open_no
from onward_app.records.writing.undo import undo_change

WORD = "Zqmarkerwxk"


@pytest.fixture
def filled(alice: Owner, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        yield fill(alice)


def titles(found: FoundWords) -> list[str]:
    return [row.title for one in found.sorts for row in one.rows]


def terms() -> set[str]:
    """Every word that the index has, of no matter which row."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE VIRTUAL TABLE temp.v USING fts5vocab(main, {INDEX}, instance)")
        found = {(row[0], row[1]) for row in cursor.execute("SELECT term, doc FROM temp.v")}
        cursor.execute("DROP TABLE temp.v")
    return {f"{term} {doc}" for term, doc in found}


def test_every_table_of_the_index_has_its_way_to_the_page() -> None:
    assert [one.table for one in TABLES] == list(dict.fromkeys(one.table for one in TABLES))
    assert {one.table for one in TABLES} == set(WAYS)
    assert {way.sort for way in WAYS.values()} == set(SORTS)
    assert len({one.number for one in TABLES}) == len(TABLES)
    assert max(one.number for one in TABLES) < full_text.ROOM


def test_each_sort_of_thing_is_found_by_a_word_of_its_own(filled: dict[str, Any], alice: Owner) -> None:
    add_event(alice, filled["job"], kind=OtherEvent.NOTE, on=date(2026, 11, 9), note="They keep terrapins.")
    found = {
        row.table
        for one in TABLES
        for sort in find_words(alice, a_word_of(alice, one), most=50).sorts
        for row in sort.rows
        if row.table == one.table
    }
    assert found == set(WAYS)


def a_word_of(owner: Owner, one: IndexedTable) -> str:
    """The longest word of a row of this table."""
    text = next(text for _, text in list_texts(owner, one) if split_words(text))
    return max(split_words(text), key=len)


def test_a_word_in_the_middle_of_a_letter_finds_it_whatever_its_case_and_accents(alice: Owner) -> None:
    Letter.objects.create(
        owner=alice, key="k", subject="Hello", body=f"Kommen Sie nach Łódź ins Café.\n{WORD}", verdict={}, kind="other"
    )
    for typed in ("łódź", "LODZ", "lód", "cafe łodz", WORD.lower(), WORD[:5].upper()):
        (one,) = find_words(alice, typed).sorts
        assert (one.name, one.rows[0].title) == ("letters", "Hello"), typed
        marked = one.rows[0].excerpt
        assert marked.spans, typed
    assert find_words(alice, "lodz munich").total == 0


def test_only_ones_own_is_found(alice: Owner, bob: Owner) -> None:
    add_job(alice, employer=f"{WORD} Clinic", role="", on=date(2026, 11, 2))
    assert find_words(alice, WORD).total == 1
    assert find_words(bob, WORD).total == 0
    assert find_words(bob, f"of{alice.pk}").total == 0


def test_what_is_edited_undone_or_merged_is_found_as_it_is_now(alice: Owner) -> None:
    row, _ = add_job(alice, employer="Elm Clinic", role="", on=date(2026, 11, 2))
    edit_job(alice, row, employer=WORD)
    assert (find_words(alice, "elm").total, find_words(alice, WORD).total) == (0, 1)
    other, _ = add_job(alice, employer="Oak Clinic", role="", on=date(2026, 11, 3))
    merge_jobs(alice, other, row)
    assert titles(find_words(alice, "oak")) == ["Oak Clinic"]
    assert [one.name for one in find_words(alice, WORD).sorts] == ["notes"]  # that it was merged
    note = add_event(alice, other, kind=OtherEvent.NOTE, on=date(2026, 11, 4), note="They asked about terrapins.")
    assert [one.name for one in find_words(alice, "terrapins").sorts] == ["notes"]
    undo_change(alice, note)
    assert find_words(alice, "terrapins").total == 0


@pytest.mark.in_file
def test_the_index_is_what_it_would_be_if_it_were_made_anew(filled: dict[str, Any], alice: Owner) -> None:
    """Every way of writing that fills a search went through it: by hand, by mail, by thousands, undone and deleted."""
    kept = terms()
    connection.ensure_connection()
    full_text.drop_triggers(connection.connection)
    ensure_index(connection.connection)
    assert len(kept) > 1000
    assert terms() == kept


def test_rows_changed_in_many_at_once_are_found_as_they_are(alice: Owner) -> None:
    Opportunity.objects.bulk_create(Opportunity(owner=alice, employer=f"Clinic {n}", role=WORD) for n in range(40))
    assert find_words(alice, WORD).total == 40
    Opportunity.objects.filter(owner=alice).update(role="Therapist")
    assert (find_words(alice, WORD).total, find_words(alice, "therapist").total) == (0, 40)
    Opportunity.objects.filter(owner=alice).delete()
    assert find_words(alice, "therapist").total == 0


@pytest.mark.parametrize(
    "typed",
    ['"', '"unclosed', "NEAR(a b, 5)", "a AND", "OR", "NOT x", "*", "a*b", "-", "head:x", "(", "^a", "🙂", "👩‍⚕️ a", "\0", "a\0b",
     "'; DROP TABLE records_letter; --", "%", "_", "\\", "\ud800", "٣", "x" * 100_000, '"' * 100_000, "a " * 50_000],
)  # fmt: skip
def test_no_sign_is_an_error(alice: Owner, typed: str) -> None:
    add_job(alice, employer="Elm Clinic", role="", on=date(2026, 11, 2))
    assert find_words(alice, typed).total in (0, 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_nothing_that_is_typed_is_an_error(alice: Owner, typed: str) -> None:
    assert find_words(alice, typed).total == 0


def test_a_fresh_no_is_met_on_its_own_page_and_not_in_a_list(alice: Owner) -> None:
    with clock.fixed("2026-11-16T09:00"):
        row, _ = add_job(alice, employer="Elm Clinic", role="", on=date(2026, 11, 2))
        Letter.objects.create(
            owner=alice, key="k", sender_name="Pat", subject="Your application", body=f"We regret it. {WORD}",
            verdict={}, kind="rejection", opportunity=row,
        )  # fmt: skip
        add_event(alice, row, kind="rejected", on=date(2026, 11, 16))
        event = Event.objects.get(owner=alice, kind="rejected")
        Event.objects.filter(pk=event.pk).update(letter="k")
        (one,) = find_words(alice, WORD).sorts
        assert (one.rows[0].title, one.rows[0].excerpt.text) == ("A letter from Pat", CLOSED)
        open_no(alice, event)
        (one,) = find_words(alice, WORD).sorts
        assert WORD in one.rows[0].excerpt.text


def test_advice_is_opened_by_choice(alice: Owner) -> None:
    Letter.objects.create(owner=alice, key="k", sender_name="Pat", subject="Re", body=WORD, verdict={}, kind="feedback")
    (one,) = find_words(alice, WORD).sorts
    assert one.rows[0].excerpt.text == CLOSED


def test_without_an_index_the_same_is_found_by_reading(filled: dict[str, Any], alice: Owner, monkeypatch: Any) -> None:
    asked = ("harbor", "supervis", "yourself", "pat", "application thank")
    by_index = [{(one.name, one.total) for one in find_words(alice, words).sorts} for words in asked]
    assert all(by_index)
    monkeypatch.setattr(finding, "is_indexed", lambda _: False)
    assert [{(one.name, one.total) for one in find_words(alice, words).sorts} for words in asked] == by_index


@pytest.mark.in_file
def test_a_file_from_before_gets_its_index_from_what_is_in_it(alice: Owner) -> None:
    connection.ensure_connection()
    add_job(alice, employer=WORD, role="", on=date(2026, 11, 2))
    full_text.drop_triggers(connection.connection)
    connection.connection.execute(f"DROP TABLE {INDEX}")
    assert not is_indexed(connection.connection)
    call_command("migrate", verbosity=0)
    assert find_words(alice, WORD).total == 1
