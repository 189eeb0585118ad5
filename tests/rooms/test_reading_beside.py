"""Mail is read beside what the person does: what is found stands there meanwhile, Stop keeps it, and older mail waits."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event as Signal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.flat import flat
from tests.people import door
from tests.records.test_people_met import AFTER, BEFORE, MET, NO
from tests.sources.places import mbox_of

from onward_app import clock
from onward_app.records.models import Opportunity, Owner, Seen
from onward_app.rooms.notice import under_way, views
from onward_app.rooms.notice.actions import begin_files
from onward_app.rooms.notice.under_way import begin_reading, find_reading


@pytest.fixture(autouse=True)
def _day() -> Iterator[None]:
    with clock.fixed("2026-03-21T21:00"):
        yield
    under_way._under_way.clear()


@pytest.fixture
def box(tmp_path: Path) -> Path:
    (tmp_path / "mail.mbox").write_bytes(mbox_of(BEFORE, MET, NO, AFTER))
    return tmp_path / "mail.mbox"


def test_older_mail_is_left_out_and_one_tap_away(alice: Owner, box: Path) -> None:
    page = flat(door(alice).post("/notice/bring/", {"place": str(box), "began": "2026-03-10"}))
    assert "Read 2 messages" in page
    assert "2 messages from before this search began" in page
    assert "Read older mail, too" in page
    page = flat(door(alice).post("/notice/bring/", {"place": str(box), "older": "on"}))
    assert "4 messages, 2 of them new" in page
    assert "left out" not in page


def test_without_a_day_nothing_is_left_out(alice: Owner, box: Path) -> None:
    assert "left out" not in flat(door(alice).post("/notice/bring/", {"place": str(box)}))


def test_where_nothing_is_read_the_page_leads_back(alice: Owner) -> None:
    assert door(alice).get("/notice/reading/")["Location"] == "/notice/"


@pytest.mark.in_file
@pytest.mark.django_db(transaction=True)
def test_what_is_found_stands_there_while_reading_goes_on_and_stop_keeps_it(
    box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = Owner.objects.create(name="Alice", made_at=clock.now())
    there, goes_on = Signal(), Signal()
    monkeypatch.setattr(views, "PATIENCE", 0.0)

    def read(owner: Owner, into: under_way.Reading, progress: under_way.OnProgress) -> None:
        from onward_app.collect import collect_mail

        collect_mail(owner, [box], into=into)
        there.set()
        goes_on.wait(60)
        progress(1, 4, into.messages)

    one = begin_reading(me, read)
    assert there.wait(60)
    page = flat(door(me).get("/notice/reading/"))
    assert "4 messages so far" in page
    assert "Cedar Counseling Center" in page
    assert begin_reading(me, read) is one
    door(me).post("/notice/reading/")
    goes_on.set()
    assert one.over.wait(60)
    assert one.reading.troubles == []
    assert "Read 4 messages" in flat(door(me).get("/notice/reading/"))
    assert find_reading(me) is None
    assert Opportunity.objects.of(me).count() == 1
    assert Seen.objects.filter(owner=me, settled=False).count() == 0


@pytest.mark.in_file
@pytest.mark.django_db(transaction=True)
def test_what_breaks_off_is_said_and_the_next_reading_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    me = Owner.objects.create(name="Alice", made_at=clock.now())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    one = begin_reading(me, full)
    assert one.over.wait(60)
    assert "full" in one.reading.troubles[0]
    assert "full" in flat(door(me).get("/notice/reading/"))
    again = begin_reading(me, full)
    assert again is not one
    assert again.over.wait(60)


@pytest.mark.in_file
@pytest.mark.django_db(transaction=True)
def test_what_is_dropped_beside_a_reading_leaves_no_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    me = Owner.objects.create(name="Alice", made_at=clock.now())
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    goes_on = Signal()
    one = begin_reading(me, lambda *_: goes_on.wait(60))
    assert begin_files(me, [SimpleUploadedFile("no.eml", NO)], "", None) is one
    assert list(tmp_path.glob("onward-dropped-*")) == []
    goes_on.set()
    assert one.over.wait(60)
    me.delete()  # who is read for is gone before it begins
    one = begin_files(Owner(pk=me.pk or 1), [SimpleUploadedFile("no.eml", NO)], "", None)
    assert one.over.wait(60)
    assert list(tmp_path.glob("onward-dropped-*")) == []
    with pytest.raises(ValueError, match="broken"):
        begin_files(me, [SimpleUploadedFile("no.eml", NO), _Broken("no.eml", NO)], "", None)
    assert list(tmp_path.glob("onward-dropped-*")) == []


class _Broken(SimpleUploadedFile):
    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        raise ValueError("broken off")
