"""A no that the person brings: pasted, typed, or only a name. It is a no of that day, and everything else can wait.

A pasted letter finds its job as mail does; where that leaves it open, it gets a job of its own, and the likely one is
proposed with one tap, so that nothing is guessed in silence and no job stands twice.

Each of these is taken back by one undo. A no by word is one Change. Of a pasted one it is what the person decided
(`notice.decide`): with it go the job that was made for it, the event, which filing takes out again, and the day, which
rests on the event. Filing is always a Change of Onward's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from onward.facts import LONGEST_NAME, TALKS, THEIR_NOS, Ending, LetterKind, Stage
from onward.notice.job.names import is_same_employer
from onward.notice.job.people import has_closing
from onward.notice.linking.values import FilingPlan, PersonDecision
from onward.notice.verdict import is_plainly_not_a_no
from onward_app.records.models import Change, Event, Interview, Letter, Opportunity, Owner, RejectionDay
from onward_app.records.reading.filing import load_material
from onward_app.records.reading.jobs import find_same_job
from onward_app.records.reading.notice import suggest_by_role
from onward_app.records.reading.pace import find_last_hope
from onward_app.records.reading.recover import find_newest_no
from onward_app.records.reading.rows import list_open_opportunities
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.decisions import decide_letter, is_dated, rule_letter
from onward_app.records.writing.filing.letters import file_letters
from onward_app.records.writing.jobs import log_event
from onward_app.records.writing.recover import mark_no_opened, open_no
from onward_app.records.writing.refusals import check_event
from onward_app.sources.copied import is_greeting

SHORTEST_FORM = 20  # words
LONGEST_GREETING = 60  # characters: “Dear Ms. Albers,” is a line of its own
MUCH_HOPE = 34  # of a hundred points: a third or more was on this one


@dataclass(frozen=True, slots=True)
class NotedNo:
    """A no as it was noted: its job and event (None where the letter is plainly something else), and a likelier job.

    What was pasted along with it stands `beside`.
    """

    letter: Letter | None
    job: Opportunity | None
    event: Event | None
    likely: Opportunity | None = None
    beside: tuple[NotedNo, ...] = ()


def note_no(
    owner: Owner, *, job: Opportunity | None, employer: str = "", link: str = "", words: str = "", on: date
) -> NotedNo:
    """A no that came by word: of a job that is there, of a new one, or of one that isn't named yet.

    `words` are what was typed, if more than the name.
    """
    if job is None and employer:
        job = find_same_job(owner, employer, "")
    likely = find_furthest_job(owner, employer) if job is None else None
    named = job.title if job else employer
    summary = f"Noted the no from {named}." if named else "Noted the no from a job that has no name yet."
    with open_change(owner, "start.no", summary, opportunity=job) as change:
        if job is None:
            job = change.make(Opportunity, employer=employer[:LONGEST_NAME], link=link, by_hand=True)
        elif link and not job.link:
            change.edit(job, link=link)
        event = find_newest_no(owner, job) if job.ended else None
        if event is None:
            check_event(job, kind=Ending.REJECTED, on=on)
            event = log_event(change, job, Ending.REJECTED, on, note=words)
        mark_no_opened(change, event)  # what it was isn't known, so it is taken as one that may sting
    job.refresh_from_db()
    return NotedNo(None, job, event, likely)


def note_pasted_no(
    owner: Owner, letter: Letter, *, job: Opportunity | None = None, on: date, surely: bool = False
) -> NotedNo:
    """A no that was pasted. `on` is the day it came, where the letter itself doesn't say.

    A letter that is plainly something else, or answers what was asked, is only filed, unless the person says `surely`,
    or names the job.
    """
    with transaction.atomic():
        plainly = is_plainly_not_a_no(LetterKind(letter.kind), unsure=letter.unsure) or letter.answers_id is not None
        if job is None and not surely and plainly:
            file_letters(owner)
            return NotedNo(letter, None, None)
        plan = _plan_no(owner, letter, on) if job is None else None
        is_open = plan is not None and not any(letter.key in job.keys for job in plan.jobs)
        likely = _find_likely_job(owner, plan, letter) if plan is not None and is_open else None
        employer = str(letter.verdict.get("employer") or "") if is_open else ""
        decide_letter(
            owner, letter, kind=LetterKind.REJECTION, opportunity=job, employer=employer, new_job=is_open, on=on
        )
        event = _find_no_of(owner, letter)
        if event is not None:
            open_no(owner, event, light=is_light(owner, event.opportunity, letter))
    return NotedNo(letter, event.opportunity if event else job, event, likely)


def find_furthest_job(owner: Owner, employer: str) -> Opportunity | None:
    """Of the open jobs at an employer the one that has come furthest; of those of nobody named the only one where
    somebody was met.
    """
    if employer:
        there = [row for row in list_open_opportunities(owner) if is_same_employer(row.employer, employer)]
        return max(there, key=lambda row: (Stage(row.stage).rank, -row.pk), default=None)
    met = list(list_open_opportunities(owner).filter(stage__in=TALKS)[:2])
    return met[0] if len(met) == 1 else None


def move_told_no(owner: Owner, event: Event, job: Opportunity) -> Change:
    """That no by word belongs to this job. The one it was given meanwhile goes, when nothing else is in it."""
    was = event.opportunity
    with open_change(owner, "start.move", f"Moved the no to {job.title}.", opportunity=job) as change:
        change.edit(job, link=job.link or was.link)
        for day in RejectionDay.objects.of(owner).filter(event=event):
            change.edit(day, opportunity=job)
        change.edit(event, opportunity=job)
        if was != job and not _holds_anything(was):
            change.strike(was)
    return change.record


def move_no(owner: Owner, letter: Letter, job: Opportunity) -> Change:
    """That pasted no belongs to this job. The job it was given meanwhile goes, when nothing else is in it."""
    event = _find_no_of(owner, letter)
    was, on = (event.opportunity, event.on) if event else (None, None)
    with open_change(owner, "start.move", f"Moved the no to {job.title}.", opportunity=job) as change:
        rule_letter(change, letter, kind=LetterKind.REJECTION, opportunity=job, on=on)
        file_letters(owner, summary="Filed the letter you decided on.", keys=[letter.key])
        for day in RejectionDay.objects.of(owner).filter(event__letter=letter.key):
            change.edit(day, opportunity=job)
        if was is not None and was != job:
            _take_along(change, letter, old=was, new=job)
    return change.record


def _take_along(change: ChangeInProgress, letter: Letter, *, old: Opportunity, new: Opportunity) -> None:
    """What the letter told of goes along, unless the job knows of its talks already; a job that is empty then goes."""
    knows = new.interviews.filter(stands=True).exists()
    for row in old.interviews.filter(stands=True, event__letter=letter.key):
        if knows:
            change.strike(row)
        else:
            change.edit(row, opportunity=new)
    if not _holds_anything(old):
        change.strike(old)


def record_met(
    owner: Owner, job: Opportunity, *, met: str, people: str = "", on: date | None = None, day_known: bool = False
) -> Change:
    """Whether somebody was met before the no: “once”, “more”, or “form”. A talk gets its record, about on that day."""
    summary = "You said whether you talked with somebody at that job."
    if job.employer:
        summary = f"You said whether you talked with somebody at {job.employer}."
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
    """Whether this no came by a form from somebody who never met the person, about a job that wasn’t wanted most.

    In doubt it isn’t: a chat, words of the person’s own, a language that wasn’t learned.
    """
    said = letter.verdict
    is_letter = said.get("kind") == LetterKind.REJECTION and not _is_message(letter) and _looks_like_a_letter(letter)
    personal = not is_letter or letter.by_person or bool(said.get("people")) or bool(said.get("stage"))
    met = job.met == "yes" or job.interviews.filter(stands=True).exists() or Stage(job.stage).rank >= Stage.SCREEN.rank
    return not personal and not met and not _was_hoped_for(owner, job)


def _is_message(letter: Letter) -> bool:
    """Whether it is of a chat (from a name, without an address and a subject) or too short for a form."""
    chat = bool(letter.sender_name) and not letter.sender and not letter.subject
    return chat or len(letter.body.split()) < SHORTEST_FORM


def _looks_like_a_letter(letter: Letter) -> bool:
    """Whether it has a head, or greets, or closes, as no note of one's own does."""
    greets = any(is_greeting(line) for line in letter.body.splitlines() if len(line) < LONGEST_GREETING)
    return bool(letter.sender or letter.subject) or greets or has_closing(letter.body)


def _was_hoped_for(owner: Owner, job: Opportunity) -> bool:
    last = find_last_hope(owner)
    points = dict(last.shares) if last else {}
    return bool(points.get(job.pk, 0) >= MUCH_HOPE)


def _plan_no(owner: Owner, letter: Letter, on: date) -> FilingPlan:
    """What filing will do once the letter is said to be a no."""
    from onward.notice.linking.link import link_letters  # heavy, and most pages that can write never file

    material = load_material(owner, keys=[letter.key])
    decisions = [one for one in material.decisions if one.key != letter.key]
    said = PersonDecision(letter.key, kind=LetterKind.REJECTION, on=None if is_dated(letter) else on)
    return link_letters(material.reads, known_jobs=material.known_jobs, decisions=[*decisions, said])


def _find_likely_job(owner: Owner, plan: FilingPlan, letter: Letter) -> Opportunity | None:
    """The job that is likely meant: the one that filing suggests, or the only one where somebody was met."""
    suggestion = next((one.suggestion for one in plan.waiting if one.key == letter.key), None)
    if suggestion and suggestion.isdigit():
        return Opportunity.objects.of(owner).filter(pk=int(suggestion)).first()
    letter.waiting = next((one.why for one in plan.waiting if one.key == letter.key), "")
    (letter,) = suggest_by_role(owner, [letter])
    employer = str(letter.verdict.get("employer") or "")
    return letter.suggested or find_furthest_job(owner, employer) or find_furthest_job(owner, "")


def _find_no_of(owner: Owner, letter: Letter) -> Event | None:
    """The no that the letter made or joined."""
    nos = Event.objects.of(owner).filter(kind__in=THEIR_NOS, opportunity__stands=True).select_related("opportunity")
    return next((event for event in nos.order_by("-pk") if letter.key in (event.letter, *event.also)), None)


def _holds_anything(job: Opportunity) -> bool:
    return (
        job.letters.exists() or job.events.filter(stands=True).exists() or job.interviews.filter(stands=True).exists()
    )
