"""What the person says of kinks and strengths by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from onward.debrief.chips import Chip
from onward.kinks.called import name_in_own_words
from onward.kinks.kinds import NOT_MINE, NOT_MINE_NAME
from onward_app import clock
from onward_app.records.models import Card, Chance, Change, Interview, Kink, Owner, Sighting
from onward_app.records.reading.kinds import OWN, find_kind
from onward_app.records.writing.cards import begin_work
from onward_app.records.writing.changes import ChangeInProgress, open_change


def add_kink(
    owner: Owner,
    *,
    kind: str,
    name: str,
    strength: bool,
    text: str,
    chip: str,
    group: str = "",
    on: date | None = None,
    interview: Interview | None = None,
    letter: str = "",
) -> tuple[Kink, Change]:
    """A kink or strength with its first sighting. One of a kind already there gets the sighting instead."""
    apart = kind == NOT_MINE and not strength
    known = None if strength else find_kind(owner, kind)
    name = (name or (NOT_MINE_NAME if apart else name_in_own_words(text)))[:200]
    row = _find_kink_there(owner, kind if known or apart else "", name, strength=strength)
    words = f"Noted a strength: {name}." if strength else f"Noted a kink: {name}."
    with open_change(owner, "kinks.add", words) as change:
        if row is None:
            row = change.make(
                Kink, kind="strength" if strength else kind if known or apart else OWN, name=name, strength=strength,
                cost=known.cost if known else 2, noticed_on=on or clock.today(),
            )  # fmt: skip
        make_sighting(
            change, row, text=text, chip=chip, on=on or clock.today(), group=group, interview=interview, letter=letter
        )
    return row, change.record


def _find_kink_there(owner: Owner, kind: str, name: str, *, strength: bool) -> Kink | None:
    """The one that is there already: by its kind, or else by its name."""
    rows = Kink.objects.of(owner).filter(strength=strength)
    found: Kink | None = (rows.filter(kind=kind) if kind and not strength else rows.filter(name__iexact=name)).first()
    return found


def make_sighting(
    change: ChangeInProgress,
    kink: Kink,
    *,
    text: str,
    chip: str,
    on: date,
    group: str,
    interview: Interview | None,
    letter: str = "",
) -> None:
    """One piece of evidence, within another change."""
    change.make(
        Sighting, kink=kink, source=Chip(chip).value, group=group[:100], on=on, text=text, interview=interview,
        letter=letter,
    )  # fmt: skip


def add_sighting(
    owner: Owner, kink: Kink, *, text: str, chip: str, on: date, group: str = "", interview: Interview | None = None
) -> Change:
    """One more piece of evidence."""
    with open_change(owner, "kinks.see", f"Noted evidence for “{kink.name}”.") as change:
        make_sighting(change, kink, text=text, chip=chip, on=on, group=group, interview=interview)
    return change.record


def edit_sighting(owner: Owner, row: Sighting, **fields: Any) -> Change:
    """What was seen, how it is known, by whom, on which day."""
    with open_change(owner, "kinks.evidence", f"Changed a piece of evidence for “{row.kink.name}”.") as change:
        change.edit(row, **fields)
    return change.record


APART = "A piece of evidence for “{kink}” isn’t mine, or can’t be known."
COUNTS_AGAIN = "A piece of evidence for “{kink}” counts again."


def mark_not_mine(owner: Owner, row: Sighting, *, so: bool) -> Change:
    """“Not mine, or can't know”: it stays on the line of time and counts for nothing. Or it counts again."""
    said = APART if so else COUNTS_AGAIN
    with open_change(owner, "kinks.apart", said.format(kink=row.kink.name)) as change:
        change.edit(row, not_mine=so)
    return change.record


def remove_sighting(owner: Owner, row: Sighting) -> Change:
    """Remove a piece of evidence."""
    with open_change(owner, "kinks.drop", f"Removed a piece of evidence for “{row.kink.name}”.") as change:
        change.strike(row)
    return change.record


def correct_chance(owner: Owner, row: Chance, *, happened: bool | None) -> Change:
    """What came of a chance was another thing, or (None) there was no chance."""
    with open_change(owner, "kinks.chance", f"Corrected a chance for “{row.kink.name}”.") as change:
        if happened is None:
            change.strike(row)
        else:
            change.edit(row, happened=happened)
    return change.record


def remember_chances(owner: Owner, kink: Kink, came: Mapping[Interview, bool | None]) -> Change:
    """What came of interviews without a replay, or from before practice; of None nobody can say, and it isn't asked
    again.
    """
    with open_change(owner, "kinks.remember", f"Remembered chances for “{kink.name}”.") as change:
        for interview, happened in came.items():
            if happened is not None:
                change.make(Chance, kink=kink, interview=interview, on=interview.on, happened=happened)
        unknown = [interview.pk for interview, happened in came.items() if happened is None]
        change.edit(kink, asked=sorted({*kink.asked, *unknown}))
    return change.record


def edit_kink(owner: Owner, kink: Kink, **fields: Any) -> Change:
    """Its name, plan and cost."""
    with open_change(owner, "kinks.edit", f"Changed “{kink.name}”.") as change:
        change.edit(kink, **fields)
    return change.record


def set_working_on(owner: Owner, kink: Kink, *, on: bool, asked: Sequence[str] = ()) -> Change:
    """Begin to work on it, with a first card, or let it rest. Its chances stay counted from the first day, also over a
    rest.

    `asked` is the question that it went wrong with, when that is known.
    """
    words = f"Working on “{kink.name}”." if on else f"Let “{kink.name}” rest."
    with open_change(owner, "kinks.work", words) as change:
        if on:
            begin_work(change, kink, asked)
        else:
            change.edit(kink, resting=True)
    return change.record


def remove_kink(owner: Owner, kink: Kink) -> Change:
    """Take it off the list, with its cards."""
    with open_change(owner, "kinks.remove", f"Took “{kink.name}” off the list.") as change:
        change.strike_all(Card.objects.of(owner).filter(kink=kink))
        change.strike(kink)
    return change.record


def set_kink_kind(owner: Owner, kink: Kink, kind: str) -> tuple[Kink, Change]:
    """Give a hunch its kind. When there is a kink of that kind already, the two become one; the one that stays."""
    found = find_kind(owner, kind)
    name = found.name if found else NOT_MINE_NAME
    there = _find_kink_there(owner, kind, name, strength=False)
    with open_change(owner, "kinks.kind", f"Called “{kink.name}”: {name}.") as change:
        if there is not None and there.pk != kink.pk:
            _join_kinks(change, there, kink)
            return there, change.record
        plan = found.plan if found and found.plan[1] and not kink.then_i else (kink.if_they, kink.then_i)
        change.edit(
            kink,
            kind=kind,
            name=kink.name if found else name,
            cost=found.cost if found else kink.cost,
            if_they=plan[0],
            then_i=plan[1],
        )
    return kink, change.record


def merge_kinks(owner: Owner, keep: Kink, gone: Kink) -> Change:
    """Two that were one."""
    with open_change(owner, "kinks.merge", f"Made “{gone.name}” part of “{keep.name}”.") as change:
        _join_kinks(change, keep, gone)
    return change.record


def _join_kinks(change: ChangeInProgress, keep: Kink, gone: Kink) -> None:
    """All that is known of one goes to the other; practice began on the earlier of the two days."""
    _join_chances(change, keep, gone)
    for model in (Sighting, Card):
        for row in model.objects.of(change.owner).filter(kink=gone):
            change.edit(row, kink=keep)
    began = min((day for day in (keep.working_since, gone.working_since) if day is not None), default=None)
    change.edit(keep, working_since=began, noticed_on=min(keep.noticed_on, gone.noticed_on))
    change.strike(gone)


def _join_chances(change: ChangeInProgress, keep: Kink, gone: Kink) -> None:
    """One interview's chances aren't counted twice: those that both have of it are one, and it happened if either
    did.
    """
    mine = list(Chance.objects.of(change.owner).filter(kink=keep))
    for row in Chance.objects.of(change.owner).filter(kink=gone):
        same = [one for one in mine if one.interview_id is not None and one.interview_id == row.interview_id]
        if not same:
            change.edit(row, kink=keep)
            continue
        change.strike(row)
        if row.happened and not any(one.happened for one in same):
            change.edit(same[-1], happened=True)


def note_before_interview(owner: Owner, interview: Interview, text: str, *, place: str | None = None) -> Change:
    """Two things that may go wrong, and what I'd do; and where it is, where that was said."""
    words = "Noted what may go wrong, and what you’d do."
    with open_change(owner, "kinks.before", words, opportunity=interview.opportunity) as change:
        change.edit(interview, may_go_wrong=text, place=interview.place if place is None else place)
    return change.record
