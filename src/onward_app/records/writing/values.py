"""Lines and values, marks at a job, the gate before accept and sign, and the mode of needing income now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from onward.values.gate import RECORDED_AS, WAIT, Action
from onward.values.lines import explain_line_refusal
from onward.wording.days import say_day
from onward_app import clock
from onward_app.records.facts import to_line
from onward_app.records.models import Change, Fit, Gate, Opportunity, Owner, Value, Weighing
from onward_app.records.reading.values import (
    check_gate,
    find_deadline,
    has_pending_offer,
    list_values,
    map_marks,
)
from onward_app.records.writing.changes import ChangeInProgress, open_change
from onward_app.records.writing.jobs import add_event
from onward_app.records.writing.owner import change_settings


class LineRefused(Exception):
    """The line can't be added; the message says why."""


def add_line(owner: Owner, text: str) -> Change:
    """Something that is not for sale, with today's date.

    Raises:
        LineRefused: there are three, or it stands already.
    """
    on = clock.today()
    text = " ".join(text.split())
    sentence = explain_line_refusal([to_line(row) for row in list_values(owner, on, line=True)], text, on)
    if sentence:
        raise LineRefused(sentence)
    pending = has_pending_offer(owner)
    with open_change(owner, "values.line", f"Set a line: {text}.") as change:
        change.make(Value, text=text, line=True, set_on=on, offers_pending=pending)
    return change.record


def add_value(owner: Owner, *, text: str, points: int) -> Change:
    """Something a job should give, with plain points."""
    pending = has_pending_offer(owner)
    with open_change(owner, "values.value", f"Added a value: {text}.") as change:
        change.make(Value, text=text, points=points, set_on=clock.today(), offers_pending=pending)
    return change.record


def set_points(owner: Owner, value: Value, points: int) -> Change:
    """How much a value counts."""
    with open_change(owner, "values.points", f"“{value.text}” counts {points} points.") as change:
        change.edit(value, points=points)
    return change.record


def keep_weights(owner: Owner, weighed: Sequence[tuple[str, int]]) -> Change:
    """What each of these counts, from today; the day and whether an offer was waiting stay with it."""
    on, pending = clock.today(), has_pending_offer(owner)
    there = {row.text.casefold(): row for row in list_values(owner, on, line=False)}
    with open_change(owner, "values.weights", "Weighed what a job should give.") as change:
        for text, points in weighed:
            row = there.get(text.casefold())
            if row is None:
                change.make(Value, text=text, points=points, set_on=on, offers_pending=pending)
            else:
                change.edit(row, points=points)
        heaviest_first = sorted(weighed, key=lambda one: -one[1])
        change.make(Weighing, on=on, points=[[*one] for one in heaviest_first], offers_pending=pending)
    return change.record


def retire_value(owner: Owner, value: Value) -> Change:
    """Let a line or value go. What was marked against it stays in the record."""
    with open_change(owner, "values.retire", f"Retired “{value.text}”.") as change:
        change.edit(value, retired_on=clock.today())
    return change.record


def mark_job(owner: Owner, row: Opportunity, said: Mapping[int, tuple[str, str]]) -> Change:
    """Mark lines and values at a job: id → (kept, crossed or unknown; seen, told or guessed). Unchanged ones stay."""
    with open_change(owner, "values.mark", f"Marked {row.title}.", opportunity=row) as change:
        _mark_line(change, row, said)
    return change.record


def keep_offer_letter(
    owner: Owner, row: Opportunity, said: Mapping[int, tuple[str, str]], facts: Mapping[str, date | str]
) -> Change:
    """The marks that an offer letter led to, and what it says of the days and of pay, at its job. One change."""
    with open_change(
        owner, "values.letter", f"Kept what the offer letter says at {row.title}.", opportunity=row
    ) as change:
        _mark_line(change, row, said)
        change.edit(row, **facts)
    return change.record


def _mark_line(change: ChangeInProgress, row: Opportunity, said: Mapping[int, tuple[str, str]]) -> None:
    on, there = clock.today(), map_marks(change.owner, row)
    for value, (held, known) in said.items():
        old = there.get(value)
        if (old.mark, old.known) == (held, known) if old else held == "unknown":
            continue
        if old is not None and old.on == on:
            change.edit(old, mark=held, known=known)
        else:
            change.make(Fit, opportunity=row, value_id=value, mark=held, known=known, on=on)


def record_asked_them(owner: Owner, row: Opportunity, action: str) -> Change:
    """The person asked the employer for what a line needs."""
    with open_change(owner, "values.asked", f"You asked {row.employer}.", opportunity=row) as change:
        there = check_gate(owner, row, action=action, when=clock.now()).pause
        if there is None:
            change.make(Gate, opportunity=row, action=action, opened_at=clock.now(), asked_at=clock.now())
        elif there.asked_at is None:
            change.edit(there, asked_at=clock.now())
    return change.record


def give_gate_reason(owner: Owner, row: Opportunity, *, action: str, reason: str) -> Change:
    """The reason to go on all the same; a day's wait begins, and ends early at the employer's deadline."""
    when = clock.now()
    deadline = find_deadline(row, when)
    until = min(when + WAIT, max(deadline, when)) if deadline else when + WAIT
    with open_change(owner, "values.reason", f"Kept your reason on {row.title}.", opportunity=row) as change:
        there = check_gate(owner, row, action=action, when=when).pause
        fields = {"opened_at": when, "reason": reason, "waits_until": until}
        if there is None:
            change.make(Gate, opportunity=row, action=action, **fields)
        else:
            change.edit(there, **fields)
    return change.record


def pass_gate(owner: Owner, row: Opportunity, *, action: str, on: date, ended: str, note: str = "") -> Change:
    """Record that it was accepted or signed. `ended` says how the pause ended, when there was one.

    Raises:
        EventRefused: it can't have happened then.
    """
    with transaction.atomic():
        recorded = add_event(owner, row, kind=RECORDED_AS[Action(action)], on=on, note=note)
        _end_job(owner, row, action, ended)
    return recorded


def decide_against_offer(owner: Owner, row: Opportunity, action: str) -> Change | None:
    """The person thought it over, and won't. Nothing is recorded on the job."""
    return _end_job(owner, row, action, "declined")


def _end_job(owner: Owner, row: Opportunity, action: str, ended: str) -> Change | None:
    there = check_gate(owner, row, action=action, when=clock.now()).pause
    if there is None:
        return None
    with open_change(owner, "values.gate", f"The pause before you {action} is over.", opportunity=row) as change:
        change.edit(there, ended=ended, ended_at=clock.now())
    return change.record


def set_income_now(owner: Owner, review: date | None) -> Change | None:
    """Taking income first, since the day it was first said, with a day to look at it again; None ends it."""
    words = f"Income comes first until {say_day(review)}." if review else "Income no longer comes first."
    since = owner.income_now or clock.today()
    return change_settings(owner, "values.income", words, income_now=since if review else None, income_review=review)
