"""Reads for noticing: what linking needs, and what waits in the inbox."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, Max, Min, Q, QuerySet

from onward.facts import ENDINGS, THEIR_NOS, LetterKind
from onward.notice.linking.values import (
    NO_EMPLOYER,
    FilingPlan,
    KnownJob,
    LetterFacts,
    PersonDecision,
    PlannedEvent,
    PlannedJob,
    ToldEvent,
    WaitingLetter,
)
from onward.notice.version import reading_version
from onward_app.records.facts import to_decision, to_known_job, to_letter_facts
from onward_app.records.lots import filter_in_lots, lots
from onward_app.records.models import Change, Decision, Event, Letter, Opportunity, Owner, Part, Seen
from onward_app.records.reading.replies import rule_answers
from onward_app.records.reading.rows import WAITS

ABOUT_A_JOB = frozenset(
    {
        LetterKind.CONFIRMATION,
        LetterKind.ASSESSMENT,
        LetterKind.INTERVIEW,
        LetterKind.REJECTION,
        LetterKind.OFFER,
        LetterKind.FEEDBACK,
    }
)


def list_own_addresses(owner: Owner) -> frozenset[str]:
    """Addresses the person writes from."""
    return frozenset(owner.addresses.values_list("address", flat=True))


class SeenBefore(NamedTuple):
    """What is kept of a message that was read before: the kind it had, and its day; and whether another model may
    look at it anew, for nothing else of it is here and nobody decided on it.
    """

    kind: str
    on: date | None
    anew: bool = False


def map_seen(owner: Owner, keys: Iterable[str]) -> dict[str, SeenBefore]:
    """Of these messages, those that were read before."""
    wanted = list(keys)
    found: dict[str, SeenBefore] = {}
    for start in range(0, len(wanted), 500):
        rows = Seen.objects.filter(owner=owner, key__in=wanted[start : start + 500])
        found.update((key, SeenBefore(kind, on)) for key, kind, on in rows.values_list("key", "kind", "on"))
        for key in _list_dropped_earlier(owner, rows):
            found[key] = found[key]._replace(anew=True)
    return found


def _list_dropped_earlier(owner: Owner, rows: QuerySet[Seen]) -> list[str]:
    """Of these, what an earlier model read, and what is neither kept nor decided on."""
    older = set(rows.exclude(read_by=reading_version()).values_list("key", flat=True))
    if not older:
        return []
    kept = Letter.objects.filter(owner=owner, key__in=older).values_list("key", flat=True)
    decided = Decision.objects.of(owner).filter(key__in=older).values_list("key", flat=True)
    return sorted(older.difference(kept, decided))


def map_first_letters(
    owner: Owner, more: Iterable[Letter] = (), *, keys: Collection[str] | None = None
) -> dict[str, date]:
    """Each person who wrote about a job → the day of the first such letter; of all, or of these letters. `more` are
    letters that aren't stored.
    """
    stored = Letter.objects.filter(owner=owner, kind__in=ABOUT_A_JOB, unsure=False, by_person=True, outgoing=False)
    some = filter_in_lots(stored, "key", keys)
    days = [
        *(told for rows in some for told in rows.values_list("sender", "on")),
        *((row.sender, row.on) for row in more if _is_by_person_about_a_job(row)),
    ]
    found: dict[str, date] = {}
    for sender, on in days:
        if on is not None:
            found[sender] = min(on, found.get(sender, on))
    return found


def _is_by_person_about_a_job(row: Letter) -> bool:
    return row.by_person and not row.outgoing and not row.unsure and row.kind in ABOUT_A_JOB


def list_kept_keys(owner: Owner) -> set[str]:
    """The letters that are kept, and those that somebody decided on."""
    decided = Decision.objects.of(owner).values_list("key", flat=True)
    return {*Letter.objects.filter(owner=owner).values_list("key", flat=True), *decided}


def list_kept_ids(owner: Owner) -> set[str]:
    """The message ids of the letters that are kept."""
    ids = Letter.objects.filter(owner=owner).values_list("message_id", flat=True)
    return {one for one in ids if one}


def filing_version(owner: Owner) -> tuple[int, ...]:
    """A mark that is another one after anything was written that linking looks at."""
    letters = Letter.objects.filter(owner=owner).aggregate(last=Max("pk", default=0), number=Count("pk"))
    last = Change.objects.filter(owner=owner).aggregate(last=Max("pk", default=0))["last"]
    fresh = Seen.objects.filter(owner=owner, settled=False).count()
    return last, letters["last"], letters["number"], fresh, owner.addresses.count()


def list_reads(owner: Owner, *, keys: Collection[str] | None = None) -> list[LetterFacts]:
    """Every kept letter, or those with these keys, as linking wants it. The bodies stay on the disk."""
    own = list_own_addresses(owner)
    rows = Letter.objects.filter(owner=owner).defer("body").order_by("key")
    some = filter_in_lots(rows, "key", keys)
    return [to_letter_facts(row, own) for part in some for row in part.iterator(500)]


def load_filed(owner: Owner) -> FilingPlan:
    """What mail and the person say of all jobs and what waits, as it is filed: the plan of linking everything, without
    linking.
    """
    events: dict[int, list[PlannedEvent]] = {}
    told: dict[int, list[PlannedEvent]] = {}
    standing = Event.objects.of(owner).filter(opportunity__stands=True).order_by("on", "pk")
    rows = standing.values_list("pk", "source", "opportunity", "kind", "on", "letter", "also", "reason", "day_known")
    for pk, source, job, kind, on, letter, also, reason, day_known in rows.iterator():
        by_mail = source == "mail"
        event = PlannedEvent(kind, on, letter, tuple(also), reason or None, day_known, told=None if by_mail else pk)
        (events if by_mail else told).setdefault(job, []).append(event)
    keys: dict[int, list[str]] = {}
    for key, pk in map_places(owner).items():
        keys.setdefault(pk, []).append(key)
    names = Opportunity.objects.of(owner).filter(merged_into=None).order_by("first_on", "pk")
    jobs = tuple(
        PlannedJob(
            str(pk),
            pk,
            employer,
            role,
            agency or None,
            tuple(keys[pk]),
            tuple(events.get(pk, ())),
            bool(employer),
            told=tuple(told.get(pk, ())),
        )
        for pk, employer, role, agency in names.values_list("pk", "employer", "role", "agency").iterator()
        if pk in keys
    )
    waiting = list_waiting_letters(owner).values_list("key", "waiting", "suggested")
    return FilingPlan(jobs, tuple(WaitingLetter(key, why, str(job) if job else None) for key, why, job in waiting))


def list_nos_of(owner: Owner, keys: Collection[str]) -> list[Event]:
    """The nos that these letters brought, the newest first."""
    nos = Event.objects.of(owner).filter(kind__in=THEIR_NOS, opportunity__stands=True).select_related("opportunity")
    found = [event for lot in lots(keys) for event in nos.filter(letter__in=lot)]
    return sorted(found, key=lambda event: (event.on, event.pk), reverse=True)


def map_places(owner: Owner) -> dict[str, int]:
    """Each letter that is filed → its job."""
    rows = Letter.objects.filter(owner=owner).exclude(opportunity=None).order_by("on", "pk")
    return {key: pk for key, pk in rows.values_list("key", "opportunity_id").iterator() if pk is not None}


def list_known_jobs(owner: Owner) -> list[KnownJob]:
    """The opportunities there are, with the letters filed to each."""
    filed: dict[int, set[str]] = {}
    letters = Letter.objects.filter(owner=owner)
    lay = letters.filter(opportunity=None, waiting="").exclude(suggested=None)  # while that job was out of force
    for pk, key in (
        *letters.exclude(opportunity=None).values_list("opportunity_id", "key"),
        *lay.values_list("suggested_id", "key"),
    ):
        filed.setdefault(pk, set()).add(key)
    told = map_told_events(owner)
    rows = Opportunity.objects.of(owner).order_by("pk")
    return [to_known_job(row, filed.get(row.pk, ()), told.get(row.pk, ())) for row in rows]


def map_told_events(owner: Owner, *, jobs: Iterable[int] | None = None) -> dict[int, list[ToldEvent]]:
    """What the person said happened, by job, where letters that say the same join it; at these jobs, or at all."""
    found: dict[int, list[ToldEvent]] = {}
    from onward.notice.linking.events import TOLD_KINDS  # heavy, and most pages never link

    rows = Event.objects.of(owner).exclude(source="mail").filter(kind__in=TOLD_KINDS).order_by()
    for some in filter_in_lots(rows, "opportunity", jobs):
        for pk, job, kind, on in some.values_list("pk", "opportunity_id", "kind", "on"):
            found.setdefault(job, []).append(ToldEvent(pk, kind, on))
    return {job: sorted(told, key=lambda one: (one.on, one.id)) for job, told in found.items()}


def list_person_decisions(owner: Owner, *, keys: Collection[str] | None = None) -> list[PersonDecision]:
    """What the person decided: in the inbox, by undoing what mail had filed, and by asking, for the answers to it. Of
    all letters, or of those with these keys.
    """
    rows = Decision.objects.of(owner)
    some = filter_in_lots(rows, "key", keys)
    said = {row.key: to_decision(row) for part in some for row in part.order_by("pk")}
    for key in list_refused_keys(owner, keys=keys):
        said.setdefault(key, PersonDecision(key=key, no_event=True))
    for key, kinds in map_struck_kinds(owner, keys=keys).items():
        said[key] = replace(said.get(key, PersonDecision(key=key)), struck=kinds)
    for answer in rule_answers(owner, keys=keys):
        said.setdefault(answer.key, answer)
    return list(said.values())


def list_refused_keys(owner: Owner, *, keys: Collection[str] | None = None) -> set[str]:
    """Letters whose event a person took out of force, by undoing, striking or removing the job; of all, or of these."""
    rows = Event.objects.filter(owner=owner, letter__gt="").order_by()
    gone = Opportunity.objects.filter(owner=owner, stands=False).values_list("pk", flat=True)
    struck = [*rows.filter(stands=False), *(row for lot in lots(gone) for row in rows.filter(opportunity__in=lot))]
    names = _name_letters(struck, keys)
    by_hand = _struck_by_person(owner, {row.pk: row for row in struck if row.pk in names})
    refused = {key for pk in by_hand for key in names[pk]}
    return refused - _list_still_told(owner, refused)


def map_struck_kinds(owner: Owner, *, keys: Collection[str] | None = None) -> dict[str, frozenset[str]]:
    """Letters of which a person took one event out and left another: the kinds that they tell no more. An ending that
    was taken out takes every other along that the letter may be read as.
    """
    struck = list(Event.objects.filter(owner=owner, stands=False, opportunity__stands=True).order_by())
    names = _name_letters(struck, keys)
    by_hand = _struck_by_person(owner, {row.pk: row for row in struck if row.pk in names})
    decided = _map_decided(owner, {key for pk in by_hand for key in names[pk]})
    kinds: dict[str, set[str]] = {}
    for row in (row for row in struck if row.pk in by_hand):
        for key in (key for key in names[row.pk] if decided.get(key, 0) < by_hand[row.pk]):
            kinds.setdefault(key, set()).update(map(str, ENDINGS) if row.kind in ENDINGS else [row.kind])
    return {key: frozenset(kinds[key]) for key in _list_still_told(owner, kinds)}


def _map_decided(owner: Owner, keys: Collection[str]) -> dict[str, int]:
    """Of these letters the part in which the person said what each is, newer than what was struck before."""
    rows = Decision.objects.of(owner).order_by("pk")
    said = {pk: key for lot in lots(keys) for pk, key in rows.filter(key__in=lot).values_list("pk", "key")}
    parts = Part.objects.filter(change__owner=owner, table="decision")
    made = (row for lot in lots(said) for row in parts.filter(row__in=lot).values("row").annotate(first=Min("id")))
    return {said[row["row"]]: row["first"] for row in made}


def _name_letters(struck: Iterable[Event], keys: Collection[str] | None) -> dict[int, set[str]]:
    """The letters of each event, of all or of these."""
    names = {row.pk: {row.letter, *row.also} - {""} for row in struck}
    if keys is None:
        return names
    return {pk: some for pk, said in names.items() if (some := said.intersection(keys))}


def _list_still_told(owner: Owner, keys: Collection[str]) -> set[str]:
    """Of these letters those from which an event stands."""
    standing = Event.objects.of(owner).filter(opportunity__stands=True).order_by()
    return {key for lot in lots(keys) for key in standing.filter(letter__in=lot).values_list("letter", flat=True)}


def _struck_by_person(owner: Owner, struck: dict[int, Event]) -> dict[int, int]:
    """Of these events, those that the person's own change (not Onward's reading) took out, or whose job is gone; and
    the part in which that was done, 0 where it was the job.
    """
    parts = Part.objects.filter(change__owner=owner, table="event", after__stands=False)
    last: dict[int, tuple[str, int]] = {}
    for lot in lots(struck):  # a later part overwrites an earlier one
        told = parts.filter(row__in=lot).order_by("id").values_list("row", "change__by", "id")
        last.update({row: (by, part) for row, by, part in told})
    found = ((pk, event, *last.get(pk, ("", 0))) for pk, event in struck.items())
    return {pk: part for pk, event, by, part in found if by == "person" or event.stands}


def list_waiting_letters(owner: Owner) -> QuerySet[Letter]:
    """Letters that wait for a yes, a no or a change, newest first."""
    return (
        Letter.objects.filter(WAITS, owner=owner).select_related("suggested", "opportunity")
        .order_by("-on", "-id")
    )  # fmt: skip


def suggest_by_role(owner: Owner, letters: Iterable[Letter]) -> list[Letter]:
    """These letters; where one waits because it doesn't say its employer, it is suggested the one job that had its role
    and was alive on its day. That depends on every job there is, so it is looked up when it is shown and not kept.
    """
    found = list(letters)
    for row in found:
        role = row.verdict.get("role") or ""
        if row.suggested_id is None and row.waiting == NO_EMPLOYER and role and row.on:
            row.suggested = _find_job_of_role(owner, role, row.on)
    return found


def _find_job_of_role(owner: Owner, role: str, on: date) -> Opportunity | None:
    from onward.notice.job.names import is_same_role  # heavy, as linking is
    from onward.notice.linking.spans import LIVE_DAYS, SLACK_DAYS

    since = on - timedelta(days=LIVE_DAYS)
    begun = Opportunity.objects.of(owner).filter(merged_into=None, first_on__lte=on + timedelta(days=SLACK_DAYS))
    heard = begun.filter(Q(first_on__gte=since) | Q(stage_on__gte=since) | Q(heard_on__gte=since))
    alive = heard.filter(Q(ended_on=None) | Q(ended_on__gte=on))
    same = [pk for pk, other in alive.values_list("pk", "role") if is_same_role(role, other)]
    return Opportunity.objects.get(owner=owner, pk=same[0]) if len(same) == 1 else None


def likeliest_job_kind(row: Letter) -> LetterKind:
    """What to ask about an unsure letter: its kind, or the likeliest kind about a job when that is “other”. Advice at a
    job that is still open is asked about as the no that it came with.
    """
    if row.kind == LetterKind.FEEDBACK and row.waiting and row.suggested is not None and row.suggested.alive:
        return LetterKind.REJECTION
    if row.kind in ABOUT_A_JOB or not row.unsure:
        return LetterKind(row.kind)
    return max(ABOUT_A_JOB, key=lambda kind: (row.verdict["chances"].get(kind, 0.0), kind))


def find_said_kind(owner: Owner, row: Letter) -> LetterKind | None:
    """What the person said that a letter is; None where they said nothing, or left Onward's guess."""
    said = Decision.objects.of(owner).filter(key=row.key).exclude(kind="").values_list("kind", flat=True).first()
    return LetterKind(said) if said else None


def list_filings(owner: Owner) -> QuerySet[Change]:
    """What reading mail has filed, newest first."""
    return Change.objects.filter(owner=owner, intention="notice.file").select_related("undone_by")
