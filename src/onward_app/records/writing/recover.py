"""After a no: opening it, the people, closing the day, going on, kind words and lessons."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from onward.facts import NOS, TALKS
from onward.recover.lessons import LessonName
from onward.recover.rejection_day import can_restart_on, choose_default_restart, is_fresh
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.models import (
    Change,
    Companion,
    Event,
    Interview,
    KindWords,
    Lesson,
    NoOpened,
    Opportunity,
    Owner,
    RejectionDay,
)
from onward_app.records.reading.recover import (
    TAUGHT,
    find_search_lesson,
    find_unfinished_day,
    list_rejection_days,
    list_retired_lessons,
)
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.forgetting import forget_rows
from onward_app.records.writing.owner import change_settings


def open_no(owner: Owner, event: Event, *, light: bool = False) -> Change | None:
    """Mark a no as looked at, and start a rejection day if it is fresh. Doing it again changes nothing.

    A `light` day is noted, and the evening goes on; a no that weighs more, on the same day, makes it a whole one.

    Raises:
        ValueError: the event is not a no.
    """
    if event.kind not in NOS:
        raise ValueError(f"“{event.kind}” is not a no")
    if NoOpened.objects.of(owner).filter(event=event).exists():
        return None
    with open_change(owner, "recover.open", f"Opened the no from {event.opportunity.title}.",
                opportunity=event.opportunity) as change:  # fmt: skip
        mark_no_opened(change, event, light=light)
    return change.record


def mark_no_opened(change: ChangeInProgress, event: Event, *, light: bool = False) -> None:
    """The same in a change that is under way."""
    owner, today = change.owner, clock.today()
    if NoOpened.objects.of(owner).filter(event=event).exists():
        return
    change.make(NoOpened, event=event, on=today)
    _keep_meeting(change, event.opportunity)
    if is_fresh(event.on, today) and not list_rejection_days(owner).filter(event=event).exists():
        # One day is one day: a second no joins it while it is open.
        there = list_rejection_days(change.owner).filter(on=today, closed_at=None).first()
        if there is None:
            change.make(RejectionDay, on=today, opportunity=event.opportunity, event=event, light=light,
                        restart_on=choose_default_restart(today))  # fmt: skip
        elif there.light and not light:
            change.edit(there, light=False, opportunity=event.opportunity, event=event)


def _keep_meeting(change: ChangeInProgress, job: Opportunity) -> None:
    """A talk that the job's story tells of gets its record, so that there is something to ask about and to replay."""
    if job.interviews.filter(stands=True).exists():
        return
    talks = job.events.filter(stands=True, kind__in=TALKS, day_known=False)
    said = talks.order_by("-pk").first()
    if said is not None:
        change.make(Interview, opportunity=job, on=said.on, day_known=False, round=said.kind, event=said)


def take_evening_off(owner: Owner, day: RejectionDay) -> Change:
    """After a no that was only noted: tonight off all the same."""
    with open_change(owner, "recover.evening", "You took the evening off.", opportunity=day.opportunity) as change:
        change.edit(day, light=False)
    return change.record


def close_rejection_day(owner: Owner, day: RejectionDay, *, restart_on: date) -> Change:
    """End a rejection day before midnight does; the person goes on at `restart_on`.

    Raises:
        ValueError: going on earlier than tomorrow or later than 72 hours.
    """
    if not can_restart_on(day.on, restart_on):
        raise ValueError("Tomorrow, or up to three days from now.")
    with open_change(owner, "recover.close", "That’s enough for today.", opportunity=day.opportunity) as change:
        change.edit(day, closed_at=clock.now(), restart_on=restart_on)
    return change.record


def record_reached_out(owner: Owner, day: RejectionDay, companion: Companion) -> Change:
    """The person got in touch with somebody."""
    with open_change(owner, "recover.contact", f"You reached out to {companion.name}.") as change:
        change.edit(day, contacted=companion, contacted_at=clock.now())
    return change.record


def record_going_on(owner: Owner, day: RejectionDay) -> Change:
    """The person is back."""
    with open_change(owner, "recover.restart", "You went on.", opportunity=day.opportunity) as change:
        _end_rest(change, day)
    return change.record


def note_going_on(change: ChangeInProgress) -> None:
    """Whoever sends an ask or finishes a replay has gone on: nobody has to say so too. Within another change."""
    day = find_unfinished_day(change.owner, clock.today())
    if day is not None:
        _end_rest(change, day)


def _end_rest(change: ChangeInProgress, day: RejectionDay) -> None:
    change.edit(day, restarted_at=clock.now(), closed_at=day.closed_at or clock.now())


def add_companion(owner: Owner, *, name: str, reach: str = "", note: str = "") -> Change:
    """Somebody who makes this person smile."""
    with open_change(owner, "recover.person", f"Added {name}.") as change:
        change.make(Companion, name=name, reach=reach, note=note)
    return change.record


def edit_companion(owner: Owner, companion: Companion, *, name: str, reach: str = "", note: str = "") -> Change:
    """How somebody is called and reached."""
    with open_change(owner, "recover.person", f"Edited {name}.") as change:
        change.edit(companion, name=name, reach=reach, note=note)
    return change.record


def remove_companion(owner: Owner, companion: Companion) -> Change:
    """Take somebody off the page."""
    with open_change(owner, "recover.person", f"Took {companion.name} off.") as change:
        change.strike(companion)
    return change.record


def keep_kind_words(owner: Owner, *, text: str, who: str = "", on: date | None = None, key: str = "") -> Change:
    """Keep a sentence that somebody wrote."""
    with open_change(owner, "recover.kind", "Kept kind words.") as change:
        make_kind_words(change, text=text, who=who, on=on, key=key)
    return change.record


def make_kind_words(change: ChangeInProgress, *, text: str, who: str, on: date | None, key: str) -> None:
    """A sentence that somebody wrote, within another change."""
    change.make(KindWords, key=key, text=text, who=who[:300], on=on)


def remove_kind_words(owner: Owner, words: KindWords) -> Change:
    """Take a kept sentence away."""
    with open_change(owner, "recover.kind", "Took kind words away.") as change:
        change.strike(words)
    return change.record


def set_pause(owner: Owner, until: date | None) -> Change | None:
    """A pause until a day; None ends it."""
    words = f"A pause until {say_day(until)}." if until else "The pause is over."
    return change_settings(owner, "recover.pause", words, paused_until=until)


def retire_lesson(owner: Owner, lesson: LessonName) -> Change | None:
    """The person says that a lesson is learned, at any time."""
    if str(lesson) in list_retired_lessons(owner):
        return None
    with open_change(owner, "recover.retire", f"Retired the lesson on {lesson}.") as change:
        change.make(Lesson, name=str(lesson), retired_on=clock.today())
    return change.record


def forget_search_lesson(owner: Owner) -> None:
    """Delete what this search taught for good, with its earlier versions and what was taken away before."""
    with transaction.atomic():
        forget_rows(Lesson.objects.filter(owner=owner, name=TAUGHT))


def write_search_lesson(owner: Owner, words: str) -> Change:
    """Keep, or with no words take away, what this search taught."""
    there = find_search_lesson(owner)
    with open_change(
        owner, "recover.taught", "Kept what this search taught you." if words else "Took the text away."
    ) as change:
        if there is not None and words:
            change.edit(there, words=words)
        elif there is not None:
            change.strike(there)
        elif words:
            change.make(Lesson, name=TAUGHT, retired_on=clock.today(), words=words)
    return change.record
