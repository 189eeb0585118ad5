"""Filing many letters takes long; others may write meanwhile, and nothing of theirs is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onward.notice.linking import link
from onward_app.collect import collect_mail, take_in_letters
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.writing.decisions import decide_letter
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.jobs import add_job, edit_job, strike_event
from onward_app.records.writing.undo import undo_change

NO = b"From: Dana <dana@%b.example>\nSubject: Your application\nDate: Mon, 02 Mar 2026 09:00:00 +0000\nMessage-ID: <%b@x>\n\nWe chose somebody else for the Therapist position at %b Clinic. Unfortunately we will not move forward with your application.\n"


def letter(name: bytes) -> bytes:
    return NO % (name.lower(), name, name)


def test_what_is_written_while_it_thinks_is_thought_of(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in_letters(alice, [letter(b"Harbor")])
    thoughts: list[int] = []
    real = link.link_letters

    def interrupted(reads: Any, **more: Any) -> Any:
        thoughts.append(len(reads))
        if len(thoughts) == 1:  # another process, between the thought and the lock
            row, _ = add_job(alice, employer="Cedar", role="Counselor")
            edit_job(alice, Opportunity.objects.exclude(pk=row.pk).get(), role="Clinician")
        return real(reads, **more)

    monkeypatch.setattr(link, "link_letters", interrupted)
    file_letters(alice)
    assert len(thoughts) == 2
    assert {row.role for row in Opportunity.objects.of(alice)} == {"Counselor", "Clinician"}
    file_letters(alice)
    assert len(thoughts) == 3
    assert Event.objects.of(alice).filter(kind="rejected").count() == Letter.objects.filter(owner=alice).count() == 1


def story(owner: Owner) -> list[tuple[Any, ...]]:
    return [
        (row.pk, row.title, row.stage, list(Event.objects.of(owner).filter(opportunity=row).values_list("kind", "on")))
        for row in Opportunity.objects.of(owner).order_by("pk")
    ]


def test_a_letter_that_was_put_to_another_job_goes_back_when_that_is_undone(alice: Owner) -> None:
    collect_mail(alice, [Path(__file__).parents[2] / "examples" / "mailbox.mbox"])
    before = story(alice)
    applied = Event.objects.of(alice).get(opportunity__role="Intake Therapist", kind="applied")
    other = Opportunity.objects.of(alice).get(role="Integrated Care Therapist")
    said = decide_letter(alice, Letter.objects.get(key=applied.letter), opportunity=other)
    assert story(alice) != before
    taken = undo_change(alice, said)
    assert story(alice) == before
    undo_change(alice, taken)
    assert story(alice) != before


def test_what_rested_on_an_event_that_was_struck_is_filed_anew_at_once_and_not_on_the_next_reading(
    alice: Owner,
) -> None:
    collect_mail(alice, [Path(__file__).parents[2] / "examples" / "mailbox.mbox"])
    before = story(alice)
    offer = Event.objects.of(alice).get(opportunity__employer="Junipergate House", kind="verbal offer")
    struck = strike_event(alice, offer.opportunity, offer)
    after = story(alice)
    file_letters(alice)
    assert story(alice) == after != before
    undo_change(alice, struck)
    assert story(alice) == before
