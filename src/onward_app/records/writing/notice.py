"""Reading mail, written down: the ledger first, then one Change that files all that is sure.

The ledger is kept in batches while a mailbox is read, so that a kill half way loses little; nothing is filed until the
end, in one transaction, by a pure function over letters. So the order of reading doesn't matter, and
reading twice changes nothing. Only what something new can touch is linked again (docs/decisions/0017).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, cast

from django.db import transaction
from django.db.models import QuerySet

from onward.facts import LetterKind
from onward.notice.linking.values import FilingPlan, PlannedEvent, PlannedJob
from onward.notice.version import reading_version
from onward.recover.rejection_day import list_fresh_days
from onward_app import clock
from onward_app.records.lots import lots
from onward_app.records.models import Change, Decision, Event, Letter, LetterMark, Opportunity, Owner, Seen
from onward_app.records.reading.filing import (
    FilingMaterial,
    Touched,
    last_part,
    load_everything,
    load_material,
)
from onward_app.records.reading.notice import filing_version, list_refused_keys
from onward_app.records.writing.answers import refresh_answers, refresh_answers_around
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.forgetting import forget_jobs_of, forget_quotes, forget_rows
from onward_app.records.writing.mail_marks import forget_disk_marks
from onward_app.records.writing.marks import refresh_letter_marks
from onward_app.records.writing.owner import set_owner_fields
from onward_app.records.writing.said_of_letters import say_decision, say_set_aside

MUCH = 1000  # letters and jobs that a filing altered; after more the next one links everything
ASIDE = "notice.aside"
GONE = "Its text is deleted for good; undoing doesn’t bring it back."
NAMES = ("employer", "role", "agency")  # of a job, as letters say them
PLANNED = ("opportunity_id", "on", "also", "day_known", "reason")  # of an event, as letters say it
AGAIN = "Read that mail again, and the letter is here again."


@dataclass(frozen=True, slots=True)
class Filing:
    """What linking came to: the change (None when nothing was new), the plan, and which name is which opportunity."""

    change: Change | None
    plan: FilingPlan
    ids: Mapping[str, int]
    places: Mapping[str, int]  # key of a letter → its opportunity


def store_letters(owner: Owner, seen: Sequence[tuple[str, LetterKind, date | None]], letters: Sequence[Letter]) -> None:
    """Add messages to the ledger, and keep those that matter. What is kept already stays as it is."""
    with transaction.atomic():
        mark = reading_version()
        rows = [Seen(owner=owner, key=key, kind=str(kind), on=on, read_by=mark) for key, kind, on in seen]
        Seen.objects.bulk_create(
            rows, batch_size=500, update_conflicts=True, unique_fields=["owner", "key"],
            update_fields=["kind", "read_by"],
        )  # fmt: skip
        _keep_letters(owner, {letter.key: letter for letter in letters})


def _keep_letters(owner: Owner, letters: dict[str, Letter]) -> None:
    mine = Letter.objects.filter(owner=owner, key__in=letters)
    new = letters.keys() - set(mine.values_list("key", flat=True))
    Letter.objects.bulk_create([letters[key] for key in letters if key in new], batch_size=100, ignore_conflicts=True)
    refresh_letter_marks(owner, Letter.objects.filter(owner=owner, key__in=new).defer("body"))
    Seen.objects.filter(owner=owner, key__in=new).update(settled=False)
    refresh_answers(owner, keys=set(letters))


def file_letters(
    owner: Owner,
    *,
    summary: str = "Filed what the mail says.",
    keys: Iterable[str] = (),
    names: Iterable[str] = (),
    everything: bool = False,
) -> Filing:
    """Link the letters that something new may touch, or `everything`, and bring the log in line with it, as one Change
    by Onward. `keys` are letters that a change which is under way is about, `names` those of jobs that are gone.

    The plan is made before the file is locked, for it takes long over many letters and others may want to write; it is
    made again, with nobody else writing, when something was written meanwhile. What filing alters is looked at again by
    the next filing.
    """
    more = {"keys": set(keys), "names": set(names)}
    scope, plan = _make_plan(owner, more, everything=everything)
    with transaction.atomic():
        if scope.when != filing_version(owner):
            scope, plan = _make_plan(owner, more, everything=everything)
        filing, altered = _bring_in_line(owner, scope, plan, summary)
        Seen.objects.filter(owner=owner, settled=False).update(settled=True)
        through = last_part(owner) if len(altered) <= MUCH else None
        set_owner_fields(owner, filed_through=through, file_again=altered.to_json() if through is not None else [])
    return filing


def _make_plan(owner: Owner, more: Mapping[str, set[str]], *, everything: bool) -> tuple[FilingMaterial, FilingPlan]:
    """What there is to link, with the state of the file it was loaded in, and what comes of it."""
    from onward.notice.linking.link import link_letters  # heavy, and most pages that can write never file

    scope = load_everything(owner) if everything else load_material(owner, **more)
    return scope, link_letters(scope.reads, known_jobs=scope.known_jobs, decisions=scope.decisions)


def _bring_in_line(owner: Owner, scope: FilingMaterial, plan: FilingPlan, summary: str) -> tuple[Filing, Touched]:
    """The filing, and what was altered by it."""
    with open_change(owner, "notice.file", summary, by="onward") as change:
        ids = _seat_jobs(change, plan)
        _file_events(change, plan, ids, scope)
    places = {key: ids[job.name] for job in plan.jobs if job.name in ids for key in job.keys}
    altered = _mark_letters(owner, plan, ids, places, scope)
    altered.jobs |= change.jobs
    return Filing(change.kept, plan, ids, places), altered


def _seat_jobs(change: ChangeInProgress, plan: FilingPlan) -> dict[str, int]:
    """The row of each planned job, made if it is new; what it absorbs redirects to it."""
    known = [job.id for job in plan.jobs if job.id is not None]
    rows = [Opportunity.objects.filter(owner=change.owner, pk__in=lot) for lot in lots(known)]
    told_names = (row for some in rows for row in some.values_list("pk", "by_hand", *NAMES))
    there = {pk: _JobAsNamed(by_hand, told) for pk, by_hand, *told in told_names}
    ids: dict[str, int] = {}
    for job in plan.jobs:
        if job.id is None and job.events:
            ids[job.name] = int(change.make(Opportunity, **_read_names(job)).pk)
        elif job.id is not None:
            # Where the person's word holds letters of two employers in one job, the first of them name it.
            names = _read_names(job) if job.name not in ids else {}
            ids[job.name] = job.id
            _seat_known(change, job, names, there[job.id])
    return ids


class _JobAsNamed(NamedTuple):
    """How a job is named, and whether the person named it."""

    by_hand: bool
    told: Sequence[str]


def _seat_known(change: ChangeInProgress, job: PlannedJob, names: Mapping[str, str], named: _JobAsNamed) -> None:
    """Of thousands of jobs that are here few get another name, so that no other is loaded."""
    there = dict(zip(NAMES, named.told, strict=True))
    said = {name: value for name, value in names.items() if value and not (named.by_hand and there[name])}
    if not job.absorbs and said.items() <= there.items():
        return
    row = Opportunity.objects.get(pk=int(job.name), owner=change.owner)
    change.edit(row, **said)
    for absorbed in Opportunity.objects.filter(pk__in=job.absorbs, owner=change.owner, merged_into=None):
        change.edit(absorbed, merged_into=row)


def _read_names(job: PlannedJob) -> dict[str, str]:
    return {name: (getattr(job, name) or "")[:200] for name in NAMES}


def _file_events(change: ChangeInProgress, plan: FilingPlan, ids: Mapping[str, int], scope: FilingMaterial) -> None:
    """Make what is planned and missing, alter what is another, strike what no letter says any more."""
    there, spare = _list_filed_events(change.owner, scope)
    new: list[Event] = []
    altered: dict[int, list[Any]] = {}
    for job in plan.jobs:
        for planned in job.events if job.name in ids else ():
            known, wanted = there.pop((planned.key, planned.kind), None), _say_planned(ids[job.name], planned)
            if known is None:
                new.append(_make_event(change.owner, ids[job.name], planned))
            elif known[1:] != wanted:
                altered[known[0]] = wanted
    for event in (event for lot in lots(altered) for event in Event.objects.filter(pk__in=lot)):
        change.edit(event, **dict(zip(PLANNED, altered[event.pk], strict=True)))
    _join_told_events(change, plan, scope)
    struck = [*spare, *(pk for pk, *_ in there.values())]
    change.strike_all(event for lot in lots(struck) for event in Event.objects.filter(pk__in=lot))
    change.make_many(new)


def _list_filed_events(owner: Owner, scope: FilingMaterial) -> tuple[dict[tuple[str, str], list[Any]], list[int]]:
    """What stands of each letter, and what is there a second time: an undo brought back what was filed anew since."""
    standing = Event.objects.of(owner).filter(source="mail", opportunity__stands=True).order_by()
    rows = {row[2]: row for some in _narrow_to_scope(standing, scope)
            for row in some.values_list("letter", "kind", "pk", *PLANNED)}  # fmt: skip
    there: dict[tuple[str, str], list[Any]] = {}
    spare: list[int] = []
    for _, (letter, kind, *told) in sorted(rows.items()):
        if there.setdefault((letter, kind), told) is not told:
            spare.append(told[0])
    return there, spare


def _narrow_to_scope(events: QuerySet[Event], scope: FilingMaterial) -> Iterator[QuerySet[Event]]:
    """Those of the letters and jobs that were linked, perhaps twice."""
    if scope.keys is None or scope.jobs is None:
        yield events
        return
    yield from (events.filter(letter__in=lot) for lot in lots(scope.keys))
    yield from (events.filter(opportunity__in=lot) for lot in lots(scope.jobs))


def _say_planned(job: int, planned: PlannedEvent) -> list[Any]:
    """What is planned of an event, in the order of `PLANNED`."""
    return [job, planned.on, list(planned.also), planned.day_known, planned.reason or ""]


def _join_told_events(change: ChangeInProgress, plan: FilingPlan, scope: FilingMaterial) -> None:
    """What the person told stays as it is; the letters that say the same are kept beside it."""
    joined = {one.told: one for job in plan.jobs for one in job.told if one.told is not None}
    told = Event.objects.of(change.owner).exclude(source="mail").order_by()
    some = [told] if scope.jobs is None else [told.filter(opportunity__in=lot) for lot in lots(scope.jobs)]
    for event in (event for rows in some for event in rows):
        if event.pk not in joined and not event.also:
            continue  # of those that no letter joins, the ones that a letter has left
        change.edit(event, also=list(joined[event.pk].also) if event.pk in joined else [])


def _make_event(owner: Owner, opportunity: int, planned: PlannedEvent) -> Event:
    return Event(
        owner=owner,
        opportunity_id=opportunity,
        kind=planned.kind,
        on=planned.on,
        day_known=planned.day_known,
        reason=planned.reason or "",
        source="mail",
        letter=planned.key,
        also=list(planned.also),
        added_at=clock.now(),
    )


class _PlaceOfLetter(NamedTuple):
    """Where a letter is filed, or why it waits and for which job."""

    job: int | None
    waiting: str
    suggested: int | None


def _mark_letters(
    owner: Owner, plan: FilingPlan, ids: Mapping[str, int], places: Mapping[str, int], scope: FilingMaterial
) -> Touched:
    """Where each letter is filed or what it waits for; of all others the text goes, for good. Returns what was another:
    where a letter went, that is all it may have held together.

    What the person did (applied, withdrew, ...) stays, for the job it is about may be read later; so does what lay with
    a job that is out of force (`suggested` has it), for an undo may bring it back.
    """
    waits = {item.key: (item.why[:300], ids.get(item.suggestion or "")) for item in plan.waiting}
    deeds = {one.key for one in scope.reads if one.verdict.details.did}
    keep = {*places, *waits, *deeds, *list_refused_keys(owner, keys=scope.keys)}
    away = set(Opportunity.objects.filter(owner=owner, stands=False).values_list("pk", flat=True))
    letters = Letter.objects.filter(owner=owner)
    some = [letters] if scope.keys is None else [letters.filter(key__in=lot) for lot in lots(scope.keys)]
    marks: dict[int, _PlaceOfLetter] = {}
    moved: set[int | None] = set()
    there: dict[str, int] = {}
    for pk, key, job, why, suggested in (
        row for rows in some for row in rows.values_list("pk", "key", "opportunity_id", "waiting", "suggested_id")
    ):
        was, wanted = _PlaceOfLetter(job, why, suggested), _PlaceOfLetter(places.get(key), *waits.get(key, ("", None)))
        if key not in places and key not in waits and (left := away & {was.job, was.suggested}):
            wanted, keep = wanted._replace(suggested=min(left)), keep | {key}
        there[key] = pk
        if was != wanted:
            marks[pk] = wanted
            moved |= {was.job, wanted.job}
    changed = [row for lot in lots(marks) for row in letters.filter(pk__in=lot).only("pk")]
    for row in changed:
        row.opportunity_id, row.waiting, row.suggested_id = marks[row.pk]
    Letter.objects.bulk_update(changed, ["opportunity", "waiting", "suggested"], batch_size=200)
    refresh_answers_around(owner, jobs={job for job in moved if job is not None})
    gone = _let_go(owner, there, keep, scope)
    return Touched(
        letters={*(there.values() if gone else marks)} - gone, jobs={job for job in moved if job is not None}
    )


def _let_go(owner: Owner, there: Mapping[str, int], keep: set[str], scope: FilingMaterial) -> set[int]:
    rows = Decision.objects.of(owner)
    some = [rows] if scope.keys is None else [rows.filter(key__in=lot) for lot in lots(scope.keys)]
    decided = {key: no_job for said in some for key, no_job in said.values_list("key", "no_job")}
    aside = {key for key, no_job in decided.items() if no_job}
    stay = (keep | decided.keys()) - aside
    gone = [pk for key, pk in there.items() if key not in stay]
    for lot in lots(gone):
        LetterMark.objects.filter(letter__in=lot).delete()  # before, so that none of them leaves a tombstone
        forget_rows(Letter.objects.filter(owner=owner, pk__in=lot))
    return set(gone)


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
                opportunity = change.make(Opportunity, employer=employer[:200], role=role[:200], by_hand=True)
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
