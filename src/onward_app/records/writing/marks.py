"""What letters and jobs are found by when letters are linked, kept beside them as numbers."""

from __future__ import annotations

from collections.abc import Iterable

from onward_app.records.facts import to_letter_facts, to_mark_number
from onward_app.records.lots import lots
from onward_app.records.models import JobMark, Letter, LetterMark, Opportunity, Owner
from onward_app.records.reading.notice import list_own_addresses

BATCH = 1000  # rows of three numbers in one statement


def refresh_letter_marks(owner: Owner, letters: Iterable[Letter]) -> None:
    """Compute anew what these letters are found by."""
    from onward.notice.linking.reach import list_marks  # heavy, as linking is

    own = list_own_addresses(owner)
    marks = {row.pk: {to_mark_number(text) for text in list_marks(to_letter_facts(row, own))} for row in letters}
    for lot in lots(marks):
        LetterMark.objects.filter(letter__in=lot).delete()
    made = [LetterMark(owner=owner, letter_id=pk, mark=mark) for pk, some in marks.items() for mark in sorted(some)]
    LetterMark.objects.bulk_create(made, batch_size=BATCH)


def refresh_job_marks(jobs: Iterable[Opportunity]) -> None:
    """The same of jobs; few of them have another name than they had."""
    from onward.notice.linking.reach import list_marks_of_name

    rows = {row.pk: row for row in jobs}
    there: dict[int, set[int]] = {pk: set() for pk in rows}
    for lot in lots(rows):
        for pk, mark in JobMark.objects.filter(opportunity__in=lot).values_list("opportunity", "mark"):
            there[pk].add(mark)
    wanted = {pk: {to_mark_number(text) for text in list_marks_of_name(row.employer)} for pk, row in rows.items()}
    changed = [pk for pk in rows if there[pk] != wanted[pk]]
    for lot in lots(changed):
        JobMark.objects.filter(opportunity__in=lot).delete()
    made = [
        JobMark(owner_id=rows[pk].owner_id, opportunity_id=pk, mark=one) for pk in changed for one in sorted(wanted[pk])
    ]
    JobMark.objects.bulk_create(made, batch_size=BATCH)


def rebuild_letter_marks(owner: Owner) -> None:
    """Compute anew what all letters are found by."""
    refresh_letter_marks(owner, Letter.objects.filter(owner=owner).defer("body").order_by("pk").iterator(500))
