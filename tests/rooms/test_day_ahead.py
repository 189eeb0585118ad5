"""A clock that once said 2031: noticed, asked about, and taken back by a tap or a command."""

from __future__ import annotations

from datetime import date

import pytest
import typer
from tests.flat import flat
from tests.people import door

from onward_app import clock
from onward_app.cli.read_before import read_to, tell_of_day_ahead
from onward_app.collect import take_in_letters
from onward_app.records.models import Change, Owner, Seen
from onward_app.records.reading.pace import list_open_jobs, list_silences
from onward_app.records.reading.read_to import find_day_read_to
from onward_app.records.writing.jobs import add_job
from onward_app.records.writing.owner import record_mail_read, take_back_read_to
from onward_app.records.writing.undo import undo_change

WRONG, NEWEST, TODAY = date(2031, 1, 1), date(2026, 3, 2), date(2026, 3, 20)
LETTER = b"From: ann@home.example\nDate: Mon, 02 Mar 2026 09:00:00 +0000\nSubject: Hello\n\nSee you on Sunday.\n"


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-03-20T09:00"):
        yield


@pytest.fixture
def me(alice: Owner) -> Owner:
    take_in_letters(alice, [LETTER])
    add_job(alice, employer="Harbor Light", role="Therapist", on=date(2026, 2, 1))
    record_mail_read(alice, WRONG)
    return alice


def counted_to(owner: Owner) -> date | None:
    [one] = list_silences(owner, list_open_jobs(owner), TODAY)
    return one.silence.counted_to


def test_quiet_days_count_to_the_newest_message_and_not_to_today(me: Owner) -> None:
    assert counted_to(me) == NEWEST
    Seen.objects.filter(owner=me).delete()
    assert counted_to(me) is None


def test_a_day_that_has_come_is_taken_as_it_is(me: Owner) -> None:
    take_back_read_to(me, TODAY)
    assert find_day_read_to(me, TODAY) == counted_to(me) == TODAY
    assert "Which day is it?" not in door(me).get("/notice/").content.decode()


def test_reading_again_alone_does_not_decide_which_day_is_wrong(me: Owner) -> None:
    record_mail_read(me, TODAY)
    assert me.mail_read_on == WRONG


def test_the_pages_ask_and_one_tap_takes_it_back(me: Owner) -> None:
    browser = door(me)
    said = "Mail is said to be read up to 1 January 2031, and today is 20 March 2026."
    for page in ("/", "/notice/", "/pace/"):
        assert said in flat(browser.get(page).content.decode()), page
    browser.post("/notice/read-to/")
    me.refresh_from_db()
    assert me.mail_read_on == NEWEST
    assert said not in flat(browser.get("/notice/").content.decode())
    record_mail_read(me, TODAY)
    assert me.mail_read_on == TODAY


def test_taking_it_back_is_a_change_that_is_undone_also_after_another_reading(me: Owner) -> None:
    door(me).post("/notice/read-to/")
    me.refresh_from_db()
    record_mail_read(me, TODAY)
    undo_change(me, Change.objects.get(owner=me, intention="notice.read_to"))
    me.refresh_from_db()
    assert me.mail_read_on == WRONG


def test_a_tap_on_an_old_page_changes_nothing_where_nothing_is_odd(me: Owner) -> None:
    take_back_read_to(me, TODAY)
    door(me).post("/notice/read-to/")
    me.refresh_from_db()
    assert me.mail_read_on == TODAY


def test_the_command_asks_and_takes_back(
    me: Owner, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onward_app.cli.owner.command_line_owner", lambda **_: me)
    read_to(None)
    told = capsys.readouterr()
    assert told.out == "Mail counts as read up to 1 January 2031.\n"
    assert "`onward read-to 2026-03-02` takes it back." in told.err
    read_to(NEWEST)
    tell_of_day_ahead(me)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("Mail counts as read up to 2 March 2026.\n", "")
    with pytest.raises(typer.Exit):
        read_to(TODAY)  # only reading moves it on
    assert me.mail_read_on == NEWEST
