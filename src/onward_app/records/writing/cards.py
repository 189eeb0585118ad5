"""Cards that come of a kink: the one that work on it begins with, and those the person chooses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onward.practice.make import CardDraft, choose_question, write_first_cue
from onward.wording.counts import say_count
from onward_app import clock
from onward_app.records.models import Card, Change, Kink, Owner
from onward_app.records.reading.kinds import find_kind
from onward_app.records.writing.changes import ChangeInProgress, open_change


def make_first_card(change: ChangeInProgress, kink: Kink, asked: Sequence[str], on: date) -> None:
    """The card that a kink begins with, asked from that day on: the very question, or what its plan waits for, on one
    line.

    Nothing where it has a card already.
    """
    if Card.objects.of(change.owner).filter(kink=kink, retired_on=None).exists():
        return
    kind = find_kind(change.owner, kink.kind)
    waits = kink.if_they or (kind.plan[0] if kind and kind.plan[1] else "")
    question = choose_question(asked, f"{kink.name} {kink.if_they}")
    cue = write_first_cue(asked=question, if_they=waits, name=kink.name)
    points = [
        f"I did this: {kink.then_i}" if kink.then_i else "I answered the question that was asked",
        "It was a real example, with what I did myself",
        "It had an end: what came of it, and how I know",
    ]
    change.make(
        Card,
        question=cue,
        points=points,
        practice="re_answer",
        kink=kink,
        **begin_on(on),
    )


def begin_on(day: date) -> dict[str, datetime]:
    """When a card is there to practice, as it is kept: made at the earliest on the day it is for, so that its turn,
    which is reckoned from when it was made, doesn’t come before.
    """
    return {"made_at": max(clock.now(), clock.start_of(day)), "due_at": clock.start_of(day)}


def begin_work(change: ChangeInProgress, kink: Kink, asked: Sequence[str] = (), on: date | None = None) -> None:
    """Work on it begins or goes on, with a first card for today or for that day, within another change."""
    change.edit(kink, resting=False, working_since=kink.working_since or clock.today())
    make_first_card(change, kink, asked, on or clock.today())


def choose_cards(owner: Owner, kink: Kink, drafts: Sequence[CardDraft]) -> Change:
    """The drafts that the person chose become cards of the kink; with the first of them work on it begins."""
    said = say_count(len(drafts), "Added {n} card for “{kink}”.", "Added {n} cards for “{kink}”.", kink=kink.name)
    with open_change(owner, "practice.add", said) as change:
        now = clock.now()
        for draft in drafts:
            change.make(
                Card, question=draft.question, points=list(draft.points), practice=draft.way, pack=draft.pack,
                family=draft.family, item=draft.item, kink=kink, made_at=now, due_at=clock.start_of(now.date()),
            )  # fmt: skip
        if drafts:
            change.edit(kink, working_since=kink.working_since or clock.today(), resting=False)
    return change.record
