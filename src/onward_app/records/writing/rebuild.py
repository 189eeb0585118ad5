"""Everything that is kept beside what it is computed from, computed again: it must come out as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import TextField
from django.db.models.functions import Cast

from onward_app.records.models import Card, Interview, JobMark, JobWait, Kink, Letter, LetterMark, Opportunity, Owner
from onward_app.records.writing.answers import rebuild_answers
from onward_app.records.writing.caches import CACHED, OUTCOME, WAIT, rebuild_opportunities
from onward_app.records.writing.evidence import rebuild_kinks
from onward_app.records.writing.marks import rebuild_letter_marks
from onward_app.records.writing.practice import SCHEDULE, rebuild_schedules


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many rows of a sort were computed, and how many were other ones before."""

    what: str
    rows: int
    differing: int


@transaction.atomic
def rebuild_everything(owner: Owner) -> list[Rebuilt]:
    """Compute anew what is kept beside what it is computed from, and say what that altered."""
    before = {what: set(rows) for what, rows in _list_kept(owner)}
    rebuild_opportunities(owner)
    rebuild_schedules(owner)
    rebuild_kinks(owner)
    rebuild_answers(owner)
    rebuild_letter_marks(owner)
    after = {what: set(rows) for what, rows in _list_kept(owner)}
    return [Rebuilt(what, len(rows), len(rows - before[what])) for what, rows in after.items()]


def _list_kept(owner: Owner) -> Iterator[tuple[str, Any]]:
    yield "jobs", Opportunity.objects.filter(owner=owner).values_list("pk", *CACHED)
    yield "waits", JobWait.objects.filter(owner=owner).values_list("opportunity", *WAIT)
    yield "outcomes", Interview.objects.filter(owner=owner).values_list("pk", *OUTCOME)
    yield "cards", Card.objects.of(owner).values_list("pk", *SCHEDULE, Cast("state", TextField()))
    yield "evidence of kinks", Kink.objects.filter(owner=owner).values_list("pk", Cast("evidence", TextField()))
    yield "marks of jobs", JobMark.objects.filter(owner=owner).values_list("opportunity", "mark")
    yield "marks of letters", LetterMark.objects.filter(owner=owner).values_list("letter", "mark")
    yield "answers to asks", Letter.objects.filter(owner=owner).exclude(answers=None).values_list("pk", "answers")
