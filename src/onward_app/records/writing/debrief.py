"""What an interview leaves behind: its record, the capture before the outcome, and the honest replay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from onward.debrief.chips import Chip
from onward.debrief.script import DebriefLesson, ProposedChange, carry_answers, draw_lesson
from onward.kinks.called import name_in_own_words
from onward.practice.make import draft_true_sentence
from onward_app import clock
from onward_app.records.models import (
    Card,
    Chance,
    Change,
    Debrief,
    Event,
    Interview,
    Kink,
    Opportunity,
    Owner,
    Part,
    Question,
    Sighting,
    Sitting,
)
from onward_app.records.reading.debrief import list_kinks_worked_on, load_setting
from onward_app.records.reading.kinds import find_kind
from onward_app.records.writing.cards import begin_on, begin_work
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.recover import note_going_on

SITTING_GAP = timedelta(minutes=15)  # a longer pause starts another sitting
WRITING_GAP = timedelta(minutes=60)  # somebody who hands in an answer was writing it


@dataclass(frozen=True, slots=True)
class CapturedQuestion:
    """One question that came."""

    asked: str
    said: str = ""
    went: int | None = None


def ensure_interview(owner: Owner, event: Event) -> Interview:
    """The record of a conversation that mail speaks of."""
    with open_change(
        owner, "debrief.interview", f"Made a record of the {event.kind}.", opportunity=event.opportunity
    ) as change:
        return change.make(Interview, opportunity=event.opportunity, on=event.on, round=event.kind, event=event)


def capture_interview(
    owner: Owner, interview: Interview, *, questions: Sequence[CapturedQuestion], forecast: int | None, **said: Any
) -> Change:
    """What is noted on the day, as one change. What was noted before is replaced; a forecast keeps its first moment."""
    title = f"Noted how the interview at {interview.opportunity.employer} went."
    with open_change(owner, "debrief.capture", title, opportunity=interview.opportunity) as change:
        change.strike_all(Question.objects.of(owner).filter(interview=interview))
        for place, one in enumerate(questions):
            change.make(Question, interview=interview, place=place, asked=one.asked, said=one.said, went=one.went)
        if forecast is not None and forecast != interview.forecast:
            change.edit(interview, forecast=forecast, forecast_at=clock.now())
        change.edit(interview, **said)
    return change.record


def start_debrief(owner: Owner, opportunity: Opportunity, interview: Interview | None, *, script: str) -> Debrief:
    """The one replay of this interview or application: the one there is, or a new one.

    One that isn't finished follows the script that is meant now: a no may have come since it was begun.
    """
    rows = Debrief.objects.of(owner).filter(opportunity=opportunity, interview=interview)
    found: Debrief | None = rows.order_by(F("done_at").asc(nulls_first=True), "-pk").first()
    with open_change(
        owner, "debrief.start", f"Started a debrief: {opportunity.title}.", opportunity=opportunity
    ) as change:
        if found is None:
            return change.make(
                Debrief, opportunity=opportunity, interview=interview, script=script, started_at=clock.now(), answers={}
            )
        if found.done_at is None:
            change.edit(found, script=script)
    return found


def record_sitting(owner: Owner, debrief: Debrief, *, wrote: bool) -> None:
    """Count the time it is open: one sitting until there is a longer pause. Who `wrote` was there meanwhile."""
    now, gap = clock.now(), WRITING_GAP if wrote else SITTING_GAP
    last = debrief.sittings.order_by("-last_at").first()
    if last is not None and now - last.last_at <= gap:
        last.last_at = max(now, last.last_at)
        last.save(update_fields=["last_at"])
    else:
        Sitting.objects.create(owner=owner, debrief=debrief, opened_at=now, last_at=now)


def save_screen_answer(debrief: Debrief, screen: str, told: Mapping[str, Any]) -> None:
    """Keep what was answered on one screen; the others stay as they are. A finished replay is open again by it."""
    with transaction.atomic():
        fresh = Debrief.objects.select_for_update().get(pk=debrief.pk)
        if fresh.answers.get(screen) == dict(told):
            return
        kept = carry_answers(fresh.answers, told) if screen == "change" else {**fresh.answers, screen: dict(told)}
        debrief.answers, debrief.done_at = kept, None
        debrief.save(update_fields=["answers", "done_at"])


def finish_debrief(owner: Owner, debrief: Debrief) -> Change | None:
    """Turn the answers into strengths, kinks, sightings, chances, plans and cards, all as one change.

    One that was finished before and answered anew takes the place of what it came to then. None when it is finished.
    """
    title = f"Finished the debrief: {debrief.opportunity.title}."
    debrief.refresh_from_db(fields=["answers", "done_at"])
    if debrief.done_at is not None:
        return None
    told = draw_lesson(debrief.answers, load_setting(debrief))
    with open_change(owner, "debrief.finish", title, opportunity=debrief.opportunity) as change:
        before = _let_go(change, debrief)
        if told.worked:
            _keep_strength(change, debrief, told.worked, told.worked_chip)
        for one in told.changes:
            _keep_kink(change, debrief, one, told.asked)
        _keep_chances(change, debrief, told.occasions)
        _without_evidence(change, before)
        _keep_true_sentence(change, told)
        if debrief.interview is not None:
            change.edit(debrief.interview, said_real=told.said_real, could_be=told.could_be)
        change.edit(debrief, done_at=clock.now())
        note_going_on(change)
    return change.record


def _let_go(change: ChangeInProgress, debrief: Debrief) -> list[Kink]:
    """Strike what this replay came to when it was finished before; the kinks and strengths that rested on it."""
    sightings = list(Sighting.objects.of(change.owner).filter(debrief=debrief).select_related("kink"))
    change.strike_all(sightings)
    change.strike_all(Chance.objects.of(change.owner).filter(debrief=debrief))
    return list({row.kink_id: row.kink for row in sightings}.values())


def _without_evidence(change: ChangeInProgress, kinks: Sequence[Kink]) -> None:
    """Strike those of them that a replay had made and that nothing rests on any more, with their cards."""
    for kink in kinks:
        rests = (rows.objects.of(change.owner).filter(kink=kink).exists() for rows in (Sighting, Chance))
        parts = Part.objects.filter(table="kink", row=kink.pk, before__isnull=True, change__intention="debrief.finish")
        if not any(rests) and parts.exists():
            change.strike(kink)
            change.strike_all(Card.objects.of(change.owner).filter(kink=kink))


def _find_day(debrief: Debrief) -> date:
    return debrief.interview.on if debrief.interview else clock.local(debrief.started_at).date()


def _keep_strength(change: ChangeInProgress, debrief: Debrief, text: str, chip: Chip) -> None:
    name = name_in_own_words(text)
    row = Kink.objects.of(change.owner).filter(strength=True, name__iexact=name).first()
    row = row or change.make(Kink, kind="strength", name=name, strength=True, noticed_on=clock.today())
    _keep_sighting(change, debrief, row, text, chip)


def _keep_kink(change: ChangeInProgress, debrief: Debrief, one: ProposedChange, asked: Sequence[str]) -> None:
    """One thing to change: its kink found or made, the evidence, the plan, and a card to practice it.

    It is called by the first words that were said of it. A hunch without a kind gets a kink of its own.
    """
    kind, name = find_kind(change.owner, one.kind), name_in_own_words(one.text)
    found = Kink.objects.of(change.owner).filter(strength=False)
    row = (found.filter(kind=kind.key) if kind else found.filter(kind="own", name__iexact=name)).first()
    if row is None:
        row = change.make(
            Kink, kind=kind.key if kind else "own", name=name, cost=kind.cost if kind else 2, noticed_on=clock.today()
        )
    _keep_sighting(change, debrief, row, one.text, one.chip, group=one.who)
    if one.if_they and one.then_i:
        change.edit(row, if_they=one.if_they[:300], then_i=one.then_i[:300])
    begin_work(change, row, asked, on=clock.today() + timedelta(days=1))  # for today the replay was enough


def _keep_true_sentence(change: ChangeInProgress, told: DebriefLesson) -> None:
    """The sentence that somebody would rather have said is rehearsed from tomorrow on, once."""
    if not told.rather:
        return
    draft = draft_true_sentence(told.rather, told.asked)
    same = Card.objects.of(change.owner).filter(kink=None, question=draft.question, points=list(draft.points))
    if not same.exists():
        change.make(
            Card, question=draft.question, points=list(draft.points), practice=draft.way,
            **begin_on(clock.today() + timedelta(days=1)),
        )  # fmt: skip


def _keep_sighting(
    change: ChangeInProgress, debrief: Debrief, kink: Kink, text: str, chip: Chip, *, group: str = ""
) -> None:
    change.make(
        Sighting, kink=kink, source=chip.value, group=group[:100], on=_find_day(debrief), text=text,
        interview=debrief.interview, debrief=debrief,
    )  # fmt: skip


def _keep_chances(change: ChangeInProgress, debrief: Debrief, told: Mapping[int, Sequence[bool]]) -> None:
    """One row for each chance there was. “No chance” makes none, and so does no answer. What was remembered gives
    way.
    """
    remembered = Chance.objects.of(change.owner).filter(debrief=None, kink__in=list(told))
    change.strike_all(remembered.filter(interview=debrief.interview) if debrief.interview else remembered.none())
    for kink in list_kinks_worked_on(change.owner).filter(pk__in=list(told)):
        for happened in told[kink.pk] if debrief.interview is not None else ():
            change.make(
                Chance,
                kink=kink,
                interview=debrief.interview,
                debrief=debrief,
                on=_find_day(debrief),
                happened=happened,
            )
