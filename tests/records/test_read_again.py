"""Letters that an earlier model read are judged again, once, as a change; what the person decided doesn't move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.people import door

from onward.facts import LetterKind
from onward_app import clock
from onward_app.cli.read_before import judge_again as judge_again_command
from onward_app.collect import collect_mail, take_in_letters
from onward_app.records.models import Change, Event, Letter, MailMark, Opportunity, Owner, Seen
from onward_app.records.reading import read_again as reading
from onward_app.records.reading.read_again import count_read_earlier, judge_read_earlier
from onward_app.records.writing.decisions import decide_letter, set_letter_aside
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.jobs import strike_event
from onward_app.records.writing.read_again import judge_again, leave_as_read
from onward_app.records.writing.undo import undo_change
from onward_app.resuming import READ_BY

EXAMPLE = Path(__file__).parents[2] / "examples" / "mailbox.mbox"
NO = b"From: Dana <dana@harbor.example>\nSubject: Your application\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n\nUnfortunately we will not be moving forward with your application for the Therapist position at Harbor Light.\n"


@pytest.fixture(autouse=True)
def _day():
    with clock.fixed("2026-03-20T09:00"):
        yield


def age(owner: Owner, **told: Any) -> None:
    """All that is here was read by an earlier model, which said this of it."""
    for row in Letter.objects.filter(owner=owner):
        Letter.objects.filter(pk=row.pk).update(read_by="", verdict=row.verdict | told, **_columns(told))
    Seen.objects.filter(owner=owner).update(read_by="")


def _columns(told: dict[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in ("kind", "unsure") if name in told}


@pytest.fixture
def older(alice: Owner) -> Letter:
    """A no that an earlier model took for a receipt."""
    take_in_letters(alice, [NO])
    age(alice, kind="confirmation", chances={"confirmation": 0.9})
    file_letters(alice, everything=True)
    assert [event.kind for event in Event.objects.of(alice)] == ["applied"]
    return Letter.objects.get(owner=alice)


def kinds(owner: Owner) -> list[str]:
    return list(Event.objects.of(owner).values_list("kind", flat=True))


def test_judged_by_the_same_model_a_letter_is_what_it_was(alice: Owner) -> None:
    collect_mail(alice, [EXAMPLE])
    age(alice)
    assert count_read_earlier(alice).here == Letter.objects.filter(owner=alice).count() > 40
    assert list(judge_read_earlier(alice)) == []
    before = Change.objects.count()
    told = judge_again(alice)
    assert (told.otherwise, told.left, told.change) == (0, 0, None)
    assert Change.objects.count() == before
    assert count_read_earlier(alice).here == 0


def test_a_better_reading_is_filed_as_one_change_and_undone_as_one(alice: Owner, older: Letter) -> None:
    told = judge_again(alice)
    assert told.words == "Judged 1 letter again: 1 read otherwise now."
    assert kinds(alice) == ["rejected"]
    assert told.change is not None
    taken = undo_change(alice, told.change)
    assert kinds(alice) == ["applied"]
    assert count_read_earlier(alice).here == 0  # offered once
    undo_change(alice, taken)
    assert kinds(alice) == ["rejected"]


def test_what_the_person_decided_does_not_move(alice: Owner, older: Letter) -> None:
    decide_letter(alice, older, kind=LetterKind.INTERVIEW, employer="Cedar")
    age(alice)
    judge_again(alice)
    assert kinds(alice) == ["interview"]
    assert Opportunity.objects.of(alice).filter(employer="Cedar").exists()


def test_what_the_person_struck_does_not_come_back(alice: Owner, older: Letter) -> None:
    event = Event.objects.of(alice).get()
    strike_event(alice, event.opportunity, event)
    age(alice)
    assert judge_again(alice).change is None
    assert kinds(alice) == []


def test_a_letter_that_looks_like_other_mail_stays_with_its_text(
    alice: Owner, older: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading.read_letter

    def other(*given: Any, **more: Any) -> Any:
        told = real(*given, **more)
        return replace(told, guess=replace(told.guess, kind=LetterKind.OTHER))

    monkeypatch.setattr(reading, "read_letter", other)
    told = judge_again(alice)
    assert told.words == "Judged 1 letter again: 0 read otherwise now. 1 looks like other mail, and stays."
    assert kinds(alice) == ["applied"]
    assert Letter.objects.get(owner=alice).body == older.body


def test_what_rests_on_more_than_the_text_is_left_alone(alice: Owner, older: Letter) -> None:
    age(alice, meeting="a-meeting@calendar")
    assert list(judge_read_earlier(alice)) == []


def test_a_mailbox_read_again_is_looked_at_anew_and_is_not_called_new(alice: Owner, tmp_path: Path) -> None:
    (tmp_path / "no.eml").write_bytes(NO)
    collect_mail(alice, [tmp_path])
    Letter.objects.filter(owner=alice).delete()  # as if an earlier model had taken it for other mail
    Event.objects.filter(owner=alice).delete()
    Seen.objects.filter(owner=alice).update(kind="other")
    collect_mail(alice, [tmp_path])
    assert kinds(alice) == []  # the same model has no reason to
    Seen.objects.filter(owner=alice).update(read_by="")
    MailMark.objects.filter(owner=alice, folder=READ_BY).update(mark="")
    done = collect_mail(alice, [tmp_path])
    assert (done.messages, done.new, kinds(alice)) == (1, 0, ["rejected"])
    assert Seen.objects.get(owner=alice).kind == "rejection"


def test_a_letter_set_aside_is_not_read_again_by_a_newer_model(alice: Owner, tmp_path: Path) -> None:
    (tmp_path / "no.eml").write_bytes(NO)
    collect_mail(alice, [tmp_path])
    set_letter_aside(alice, Letter.objects.get(owner=alice))
    Seen.objects.filter(owner=alice).update(read_by="")
    collect_mail(alice, [tmp_path])
    assert not Letter.objects.filter(owner=alice).exists()
    assert kinds(alice) == []


def test_the_page_offers_it_once_and_names_what_is_gone(alice: Owner, older: Letter) -> None:
    Seen.objects.create(owner=alice, key="f" * 64, kind="other", on=date(2026, 3, 1), settled=True)
    browser = door(alice)
    page = browser.get("/notice/").content.decode()
    assert "1 letter here was read by an earlier version" in page
    assert "Of 1 other message no text was kept" in page
    done = browser.post("/notice/judge-again/", follow=True).content.decode()
    assert "Judged 1 letter again: 1 read otherwise now." in done
    assert "Onward reads better now" not in done


def test_left_as_they_are_they_are_not_offered_again(alice: Owner, older: Letter) -> None:
    browser = door(alice)
    assert "Onward reads better now" not in browser.post("/notice/as-read/", follow=True).content.decode()
    assert kinds(alice) == ["applied"]
    leave_as_read(alice)


def test_the_command_says_what_came_of_it(
    alice: Owner, older: Letter, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onward_app.cli.owner.command_line_owner", lambda **_: alice)
    Seen.objects.create(owner=alice, key="f" * 64, kind="other", on=date(2026, 3, 1), settled=True)
    judge_again_command()
    said = capsys.readouterr().out
    assert said.startswith("Judged 1 letter again: 1 read otherwise now.\nOf 1 other message no text was kept")
