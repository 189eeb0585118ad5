"""What can't be true of a job beside what is known of it, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onward.facts import EVENT_KINDS, LONGEST_NAME, NOTES, OLDEST_YEAR
from onward.log import standing
from onward.log.refusals import explain_refusal
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.facts import to_event
from onward_app.records.models import Event, Opportunity
from onward_app.records.reading.jobs import list_event_facts

YEARS_AHEAD = 2


class EventRefused(Exception):
    """What was said can't be true beside what is known. The message is a sentence; `field` is where it belongs."""

    def __init__(self, sentence: str, *, field: str = "on") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


def check_event(row: Opportunity, *, kind: str, on: date) -> None:
    """Whether this could have happened to this job on that day.

    Raises:
        EventRefused: with the sentence of `onward.log.refusals.explain_refusal`, or because it is there already.
    """
    check_among(list_event_facts(row), standing.Event(kind, on))


def check_replacement(row: Opportunity, event: Event, *, kind: str, on: date) -> None:
    """Whether this could have happened to this job if that event of the log were not there.

    Raises:
        EventRefused: as `check_event`.
    """
    rows = Event.objects.filter(opportunity=row, stands=True).exclude(pk=event.pk).order_by("on", "id")
    check_among([to_event(one) for one in rows], standing.Event(kind, on))


def clean_names(employer: str, role: str) -> tuple[str, str]:
    """An employer and a role without stray spaces.

    Raises:
        EventRefused: nobody is named, or a name is too long.
    """
    employer, role = " ".join(employer.split()), " ".join(role.split())
    if not employer:
        raise EventRefused("Say who: the employer’s name, or what you call them.", field="employer")
    for field, name in (("employer", employer), ("role", role)):
        if len(name) > LONGEST_NAME:
            raise EventRefused(f"That is longer than {LONGEST_NAME} characters. A shorter name will do.", field=field)
    return employer, role


def require_plausible(day: date | None, field: str) -> None:
    """A day that an employer named, or an interview's, lies within a few years."""
    if day is not None and not (OLDEST_YEAR <= day.year <= clock.today().year + YEARS_AHEAD):
        raise EventRefused(f"That would be the year {day.year}. Check the year.", field=field)


def check_among(events: Sequence[standing.Event], new: standing.Event) -> None:
    """Whether a new event could be true beside these of the same job.

    Raises:
        EventRefused: as `check_event`.
    """
    events = _by_now(events)
    if new.kind not in EVENT_KINDS:
        raise EventRefused(str(explain_refusal(events, new, today=clock.today())), field="kind")
    if new.kind not in NOTES and any((e.kind, e.on) == (new.kind, new.on) for e in events):
        raise EventRefused(f"“{new.kind}” on {say_day(new.on)} is there already.")
    refuse_if_wrong(events, new)


def _by_now(events: Sequence[standing.Event]) -> list[standing.Event]:
    """What has happened: mail of tonight may be dated tomorrow, and an interview that is planned is still to come."""
    today = clock.today()
    return [replace(e, on=min(e.on, today)) for e in events if e.on <= today or e.source == "mail"]


def refuse_if_wrong(events: Sequence[standing.Event], new: standing.Event) -> None:
    """As `check_among`, where the same may be said twice."""
    sentence = explain_refusal(_by_now(events), new, today=clock.today())
    if sentence is not None:
        raise EventRefused(sentence)
