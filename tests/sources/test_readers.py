"""Messages read by processes of their own: the same letters, in the same order, and none is lost."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import ClassVar

import pytest
from benchmarks.mail_shape import make_maildir

from onward_app import batches, clock
from onward_app.collect import collect_mail
from onward_app.readers import pool
from onward_app.readers.message import ReadMessage, read_messages, read_whole
from onward_app.readers.pool import MUCH, HelperGone, HelperProcess, Readers, count_cores
from onward_app.records.models import Event, Letter, Owner, Seen

OWN = frozenset({"sam@home.example"})


@pytest.fixture(scope="module")
def raws(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """As many messages as it takes to start helpers."""
    folder = tmp_path_factory.mktemp("mail") / "inbox"
    make_maildir(folder, MUCH)
    return [file.read_bytes() for file in sorted((folder / "cur").iterdir())]


def test_two_processes_read_what_one_reads_in_the_same_order(raws: list[bytes]) -> None:
    with Readers(OWN, count=2) as readers:
        first, second = readers.begin(raws), readers.begin(raws[:3])
        assert list(second) == read_messages(raws[:3], OWN)  # asked for in another order
        assert list(first) == read_messages(raws, OWN)
        assert len(readers.helpers) == 2
    assert all(helper.process.poll() is not None for helper in readers.helpers)


def test_little_mail_and_a_single_core_start_no_process(raws: list[bytes]) -> None:
    with Readers(OWN, count=2) as readers:
        assert len(list(readers.begin(raws[: MUCH - 1]))) == MUCH - 1
        assert readers.helpers == []
    with Readers(OWN, count=1) as alone:
        assert len(list(alone.begin(raws))) == len(raws)
        assert alone.helpers == []


def test_what_a_helper_had_when_it_was_killed_is_read_all_the_same(raws: list[bytes]) -> None:
    with Readers(OWN, count=2) as readers:
        begun = readers.begin(raws)
        for helper in readers.helpers:
            helper.process.kill()
        assert [item.letter.key for item in begun] == [item.letter.key for item in read_messages(raws, OWN)]


def test_where_no_process_can_be_started_all_is_read_here(raws: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> HelperProcess:
        raise OSError("no room")

    monkeypatch.setattr(pool, "HelperProcess", refuse)
    with Readers(OWN, count=2) as readers:
        assert len(list(readers.begin(raws))) == len(raws)


def test_a_helper_that_ended_says_so() -> None:
    helper = HelperProcess(OWN, briefly=False)
    helper.end()
    with pytest.raises(HelperGone):
        helper.read([b"Subject: Hello\n\nHello."])


def test_leaving_early_leaves_no_process_behind(raws: list[bytes]) -> None:
    with suppress(KeyboardInterrupt), Readers(OWN, count=2) as readers:
        readers.begin(raws)
        raise KeyboardInterrupt
    assert [helper.process.poll() is not None for helper in readers.helpers] == [True, True]


def test_briefly_read_mail_is_read_whole_when_it_is_wanted(raws: list[bytes]) -> None:
    def tell(item: ReadMessage) -> tuple[object, ...]:
        return item.letter.key, item.verdict.guess.kind, item.verdict.guess.unsure

    brief, whole = read_messages(raws, OWN, briefly=True), read_messages(raws, OWN)
    assert list(map(tell, brief)) == list(map(tell, whole))
    assert brief != whole
    assert list(map(read_whole, brief)) == whole


def _refuse_brief(item: ReadMessage) -> ReadMessage:
    assert not pool.is_brief(item)
    return item


def test_a_helper_reads_it_whole_so_that_nothing_for_reading_is_loaded_beside_the_database(
    raws: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    brief, whole = read_messages(raws[:40], OWN, briefly=True), read_messages(raws[:40], OWN)
    with Readers(OWN, briefly=True, count=2) as readers, monkeypatch.context() as here:
        readers.expect_much()
        here.setattr(pool, "read_whole", _refuse_brief)
        assert list(map(readers.read_whole, brief)) == whole
    with Readers(OWN, briefly=True, count=2) as readers:
        readers.expect_much()
        for helper in readers.helpers:
            helper.process.kill()
        assert list(map(readers.read_whole, brief)) == whole


class _SlowHelper:
    """Stands in for a reading process, and writes down what it is asked in which order."""

    asked: ClassVar[list[str]] = []

    def __init__(self, own: frozenset[str], *, briefly: bool) -> None:
        self.own, self.briefly = own, briefly

    def read(self, raws: list[bytes]) -> list[ReadMessage]:
        self.asked.append("lot")
        sleep(0.02)
        return read_messages(raws[:0], self.own, briefly=self.briefly)

    def read_whole(self, item: ReadMessage) -> ReadMessage:
        self.asked.append("whole")
        return item

    def end(self) -> None:
        pass


def test_a_message_that_is_waited_for_comes_before_lots_that_wait(
    raws: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = next(item for item in read_messages(raws[:40], OWN, briefly=True) if pool.is_brief(item))
    monkeypatch.setattr(pool, "HelperProcess", _SlowHelper)
    _SlowHelper.asked.clear()
    with Readers(OWN, briefly=True, count=2) as readers:
        lots = readers.begin([raws[0]] * (40 * pool.LOT))
        assert readers.read_whole(brief) == brief
        assert list(lots) == []
    assert _SlowHelper.asked.index("whole") < 10
    assert len(_SlowHelper.asked) == 41


def test_a_browser_has_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool.sys, "platform", "emscripten")
    assert count_cores() == 1


@pytest.mark.django_db
def test_one_core_and_two_keep_and_file_the_same(
    raws: list[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "inbox"
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for place, raw in enumerate(raws):
        (folder / "cur" / f"{place:04}.home").write_bytes(raw)
    monkeypatch.setattr(batches, "BATCH", MUCH // 2)
    monkeypatch.setattr(pool, "MUCH", 50)
    told = []
    for cores in (1, 2):
        monkeypatch.setattr(pool, "count_cores", lambda cores=cores: cores)
        me = Owner.objects.create(name=f"Alice {cores}", made_at=datetime.now(clock.now().tzinfo))
        reading = collect_mail(me, [folder])
        rows = (
            Seen.objects.filter(owner=me).order_by("key").values_list("key", "kind", "on"),
            Letter.objects.filter(owner=me).order_by("key").values_list("key", "verdict", "fingerprint"),
            Event.objects.of(me).order_by("letter", "kind").values_list("letter", "kind", "on"),
        )
        told.append((reading.messages, reading.kinds, *map(list, rows)))
    assert told[0] == told[1]
    assert told[0][0] == MUCH
    assert told[0][-1]
