"""Reading mail, written down: the ledger first, then one Change that files all that is sure.

The ledger is kept in batches while a mailbox is read, so that a kill half way loses little; nothing is filed until the
end, in one transaction, by a pure function over every letter there is. So the order of reading doesn't matter, and
reading twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.db import transaction

from onward.facts import LetterKind
from onward.notice.linking.link import Plan, PlannedEvent, PlannedJob, Read, link
from onward_app import clock
from onward_app.records import queries_notice
from onward_app.records.models import Change, Decision, Event, Letter, Opportunity, Owner, Seen
from onward_app.records.writing.changes import Doing, change


@dataclass(frozen=True, slots=True)
class Settled:
    """What linking came to: the change (None when nothing was new), the plan, and which name is which opportunity."""

    change: Change | None
    plan: Plan
    ids: Mapping[str, int]
    places: Mapping[str, int]  # key of a letter → its opportunity


def remember(owner: Owner, seen: Sequence[tuple[str, LetterKind, date | None]], letters: Sequence[Letter]) -> None:
    """Add messages to the ledger, and keep those that matter. What is there already stays as it is."""
    with transaction.atomic():
        rows = [Seen(owner=owner, key=key, kind=str(kind), on=on) for key, kind, on in seen]
        Seen.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
        Letter.objects.bulk_create(letters, batch_size=100, ignore_conflicts=True)


def settle(owner: Owner, *, summary: str = "Filed what the mail says.") -> Settled:
    """Link every letter there is and bring the log in line with it, as one Change by Onward.

    The plan is made before the file is locked, for it takes long over many letters and others may want to write; it is
    made again, with nobody else writing, when something was written meanwhile.
    """
    thought = _think(owner)
    with transaction.atomic():
        if thought.when != queries_notice.moment(owner):
            thought = _think(owner)
        reads, plan = thought.reads, thought.plan
        with change(owner, "notice.file", summary, by="onward") as doing:
            ids = {job.name: _seat(doing, job) for job in plan.jobs if job.id is not None or job.events}
            _file_events(doing, plan, ids)
        places = {key: ids[job.name] for job in plan.jobs if job.name in ids for key in job.keys}
        _mark_letters(owner, plan, ids, places, deeds={one.key for one in reads if one.verdict.details.did})
        Seen.objects.filter(owner=owner, settled=False).update(settled=True)
    return Settled(doing.record if doing.record.pk else None, plan, ids, places)


@dataclass(frozen=True, slots=True)
class _Thought:
    """A plan, what it was made of, and the state of the file it was made in."""

    when: tuple[int, ...]
    reads: list[Read]
    plan: Plan


def _think(owner: Owner) -> _Thought:
    when, reads = queries_notice.moment(owner), queries_notice.reads(owner)
    return _Thought(when, reads, link(reads, seats=queries_notice.seats(owner), rulings=queries_notice.rulings(owner)))


def _seat(doing: Doing, job: PlannedJob) -> int:
    """The row of a planned job, made if it is new; what it absorbs redirects to it."""
    if job.id is None:
        row = doing.make(
            Opportunity, employer=job.employer[:200], role=(job.role or "")[:200], agency=(job.agency or "")[:200]
        )
        return int(row.pk)
    row = Opportunity.objects.get(pk=job.id, owner=doing.owner)
    if not row.by_hand:
        said = {"employer": job.employer, "role": job.role, "agency": job.agency}
        doing.edit(row, **{name: value[:200] for name, value in said.items() if value})
    for absorbed in Opportunity.objects.filter(pk__in=job.absorbs, owner=doing.owner, merged_into=None):
        doing.edit(absorbed, merged_into=row)
    return int(row.pk)


def _file_events(doing: Doing, plan: Plan, ids: Mapping[str, int]) -> None:
    """Make what is planned and missing, move what belongs elsewhere, strike what no letter says any more."""
    standing = Event.objects.of(doing.owner).filter(source="mail", opportunity__stands=True)
    there = {(event.letter, event.kind): event for event in standing}
    new: list[Event] = []
    for job in plan.jobs:
        for planned in job.events if job.name in ids else ():
            event = there.pop((planned.key, planned.kind), None)
            if event is None:
                new.append(_event(doing.owner, ids[job.name], planned))
            else:
                doing.edit(event, opportunity_id=ids[job.name], on=planned.on, also=list(planned.also))
    doing.strike_all(there.values())
    doing.make_many(new)


def _event(owner: Owner, opportunity: int, planned: PlannedEvent) -> Event:
    return Event(
        owner=owner,
        opportunity_id=opportunity,
        kind=planned.kind,
        on=planned.on,
        reason=planned.reason or "",
        source="mail",
        letter=planned.key,
        also=list(planned.also),
        added_at=clock.now(),
    )


def _mark_letters(owner: Owner, plan: Plan, ids: Mapping[str, int], places: Mapping[str, int], deeds: set[str]) -> None:
    """Where each letter is filed or what it waits for; of all others the text goes.

    What the person did (`deeds`: applied, withdrew, ...) stays, for the job it is about may be read later.
    """
    waits = {item.key: (item.why[:300], ids.get(item.suggestion or "")) for item in plan.waiting}
    keep = {*places, *waits, *deeds, *queries_notice.refused_keys(owner)}
    changed: list[Letter] = []
    for row in (
        Letter.objects.filter(owner=owner).only("key", "opportunity_id", "waiting", "suggested_id").iterator(500)
    ):
        why, suggested = waits.get(row.key, ("", None))
        wanted = (places.get(row.key), why, suggested)
        if (row.opportunity_id, row.waiting, row.suggested_id) != wanted:
            row.opportunity_id, row.waiting, row.suggested_id = wanted
            changed.append(row)
    Letter.objects.bulk_update(changed, ["opportunity", "waiting", "suggested"], batch_size=200)
    _let_go(owner, keep)


def _let_go(owner: Owner, keep: set[str]) -> None:
    decided = set(Decision.objects.of(owner).values_list("key", flat=True))
    rows = Letter.objects.filter(owner=owner).values_list("pk", "key")
    gone = [pk for pk, key in rows if key not in keep and key not in decided]
    for start in range(0, len(gone), 500):
        Letter.objects.filter(pk__in=gone[start : start + 500]).delete()


def decide(
    owner: Owner,
    letter: Letter,
    *,
    kind: LetterKind | None = None,
    opportunity: Opportunity | None = None,
    employer: str = "",
    role: str = "",
) -> Change:
    """What the person says of one letter stands over every guess, now and on rereading.

    With `employer`, a new job is made for it. `kind` None keeps Onward's guess.
    """
    with transaction.atomic():
        with change(owner, "notice.decide", _said(letter, kind), opportunity=opportunity) as doing:
            if opportunity is None and employer:
                opportunity = doing.make(Opportunity, employer=employer[:200], role=role[:200], by_hand=True)
            _rule(doing, letter, kind=str(kind or letter.kind), opportunity=opportunity)
        settle(owner, summary="Filed the letter you decided on.")
    return doing.record


def set_aside(owner: Owner, letter: Letter) -> Change:
    """The person says: this isn't about a job of mine."""
    with transaction.atomic():
        with change(owner, "notice.decide", f"Set aside “{letter.subject[:80]}”: not about a job.") as doing:
            _rule(doing, letter, kind="other", no_job=True)
        settle(owner, summary="Filed the letters again.")
    return doing.record


def _rule(
    doing: Doing, letter: Letter, *, kind: str, opportunity: Opportunity | None = None, no_job: bool = False
) -> None:
    doing.put(cast("Any", letter), opportunity_id=letter.opportunity_id)  # filing moves it
    doing.strike_all(Decision.objects.of(doing.owner).filter(key=letter.key))
    doing.make(Decision, key=letter.key, kind=kind, opportunity=opportunity, no_job=no_job)


def _said(letter: Letter, kind: LetterKind | None) -> str:
    return f"You said that “{letter.subject[:80] or 'the letter'}” is: {kind or letter.kind}."
