"""Hope points, what the person says of silence, status checks, and the week."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from onward.facts import Ending
from onward.pace.concentration import describe_not_a_hundred
from onward.pace.silence import MOST_CHECKS
from onward.pace.week import monday_of
from onward_app import clock
from onward_app.records.models import Change, Goal, Hope, Opportunity, Owner, SaidQuiet, StatusCheck
from onward_app.records.writing.changes import open_change
from onward_app.records.writing.jobs import add_event, edit_job
from onward_app.records.writing.owner import change_settings


class PaceRefused(Exception):
    """That can't be; the message says why."""


def spread_hope(owner: Owner, points: Mapping[int, int]) -> Change:
    """Where the person's 100 points of hope are today.

    Raises:
        PaceRefused: they aren't 100 in all.
    """
    sentence = describe_not_a_hundred(points) or ("" if points else "There is nothing open to put points on.")
    if sentence:
        raise PaceRefused(sentence)
    shares = [[pk, share] for pk, share in points.items()]
    with open_change(owner, "pace.hope", "Spread your 100 points.") as change:
        change.make(Hope, on=clock.today(), at=clock.now(), shares=shares)
    return change.record


def show_numbers(owner: Owner, so: bool) -> Change | None:  # noqa: FBT001 - the one thing it is about
    """Hope in points, odds, calibration and tight spots: off until the person wants them; None when it was so."""
    words = "Numbers are shown." if so else "Numbers are put away."
    return change_settings(owner, "pace.numbers", words, show_numbers=so)


def record_nothing_heard(owner: Owner, row: Opportunity | None = None) -> Change | None:
    """Nothing was heard up to today, from anybody or from one employer."""
    today = clock.today()
    if SaidQuiet.objects.of(owner).filter(opportunity=row, on=today).exists():
        return None
    said = f"Nothing heard from {row.employer} up to today." if row else "Nothing heard up to today."
    with open_change(owner, "pace.quiet", said, opportunity=row) as change:
        change.make(SaidQuiet, opportunity=row, on=today)
    return change.record


def record_status_check(owner: Owner, row: Opportunity, *, on: date) -> Change:
    """The person asked where things stand. Onward only remembers it.

    Raises:
        PaceRefused: they checked twice already, or the day is to come.
    """
    if on > clock.today():
        raise PaceRefused("That day hasn’t come yet.")
    since = row.heard_on or row.stage_on or row.first_on or on
    if StatusCheck.objects.of(owner).filter(opportunity=row, on__gte=since).count() >= MOST_CHECKS:
        raise PaceRefused("You checked twice. That is enough; the rest is theirs.")
    with open_change(owner, "pace.check", f"Noted that you checked with {row.employer}.", opportunity=row) as change:
        change.make(StatusCheck, opportunity=row, on=on)
    return change.record


def set_promised_day(owner: Owner, row: Opportunity, on: date | None) -> Change:
    """The day they named; the clock of silence starts there."""
    return edit_job(owner, row, promised_on=on)


def close_job(owner: Owner, row: Opportunity) -> Change:
    """The person closes a silence.

    Raises:
        EventRefused: it has ended already.
    """
    return add_event(owner, row, kind=Ending.CLOSED, on=clock.today(), note="Closed for silence.")


def set_week(owner: Owner, goals: Mapping[str, tuple[int, int]], *, day_off: int | None) -> Change | None:
    """What a good week holds, and what of it is done: name → (wanted, done)."""
    starts = monday_of(clock.today())
    there = {row.name: row for row in Goal.objects.of(owner).filter(week=starts)}
    with open_change(owner, "pace.week", "Set this week’s goals.") as change:
        change.edit(owner, day_off=day_off)
        for name, (wanted, done) in goals.items():
            if name in there:
                change.edit(there[name], wanted=wanted, done=done)
            else:
                change.make(Goal, week=starts, name=name, wanted=wanted, done=done)
    return change.kept
