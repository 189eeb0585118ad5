"""Filing many letters takes long; others may write meanwhile, and nothing of theirs is lost."""

from __future__ import annotations

from typing import Any

import pytest

from onward_app.collect import take_in
from onward_app.records.models import Event, Letter, Opportunity, Owner
from onward_app.records.writing import jobs, notice

NO = b"From: Dana <dana@%b.example>\nSubject: Your application\nDate: Mon, 02 Mar 2026 09:00:00 +0000\nMessage-ID: <%b@x>\n\nWe chose somebody else for the Therapist position at %b Clinic. Unfortunately we will not move forward with your application.\n"


def letter(name: bytes) -> bytes:
    return NO % (name.lower(), name, name)


def test_what_is_written_while_it_thinks_is_thought_of(alice: Owner, monkeypatch: pytest.MonkeyPatch) -> None:
    take_in(alice, [letter(b"Harbor")])
    thoughts: list[int] = []
    real = notice.link

    def interrupted(reads: Any, **more: Any) -> Any:
        thoughts.append(len(reads))
        if len(thoughts) == 1:  # another process, between the thought and the lock
            row, _ = jobs.add(alice, employer="Cedar", role="Counselor")
            jobs.edit(alice, Opportunity.objects.exclude(pk=row.pk).get(), role="Clinician")
        return real(reads, **more)

    monkeypatch.setattr(notice, "link", interrupted)
    notice.settle(alice)
    assert len(thoughts) == 2
    assert {row.role for row in Opportunity.objects.of(alice)} == {"Counselor", "Clinician"}
    notice.settle(alice)
    assert len(thoughts) == 3
    assert Event.objects.of(alice).filter(kind="rejected").count() == Letter.objects.filter(owner=alice).count() == 1
