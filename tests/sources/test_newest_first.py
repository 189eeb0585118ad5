"""The newest is read first, and comes to the same: whatever the order, wherever it is stopped, in two goes or one."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.records.test_people_met import AFTER, BEFORE, MET, NO, STRANGER, mail
from tests.sources.imap_server import serve_imap
from tests.sources.places import mbox_of

from onward_app import batches, clock
from onward_app.collect import Reading, collect_mail, file_what_was_read
from onward_app.records.models import Event, Letter, MailMark, Opportunity, Owner, Seen
from onward_app.sources import Found, newest, open_source
from onward_app.sources.newest import NEW, NewestFirst, find_day, list_spans
from onward_app.sources.uids import UidsRead, make_mark, parse_mark

DAYS = st.lists(st.one_of(st.none(), st.integers(0, 400)), min_size=1, max_size=30)
Put = Callable[[Path, Sequence[bytes]], Path]


def dated(number: int, after: int | None, fill: int = 0) -> bytes:
    on = datetime(2026, 1, 1, 9, tzinfo=UTC) + timedelta(days=after or 0)
    day = "" if after is None else f"Date: {on.strftime('%a, %d %b %Y %H:%M:%S +0000')}\n"
    return (
        f"From: a@x.example\nSubject: {number}\n{day}Message-ID: <{number}@x.example>\n\n{'Hello. ' * fill}\n".encode()
    )


def put_mbox(folder: Path, messages: Sequence[bytes]) -> Path:
    (folder / "mail.mbox").write_bytes(mbox_of(*messages))
    return folder / "mail.mbox"


def put_zip(folder: Path, messages: Sequence[bytes]) -> Path:
    with zipfile.ZipFile(folder / "takeout.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/Mail/All.mbox", mbox_of(*messages))
    return folder / "takeout.zip"


def put_folder(folder: Path, messages: Sequence[bytes]) -> Path:
    place = folder / "saved"
    place.mkdir()
    for number, raw in enumerate(messages):
        (place / f"{number}.eml").write_bytes(raw)
    return place


PLACES: tuple[Put, ...] = (put_mbox, put_zip, put_folder)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few messages count as many."""
    for name, value in {"FEW": 3, "FIRST": 2, "TIMES": 2}.items():
        monkeypatch.setattr(newest, name, value)
        if hasattr(batches, name):
            monkeypatch.setattr(batches, name, value)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("put", PLACES)
def test_each_message_comes_once_and_the_newest_before_all_others(
    put: Put, tmp_path_factory: pytest.TempPathFactory
) -> None:
    @given(DAYS)
    @settings(max_examples=25)
    def each(days: list[int | None]) -> None:
        place = put(tmp_path_factory.mktemp("mail"), [dated(number, after) for number, after in enumerate(days)])
        plain, ordered = open_source(place), open_source(place)
        told = [item.raw for item in plain if isinstance(item, Found)]
        found = [item.raw for item in NewestFirst(ordered) if isinstance(item, Found)]
        assert sorted(found) == sorted(told)
        assert ordered.marks.now == plain.marks.now  # type: ignore[attr-defined]
        if len(days) > 3:
            assert [find_day(raw) for raw in found[:2]] == sorted(map(find_day, told), reverse=True)[:2]

    each()


@pytest.mark.usefixtures("small")
def test_the_end_of_a_long_mbox_comes_before_it_is_looked_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [dated(number, number, fill=40) for number in range(30)]
    place = put_mbox(tmp_path, messages)
    monkeypatch.setattr(newest, "HOLDS", 2_000)
    looked = count()
    monkeypatch.setattr("onward_app.sources.mbox.Mbox.__iter__", lambda one: next(looked) or iter(()))
    way = NewestFirst(open_source(place))
    first = [item.raw for item in way if isinstance(item, Found)]
    assert first == messages[:-3:-1]
    assert next(looked) == 1
    monkeypatch.undo()
    monkeypatch.setattr(newest, "HOLDS", 2_000)
    assert sorted(item.raw for item in NewestFirst(open_source(place)) if isinstance(item, Found)) == sorted(messages)


def test_where_a_length_tells_messages_apart_the_end_is_not_looked_at_alone(tmp_path: Path) -> None:
    inner = mbox_of(dated(1, 1)).decode()
    outer = f"From: a@x.example\nSubject: outer\nContent-Length: {len(inner)}\n\n{inner}\n".encode()
    place = put_mbox(tmp_path, [dated(0, 0, fill=2_000), outer])
    assert open_source(place).peek_at_end(1_000) == []  # type: ignore[attr-defined]


@pytest.mark.usefixtures("small")
def test_a_maildir_goes_by_the_time_of_its_files(tmp_path: Path) -> None:
    import os

    place = tmp_path / "box"
    for name in ("cur", "new", "tmp"):
        (place / name).mkdir(parents=True)
    for number in range(8):
        (place / "cur" / f"{number}.host:2,S").write_bytes(dated(number, number))
        os.utime(place / "cur" / f"{number}.host:2,S", (number * 5 % 8, number * 5 % 8))
    found = [item.raw for item in NewestFirst(open_source(place)) if isinstance(item, Found)]
    assert found == [dated(number, number) for number in sorted(range(8), key=lambda n: -(n * 5 % 8))]


@given(st.lists(st.integers(1, 60), max_size=2_000))
def test_spans_part_all_days(days: list[int]) -> None:
    spans = list_spans(days, 0)
    assert all(sum(low <= day <= high for low, high in spans) == 1 for day in [*days, NEW])


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("put", PLACES)
def test_what_is_older_is_left_out_and_counted(put: Put, tmp_path: Path) -> None:
    place = put(tmp_path, [dated(number, after) for number, after in enumerate([9, 1, None, 4, 8, 2, 5])])
    way = NewestFirst(open_source(place), date(2026, 1, 6))
    found = [item.raw for item in way if isinstance(item, Found)]
    assert {find_day(raw) for raw in found} == {NEW, *(date(2026, 1, 1 + n).toordinal() for n in (9, 8, 5))}
    assert (len(found), way.older) == (4, 3)


# What is kept and filed, however it was come by.

EVERY = (
    BEFORE, MET, NO, AFTER, STRANGER,
    mail("hi", "Tom Berg <tom@berg.example>", 3, "Lunch", "Shall we have lunch on Friday?\n"),
    mail("her2", "Priya Raman <priya@cedarcounseling.example>", 16, "The recipe", "Four eggs, two lemons.\n\nPriya\n"),
    mail("list", "news@list.example", 5, "News", "Ten things about lemons.\n"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _day() -> object:
    with clock.fixed("2026-03-21T21:00"):
        yield


def describe(owner: Owner) -> tuple[object, ...]:
    """All that reading came to, without the numbers of rows."""
    letters = Letter.objects.filter(owner=owner).values_list("key", "kind", "waiting", "opportunity__employer")
    events = Event.objects.of(owner).values_list("kind", "on", "letter", "opportunity__employer")
    jobs = Opportunity.objects.of(owner).values_list("employer", "role", "stage", "ended_on")
    seen = Seen.objects.filter(owner=owner).values_list("key", "kind", "settled")
    return tuple(sorted(map(tuple, rows), key=str) for rows in (letters, events, jobs, seen))


class _Rollback(Exception):
    """Ends what was tried."""


def reading_of(owner: Owner, attempts: Sequence[Callable[[], object]]) -> tuple[object, ...]:
    """What these readings come to, one after the other, of which nothing stays."""
    try:
        with transaction.atomic():
            for attempt in attempts:
                attempt()
            told = describe(owner)
            raise _Rollback
    except _Rollback:
        return told


def stopped_at(step: int) -> Callable[..., None]:
    steps = count()

    def stop(*_: object) -> None:
        if next(steps) == step:
            raise KeyboardInterrupt

    return stop


@pytest.mark.usefixtures("small")
def test_the_order_and_where_it_was_stopped_change_nothing(
    alice: Owner, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH", 2)
    whole = put_mbox(tmp_path_factory.mktemp("whole"), EVERY)
    wanted = reading_of(alice, [lambda: collect_mail(alice, [whole])])
    assert len(wanted[0]) >= 4  # type: ignore[arg-type]

    def read(place: Path, since: date | None, step: int, *, files: bool) -> None:
        reading = Reading()
        try:
            collect_mail(alice, [place], since=since, progress=stopped_at(step), into=reading)
        except KeyboardInterrupt:
            if files:
                file_what_was_read(alice, reading)

    @given(st.randoms(use_true_random=False), st.integers(0, 6), st.sampled_from(PLACES), st.booleans(), st.booleans())
    @settings(max_examples=25)
    def each(rng: Random, step: int, put: Put, files: bool, later: bool) -> None:
        messages = rng.sample(EVERY, len(EVERY))
        place = put(tmp_path_factory.mktemp("mail"), messages)
        since = date(2026, 3, 10) if later else None
        stopped = lambda: read(place, since, step, files=files)  # noqa: E731
        assert reading_of(alice, [stopped, lambda: collect_mail(alice, [place])]) == wanted

    each()


@pytest.mark.usefixtures("small")
def test_a_mailbox_on_a_server_comes_to_the_same(alice: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "BATCH", 2)
    monkeypatch.setattr("onward_app.sources.imap.AT_FIRST", 1)
    monkeypatch.setattr("onward_app.sources.imap.AT_ONCE", 1)
    place = put_mbox(tmp_path, EVERY)
    alice.addresses.create(address="sam@home.example")
    wanted = reading_of(alice, [lambda: collect_mail(alice, [place])])
    for order in (EVERY, EVERY[::-1], EVERY[4:] + EVERY[:4]):
        for step in range(6):
            with serve_imap(*order) as box:
                address = box.address

                def stopped(address: str = address, step: int = step) -> None:
                    with suppress(KeyboardInterrupt):
                        collect_mail(alice, [address], progress=stopped_at(step))

                assert reading_of(alice, [stopped, lambda a=address: collect_mail(alice, [a])]) == wanted, (order, step)


def test_from_a_server_the_newest_come_first_and_only_since_the_search_began(
    alice: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onward_app.sources.imap.AT_FIRST", 1)
    monkeypatch.setattr("onward_app.sources.imap.AT_ONCE", 1)
    with serve_imap(*(dated(n, n) for n in range(6))) as box:
        first = collect_mail(alice, [box.address], since=date(2026, 1, 4))
        assert (box.fetched, first.older) == ([6, 5, 4], 3)
        assert MailMark.objects.get().mark == "7:0,4-6"
        box.folders["INBOX"].messages[7] = dated(6, 6)
        assert collect_mail(alice, [box.address], since=date(2026, 1, 4)).messages == 1
        box.fetched.clear()
        rest = collect_mail(alice, [box.address])
        assert (box.fetched, rest.older) == ([3, 2, 1], 0)
        assert MailMark.objects.get().mark == "7:7"


def test_reading_since_a_day_goes_on_from_where_it_stopped_and_more_reads_the_rest(
    alice: Owner, tmp_path: Path
) -> None:
    place = put_mbox(tmp_path, EVERY)
    since = date(2026, 3, 10)
    first = collect_mail(alice, [place], since=since)
    assert (first.messages, first.older) == (4, 4)
    assert collect_mail(alice, [place], since=since).messages == 0
    assert collect_mail(alice, [place], since=date(2026, 3, 15)).messages == 0
    rest = collect_mail(alice, [place])
    assert (rest.messages, rest.new, rest.older) == (8, 4, 0)
    assert collect_mail(alice, [place], since=since).messages == 0


@given(st.sets(st.integers(1, 40)), st.sets(st.integers(1, 40)), st.sets(st.integers(1, 40)))
def test_a_mark_says_no_more_than_was_read(there: set[int], first: set[int], then: set[int]) -> None:
    before = UidsRead()
    for read in (first & there, then & there):
        above = sorted(uid for uid in there if uid > before.base)
        known = {uid for uid in there if uid in before}
        mark = make_mark(7, before, above, read)
        assert len(mark) <= 60
        before = parse_mark(mark, 7)
        assert {uid for uid in there if uid in before} <= known | read
    assert parse_mark(mark, 8) == UidsRead()
