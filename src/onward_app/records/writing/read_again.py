"""Judging letters again that an earlier model read: one Change, offered once; what the person decided stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from onward.notice.verdict import verdict_to_json
from onward.notice.version import reading_version
from onward.wording.counts import say_count
from onward_app.records.models import Change, Owner
from onward_app.records.reading.read_again import JudgedAgain, judge_read_earlier, list_read_earlier
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.filing.letters import file_letters

JUDGE = "notice.judge"


@dataclass(frozen=True, slots=True)
class Judgement:
    """How many letters were judged, how many are read otherwise now, and how many were left since they look like other
    mail; with the Change, None where no letter changed.
    """

    judged: int
    otherwise: int
    left: int
    change: Change | None

    @property
    def words(self) -> str:
        """What came of it."""
        said = say_count(
            self.judged,
            "Judged {n} letter again: {otherwise} read otherwise now.",
            "Judged {n} letters again: {otherwise} read otherwise now.",
            otherwise=f"{self.otherwise:,}",
        )
        if not self.left:
            return said
        left = say_count(self.left, "{n} looks like other mail, and stays.", "{n} look like other mail, and stay.")
        return f"{said} {left}"


def judge_again(owner: Owner) -> Judgement:
    """Read with today's model what an earlier one read, and file the letters by that."""
    with transaction.atomic():
        found, judged = list(judge_read_earlier(owner)), list_read_earlier(owner).count()
        fitting = [one for one in found if one.fits]
        told = Judgement(judged, len(fitting), len(found) - len(fitting), None)
        change = _set_verdicts(owner, told.words, fitting)
        leave_as_read(owner)
        if change is not None:
            file_letters(owner, summary="Filed the letters that were judged again.")
    return Judgement(told.judged, told.otherwise, told.left, change)


def leave_as_read(owner: Owner) -> None:
    """They stay as they were read, and it isn't offered again. It is no Change: nothing of the search is another."""
    list_read_earlier(owner).update(read_by=reading_version())


def _set_verdicts(owner: Owner, summary: str, found: Sequence[JudgedAgain]) -> Change | None:
    with open_change(owner, JUDGE, summary) as change:
        for one in found:
            row: Any = one.letter
            change.edit_unchecked(
                row, verdict=verdict_to_json(one.verdict), kind=str(one.verdict.guess.kind),
                unsure=one.verdict.guess.unsure,
            )  # fmt: skip
    return change.kept
