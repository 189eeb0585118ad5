"""What the person says of one letter: it stands over every guess, now and on rereading."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django.db import transaction

from onward.facts import LONGEST_NAME, LetterKind
from onward.notice.version import reading_version
from onward.recover.rejection_day import list_fresh_days
from onward_app import clock
from onward_app.records.models import Change, Decision, Letter, Opportunity, Owner, Seen
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.forgetting import forget_jobs_of, forget_quotes
from onward_app.records.writing.mail_marks import forget_disk_marks
from onward_app.records.writing.said_of_letters import say_decision, say_set_aside

ASIDE = "notice.aside"
GONE = "Its text is deleted for good; undoing doesn’t bring it back."
AGAIN = "Read that mail again, and the letter is here again."


def decide_letter(
    owner: Owner,
    letter: Letter,
    *,
    kind: LetterKind | None = None,
    opportunity: Opportunity | None = None,
    employer: str = "",
    role: str = "",
    new_job: bool = False,
    on: date | None = None,
) -> Change:
    """What the person says of one letter stands over every guess, now and on rereading.

    With `employer` a new job is made for it, with `new_job` also where that has no name. `kind` None keeps Onward's
    guess. `on` is the day it came, where the letter itself doesn't say.
    """
    with transaction.atomic():
        with open_change(
            owner,
            "notice.decide",
            say_decision(letter, kind or LetterKind(letter.kind)),
            opportunity=opportunity,
        ) as change:
            if opportunity is None and (employer or new_job):
                opportunity = change.make(
                    Opportunity, employer=employer[:LONGEST_NAME], role=role[:LONGEST_NAME], by_hand=True
                )
            rule_letter(change, letter, kind=kind or LetterKind(letter.kind), opportunity=opportunity, on=on)
        file_letters(owner, summary="Filed the letter you decided on.")
    return change.record


def set_letter_aside(owner: Owner, letter: Letter) -> Change:
    """The person says: this isn't about a job of mine. Its text goes for good, with the job that only it speaks of.

    Undoing takes back what was said, not the text: the letter is there again when its mail is read again.
    """
    with transaction.atomic():
        summary = f"{say_set_aside(letter)} {GONE}"
        with open_change(owner, ASIDE, summary) as change:
            _record_decision(change, letter, kind=str(LetterKind.OTHER), no_job=True)
        names = _forget_around(owner, letter)
        file_letters(owner, summary="Filed the letters again.", names=names)
    return change.record


def keep_in_step(owner: Owner, keys: Iterable[str]) -> set[str]:
    """Have what was set aside, or isn't any more, read again with its mail. Returns the names of jobs that went."""
    wanted = set(keys)
    aside = set(Decision.objects.of(owner).filter(key__in=wanted, no_job=True).values_list("key", flat=True))
    there = {letter.key: letter for letter in Letter.objects.filter(owner=owner, key__in=wanted)}
    names = {name for key in sorted(aside & there.keys()) for name in _forget_around(owner, there[key])}
    if Seen.objects.filter(owner=owner, key__in=wanted - aside - there.keys()).delete()[0]:
        forget_disk_marks(owner)
    mark = reading_version()
    rows = [Seen(owner=owner, key=key, kind=str(LetterKind.OTHER), settled=True, read_by=mark) for key in sorted(aside)]
    Seen.objects.bulk_create(rows, ignore_conflicts=True)
    return names


def _forget_around(owner: Owner, letter: Letter) -> set[str]:
    """The jobs that only this letter speaks of go with it; and changes of an earlier version name it by its subject.
    Returns the names those jobs had.
    """
    names = forget_jobs_of(owner, letter)
    if letter.subject:
        said = Change.objects.filter(owner=owner, intention__in=("notice.decide", "undo"))
        forget_quotes(said, [f"“{letter.subject[:80]}”"], "the letter")
    return names


def rule_letter(
    change: ChangeInProgress, letter: Letter, *, kind: LetterKind, opportunity: Opportunity | None, on: date | None
) -> None:
    """What the person says of a letter, in a change that is under way. `on` is left out where the letter is dated."""
    change.edit_unchecked(cast("Any", letter), opportunity_id=letter.opportunity_id)  # filing moves it
    _record_decision(change, letter, kind=str(kind), opportunity=opportunity, on=None if is_dated(letter) else on)


def is_dated(letter: Letter) -> bool:
    """Whether the letter says when it came: a day that hasn’t come yet is none."""
    return letter.on is not None and letter.on <= list_fresh_days(clock.today())[1]


def _record_decision(change: ChangeInProgress, letter: Letter, *, kind: str, **said: Any) -> None:
    change.strike_all(Decision.objects.of(change.owner).filter(key=letter.key))
    change.make(Decision, key=letter.key, kind=kind, **said)
