"""A no that the person brings: pasted, typed, or only a name. It is a no of that day, and everything else can wait.

A pasted letter finds its job as mail does; where that leaves it open, it gets a job of its own, and the likely one is
proposed with one tap, so that nothing is guessed in silence and no job stands twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from onward.facts import TALKS, THEIR_NOS, Ending, LetterKind, Stage
from onward.notice.linking.link import FilingPlan, LetterFacts, PersonDecision, link_letters
from onward.notice.verdict import Guess
from onward_app.records.models import Change, Event, Interview, Letter, Opportunity, Owner, RejectionDay
from onward_app.records.reading.jobs import find_same_job
from onward_app.records.reading.notice import list_known_jobs, list_person_decisions, list_reads
from onward_app.records.reading.pace import find_last_hope
from onward_app.records.reading.recover import find_newest_no
from onward_app.records.reading.rows import list_open_opportunities
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.jobs import add_event
from onward_app.records.writing.notice import decide_letter, file_letters
from onward_app.records.writing.recover import open_no

MUCH_HOPE = 34  # of a hundred points: a third or more was on this one
NOT_A_NO = frozenset({LetterKind.INTERVIEW, LetterKind.OFFER, LetterKind.ASSESSMENT, LetterKind.CONFIRMATION})


@dataclass(frozen=True, slots=True)
class NotedNo:
    """A no as it was noted: its job and event (None where the letter is plainly something else), and a likelier job."""

    letter: Letter | None
    job: Opportunity | None
    event: Event | None
    likely: Opportunity | None = None


def note_no(owner: Owner, *, job: Opportunity | None, employer: str = "", link: str = "", on: date) -> NotedNo:
    """A no that came by word: of a job that is there, of a new one, or of one that isn't named yet."""
    with transaction.atomic():
        if job is None:
            job = find_same_job(owner, employer, "") if employer else None
            job = job or _new_job(owner, employer=employer, link=link)
        if find_newest_no(owner, job) is None or not job.ended:
            add_event(owner, job, kind=Ending.REJECTED, on=on)
        event = find_newest_no(owner, job)
        assert event is not None
        open_no(owner, event)  # what it was isn't known, so it is taken as one that may sting
    return NotedNo(None, job, event)


def note_pasted_no(
    owner: Owner, letter: Letter, *, job: Opportunity | None = None, on: date, surely: bool = False
) -> NotedNo:
    """A no that was pasted. `on` is the day it came, where the letter itself doesn't say.

    A letter that is plainly something else is only filed, unless the person says `surely`, or names the job.
    """
    with transaction.atomic():
        if job is None and not surely and is_plainly_not_a_no(letter):
            file_letters(owner)
            return NotedNo(letter, None, None)
        likely = None
        if job is None:
            found, likely = _find_job(owner, letter, on=on)
            if not found:
                job = _new_job(owner, employer=letter.verdict.get("employer") or "")
        day = None if letter.on else on
        decide_letter(owner, letter, kind=LetterKind.REJECTION, opportunity=job, on=day)
        event = _event_of(owner, letter)
        if event is not None:
            open_no(owner, event, light=is_light(owner, event.opportunity, letter))
    return NotedNo(letter, event.opportunity if event else job, event, likely)


def move_no(owner: Owner, letter: Letter, job: Opportunity) -> Change:
    """That pasted no belongs to this job. The job it was given meanwhile goes, when nothing else is in it."""
    with transaction.atomic():
        event = _event_of(owner, letter)
        was, on = (event.opportunity, event.on) if event else (None, None)
        change = decide_letter(
            owner,
            letter,
            kind=LetterKind.REJECTION,
            opportunity=job,
            on=None if letter.on else on,
        )
        with open_change(owner, "start.move", f"Moved the no to {job.title}.", opportunity=job) as moving:
            for day in RejectionDay.objects.of(owner).filter(event__letter=letter.key):
                moving.edit(day, opportunity=job)
            if was is not None and was != job:
                _leave(moving, was, letter, job)
    return moving.record if moving.record.pk else change


def _leave(change: ChangeInProgress, was: Opportunity, letter: Letter, job: Opportunity) -> None:
    """What the letter told of goes along, unless the job knows of its talks already; a job that is empty then goes."""
    for row in was.interviews.filter(stands=True, event__letter=letter.key):
        if job.interviews.filter(stands=True).exists():
            change.strike(row)
        else:
            change.edit(row, opportunity=job)
    if not _holds_anything(was):
        change.strike(was)


def record_met(
    owner: Owner, job: Opportunity, *, met: str, people: str = "", on: date | None = None, day_known: bool = False
) -> Change:
    """Whether somebody was met before the no: “once”, “more”, or “form”. A talk gets its record, about on that day."""
    summary = f"You said whether you talked with somebody at {job.employer or 'that job'}."
    with open_change(owner, "start.met", summary, opportunity=job) as change:
        change.edit(job, met="form" if met == "form" else "yes")
        if met != "form":
            kind = Stage.FINAL if met == "more" else Stage.INTERVIEW
            day = min(filter(None, (on, job.ended_on)), default=change.record.at.date())
            event = change.make(
                Event, opportunity=job, kind=str(kind), on=day, day_known=False, added_at=change.record.at
            )
            change.make(Interview, opportunity=job, on=day, day_known=day_known, people=people, event=event,
                        round="final" if met == "more" else "first")  # fmt: skip
    job.refresh_from_db()
    return change.record


def is_light(owner: Owner, job: Opportunity, letter: Letter) -> bool:
    """Whether this no came by a form from somebody who never met the person, about a job that wasn’t wanted most."""
    personal = letter.by_person or bool(letter.verdict.get("people")) or bool(letter.verdict.get("stage"))
    met = job.met == "yes" or job.interviews.filter(stands=True).exists() or Stage(job.stage).rank >= Stage.SCREEN.rank
    return not personal and not met and not _was_hoped_for(owner, job)


def _was_hoped_for(owner: Owner, job: Opportunity) -> bool:
    last = find_last_hope(owner)
    points = dict(last.shares) if last else {}
    return bool(points.get(job.pk, 0) >= MUCH_HOPE)


def is_plainly_not_a_no(letter: Letter) -> bool:
    """Whether the letter is surely an invitation, an offer, a test or a receipt."""
    return not letter.unsure and LetterKind(letter.kind) in NOT_A_NO


def is_surely_no_no(guess: Guess) -> bool:
    """The same of a letter that was only just read."""
    return not guess.unsure and guess.kind in NOT_A_NO


def _new_job(owner: Owner, *, employer: str, link: str = "") -> Opportunity:
    with open_change(owner, "jobs.add", f"Added {employer or 'a job that has no name yet'}.") as change:
        return change.make(Opportunity, employer=employer[:200], link=link, by_hand=True)


def _find_job(owner: Owner, letter: Letter, *, on: date) -> tuple[bool, Opportunity | None]:
    """Whether filing knows where this no belongs, and otherwise the job that is likely meant."""
    plan = _plan(owner, letter, on)
    if any(letter.key in job.keys for job in plan.jobs):
        return True, None
    suggestion = next((one.suggestion for one in plan.waiting if one.key == letter.key), None)
    if suggestion and suggestion.isdigit():
        return False, Opportunity.objects.of(owner).filter(pk=int(suggestion)).first()
    met = list(list_open_opportunities(owner).filter(stage__in=TALKS)[:2])
    return False, met[0] if len(met) == 1 else None


def _plan(owner: Owner, letter: Letter, on: date) -> FilingPlan:
    decisions = [one for one in list_person_decisions(owner) if one.key != letter.key]
    said = PersonDecision(letter.key, kind=LetterKind.REJECTION, on=None if letter.on else on)
    reads = [_as_sure(one) if one.key == letter.key else one for one in list_reads(owner)]
    return link_letters(reads, seats=list_known_jobs(owner), rulings=[*decisions, said])


def _as_sure(read: LetterFacts) -> LetterFacts:
    return replace(read, verdict=replace(read.verdict, outgoing=False))


def _event_of(owner: Owner, letter: Letter) -> Event | None:
    """The no that the letter made or joined."""
    for event in Event.objects.of(owner).filter(kind__in=THEIR_NOS).order_by("-pk"):
        if letter.key in (event.letter, *event.also) and event.opportunity.stands:
            return event
    return None


def _holds_anything(job: Opportunity) -> bool:
    return (
        job.letters.exists() or job.events.filter(stands=True).exists() or job.interviews.filter(stands=True).exists()
    )
