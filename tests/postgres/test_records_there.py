"""What PostgreSQL does in its own way: one owner whoever comes first, and what the one box finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.db import connection, transaction
from tests.filled import fill, on_the_morning
from tests.postgres.databases import new_database, on_postgresql

from onward.wording.matching import split_words
from onward_app import clock
from onward_app.full_text import TABLES
from onward_app.postgresql.words import MOST_SIGNS, PREFIX, ensure_words, match_words
from onward_app.records.models import Event, Letter, Owner
from onward_app.records.reading.finding_plain import list_texts, read_for
from onward_app.records.tables import create_tables
from onward_app.records.writing.owner import ensure_owner

TEXTS = (
    "Łódź, Straße & Ærø",
    "don’t e-mail sam@home.example, 3.5k",
    "ΩΜΈΓΑ Жук ŒUVRE",
    "面接 した e\u0301te\u0301",
    "a_b/c-d",
)


@pytest.fixture
def filled(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    monkeypatch.setenv("ONWARD_HOME", str(tmp_path))
    with on_the_morning():
        fill(alice)
        for number, text in enumerate(TEXTS):
            Letter.objects.create(owner=alice, key=f"k{number}", subject="", body=text, verdict={}, kind="other")
        yield alice


def test_what_is_found_is_what_reading_every_row_finds(filled: Owner) -> None:
    words = sorted({word for one in TABLES for _, text in list_texts(filled, one) for word in split_words(text)})
    asked = [(word,) for word in words[::4]] + [(word[:3],) for word in words[::16]] + [("harbor", "thera")]
    asked += [(word,) for text in TEXTS for word in split_words(text)]
    assert len(asked) > 100
    for some in asked:
        found = {one.table: (one.total, set(one.ids)) for one in match_words(filled.pk, some, most=10_000)}
        read = {one.table: (one.total, set(one.ids)) for one in read_for(filled, some, most=10_000)}
        assert found == read, some


def test_a_word_in_the_head_comes_before_one_in_the_body(alice: Owner) -> None:
    told = {"owner": alice, "verdict": {}, "kind": "other"}
    first = Letter.objects.create(key="a", subject="terrapin", body="", **told)
    Letter.objects.create(key="b", subject="", body="terrapin", **told)
    assert match_words(alice.pk, ["terrapin"], most=1)[0].ids == (first.pk,)


def test_a_text_that_the_index_has_no_room_for_can_be_kept(alice: Owner) -> None:
    body = "beginning " + " ".join(f"word{n}x" for n in range(MOST_SIGNS // 5))
    Letter.objects.create(owner=alice, key="k", subject="", body=body, verdict={}, kind="other")
    assert match_words(alice.pk, ["beginning"], most=1)


def test_json_with_signs_that_no_text_can_have_can_be_kept(alice: Owner) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            r"""SELECT onward_texts('{"a": "b\u0000", "c": "\ud800"}'), onward_texts('["x", {"chip": "y"}]')"""
        )
        assert cursor.fetchone() == ("", "x")


def test_the_index_is_used(filled: Owner) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(
            "EXPLAIN SELECT id FROM records_letter WHERE true AND onward_words("
            "\"subject\" || ' ' || \"sender_name\" || ' ' || \"sender\", \"body\") @@ to_tsquery('pg_catalog.simple', 'a:*')"
        )
        assert PREFIX in str(cursor.fetchall())


def test_made_again_the_index_is_left_as_it_is(alice: Owner) -> None:
    with connection.cursor() as cursor:
        asked = "SELECT indexname, indexrelid FROM pg_indexes JOIN pg_index ON indexrelid = indexname::regclass"
        cursor.execute(asked)
        before = cursor.fetchall()
        ensure_words()
        cursor.execute(asked)
        assert cursor.fetchall() == before
        cursor.execute(f'DROP INDEX "{next(name for name, _ in before if name.startswith(PREFIX))}"')
        ensure_words()
        cursor.execute(asked)
        assert {name for name, _ in cursor.fetchall()} == {name for name, _ in before}


def test_two_first_starts_at_once_have_one_owner(tmp_path: Path, django_db_blocker: Any) -> None:
    """The second looks while the first has written and not yet said so: the database lets only one of them be."""
    found: list[int] = []
    address = new_database()

    def start() -> None:
        with django_db_blocker.unblock(), on_postgresql(tmp_path, address):
            found.append(ensure_owner().pk)

    with django_db_blocker.unblock(), on_postgresql(tmp_path, address):
        create_tables()
        second = Thread(target=start)
        with transaction.atomic():
            first = Owner.objects.create(made_at=clock.now(), at_home=True)
            second.start()
            _wait_for_one_that_waits()
        second.join(30)
        assert found == [first.pk]
        assert Owner.objects.count() == 1


def _wait_for_one_that_waits() -> None:
    with connection.cursor() as cursor:
        for _ in range(2000):
            cursor.execute("SELECT pg_sleep(0.005), COUNT(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[1]:
                return
    raise AssertionError("the second didn't get so far")


def test_json_is_compared_by_what_it_says(filled: Owner) -> None:
    row = Event.objects.filter(owner=filled).first()
    assert row is not None
    Event.objects.filter(pk=row.pk).update(also=["a", "b"])
    assert Event.objects.get(also=["a", "b"]) == row


def test_a_sign_that_no_text_can_have_is_another_and_never_nothing(alice: Owner) -> None:
    Owner.objects.filter(pk=alice.pk).update(name="a\0b")
    alice.refresh_from_db()
    assert alice.name == "a\ufffdb"
    assert not Owner.objects.filter(feed_key="\0").exists()
    assert Owner.objects.filter(feed_key="").exists()
